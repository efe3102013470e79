"""What the launcher says: Indonesian first, English when LANG asks for it; steps with their seconds."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Refusal(Exception):
    """The launcher cannot go on; its argument is the sentence (and, if need be, the remedy) to print."""


def english() -> bool:
    """Whether the person's language setting asks for English; anything else gets Indonesian."""
    chosen = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return chosen.lower().startswith("en")


def words(indonesian: str, in_english: str) -> str:
    """The one of two texts that the person reads."""
    return in_english if english() else indonesian


def say(indonesian: str, in_english: str) -> None:
    """Print a line in the person's language, at once even into a pipe."""
    print(words(indonesian, in_english), flush=True)


def refuse(indonesian: str, in_english: str) -> Refusal:
    """A Refusal in the person's language, to be raised."""
    return Refusal(words(indonesian, in_english))


class Steps:
    """Numbered steps of one long command: `[3/8] Tabel … 2.1 s`.

    In a terminal a running step shows its seconds and its latest remark on one line that is rewritten;
    in a pipe or file it prints a line at the start, at the end and for a remark at most every ten seconds.
    """

    def __init__(self, total: int) -> None:
        self.total, self.number = total, 0
        self.began = time.monotonic()
        self.live = sys.stdout.isatty()
        self._label, self._since, self._spoken = "", 0.0, 0.0

    @contextmanager
    def step(self, indonesian: str, in_english: str) -> Iterator["Steps"]:
        """Announce the next step, run the body, print how long it took."""
        self.number += 1
        self._label = f"[{self.number}/{self.total}] {words(indonesian, in_english)}"
        self._since = self._spoken = time.monotonic()
        print(f"{self._label} …", end="" if self.live else "\n", flush=True)
        try:
            yield self
        except BaseException:
            if self.live:
                print(flush=True)
            raise
        self._clear()
        print(f"{self._label} · {time.monotonic() - self._since:.1f} s", flush=True)

    def remark(self, text: str) -> None:
        """Show how far the running step is; nothing when none runs."""
        now = time.monotonic()
        if not self._label:
            return
        if self.live:
            self._clear()
            print(f"{self._label} … {now - self._since:.0f} s  {text}"[:118], end="", flush=True)
        elif now - self._spoken >= 10:
            self._spoken = now
            print(f"      {now - self._since:.0f} s  {text}", flush=True)

    def _clear(self) -> None:
        if self.live:
            print("\r\033[K", end="", flush=True)
