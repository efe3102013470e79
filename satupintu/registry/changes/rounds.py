"""The round that a proposal belongs to: the month whose cut-off day it reaches."""

from dataclasses import dataclass
from datetime import date

from satupintu.registry.changes import rules
from satupintu.registry.changes.models import Calendar
from satupintu.registry.people.words import ExternalList

CUT_OFF, DRAWN = 17, 18
"""The days that count where nothing else is set (DTSEN: closed on the 17th of each month, drawn on the 18th)."""


def of(place: int, day: date, external: ExternalList = ExternalList.DTSEN) -> tuple[int, int]:
    """The round (year, month) of a proposal that is made in a place on a day."""
    return rules.round_of(day, _days(place, day, external)[0])


def _days(place: int, day: date, external: ExternalList) -> tuple[int, int]:
    calendar = Calendar.objects.of(place, day, external)
    return (calendar.cut_off, calendar.drawn) if calendar else (CUT_OFF, DRAWN)


@dataclass(frozen=True, slots=True)
class Countdown:
    """How far the next cut-off is, and when the data are drawn after it."""

    closes: date
    drawn: date
    days: int


def countdown(place: int, today: date, external: ExternalList = ExternalList.DTSEN) -> Countdown:
    """The next cut-off day of a place, today included; data are drawn on the set day, at the earliest after it."""
    cut_off, drawn = _days(place, today, external)
    year, month = rules.round_of(today, cut_off)
    closes = date(year, month, _days(place, date(year, month, 1), external)[0])
    after = date(year, month, drawn)
    if drawn <= closes.day:
        after = date(year + month // 12, month % 12 + 1, drawn)
    return Countdown(closes, after, (closes - today).days)
