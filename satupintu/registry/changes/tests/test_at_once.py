"""D6: officers act on one proposal at the same moment: each step is taken once, and the register is written once."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from satupintu.engine.actions import WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.registry.changes import actions, frozen
from satupintu.registry.changes.actions import Proposal
from satupintu.registry.changes.models import ChangeRequest, Verification
from satupintu.registry.changes.tests.conftest import ARA, paper, ratified, visit
from satupintu.registry.changes.words import Basis, Kind, Status
from satupintu.registry.people.actions import change, register
from satupintu.registry.people.models import Person
from satupintu.registry.people.rules import Particulars
from tests.crowd import Crowd

pytestmark = pytest.mark.slow


@pytest.fixture
def people(at_once: Crowd, under: Any) -> list[Person]:
    """People of Ara about whom something can be proposed."""
    by = at_once.cast.ara_koordinator
    with under(by):
        return [register(by=by, who=Particulars(village=ARA, name=f"Daeng {letter}")) for letter in "ABCDEF"]


def acting(under: Any, by: Any, act: Callable[[Any], Any]) -> Callable[[], Any]:
    """An officer who does something under their own appointment."""

    def do() -> Any:
        with under(by):
            return act(by)

    return do


def proposing(under: Any, by: Any, person: Person) -> Callable[[], Any]:
    """Somebody of the village who proposes another work for that person, on a statement."""

    def propose(by: Any) -> ChangeRequest:
        before = {"occupation": frozen.of_person(Person.objects.get(pk=person.pk))["occupation"]}
        what = Proposal(
            Kind.CORRECTION, Basis.STATEMENT, person.name, {"occupation": "Nelayan"}, before=before, person=person
        )
        return actions.propose(what, by=by, village=ARA)

    return acting(under, by, propose)


def vouched(at_once: Crowd, under: Any, one: ChangeRequest) -> None:
    """The village signs for a proposal."""
    by = at_once.cast.ara_koordinator
    with under(by):
        actions.vouch(one, by=by, signed_by="Patta", position="Kades", signed_on=date(2026, 11, 1), paper=paper())


def checked(at_once: Crowd, under: Any, person: Person) -> ChangeRequest:
    """A proposal that waits for its decree."""
    cast = at_once.cast
    one: ChangeRequest = proposing(under, cast.ara_fasilitator, person)()
    vouched(at_once, under, one)
    with under(cast.bontobahari_supervisor):
        actions.verify(one, by=cast.bontobahari_supervisor, visit=visit())
    with under(cast.bulukumba_belakang):
        actions.check(one, by=cast.bulukumba_belakang)
    return one


def applying(one: ChangeRequest, by: Any) -> Any:
    """The kabupaten applies it."""
    return actions.apply(one, by=by)


def test_the_same_is_not_proposed_twice_by_two_at_once(at_once: Crowd, under: Any, people: list[Person]) -> None:
    cast = at_once.cast
    for person in people:
        answers = at_once(
            proposing(under, cast.ara_fasilitator, person), proposing(under, cast.ara_koordinator, person)
        )
        assert [type(one) for one in at_once.refused(answers)] == [WrongState]
    with house("uji", quietly=True):
        assert ChangeRequest.objects.count() == len(people)


def test_two_who_verify_at_once_verify_once(at_once: Crowd, under: Any, people: list[Person]) -> None:
    cast = at_once.cast
    one = proposing(under, cast.ara_fasilitator, people[0])()
    vouched(at_once, under, one)
    verify = lambda by: actions.verify(one, by=by, visit=visit())  # noqa: E731
    answers = at_once(acting(under, cast.bontobahari_supervisor, verify), acting(under, cast.bontobahari_tksk, verify))
    assert len(at_once.refused(answers)) == 1
    with house("uji", quietly=True):
        assert Verification.objects.count() == 1


def test_applied_by_two_at_once_and_changed_meanwhile_nothing_is_written_over(
    at_once: Crowd, under: Any, people: list[Person]
) -> None:
    cast = at_once.cast
    made = [checked(at_once, under, person) for person in people]
    ratified(cast, under, *made)
    for one, person in zip(made, people, strict=True):
        by_hand = Particulars(village=ARA, name=person.name, occupation="Petani")
        answers = at_once(
            acting(under, cast.bulukumba_belakang, partial(applying, one)),
            acting(under, cast.bulukumba_manajer, partial(applying, one)),
            acting(under, cast.ara_koordinator, lambda by, one=person, who=by_hand: change(one, by=by, who=who)),
        )
        applied = [answer for answer in answers[:2] if answer not in at_once.refused(answers)]
        assert len(applied) <= 1
        with house("uji", quietly=True):
            stands = ChangeRequest.objects.get(pk=one.pk)
            assert stands.status_word is (Status.APPLIED if applied else Status.RATIFIED)
            # Whoever wrote by hand came first and the proposal clashes, or came after and stands.
            assert Person.objects.get(pk=person.pk).occupation == "Petani"
            assert Event.objects.about(one).filter(name="change.applied").count() == len(applied)
