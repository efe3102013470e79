"""Rules of offices on plain values: national holidays, and the hours that an office keeps."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import lru_cache

from lokal.holidays import HOLIDAY_YEARS, get_holidays

from satupintu.lib.periods import OFFICE_WEEK, Hours

YEARS = range(2020, 2041)
"""Years that a working calendar looks at."""

FIXED_HOLIDAYS = {
    (1, 1): "Tahun Baru Masehi",
    (5, 1): "Hari Buruh Internasional",
    (6, 1): "Hari Lahir Pancasila",
    (8, 17): "Proklamasi Kemerdekaan",
    (12, 25): "Kelahiran Yesus Kristus",
}
"""National holidays that never move: all that is known of a year whose joint decree (SKB 3 Menteri) is not at hand."""


@lru_cache(maxsize=32)
def national_holidays(year: int) -> dict[date, str]:
    """Day → name of the national holidays and joint leave days of a year, from the yearly joint decree."""
    if year in HOLIDAY_YEARS:
        return {date.fromisoformat(holiday.date): holiday.name for holiday in get_holidays(year).holidays}
    return {date(year, month, day): name for (month, day), name in FIXED_HOLIDAYS.items()}


@lru_cache(maxsize=1)
def all_national_holidays() -> frozenset[date]:
    """The national holidays of all `YEARS`."""
    return frozenset(day for year in YEARS for day in national_holidays(year))


def read_hours(stored: Mapping[str, Sequence[Sequence[str]]]) -> Mapping[int, Hours]:
    """Hours as an office keeps them, ``{"0": [["08:00", "12:00"], …], …}`` by weekday (Monday 0); {} is the usual week.

    Raises ValueError for a span that ends before it begins, or none at all.
    """
    if not stored:
        return OFFICE_WEEK
    week: dict[int, Hours] = {}
    for weekday, spans in stored.items():
        read = tuple((time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in spans)
        if any(opens >= closes for opens, closes in read):
            raise ValueError("an office closes after it opens")
        week[int(weekday)] = read
    if not any(week.values()):
        raise ValueError("an office opens on some day")
    return week
