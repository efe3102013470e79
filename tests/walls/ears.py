"""An ear at the log: what a log file would hold, written as the house writes it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from satupintu.lib.discretion import Discreet


class Ear(logging.Handler):
    """Keeps what the log is told, formatted as in production."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(self.format(record))

    def text(self) -> str:
        """Everything that was told."""
        return "\n".join(self.lines)

    def clear(self) -> None:
        """Forget it."""
        self.lines.clear()


@contextmanager
def listening(level: int = logging.INFO) -> Iterator[Ear]:
    """An ear instead of every other handler of the root logger, from ``level`` upwards."""
    root, ear = logging.getLogger(), Ear()
    before, old_level = root.handlers, root.level
    root.handlers = [ear]
    root.setLevel(level)
    try:
        yield ear
    finally:
        root.handlers = before
        root.setLevel(old_level)
