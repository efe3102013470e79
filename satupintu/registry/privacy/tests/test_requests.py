"""Requests about one's own data: written down with a proof, answered within three days, restricted, refused."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.registry.matching.actions.merging import merged_by
from satupintu.registry.matching.models import Pair
from satupintu.registry.people.actions import change, change_household, lift, restrict
from satupintu.registry.people.models import Household, Person, Restriction
from satupintu.registry.people.rules import Particulars
from satupintu.registry.privacy import actions, rules
from satupintu.registry.privacy.models import DataRequest
from satupintu.registry.privacy.words import Asker, Proof, RequestKind, RequestState
from satupintu.reports.sorting import questions
from satupintu.reports.sorting.rules import Selection
from satupintu.reports.sorting.words import Population, TableKind

Asked = Callable[..., DataRequest]
ANSWERS: dict[str, tuple[RequestKind, Callable[[DataRequest, Any], Any]]] = {
    "copy": (RequestKind.COPY, lambda one, by: actions.hand_copy(one, by=by)),
    "restrict": (RequestKind.RESTRICTION, lambda one, by: actions.restrict(one, by=by)),
    "answer": (RequestKind.CORRECTION, lambda one, by: actions.answer(one, by=by, text="Nama diperbaiki.")),
    "refuse": (RequestKind.COPY, lambda one, by: actions.refuse(one, by=by, text="Bukan walinya.")),
}


def test_a_paper_shows_who_may_ask_for_whom() -> None:
    assert rules.proves(Asker.PARENT, Proof.BIRTH) and not rules.proves(Asker.PROXY, Proof.FAMILY_CARD)
    assert rules.may_ask(Asker.PARENT, 17, RequestKind.COPY) and not rules.may_ask(Asker.PARENT, 18, RequestKind.COPY)
    assert rules.may_ask(Asker.SPOUSE, 40, RequestKind.COPY) and not rules.may_ask(
        Asker.SPOUSE, 40, RequestKind.ERASURE
    )


def test_a_request_is_written_down_once_and_has_three_days(cast: Any, under: Any, child: Person) -> None:
    by = cast.ara_koordinator
    said = {"kind": RequestKind.COPY, "asker": Asker.PARENT, "asker_name": "Sitti Caya", "proof": Proof.BIRTH}
    with under(by):
        first, second = (actions.ask(child, by=by, key="sekali", **said) for _time in range(2))
        assert first == second and first.due_at - first.asked_at == timedelta(hours=72)
        assert [one.name for one in Event.objects.about(first)] == ["privacy.asked"]
        with pytest.raises(WrongState, match="Bukti ini"):
            actions.ask(child, by=by, **said | {"asker": Asker.PROXY})
        Person.objects.filter(pk=child.pk).update(birth_date=None, birth_year=1980)
        with pytest.raises(WrongState, match="kuasa tertulis"):
            actions.ask(child, by=by, **said)
    for stranger in (cast.bira_koordinator, cast.gowa_manajer):
        with under(stranger), pytest.raises(Refused):
            actions.ask(child, by=stranger, **said)


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_given_once_by_the_kabupaten_and_by_no_stranger(
    name: str, cast: Any, under: Any, asked: Asked
) -> None:
    kind, act = ANSWERS[name]
    one = asked(kind)
    for stranger in (cast.bira_koordinator, cast.gowa_manajer, cast.ara_koordinator):
        with under(stranger), pytest.raises(Refused):
            act(one, stranger)
    by = cast.bulukumba_manajer
    with under(by):
        act(one, by)
        one.refresh_from_db()
        assert one.state == (RequestState.REFUSED if name == "refuse" else RequestState.ANSWERED)
        assert one.answered_by_id == by.pk and Event.objects.about(one).count() == 2
        with pytest.raises(WrongState, match="sudah berstatus"):
            act(one, by)


@pytest.mark.parametrize("name", ["copy", "restrict", "answer"])
def test_a_step_answers_its_own_kind_alone(name: str, cast: Any, under: Any, asked: Asked) -> None:
    by, one = cast.bulukumba_manajer, asked(RequestKind.ERASURE, asker=Asker.PARENT)
    with under(by), pytest.raises(WrongState, match="bukan untuk"):
        ANSWERS[name][1](one, by)


def test_what_was_answered_has_an_end_and_an_erasure_a_second_person(cast: Any, under: Any, asked: Asked) -> None:
    one = asked(RequestKind.ERASURE)
    with under(cast.bulukumba_manajer):
        for wrong in (
            {"state": "refused"},
            {"state": "answered", "answered_at": timezone.now(), "answered_by": one.asked_by_id},
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                DataRequest.objects.filter(pk=one.pk).update(**wrong)


def test_data_that_rest_are_changed_by_nobody_until_it_is_lifted(
    cast: Any, under: Any, child: Person, asked: Asked
) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        actions.restrict(asked(RequestKind.RESTRICTION), by=by)
    village = cast.ara_koordinator
    new = Particulars(village=child.village_id, name="Nur Aisah", nik=child.nik or "", sex="female")
    with under(village):
        with pytest.raises(WrongState, match="dibatasi"):
            change(child, by=village, who=new)
        with pytest.raises(Refused):
            lift(child, by=village)
    with house("uji", quietly=True):
        home = Household.objects.create(village_id=child.village_id)
        other = Person.objects.create(village_id=child.village_id, name="Nur Aisya")
        first, second = sorted([child.pk, other.pk])
        pair = Pair.objects.create(one_id=first, other_id=second, weight=1, levels={}, keeps_one=True)
    from satupintu.registry.people.actions import Home, Seat
    from satupintu.registry.people.words import Relationship

    with under(village), pytest.raises(WrongState, match="dibatasi"):
        seats = [Seat(child, Relationship.CHILD)]
        change_household(home, by=village, home=Home(child.village_id, address="Baru"), members=seats)
    with under(by):
        with pytest.raises(WrongState, match="dibatasi"):
            merged_by(pair, by=by)
        with pytest.raises(WrongState, match="sudah dibatasi"):
            restrict(child, by=by, request="x")
        lift(child, by=by, key="sekali")
        lift(child, by=by, key="sekali")
        with pytest.raises(WrongState, match="tidak dibatasi"):
            lift(child, by=by)
        change(child, by=by, who=new)
        told = [event.name for event in Event.objects.about(child)]
    assert told[:3] == ["person.changed", "person.lifted", "person.restricted"]


def test_names_of_those_whose_data_rest_are_on_no_list(cast: Any, under: Any, child: Person, asked: Asked) -> None:
    everybody = Selection(Population.EVERYBODY, timezone.localdate())
    by = cast.bulukumba_manajer
    with under(by):
        names = questions.behind(everybody, child.village_id, TableKind.SEX, None)
        assert child in names
        actions.restrict(asked(RequestKind.RESTRICTION), by=by)
        assert child not in questions.behind(everybody, child.village_id, TableKind.SEX, None)
        assert child not in Person.objects.usable() and Restriction.objects.standing().count() == 1
