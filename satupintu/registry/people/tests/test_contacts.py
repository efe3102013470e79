"""How somebody may be reached: kept with its rule, replaced, never seen by those who have no right to it."""

from typing import Any

import pytest

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.registry.people.actions import Reachable, record_contact
from satupintu.registry.people.models import Contact, Person
from satupintu.registry.people.words import Introduction, SafeContact

KEY = "3f0c9a55-1d6e-4f1c-9d0d-0a4b8e6f2a12"
HOW = Reachable(SafeContact.MESSAGE, Introduction.HIDE, phone="0811 222 333", ask_for="Adik", best_time="Sore")


def test_a_contact_is_recorded_and_leaves_an_event_without_the_number(cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_depan):
        made = record_contact(person, by=cast.ara_depan, how=HOW)
        event = Event.objects.about(made).get()
        assert event.sentence == "Mencatat cara menghubungi: Kirim pesan saja, jangan menelepon."
        assert "0811" not in str(event.facts)


def test_a_new_one_takes_the_place_of_the_old_one_which_is_kept(cast: Any, under: Any, person: Person) -> None:
    by = cast.ara_depan
    with under(by):
        record_contact(person, by=by, how=HOW)
        new = record_contact(person, by=by, how=Reachable(SafeContact.NONE))
        assert Contact.objects.now().get() == new
        assert Contact.objects.count() == 2


def test_the_next_village_records_and_sees_none(cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_depan):
        record_contact(person, by=cast.ara_depan, how=HOW)
    with under(cast.bira_koordinator):
        assert not Contact.objects.exists()
        with pytest.raises(Refused):
            record_contact(person, by=cast.bira_koordinator, how=HOW)


def test_whoever_only_watches_records_none(cast: Any, under: Any, person: Person) -> None:
    by = cast.bontobahari_supervisor
    with under(by), pytest.raises(Refused):
        record_contact(person, by=by, how=HOW)


def test_calling_needs_a_number(cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_depan), pytest.raises(WrongState):
        record_contact(person, by=cast.ara_depan, how=Reachable(SafeContact.CALL, email="a@example.org"))


def test_twice_is_once_and_the_same_again_is_nothing(cast: Any, under: Any, person: Person) -> None:
    by = cast.ara_depan
    with under(by):
        first = record_contact(person, by=by, how=HOW, key=KEY)
        assert record_contact(person, by=by, how=HOW, key=KEY).pk == first.pk
        assert record_contact(person, by=by, how=HOW).pk == first.pk
        assert Contact.objects.count() == 1


def test_the_page_shows_the_rule_and_hides_a_number_that_must_not_be_used(
    cast: Any, under: Any, desk: Any, person: Person
) -> None:
    with under(cast.ara_depan):
        record_contact(person, by=cast.ara_depan, how=HOW)
    assert "0811 222 333" in desk(cast.ara_depan).get(f"/orang/{person.pk}/").content.decode()
    page = desk(cast.bontobahari_supervisor).get(f"/orang/{person.pk}/").content.decode()
    assert "0811 222 333" not in page
    assert "Cara menghubungi" not in page
    with under(cast.ara_depan):
        how = Reachable(SafeContact.IN_PERSON, phone="0811 222 333")
        record_contact(person, by=cast.ara_depan, how=how)
    page = desk(cast.ara_depan).get(f"/orang/{person.pk}/").content.decode()
    assert "0811 222 333" not in page
    assert "Hanya bertemu langsung" in page
