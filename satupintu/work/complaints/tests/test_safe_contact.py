"""What a person has said of being reached binds what is written about their complaint, whatever the complaint says."""

from typing import Any

import pytest

from satupintu.registry.people.actions import Reachable, record_contact, register
from satupintu.registry.people.models import Person
from satupintu.registry.people.rules import Particulars
from satupintu.registry.people.words import Introduction, SafeContact
from satupintu.work.complaints import actions
from satupintu.work.complaints.tests.test_notifications import PHONE, written
from satupintu.work.complaints.words import Relation

NUMBER, ANOTHER = "0812-3456-7890", "0813 1111 2222"
FORBIDDING = [SafeContact.CALL, SafeContact.IN_PERSON, SafeContact.NONE]


@pytest.fixture
def person(cast: Any, under: Any) -> Person:
    """Somebody who lives in the next village, where Ara's officers see nothing."""
    by = cast.bira_koordinator
    with under(by):
        return register(by=by, who=Particulars(village=by.area_id, name="Daeng Caya"))


@pytest.fixture
def says(cast: Any, under: Any, person: Person) -> Any:
    def do(rule: SafeContact, phone: str = NUMBER) -> None:
        by = cast.bira_koordinator
        with under(by):
            record_contact(person, by=by, how=Reachable(rule, Introduction.HIDE, phone=phone))

    return do


@pytest.fixture
def complain(cast: Any, under: Any, told: Any, person: Person) -> Any:
    def do(relation: Relation = Relation.SELF, **words: Any) -> None:
        by = cast.bulukumba_depan
        with under(by):
            actions.register(told(person=person, relation=relation, **(PHONE | words)), by=by)

    return do


@pytest.mark.parametrize("rule", FORBIDDING)
@pytest.mark.parametrize("relation", [Relation.SELF, Relation.FAMILY])
def test_a_number_that_is_not_safe_is_never_written_to_whoever_gives_it(
    rule: SafeContact, relation: Relation, says: Any, complain: Any
) -> None:
    says(rule)
    complain(relation)
    assert written() == []


@pytest.mark.parametrize("rule", [SafeContact.ANY, SafeContact.MESSAGE])
def test_a_number_that_is_safe_is_written_to(rule: SafeContact, says: Any, complain: Any) -> None:
    says(rule)
    complain()
    assert [address for address, _text in written()] == ["+6281234567890"]


@pytest.mark.parametrize("rule", FORBIDDING)
def test_another_number_of_their_own_follows_the_rule_and_that_of_a_relative_does_not(
    rule: SafeContact, says: Any, complain: Any
) -> None:
    says(rule, ANOTHER)
    complain(Relation.SELF)
    assert written() == []
    complain(Relation.FAMILY)
    assert len(written()) == 1


def test_a_number_that_was_not_safe_stays_so_when_they_are_reached_by_another(says: Any, complain: Any) -> None:
    says(SafeContact.CALL)
    says(SafeContact.ANY, ANOTHER)
    complain()
    assert written() == []
    complain(reporter_phone=ANOTHER)
    assert [address for address, _text in written()] == ["+6281311112222"]


def test_a_number_that_is_said_to_be_safe_again_is_written_to(says: Any, complain: Any) -> None:
    says(SafeContact.NONE)
    says(SafeContact.MESSAGE)
    complain()
    assert len(written()) == 1


def test_who_has_said_nothing_is_written_to_as_the_complaint_says(complain: Any) -> None:
    complain()
    assert len(written()) == 1


def test_what_is_safe_for_the_person_does_not_loosen_what_the_reporter_asked(says: Any, complain: Any) -> None:
    says(SafeContact.ANY)
    complain(contact=SafeContact.CALL)
    assert written() == []


@pytest.mark.parametrize("rule", [SafeContact.IN_PERSON, SafeContact.NONE])
def test_who_wants_to_be_left_alone_now_is_not_written_to_by_a_number_that_was_safe_before(
    rule: SafeContact, says: Any, complain: Any
) -> None:
    says(SafeContact.ANY)
    says(rule, "")
    complain()
    assert written() == []
