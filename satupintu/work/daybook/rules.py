"""Decisions about days and numbers, on plain values."""

from datetime import date, timedelta

LATEST = timedelta(days=31)
"""How long after its day something may still be written into the book."""
MOST = 999
"""Visitors or KK in one entry; more is a slip of the finger."""


def may_record(day: date, today: date) -> bool:
    """Whether a day may still be written to: it has come, and is not older than a month."""
    return today - LATEST <= day <= today


def plausible(visitors: int, kk: int) -> bool:
    """Whether the numbers of an entry can be meant: at least one of something, none beyond ``MOST``."""
    return 0 <= visitors <= MOST and 0 <= kk <= MOST and visitors + kk > 0


def week_of_month(day: date) -> int:
    """The week that the monthly report puts a day into, 1 to 5: days 1–7, 8–14, 15–21, 22–28, the rest."""
    return (day.day + 6) // 7
