"""Kinds of need and contacts follow a merge, the sealed ones too, though whoever merges does not learn of them."""

from datetime import date
from typing import Any

import pytest

from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.registry.matching.actions import decide, undo
from satupintu.registry.matching.models import Merge, Pair
from satupintu.registry.matching.tests.conftest import prints
from satupintu.registry.matching.words import Decision
from satupintu.registry.people.actions import Kind, Reachable, add_ppks, record_contact
from satupintu.registry.people.models import Contact, Ppks
from satupintu.registry.people.words import PpksBasis, SafeContact

SINCE = date(2025, 3, 4)


def need(code: str) -> Kind:
    return Kind(code, SINCE, PpksBasis.ASSESSMENT)


@pytest.fixture
def told(cast: Any, under: Any, people: Any) -> tuple[Ppks, Ppks]:
    """The record that goes: poor, as all may know, and what only the kabupaten's manager may."""
    with under(cast.ara_koordinator):
        poor: Ppks = add_ppks(people[1], by=cast.ara_koordinator, kind=need("24"))
    with under(cast.bulukumba_manajer):
        return poor, add_ppks(people[1], by=cast.bulukumba_manajer, kind=need("16"))


def test_a_sealed_kind_follows_and_who_merged_does_not_learn_of_it(
    cast: Any, under: Any, pair: Pair, people: Any, told: Any, desk: Any
) -> None:
    by = cast.ara_koordinator
    before = prints()
    with under(by):
        decide(pair, by=by, decision=Decision.SAME, survivor=people[0].pk)
        assert [row.code for row in Ppks.objects.now().of(people[0])] == ["24"]
        assert not Event.objects.about(told[1]).exists()
    with under(cast.bulukumba_manajer):
        assert {row.code for row in Ppks.objects.now().of(people[0])} == {"24", "16"}
    page = desk(by).get(f"/orang/{people[0].pk}/").content.decode()
    assert "Fakir miskin" in page
    assert told[1].label not in page
    with under(by):
        undo(Merge.objects.get(), by=by)
    assert prints() == before


def test_of_one_kind_told_of_both_the_survivor_s_holds_and_the_other_ends(
    cast: Any, under: Any, pair: Pair, people: Any, told: Any
) -> None:
    by = cast.ara_koordinator
    with under(by):
        own = add_ppks(people[0], by=by, kind=need("24"))
        decide(pair, by=by, decision=Decision.SAME, survivor=people[0].pk)
        assert Ppks.objects.now().of(people[0]).get() == own
        assert Ppks.objects.of(people[0]).count() == 2


def test_how_the_survivor_is_reached_safely_stands(cast: Any, under: Any, pair: Pair, people: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        own = record_contact(people[0], by=by, how=Reachable(SafeContact.NONE))
        record_contact(people[1], by=by, how=Reachable(SafeContact.ANY, phone="0811222333"))
        decide(pair, by=by, decision=Decision.SAME, survivor=people[0].pk)
        assert Contact.objects.now().filter(person=people[0]).get() == own
    with house("uji", quietly=True):
        assert not Contact.objects.filter(person=people[1]).exists()
