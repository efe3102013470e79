"""The live table, the night's count, the names behind a cell and plain Python count the same people."""

from collections import Counter
from datetime import date
from random import Random
from typing import Any

import pytest
from django.utils import timezone

from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import CAPITAL
from satupintu.registry.people.models import Departure, ListEdition, ListMembership, Person
from satupintu.reports.sorting import actions, columns, questions
from satupintu.reports.sorting.models import Snapshot, Tally
from satupintu.reports.sorting.rules import Count, Selection
from satupintu.reports.sorting.tests.conftest import ARA, BIALO, BIRA, PANAKKUKANG
from satupintu.reports.sorting.words import HeldNik, Population, Presence, TableKind

BULUKUMBA = 7302000000
TRAITS = {
    "marital_status": [("bdt", "2015", "1"), ("bdt", "2015", "2"), ("regsosek", "2022", "3"), ("lain", "1", "1")],
    "schooling": [("bdt", "2015", "1"), ("regsosek", "2022", "1"), ("regsosek", "2022", "2")],
    "disability": [("bdt", "2015", "00"), ("bdt", "2015", "03"), ("dtks_verval", "2019", "3"), ("register", "siak", "3"),
                   ("register", "siak", "7")],
    "illness": [("bdt", "2015", "0"), ("regsosek", "2022", "12"), ("register", "siak", "12")],
    "identity_papers": [("bdt", "2015", "0"), ("bdt", "2015", "7"), ("regsosek", "2022", "3"), ("regsosek", "2022", "9")],
}  # fmt: skip
POPULATIONS = [
    *({"population": population} for population in Population),
    {"population": Population.CHILDREN, "sex": "female", "age_from": 7, "age_to": 12},
    {"population": Population.EVERYBODY, "nik": HeldNik.WITHOUT},
    {"population": Population.EVERYBODY, "presence": Presence.DEPARTED},
    {"population": Population.EVERYBODY, "presence": Presence.ALL, "desil": 2},
    {"population": Population.CHILDREN, "traits": {TableKind.SCHOOLING: frozenset({0, 2})}},
    {
        "population": Population.CHILDREN,
        "traits": {TableKind.PAPERS: frozenset({0, -1}), TableKind.SEX: frozenset({1})},
    },
]


def today() -> date:
    return timezone.localdate(timezone=CAPITAL)


@pytest.fixture
def crowd(born: Any, cast: Any) -> list[Person]:
    """Two hundred people in four villages, some without a date, a year, a sex or a particular; some gone."""
    dice, made = Random(7), []
    for number in range(200):
        birth = dice.choice(
            [None, dice.randint(1940, 2026), *[date(dice.randint(1940, 2026), 11, dice.randint(1, 30))] * 6]
        )
        traits = {name: dice.choice(some) for name, some in TRAITS.items() if dice.random() < 0.85}
        village = dice.choice([ARA, BIRA, BIALO, PANAKKUKANG])
        made.append(born(village, birth, sex=dice.choice(["male", "female", ""]), name=f"Orang {number}", **traits))
    with house("uji", quietly=True):
        edition = ListEdition.known("dtsen 2026-1", today())
        for one in made[:40]:
            Departure.objects.create(person=one, village_id=one.village_id, kind="died", basis="family")
        for one in made[20:120]:
            ListMembership.objects.create(person=one, village_id=one.village_id, edition=edition, desil=1 + one.pk % 4)
            Person.objects.filter(pk=one.pk).update(nik=f"7302{one.pk:012d}" if one.pk % 3 else None)
        return list(Person.objects.filter(pk__in=[one.pk for one in made]))


def expected(crowd: list[Person], selection: Selection, kind: TableKind) -> Counter[tuple[int, int]]:
    """The same in plain Python: (village, column) → people."""
    with house("uji", quietly=True):
        gone = set(Departure.objects.standing().values_list("person_id", flat=True))
        ranks = dict(ListMembership.objects.values_list("person_id", "desil"))
    counted: Counter[tuple[int, int]] = Counter()
    for one in crowd:
        if one.village_id // 10**6 == 7302 and _meant(one, selection, gone, ranks):
            counted[one.village_id, _column(one, kind, selection.on)] += 1
    return counted


def summed(counts: list[Count]) -> Counter[tuple[int, int]]:
    """(place, column) → people."""
    found: Counter[tuple[int, int]] = Counter()
    for one in counts:
        found[one.place, one.number] += one.people
    return found


def _meant(one: Person, selection: Selection, gone: set[int], ranks: dict[int, int]) -> bool:
    age, (least, below) = one.age(selection.on), selection.bounds
    if age is not None and age < 0:
        return False
    if selection.by_age and (age is None or not (least or 0) <= age < (below if below is not None else 999)):
        return False
    stored = one.traits.get("disability")
    none = {("bdt", "00"), ("dtks_verval", "0"), ("register", "7")}
    disabled = bool(stored) and (stored[0], stored[2]) not in none
    return all(
        (
            selection.presence is Presence.ALL or (one.pk in gone) == (selection.presence is Presence.DEPARTED),
            not selection.sex or one.sex == selection.sex,
            selection.nik is None or bool(one.nik) == (selection.nik is HeldNik.WITH),
            selection.desil is None or ranks.get(one.pk, 99) <= selection.desil,
            selection.population is not Population.DISABILITY or disabled,
            *(
                numbers & set(columns.in_columns(kind, _column(one, kind, selection.on)))
                for kind, numbers in selection.traits.items()
            ),
        )
    )


def _column(one: Person, kind: TableKind, on: date) -> int:
    if kind is TableKind.NUMBER:
        age = one.age(on)
        return columns.age_group(-1 if age is None else age)
    if kind is TableKind.SEX:
        return columns.SEXES.get(one.sex, columns.UNKNOWN)
    return columns.coding(kind).number(one.traits.get(columns.VARIABLES[kind]))


@pytest.mark.parametrize("asked", POPULATIONS, ids=str)
def test_every_way_of_counting_counts_the_same_people(asked: Any, crowd: list[Person], cast: Any, under: Any) -> None:
    selection = Selection(on=today(), **asked)
    with house("uji", quietly=True) as by:
        actions.count(by=by, kabupaten=BULUKUMBA)
    with under(cast.bulukumba_manajer):
        area = Area.objects.get(pk=BULUKUMBA)
        for kind in TableKind:
            right = expected(crowd, selection, kind)
            live = questions.live(selection, kind, area)
            by_kecamatan: Counter[tuple[int, int]] = Counter()
            for (village, number), people in right.items():
                by_kecamatan[village // 10**4 * 10**4, number] += people
            assert summed(live) == by_kecamatan, kind
            if selection.is_plain:
                nightly = questions.counted(selection, kind, area)
                assert summed(nightly) == summed(live), kind
                assert sum(one.estimated for one in nightly) == sum(one.estimated for one in live), kind
            for number in {number for _village, number in right} | {columns.UNKNOWN}:
                for column in columns.in_columns(kind, number):
                    behind = questions.behind(selection, BULUKUMBA, kind, column).count()
                    wanted = sum(n for (_v, one), n in right.items() if column in columns.in_columns(kind, one))
                    assert behind == wanted, (kind, column)


def test_lines_are_villages_of_a_kecamatan_and_one_village_of_itself(crowd: Any, cast: Any, under: Any) -> None:
    selection = Selection(Population.EVERYBODY, today())
    for who, number in ((cast.bontobahari_tksk, 7302030000), (cast.ara_koordinator, ARA)):
        with under(who):
            area = Area.objects.get(pk=number)
            answered = questions.cross_tabs(selection, [TableKind.SEX], area)
            places = {line.place: line.people for line in answered.tables[TableKind.SEX].lines}
            assert (
                answered.snapshot is None and sum(places.values()) == Person.objects.in_area(number).present().count()
            )
            assert set(places) == ({ARA} if number == ARA else {one.number for one in questions.places(area)})


def test_nobody_counts_whom_they_do_not_see(crowd: Any, cast: Any, under: Any) -> None:
    with house("uji", quietly=True) as by:
        actions.count(by=by, kabupaten=BULUKUMBA)
    selection = Selection(Population.EVERYBODY, today())
    for who in (cast.gowa_manajer, cast.panakkukang_koordinator, cast.sulsel_pemantau, cast.bulukumba_dikbud):
        with under(who):
            assert not Tally.objects.filter(kabupaten=7302).exists(), who
            area = Area.objects.get(pk=BULUKUMBA)
            for kind in (TableKind.NUMBER, TableKind.DISABILITY):
                answered = questions.cross_tabs(selection, [kind], area)
                assert answered.tables[kind].whole.people == 0, who
    with under(cast.ara_koordinator):
        assert set(Tally.objects.values_list("village_id", flat=True)) == {ARA}


def test_the_count_of_a_night_takes_the_place_of_the_one_before(crowd: Any, cast: Any) -> None:
    with house("uji", quietly=True) as by:
        first = actions.count(by=by, kabupaten=BULUKUMBA, key="sorting.count:uji")
        assert actions.count(by=by, kabupaten=BULUKUMBA, key="sorting.count:uji") == first
        rows = Tally.objects.count()
        actions.count(by=by, kabupaten=BULUKUMBA)
        assert Tally.objects.count() == rows and Snapshot.objects.count() == 1


def test_another_day_is_counted_live(crowd: Any, cast: Any, under: Any) -> None:
    with house("uji", quietly=True) as by:
        actions.count(by=by, kabupaten=BULUKUMBA)
    with under(cast.bulukumba_manajer):
        area = Area.objects.get(pk=BULUKUMBA)
        for on, kept in ((today(), True), (date(2020, 1, 1), False)):
            answered = questions.cross_tabs(Selection(Population.CHILDREN, on), [TableKind.SEX], area)
            assert (answered.snapshot is not None) is kept
