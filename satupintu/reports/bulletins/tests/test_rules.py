"""Sheets on plain values: every total is the sum of its cells, every cell the sum of its entries."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from satupintu.reports.bulletins.rules import Bucket, Pair, added, buckets, lay_out, period
from satupintu.reports.bulletins.words import SheetKind

FRIDAY = date(2026, 11, 20)


def random_sums(dice: Random, whole: Bucket, services: list[int]) -> list[tuple[int, date, int, int]]:
    days = (whole.end - whole.start).days
    return [
        (
            dice.choice(services),
            whole.start + timedelta(days=dice.randrange(days)),
            dice.randrange(9),
            dice.randrange(9),
        )
        for _entry in range(dice.randrange(120))
    ]


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("seed", range(12))
def test_the_totals_of_any_sheet_are_the_sums_of_its_entries(kind: SheetKind, seed: int) -> None:
    dice = Random(seed)
    day, services = date(2024, 1, 1) + timedelta(days=dice.randrange(1500)), list(range(1, dice.randrange(2, 16)))
    entries = random_sums(dice, period(kind, day), services)
    columns = buckets(kind, day, (one[1] for one in entries))
    sheet = lay_out(services, columns, entries)
    assert sheet.total == Pair(sum(one[2] for one in entries), sum(one[3] for one in entries))
    assert sheet.total == added(sheet.totals) == added(line.total for line in sheet.lines)
    for place, line in enumerate(sheet.lines):
        mine = [one for one in entries if one[0] == line.service]
        assert line.total == added(line.cells) == Pair(sum(one[2] for one in mine), sum(one[3] for one in mine))
        for column, bucket in enumerate(columns):
            there = [one for one in mine if bucket.start <= one[1] < bucket.end]
            assert sheet.lines[place].cells[column] == Pair(sum(o[2] for o in there), sum(o[3] for o in there))


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("day", [date(2026, 2, 28), date(2024, 2, 29), date(2026, 12, 31), date(2026, 1, 1), FRIDAY])
def test_the_columns_hold_each_day_of_the_period_once(kind: SheetKind, day: date) -> None:
    whole = period(kind, day)
    days = [whole.start + timedelta(days=n) for n in range((whole.end - whole.start).days)]
    columns = buckets(kind, day, days)
    held = Counter(one for bucket in columns for one in days if bucket.start <= one < bucket.end)
    assert day in days and held == Counter(days)


def test_a_week_has_five_days_and_more_only_when_something_was_done() -> None:
    assert [one.start.weekday() for one in buckets(SheetKind.WEEK, FRIDAY)] == [0, 1, 2, 3, 4]
    saturday = date(2026, 11, 21)
    assert [one.start.weekday() for one in buckets(SheetKind.WEEK, FRIDAY, [saturday])] == [0, 1, 2, 3, 4, 5]


def test_weeks_of_a_month_are_four_or_five() -> None:
    assert len(buckets(SheetKind.MONTH, date(2026, 2, 3))) == 4
    assert [(one.start.day, one.end.day) for one in buckets(SheetKind.MONTH, FRIDAY)][-1] == (29, 1)


def test_a_day_without_a_column_is_not_lost_silently() -> None:
    with pytest.raises(ValueError, match="no column"):
        lay_out([1], buckets(SheetKind.WEEK, FRIDAY), [(1, date(2026, 11, 21), 1, 1)])
    with pytest.raises(KeyError):
        lay_out([1], buckets(SheetKind.WEEK, FRIDAY), [(2, FRIDAY, 1, 1)])
