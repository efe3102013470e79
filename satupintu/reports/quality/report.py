"""The night's counts of an area, as the lines of a page."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from satupintu.foundation.areas.placed import DIVISORS
from satupintu.lib.codes import area_level
from satupintu.reports.quality.models import PEOPLE, Tally
from satupintu.reports.quality.rules import CASES
from satupintu.reports.quality.words import Check, Severity

MONTHS = 12
"""Months of a trend."""


@dataclass(frozen=True)
class CheckLine:
    """What a check found: how many, per thousand persons, and how many more than a month ago (None: not counted then)."""

    check: Check
    count: int
    share: float
    change: int | None

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return CASES[self.check].severity


@dataclass(frozen=True)
class PlaceLine:
    """What was found in a place."""

    number: int
    label: str
    people: int
    counts: Mapping[Check, int]

    def _all(self, severity: Severity) -> int:
        return sum(count for check, count in self.counts.items() if CASES[check].severity is severity)

    @property
    def grave(self) -> int:
        """Findings that matter most."""
        return self._all(Severity.GRAVE)

    @property
    def caution(self) -> int:
        """Findings to be checked."""
        return self._all(Severity.CAUTION)

    @property
    def gap(self) -> int:
        """What is missing."""
        return self._all(Severity.GAP)

    @property
    def share(self) -> float:
        """Grave findings per thousand persons."""
        return per_thousand(self.grave, self.people)


def per_thousand(count: int, people: int) -> float:
    """How many of a thousand, with one decimal; none where nobody is."""
    return round(1000 * count / people, 1) if people else 0.0


class Report:
    """The counts of an area as an officer of ``own`` may read them, of the last months."""

    def __init__(self, own: int, area: int) -> None:
        self.area = area
        rows = Tally.objects.seen_from(own, area)
        newest = rows.newest_month()
        self.found: dict[date, dict[str, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
        self.month, self.before = newest, _month_before(newest) if newest else None
        if newest is not None:
            since = date(newest.year - 1, newest.month, 1)
            told = rows.filter(month__gt=since).values_list("month", "check_code", "village_id", "count")
            for month, code, village, count in told:
                self.found[month][code][village] = count

    def _count(self, month: date | None, code: str) -> int:
        return sum(self.found[month][code].values()) if month in self.found else 0

    @property
    def people(self) -> int:
        """How many persons are present."""
        return self._count(self.month, PEOPLE)

    def severe(self, severity: Severity) -> int:
        """How many findings of a severity."""
        return sum(self._count(self.month, check) for check in Check if CASES[check].severity is severity)

    def checks(self) -> list[CheckLine]:
        """Every check, those that matter most and found most first; none before the first count."""
        if self.month is None:
            return []
        known = self.before in self.found
        order = list(Severity)
        lines = []
        for check in Check:
            count = self._count(self.month, check)
            change = count - self._count(self.before, check) if known else None
            lines.append(CheckLine(check, count, per_thousand(count, self.people), change))
        return sorted(lines, key=lambda line: (not line.count, order.index(line.severity), -line.count))

    def places(self, labels: Mapping[int, str]) -> list[PlaceLine]:
        """Every place one level below the area; a place without persons is left out."""
        if self.month is None:
            return []
        step = DIVISORS[area_level(self.area) + 1]
        people: dict[int, int] = defaultdict(int)
        counts: dict[int, dict[Check, int]] = defaultdict(lambda: defaultdict(int))
        for code, villages in self.found[self.month].items():
            for village, count in villages.items():
                place = village - village % step
                if code == PEOPLE:
                    people[place] += count
                else:
                    counts[place][Check(code)] += count
        return [
            PlaceLine(place, label, people[place], counts[place]) for place, label in labels.items() if people[place]
        ]

    def months(self, severity: Severity) -> list[tuple[date, int]]:
        """How many findings of a severity there were at the end of each month, the oldest first."""
        asked = [check for check in Check if CASES[check].severity is severity]
        return [(month, sum(self._count(month, check) for check in asked)) for month in sorted(self.found)]


def _month_before(month: date) -> date:
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)
