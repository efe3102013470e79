"""A log that tells where something failed and never about whom.

A database's error says which value broke a rule, a parser's which text it could not read; either may be a citizen's
NIK or name. So a traceback is written with its files, lines and kinds of error, without what the errors say.
"""

import logging
import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import Any


class Discreet(logging.Formatter):
    """Format records as usual, and exceptions without their messages."""

    def formatException(self, ei: Any) -> str:  # noqa: N802
        """The exception and what led to it, oldest first: frames and kinds only."""
        return "\n".join(_told(ei[1], ei[2])) if ei and ei[1] else ""


def _told(problem: BaseException, frames: TracebackType | None) -> Iterator[str]:
    earlier = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)
    if earlier is not None:
        yield from _told(earlier, earlier.__traceback__)
        yield "which led to"
    yield "".join(traceback.format_tb(frames)).rstrip("\n")
    yield f"{type(problem).__module__}.{type(problem).__qualname__} (what it said is not logged)"
