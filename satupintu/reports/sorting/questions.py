"""What is asked of the register, under the walls of whoever asks: counts for a table, and the people behind a cell.

One definition of who is meant serves all: the live table, the night's count, and the names behind a cell.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    Func,
    OuterRef,
    Q,
    SmallIntegerField,
    Sum,
    Value,
    When,
)
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.placed import DIVISORS
from satupintu.lib.codes import area_level
from satupintu.registry.people.models import Departure, ListMembership, Person
from satupintu.registry.people.questions import age_on, disabled
from satupintu.reports.sorting import columns, rules
from satupintu.reports.sorting.columns import SEXES, UNKNOWN, VARIABLES
from satupintu.reports.sorting.models import EVERY_AGE, Snapshot, Tally
from satupintu.reports.sorting.rules import CrossTab, Selection
from satupintu.reports.sorting.words import HeldNik, Population, Presence, TableKind

BELOW = {1: "kabupaten", 2: "kecamatan", 3: "village_id", 4: "village_id"}
"""Level of an area → the column of its lines."""
_STEP = {"kabupaten": DIVISORS[2], "kecamatan": DIVISORS[3], "village_id": 1}
_COUNTED = tuple(kind for kind in TableKind if kind is not TableKind.NUMBER)
"""What the night counts; numbers come from the count by sex, which has ages too."""


def people(selection: Selection, area: int) -> Any:
    """The persons that a selection means in an area: a QuerySet of `Person`."""
    found = Person.objects.in_area(area)
    if selection.presence is Presence.PRESENT:
        found = found.present()
    elif selection.presence is Presence.DEPARTED:
        found = found.filter(Exists(Departure.objects.standing().filter(person=OuterRef("pk"))))
    if selection.sex:
        found = found.filter(sex=selection.sex)
    if selection.nik is not None:
        found = found.filter(nik__isnull=selection.nik is HeldNik.WITHOUT)
    if selection.desil is not None:
        ranked = ListMembership.objects.filter(person=OuterRef("pk"), desil__lte=selection.desil)
        found = found.filter(Exists(ranked))
    if selection.population is Population.DISABILITY:
        found = found.filter(disabled())
    for kind, numbers in selection.traits.items():
        found = found.filter(_in_columns(kind, numbers))
    return found.filter(_aged(selection))


def _aged(selection: Selection) -> Q:
    """Of the ages that a selection asks for; never somebody who is born later."""
    least, below = selection.bounds
    first, last = rules.born_between(selection.on, least, below)
    dated = Q(birth_date__lte=last) & (Q(birth_date__gte=first) if first else Q())
    year = selection.on.year
    only_year = Q(birth_date=None, birth_year__lte=year - (least or 0))
    if below is not None:
        only_year &= Q(birth_year__gt=year - below)
    if selection.by_age:
        return dated | only_year
    return dated | only_year | Q(birth_date=None, birth_year=None)


def _in_columns(kind: TableKind, numbers: Iterable[int]) -> Q:
    """In one of these columns of a table."""
    asked = set(numbers)
    if kind is TableKind.SEX:
        named = {code: number for code, number in SEXES.items() if number in asked}
        return Q(sex__in=[*named, *([""] if UNKNOWN in asked else [])])
    name, coding = VARIABLES[kind].value, columns.coding(kind)
    meant = [list(trait) for trait, number in coding.numbers.items() if asked & set(columns.in_columns(kind, number))]
    found = Q(**{f"traits__{name}__in": meant}) if meant else Q(pk__in=[])
    if UNKNOWN in asked:
        known = [list(trait) for trait in coding.numbers]
        found |= ~Q(**{"traits__has_key": name}) | ~Q(**{f"traits__{name}__in": known})
    return found


def behind(selection: Selection, area: int, kind: TableKind, number: int | None) -> Any:
    """The persons behind a cell whose data do not rest; of every column when ``number`` is None."""
    found = people(selection, area).usable()
    if number is None:
        return found
    if kind is TableKind.NUMBER:
        ages = list(columns.AGES.values())
        if number == UNKNOWN:
            return found.filter(birth_date=None, birth_year=None)
        if not 0 <= number < len(ages):
            return found.none()
        least, below = ages[number]
        narrowed = Selection(Population.EVERYBODY, selection.on, age_from=least, age_to=below - 1)
        return found.filter(_aged(narrowed))
    return found.filter(_in_columns(kind, [number]))


def coded(kind: TableKind) -> Any:
    """An expression: the column of a person in a table."""
    if kind is TableKind.SEX:
        cases = [When(sex=code, then=Value(number)) for code, number in SEXES.items()]
        return Case(*cases, default=Value(UNKNOWN), output_field=SmallIntegerField())
    return Func(
        Value(columns.coding(kind).as_json),
        KeyTextTransform(VARIABLES[kind].value, "traits"),
        template=f"coalesce((%(expressions)s)::smallint, {UNKNOWN})",
        arg_joiner="::jsonb ->> ",
        output_field=SmallIntegerField(),
    )


ESTIMATED = Count("pk", filter=Q(birth_date=None, birth_year__isnull=False))
"""How many are known by the year of birth alone."""


def nightly(kind: TableKind, kabupaten: int, on: date) -> Any:
    """The rows of the night's count of one table for a kabupaten (ten digits): village, age, sex, disabled, column …"""
    everybody = people(Selection(Population.EVERYBODY, on), kabupaten)
    has_one = Case(When(disabled(), then=Value(True)), default=Value(False), output_field=BooleanField())
    rows = everybody.annotate(
        years=age_on(on), sex_number=Coalesce(_sex(), Value(0)), is_disabled=has_one, place=coded(kind)
    )
    grouped = rows.order_by().values("village_id", "years", "sex_number", "is_disabled", "place")
    return grouped.annotate(people=Count("pk"), estimated=ESTIMATED)


def _sex() -> Any:
    cases = [When(sex=code, then=Value(number)) for code, number in SEXES.items()]
    return Case(*cases, default=Value(0), output_field=SmallIntegerField())


def cross_tabs(selection: Selection, kinds: Iterable[TableKind], area: Area) -> "Answered":
    """These tables of an area, lines one level below it: from the night's count if it can answer, else live."""
    lines = places(area)
    numbers = [one.number for one in lines]
    snapshot = Snapshot.objects.of(area.number) if area.level in {2, 3} else None
    if snapshot is not None and not (selection.is_plain and snapshot.is_of(selection.on)):
        snapshot = None
    ask = counted if snapshot else live
    tables = {kind: rules.tabulate(kind, selection, numbers, ask(selection, kind, area)) for kind in kinds}
    return Answered(selection, area, lines, tables, snapshot)


@dataclass(frozen=True)
class Answered:
    """Tables of one selection: by kind, with the areas of their lines and the count that they come from, None if live."""

    selection: Selection
    area: Area
    lines: list[Area]
    tables: dict[TableKind, CrossTab]
    snapshot: Snapshot | None

    @property
    def names(self) -> dict[int, str]:
        """What the places are called."""
        return {one.number: one.label for one in self.lines}


def places(area: Area) -> list[Area]:
    """The areas of the lines: one level below; of a village, itself."""
    if area.level == 4:
        return [area]
    return list(Area.objects.current().children_of(area).order_by("number"))


def counted(selection: Selection, kind: TableKind, area: Area) -> list[rules.Count]:
    """Counts from the night's count."""
    by_age = kind is TableKind.NUMBER
    asked = TableKind.SEX if by_age else kind
    found = Tally.objects.in_area(area.number).filter(table=table_number(asked))
    least, below = selection.bounds
    if by_age or selection.by_age:
        found = found.filter(age__gte=(least or 0) if selection.by_age else UNKNOWN)
    else:
        found = found.filter(age=EVERY_AGE)
    if below is not None:
        found = found.filter(age__lt=below)
    if selection.sex:
        found = found.filter(sex=SEXES[selection.sex])
    if selection.population is Population.DISABILITY:
        found = found.filter(disabled=True)
    column = BELOW[area.level]
    rows = found.order_by().values_list(column, "age" if by_age else "column")
    summed = rows.annotate(total=Sum("people"), guessed=Sum("estimated"))
    return _as_counts(summed, column, by_age)


def live(selection: Selection, kind: TableKind, area: Area) -> list[rules.Count]:
    """Counts from the register as it stands."""
    by_age = kind is TableKind.NUMBER
    column = BELOW[area.level]
    rows = people(selection, area.number).annotate(place=age_on(selection.on) if by_age else coded(kind))
    summed = rows.order_by().values_list(column, "place").annotate(total=Count("pk"), guessed=ESTIMATED)
    return _as_counts(summed, column, by_age)


def _as_counts(rows: Iterable[tuple[int, int, int, int]], column: str, by_age: bool) -> list[rules.Count]:
    placed = [(place * _STEP[column], number, total, guessed) for place, number, total, guessed in rows]
    return rules.with_ages(placed) if by_age else [rules.Count(*one) for one in placed]


def ageless(area: Area) -> int:
    """How many of an area, still here, have neither a day nor a year of birth: no population by age counts them."""
    return int(Person.objects.in_area(area.number).present().filter(birth_date=None, birth_year=None).count())


def table_number(kind: TableKind) -> int:
    """The number that the night's count knows a table by."""
    return _COUNTED.index(kind)


NIGHTLY = _COUNTED
"""The tables that the night counts."""


def area_of(number: int) -> Area | None:
    """The area of a number, in force."""
    return Area.objects.current().filter(pk=number).first() if number > 0 and area_level(number) else None
