"""When an office is open, in words: days with the same hours stand together."""

from itertools import groupby

from satupintu.engine.ui.moments import weekdays
from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.rules import read_hours


def opening(office: Office) -> list[tuple[str, str]]:
    """[("Senin–Kamis", "08.00–12.00, 13.00–16.00"), …]; days on which it is closed are left out."""
    week, names = read_hours(office.hours), weekdays()
    told = []
    for spans, group in groupby(range(7), key=lambda day: week.get(day, ())):
        days = list(group)
        if spans:
            first, last = names[days[0]], names[days[-1]]
            words = ", ".join(f"{opens:%H.%M}–{closes:%H.%M}" for opens, closes in spans)
            told.append((first if len(days) == 1 else f"{first}–{last}", words))
    return told
