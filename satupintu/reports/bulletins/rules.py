"""A sheet from sums, on plain values: which days stand in which column, what adds up to what.

Two numbers stand in every cell: visitors and family cards.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from satupintu.lib.periods import month_of
from satupintu.reports.bulletins.words import SheetKind


class Pair(NamedTuple):
    """Visitors and family cards."""

    people: int = 0
    cards: int = 0

    def plus(self, other: "Pair") -> "Pair":
        """Both added up."""
        return Pair(self.people + other.people, self.cards + other.cards)


Sum = tuple[int, date, int, int]
"""(service, day, visitors, family cards), as the database adds them up."""


@dataclass(frozen=True)
class Bucket:
    """A column: the days [start, end)."""

    start: date
    end: date


@dataclass(frozen=True)
class Line:
    """One service: a pair for each column, and the total of the line."""

    service: int
    cells: tuple[Pair, ...]
    total: Pair


@dataclass(frozen=True)
class Sheet:
    """Services × columns, with totals of every line, every column, and everything."""

    buckets: tuple[Bucket, ...]
    lines: tuple[Line, ...]
    totals: tuple[Pair, ...]
    total: Pair


def period(kind: SheetKind, day: date) -> Bucket:
    """The days that a sheet of this kind covers, if ``day`` is one of them."""
    if kind is SheetKind.DAY:
        return Bucket(day, day + timedelta(days=1))
    if kind is SheetKind.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Bucket(monday, monday + timedelta(days=7))
    if kind is SheetKind.YEAR:
        return Bucket(date(day.year, 1, 1), date(day.year + 1, 1, 1))
    month = month_of(day)
    return Bucket(month.start, month.end)


def buckets(kind: SheetKind, day: date, seen: Iterable[date] = ()) -> tuple[Bucket, ...]:
    """The columns of a sheet. A week has its five working days, and Saturday or Sunday when something was done (``seen``)."""
    whole = period(kind, day)
    if kind is SheetKind.MONTH:
        starts = [whole.start + timedelta(days=7 * week) for week in range(5)]
        starts = [start for start in starts if start < whole.end]
        return tuple(Bucket(a, b) for a, b in zip(starts, [*starts[1:], whole.end], strict=True))
    if kind is SheetKind.YEAR:
        months = [month_of(date(day.year, number, 1)) for number in range(1, 13)]
        return tuple(Bucket(month.start, month.end) for month in months)
    days = [whole.start + timedelta(days=n) for n in range((whole.end - whole.start).days)]
    if kind is SheetKind.WEEK:
        busy = set(seen)
        days = [one for one in days if one.weekday() < 5 or one in busy]
    return tuple(Bucket(one, one + timedelta(days=1)) for one in days)


def lay_out(services: Sequence[int], columns: Sequence[Bucket], sums: Iterable[Sum]) -> Sheet:
    """Put sums into lines and columns. Raises KeyError for a service without a line, ValueError for a day without a column."""
    at = {service: place for place, service in enumerate(services)}
    cells: dict[tuple[int, int], Pair] = defaultdict(Pair)
    for service, day, people, cards in sums:
        column = next((n for n, one in enumerate(columns) if one.start <= day < one.end), None)
        if column is None:
            raise ValueError(f"no column for {day}")
        place = at[service], column
        cells[place] = cells[place].plus(Pair(people, cards))
    grid = [[cells[row, column] for column in range(len(columns))] for row in range(len(services))]
    lines = tuple(Line(service, tuple(row), added(row)) for service, row in zip(services, grid, strict=True))
    totals = tuple(added(row[column] for row in grid) for column in range(len(columns)))
    return Sheet(tuple(columns), lines, totals, added(line.total for line in lines))


def added(pairs: Iterable[Pair]) -> Pair:
    """All of them added up."""
    total = Pair()
    for pair in pairs:
        total = total.plus(pair)
    return total
