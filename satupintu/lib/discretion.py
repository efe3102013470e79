"""A log that tells where something failed and never about whom.

A database's error says which value broke a rule, a parser's which text it could not read; either may be a citizen's
NIK or name. So a traceback is written with its files, lines and kinds of error, without what the errors say.
"""

import logging
import traceback
from collections.abc import Iterator
from typing import Any

LONGEST_CHAIN = 20
"""Exceptions told of one failure, the last ones."""


class Discreet(logging.Formatter):
    """Format records as usual, and exceptions without their messages."""

    def formatException(self, ei: Any) -> str:  # noqa: N802
        """The exception and what led to it, oldest first: frames and kinds only."""
        if not ei or ei[1] is None:
            return ""
        chain = [_told(problem) for problem in _with_what_led_to_it(ei[1])]
        return "\nwhich led to\n".join(reversed(chain))


def _with_what_led_to_it(problem: BaseException | None) -> Iterator[BaseException]:
    """The exception, what it came from, and so on; a chain that bites its own tail or is too long ends there."""
    seen: set[int] = set()
    while problem is not None and id(problem) not in seen and len(seen) < LONGEST_CHAIN:
        seen.add(id(problem))
        yield problem
        problem = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)


def _told(problem: BaseException) -> str:
    frames = "".join(traceback.format_tb(problem.__traceback__))
    return f"{frames}{type(problem).__module__}.{type(problem).__qualname__} (what it said is not logged)"
