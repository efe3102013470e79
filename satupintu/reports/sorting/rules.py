"""Sorting on plain values: who belongs to a population, how old somebody is, what stands in which cell. No database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from satupintu.reports.sorting import columns
from satupintu.reports.sorting.columns import AGES, UNKNOWN, Heading
from satupintu.reports.sorting.words import HeldNik, Population, Presence, TableKind

BOUNDS: Mapping[Population, tuple[int, int | None]] = {Population.CHILDREN: (0, 18), Population.ELDERLY: (60, None)}
"""Full years from … to below …; the other populations are of any age, known or not."""
PRESETS = tuple(TableKind)[:7]
"""The seven tables of source 001."""

ONE_PERSON = 1000
"""Names that one person may hand over alone; more take a second one (SECURITY P5)."""
MOST_NAMES = 20_000
"""Names of one list."""
APART = timedelta(days=30)
"""Between two days whose tables of the same people one office gets: the difference of two nights would be a few persons."""


def may_hold_both(one: Population, one_day: date, other: Population, other_day: date) -> bool:
    """Whether an office may get the tables of both: two of overlapping people tell by their difference what each hides.

    The same people on the same day are one picture; children and the elderly have nobody in common; what lies a month
    apart has changed by itself.
    """
    if (one, one_day) == (other, other_day) or abs(one_day - other_day) >= APART:
        return True
    return {one, other} == {Population.CHILDREN, Population.ELDERLY}


@dataclass(frozen=True)
class Selection:
    """Who is counted: a population on a day, narrowed by what a filter says. ``age_to`` is the last full year counted.

    ``traits`` are the columns, by table, that a person must stand in one of; ``desil`` the highest rank on a list.
    """

    population: Population
    on: date
    sex: str = ""
    age_from: int | None = None
    age_to: int | None = None
    traits: Mapping[TableKind, frozenset[int]] = field(default_factory=dict)
    presence: Presence = Presence.PRESENT
    nik: HeldNik | None = None
    desil: int | None = None

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """Full years from … to below …; None is open. Where either is given, only known ages count."""
        least, below = BOUNDS.get(self.population, (None, None))
        if self.age_from is not None:
            least = max(least or 0, self.age_from)
        if self.age_to is not None:
            below = min(self.age_to + 1, below if below is not None else self.age_to + 1)
        return least, below

    @property
    def by_age(self) -> bool:
        """Whether somebody of unknown age cannot belong to it."""
        return self.bounds != (None, None)

    @property
    def is_plain(self) -> bool:
        """Whether the night's count can answer: nothing is asked but population, sex and age of who is still here."""
        return not self.traits and self.presence is Presence.PRESENT and self.nik is None and self.desil is None


def born_between(on: date, least: int | None, below: int | None) -> tuple[date | None, date]:
    """The days of birth, first and last, of who has from ``least`` to below ``below`` full years on a day; None is open.

    Agrees with `people.rules.age`: who is born on 29 February has a birthday on 1 March of other years.
    """
    last = on if not least else _years_before(on, least)
    first = None
    if below is not None:
        first = date.fromordinal(_years_before(on, below).toordinal() + 1)
    return first, last


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


@dataclass(frozen=True)
class Count:
    """So many people of a place stand in a column (a set of papers is one number), of whom some ages are estimated."""

    place: int
    number: int
    people: int
    estimated: int = 0


@dataclass(frozen=True)
class Line:
    """A place with its cells, in the order of the headings, and its people."""

    place: int
    cells: tuple[int, ...]
    people: int


@dataclass(frozen=True)
class CrossTab:
    """Places × columns, with a line of all of them. Cells of a set do not add up to people; those of any other do."""

    kind: TableKind
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    whole: Line
    estimated: int

    @property
    def is_set(self) -> bool:
        """Whether one person may stand in several columns."""
        return columns.is_set(self.kind)


def headings(kind: TableKind, selection: Selection) -> tuple[Heading, ...]:
    """The columns of a table: of ages only those that the population has; "tidak diketahui" wherever it can be."""
    found = columns.headings(kind)
    if kind is TableKind.NUMBER:
        least, below = selection.bounds
        groups = list(AGES.values())
        found = tuple(
            one for one in found if _overlap(groups[one.number], least or 0, below if below is not None else 10**3)
        )
        if selection.by_age:
            return found
    if columns.is_set(kind):
        found = (*found, Heading(columns.NO_PAPERS, "Tidak memiliki satu pun", "None of them"))
    return (*found, Heading(UNKNOWN, "Tidak diketahui", "Not known"))


def _overlap(group: tuple[int, int], least: int, below: int) -> bool:
    return group[0] < below and least < group[1]


def tabulate(kind: TableKind, selection: Selection, places: Sequence[int], counts: Iterable[Count]) -> CrossTab:
    """Put counts into cells. Every place has a line, with people or without; a count of another place is left out."""
    heads = headings(kind, selection)
    at = {heading.number: column for column, heading in enumerate(heads)}
    cells = {place: [0] * len(heads) for place in places}
    people = dict.fromkeys(places, 0)
    estimated = 0
    for count in counts:
        if count.place not in cells:
            continue
        people[count.place] += count.people
        estimated += count.estimated
        for number in columns.in_columns(kind, count.number):
            cells[count.place][at.get(number, len(heads) - 1)] += count.people
    lines = tuple(Line(place, tuple(cells[place]), people[place]) for place in places)
    totals = tuple(sum(line.cells[column] for line in lines) for column in range(len(heads)))
    return CrossTab(kind, heads, lines, Line(0, totals, sum(people.values())), estimated)


def is_marked(kind: TableKind, population: Population, heading: Heading) -> bool:
    """Whether a column tells of children who are or were married: child marriage (UU 16/2019: from 19 years on)."""
    return kind is TableKind.MARITAL_STATUS and population is Population.CHILDREN and heading.number > 0


def with_ages(counts: Iterable[tuple[int, int, int, int]]) -> list[Count]:
    """Counts by (place, age, people, estimated) as counts by age group."""
    return [Count(place, columns.age_group(age), people, estimated) for place, age, people, estimated in counts]
