"""Exports on plain values: who must be asked, and whether a list has grown beyond what was asked for. No database."""

from datetime import timedelta

TOGETHER = timedelta(days=1)
"""What one officer takes alone within so long counts as one."""
GROWTH = 10
"""Percent by which a list may have grown since a second person let it go: it lives on while somebody decides."""


def needs_second(rows: int, alone: int) -> bool:
    """Whether so many rows about people take a second person (SECURITY P5); ``alone`` are those that one takes alone."""
    return rows > alone


def may_hold(now: int, *, asked: int, alone: int, by_two: bool) -> bool:
    """Whether a file may hold the ``now`` rows that there are, when ``asked`` were asked for."""
    return now * 100 <= asked * (100 + GROWTH) if by_two else not needs_second(now, alone)
