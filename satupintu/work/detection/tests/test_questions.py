"""The register asked by PostgreSQL answers what the plain rule says of each person, one by one."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import connection

from satupintu.foundation.access import house
from satupintu.registry.people import rules as people
from satupintu.registry.people.models import (
    Departure,
    Household,
    HouseholdMember,
    ListEdition,
    ListMembership,
    Person,
)
from satupintu.work.detection import questions, rules
from satupintu.work.detection.models import Sign
from satupintu.work.detection.rules import Asks, Known

ARA, KABUPATEN = 7302032006, 7302000000
TODAY = date(2028, 2, 29)
pytestmark = pytest.mark.django_db

CODES: dict[str, list[str]] = {
    "schooling": ["", "bdt 2015 0", "bdt 2015 1", "regsosek 2022 3", "dtks_verval 2019 2"],
    "marital_status": ["", "bdt 2015 1", "bdt 2015 4", "register siak 2", "apa 0 2"],
    "disability": ["", "bdt 2015 00", "bdt 2015 11", "dtks_verval 2019 0", "register siak 1"],
    "identity_papers": ["", "bdt 2015 0", "bdt 2015 5", "regsosek 2022 6", "dtks_verval 2019 4"],
}


@pytest.fixture(autouse=True)
def inside(db: None) -> Iterator[None]:
    with house("uji", quietly=True), connection.cursor() as cursor:
        # Nobody has counted rows of this transaction: taken for none, they would be compared each with each.
        cursor.execute("set local enable_seqscan = off")
        yield


def crowd(chance: random.Random, many: int) -> dict[int, Known]:
    """So many persons of every kind, and what is known of each in plain values."""
    editions = [
        ListEdition.objects.create(list=kind, edition=f"{kind}{back}", as_of=TODAY - timedelta(days=back))
        for kind, back in (("dtsen", 400), ("dtsen", 30), ("pkh", 900), ("sembako", 100), ("programme", 731))
    ]
    found = {}
    for _turn in range(many):
        person = _somebody(chance)
        alone = _home(person, chance)
        desil, aided = _lists(person, editions, chance)
        gone = chance.random() < 0.1
        if gone:
            Departure.objects.create(person=person, village_id=ARA, kind="moved", basis="family")
        found[person.pk] = Known(
            people.age(person.birth_date, person.birth_year, TODAY),
            person.sex, person.traits, bool(person.nik), desil, alone, aided, not gone,
        )  # fmt: skip
    return found


def _somebody(chance: random.Random) -> Person:
    birth = chance.choice([None, TODAY - timedelta(days=chance.randrange(0, 95 * 365))])
    edge = date(TODAY.year - chance.choice([7, 18, 60]), *chance.choice([(2, 27), (2, 28), (3, 1)]))
    birth = chance.choice([birth, edge])
    year = birth.year if birth else chance.choice([None, TODAY.year - chance.choice([6, 7, 17, 18, 59, 60, 80])])
    traits = {name: code.split() for name, codes in CODES.items() if (code := chance.choice(codes))}
    nik = chance.choice([None, f"{chance.randrange(10**15, 10**16)}"])
    return Person.objects.create(
        village_id=ARA, name="Aminah", birth_date=birth, birth_year=year, traits=traits, nik=nik,
        sex=chance.choice(["", "male", "female"]),
    )  # fmt: skip


def _home(person: Person, chance: random.Random) -> bool:
    """Where somebody lives: with nobody, somebody, somebody who is gone, or nowhere known; answers whether alone."""
    kind = chance.choice(["nowhere", "alone", "with", "with_gone", "was_with", "left"])
    if kind == "nowhere":
        return False
    home = Household.objects.create(village_id=ARA)
    ended = TODAY - timedelta(days=9) if kind == "left" else None
    seat = {"household": home, "village_id": ARA, "relationship": "other"}
    HouseholdMember.objects.create(person=person, until=ended, **seat)
    if kind in {"with", "with_gone", "was_with"}:
        other = Person.objects.create(village_id=KABUPATEN, name="Lain", birth_year=1990)
        HouseholdMember.objects.create(person=other, until=TODAY if kind == "was_with" else None, **seat)
        if kind == "with_gone":
            Departure.objects.create(person=other, village_id=ARA, kind="died", basis="family")
    return kind in {"alone", "with_gone", "was_with"}


def _lists(person: Person, editions: list[ListEdition], chance: random.Random) -> tuple[int | None, bool]:
    """On which lists somebody stands, or their household; answers the rank that counts and whether they are aided."""
    home = Household.objects.of(person).first()
    own: dict[date, int] = {}
    of_home: dict[date, int] = {}
    aided = False
    for edition in editions:
        if chance.random() < 0.6:
            continue
        desil = chance.choice([None, *range(1, 11)]) if edition.list == "dtsen" else None
        by_home = home is not None and chance.random() < 0.4
        whose = {"household": home} if by_home else {"person": person}
        ListMembership.objects.create(edition=edition, desil=desil, village_id=ARA, **whose)
        if desil:
            (of_home if by_home else own)[edition.as_of] = desil
        aided |= edition.list != "dtsen" and edition.as_of > date(TODAY.year - 2, 2, 28)
    ranked = own or of_home
    return (ranked[max(ranked)] if ranked else None), aided


def asked(chance: random.Random) -> Asks:
    """Some sign or other."""
    names = chance.sample(["schooling", "marital_status", "disability"], chance.choice([0, 0, 1, 1, 2]))
    codes = {"schooling": ["0", "2"], "marital_status": ["2", "3", "4"], "disability": ["01", "10", "11"]}
    least = chance.choice([None, None, 7, 60])
    return Asks(
        least,
        chance.choice([None, 17]) if least != 60 else None,
        chance.choice(["", "", "", "female"]),
        {name: chance.sample(codes[name], chance.choice([1, len(codes[name])])) for name in names},
        chance.choice([[], [], ["birth_certificate"], ["birth_certificate", "ktp"]]),
        chance.choice([None, None, 2, 4]),
        *(chance.random() < 0.25 for _flag in range(3)),
    )


def test_postgresql_finds_exactly_whom_the_plain_rule_means() -> None:
    chance = random.Random(9)
    known = crowd(chance, 260)
    sizes = []
    signs = [one.asks for one in Sign.objects.all()] + [asked(chance) for _turn in range(120)]
    for asks in signs:
        found = set(questions.matching(asks, ARA, TODAY).values_list("pk", flat=True))
        assert found == {pk for pk, one in known.items() if rules.holds(asks, one)}, asks
        sizes.append(len(found))
    assert sum(size > 0 for size in sizes) > 60, "too few signs find anybody for this to prove something"


def test_what_was_seen_is_written_down_as_far_as_the_sign_asks() -> None:
    person = Person.objects.create(
        village_id=ARA, name="Aminah", birth_year=2016, nik="7302034508680002",
        traits={"schooling": ["bdt", "2015", "2"], "illness": ["bdt", "2015", "8"]},
    )  # fmt: skip
    sign = Sign.objects.get(code="out_of_school")
    row = questions.to_list(sign, KABUPATEN, TODAY).get(pk=person.pk)
    assert row["facts"] == {"age": 12, "dated": False, "schooling": ["bdt", "2015", "2"]}
