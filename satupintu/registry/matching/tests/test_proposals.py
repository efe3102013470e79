"""Two records become one while proposals are under way: each goes on about whoever stands, and comes back with an undo."""

from typing import Any

import pytest

from satupintu.foundation.access import house
from satupintu.registry.changes import actions, frozen
from satupintu.registry.changes.actions import Proposal
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.changes.words import Basis, Kind
from satupintu.registry.matching.actions import decide, undo
from satupintu.registry.matching.models import Merge, Pair
from satupintu.registry.matching.tests.conftest import ARA, prints
from satupintu.registry.matching.words import Decision
from satupintu.registry.people.actions import Home, Seat, register, register_household
from satupintu.registry.people.models import Person
from satupintu.registry.people.rules import Particulars
from satupintu.registry.people.words import Relationship

GONE = {"departure": "moved", "happened_on": "2026-11-01", "departure_basis": "family"}


def told(pk: int) -> ChangeRequest:
    """A proposal as it stands."""
    with house("uji", quietly=True):
        found: ChangeRequest = ChangeRequest.objects.get(pk=pk)
        return found


def departure(by: Any, *people: Person) -> ChangeRequest:
    """That the first of these moves away, the others along."""
    what = Proposal(
        Kind.MOVING_OUT,
        Basis.MUSDES,
        people[0].name,
        GONE,
        before={"departure": ""},
        details={"people": [one.pk for one in people], "names": [one.name for one in people]},
        person=people[0],
    )
    made: ChangeRequest = actions.propose(what, by=by, village=ARA)
    return made


@pytest.fixture
def neighbour(cast: Any, under: Any) -> Person:
    """Somebody of the same village who is nobody's double."""
    with under(cast.ara_koordinator):
        return register(by=cast.ara_koordinator, who=Particulars(village=ARA, name="Caya"))


def merge(cast: Any, under: Any, pair: Pair, survivor: Person) -> Merge:
    """One person of the two, by an officer of the village."""
    by = cast.ara_koordinator
    with under(by):
        decide(pair, by=by, decision=Decision.SAME, survivor=survivor.pk)
        return Merge.objects.latest("pk")


def test_whoever_moves_along_is_the_record_that_stands(
    cast: Any, under: Any, pair: Pair, people: Any, neighbour: Person
) -> None:
    one, other = people
    with under(cast.ara_fasilitator):
        about, along = departure(cast.ara_fasilitator, other), departure(cast.ara_fasilitator, neighbour, other)
    before = prints()
    done = merge(cast, under, pair, one)
    assert (told(about.pk).person_id, told(about.pk).details["people"]) == (one.pk, [one.pk])
    assert told(along.pk).person_id == neighbour.pk
    assert sorted(told(along.pk).details["people"]) == sorted([neighbour.pk, one.pk])
    assert told(along.pk).details["names"] == ["Caya", other.name]
    with under(cast.ara_koordinator):
        undo(done, by=cast.ara_koordinator)
    assert prints() == before


def test_both_records_in_one_proposal_are_one_person_in_it(cast: Any, under: Any, pair: Pair, people: Any) -> None:
    one, other = people
    with under(cast.ara_fasilitator):
        made = departure(cast.ara_fasilitator, one, other)
    merge(cast, under, pair, one)
    assert told(made.pk).details["people"] == [one.pk]


def test_who_leaves_for_another_card_is_the_record_that_stands(
    cast: Any, under: Any, pair: Pair, people: Any, neighbour: Person
) -> None:
    one, other = people
    with under(cast.ara_koordinator):
        home = register_household(
            by=cast.ara_koordinator,
            home=Home(village=ARA),
            members=[Seat(neighbour, Relationship.HEAD), Seat(other, Relationship.CHILD)],
        )
    members = [{"pk": other.pk, "name": other.name, "relationship": "head", "was": "child"}]
    what = Proposal(
        Kind.SPLIT_CARD,
        Basis.MUSDES,
        "KK",
        {"kk_number": "7302031201100077"},
        before=frozen.home_of(home),
        details={"members": members, "people": [other.pk]},
        household=home,
    )
    with under(cast.ara_fasilitator):
        made = actions.propose(what, by=cast.ara_fasilitator, village=ARA)
    merge(cast, under, pair, one)
    assert told(made.pk).details["members"] == [members[0] | {"pk": one.pk}]


def test_what_is_over_stays_as_it_was(cast: Any, under: Any, pair: Pair, people: Any) -> None:
    one, other = people
    with under(cast.ara_fasilitator):
        made = departure(cast.ara_fasilitator, other)
        actions.withdraw(made, by=cast.ara_fasilitator, text="Tidak jadi pindah.")
    merge(cast, under, pair, one)
    assert told(made.pk).details["people"] == [other.pk]
