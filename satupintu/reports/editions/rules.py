"""When a month is closed, and the tree that its counts add up in; on plain values."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from satupintu.lib.periods import Period, month_of
from satupintu.lib.rollup import ROOT, Area, Published, Table, publishable

DAY = 10
"""The day of the next month, in the capital, on which a month is closed: by then posts have written up their books."""
KEPT = 12
"""How many closed months are made good where nobody has counted them yet."""


def closes_on(month: date) -> date:
    """The day on which the month of a day is closed, and its numbers come out."""
    return month_of(month).end + timedelta(days=DAY - 1)


def closed(today: date) -> list[Period]:
    """The newest closed months, oldest first."""
    month = month_of(today)
    found: list[Period] = []
    while len(found) < KEPT:
        month = month_of(month.start - timedelta(days=1))
        if closes_on(month.start) <= today:
            found.append(month)
    return found[::-1]


def veiled(tables: Mapping[str, Table]) -> Published:
    """One picture of all areas, fit to be published on every level: kabupaten, provinces, the nation (``lib.rollup``)."""
    placed = {name: {_leaf(area): counts for area, counts in table.items()} for name, table in tables.items()}
    return publishable(placed, _parents(area for table in placed.values() for area in table))


def _leaf(area: Area) -> Area:
    """What was done in an office of the province itself stands beside its kabupaten: parts must add up to the whole."""
    return area if area % 10**8 else area + 1


def _parents(leaves: Iterable[Area]) -> dict[Area, Area]:
    above = {leaf: leaf // 10**8 * 10**8 for leaf in leaves}
    return above | {province: ROOT for province in above.values() if province != ROOT}
