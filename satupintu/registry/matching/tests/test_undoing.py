"""Many merges at random, chains among them, undone from the last to the first: the tables are what they were.

``SATUPINTU_MERGES=1000`` makes it a thousand.
"""

import os
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from satupintu.engine.actions import WrongState
from satupintu.foundation.access import house
from satupintu.registry.matching.actions import confirm, decide, report, undo
from satupintu.registry.matching.models import Merge
from satupintu.registry.matching.tests.conftest import ARA, BIRA, prints
from satupintu.registry.matching.words import Decision
from satupintu.registry.people.models import (
    CardMember,
    Consent,
    Departure,
    FamilyCard,
    Household,
    HouseholdMember,
    ListEdition,
    ListMembership,
    NameToken,
    Person,
)
from satupintu.work.complaints.models import Complaint

MERGES = int(os.environ.get("SATUPINTU_MERGES", "40"))


def crowd(dice: Random, count: int) -> list[Person]:
    """People of two villages with whatever may hang on a person, some of it twice."""
    names = "Baso Tahir Siti Aminah Caya Rahmat Nurul Andi Besse Hasan".split()
    edition = ListEdition.objects.create(list="dtsen", edition="uji", as_of=date(2026, 1, 1))
    made = []
    for _number in range(count):
        village = dice.choice((ARA, ARA, BIRA))
        born = date(1980, 1, 1) + timedelta(days=dice.randrange(9000))
        made.append(
            Person(
                village_id=village,
                name=" ".join(dice.sample(names, 2)),
                nik=f"{dice.randrange(10**15, 10**16)}" if dice.random() < 0.7 else None,
                sex=dice.choice(("male", "female", "")),
                birth_date=born if dice.random() < 0.8 else None,
                mother_name=dice.choice(("Hania", "", "Besse")),
                occupation=dice.choice(("", "Nelayan")),
                traits={"religion": ["register", "1", "1"]} if dice.random() < 0.3 else {},
            )
        )
        made[-1].save()
    NameToken.objects.renew(made)
    homes = {village: Household.objects.create(village_id=village) for village in (ARA, BIRA)}
    card = {
        village: FamilyCard.objects.create(village_id=village, kk_number=f"7302031201{village % 10**6:06d}")
        for village in (ARA, BIRA)
    }
    since = date(2024, 1, 1)
    for person in made:
        place = {"person": person, "village_id": person.village_id}
        if dice.random() < 0.7:
            home = (
                homes[person.village_id]
                if dice.random() < 0.6
                else Household.objects.create(village_id=person.village_id, head=person)
            )
            HouseholdMember.objects.create(
                household=home, relationship=dice.choice(("head", "child")), since=since, **place
            )
        if dice.random() < 0.7:
            CardMember.objects.create(card=card[person.village_id], since=since, **place)
        if dice.random() < 0.3:
            Departure.objects.create(kind="moved", basis="family", **place)
        if dice.random() < 0.4:
            Consent.objects.create(purpose="service", form="spoken", given_on=since, **place)
        if dice.random() < 0.4:
            ListMembership.objects.create(edition=edition, desil=2, **place)
    return made


def test_random_merges_undone_give_back_the_identical_tables(cast: Any, under: Any, complaint_of: Any) -> None:
    dice = Random(2026)
    by, second = cast.bulukumba_manajer, cast.bontobahari_supervisor
    with house("uji", quietly=True):
        people = crowd(dice, MERGES * 2)
    sealed = complaint_of(cast.ara_koordinator, ARA, next(one for one in people if one.village_id == ARA))
    before = prints()
    done: list[Merge] = []
    while len(done) < MERGES:
        one, other = dice.sample(people, 2)
        with under(by):
            pair = report(by=by, one=one, other=other)
            try:
                decide(pair, by=by, decision=Decision.SAME, survivor=dice.choice((one.pk, other.pk)))
            except WrongState:
                continue
            pair.refresh_from_db()
        if pair.state == "proposed":
            with under(second):
                try:
                    confirm(pair, by=second, agrees=True)
                except WrongState:
                    continue
        with under(by):
            done.append(Merge.objects.latest("pk"))
    assert prints() != before
    with under(by):
        for merge in reversed(done):
            undo(merge, by=by)
    after = prints()
    assert {table for table in before if before[table] != after[table]} == set()
    with house("uji", quietly=True):
        assert Complaint.objects.get(pk=sealed.pk).person_id == sealed.person_id
        assert not Person.everyone.exclude(merged_into=None).exists()


@pytest.mark.parametrize("rounds", [3])
def test_merging_and_undoing_again_and_again_changes_nothing(cast: Any, under: Any, pair: Any, rounds: int) -> None:
    by = cast.ara_koordinator
    before = prints()
    for _round in range(rounds):
        with under(by):
            decide(pair, by=by, decision=Decision.SAME, survivor=pair.other_id)
            undo(Merge.objects.standing().get(), by=by)
    assert prints() == before
