"""Kinds of need (PPKS): written down and ended, seen by area and clearance."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.registry.people.actions import Home, Kind, Seat, add_ppks, end_ppks, register_household
from satupintu.registry.people.models import Person, Ppks
from satupintu.registry.people.rules import ppks_clearance, ppks_fits
from satupintu.registry.people.tests.conftest import ARA
from satupintu.registry.people.words import PpksBasis, PpksEnd, Relationship

SINCE = date(2025, 3, 4)
KEY = "3f0c9a55-1d6e-4f1c-9d0d-0a4b8e6f2a11"


def kind(code: str = "24", **more: Any) -> Kind:
    return Kind(code, **({"since": SINCE, "basis": PpksBasis.ASSESSMENT, "evidence": "SK 1/2025"} | more))


def test_a_kind_is_written_down_with_list_and_version_owner_and_evidence(cast: Any, under: Any, person: Person) -> None:
    by = cast.ara_koordinator
    with under(by):
        made = add_ppks(person, by=by, kind=kind(office=by.office))
        made.refresh_from_db()
        assert (made.system, made.version, made.code) == ("ppks", "permensos-8-2012", "24")
        assert (made.office_id, made.evidence, made.since, made.until) == (by.office_id, "SK 1/2025", SINCE, None)
        assert made.label == "Fakir miskin"
        event = Event.objects.about(made).get()
        assert event.sentence == "Mencatat PPKS: Fakir miskin (Asesmen petugas)."


def test_a_household_has_kinds_too(cast: Any, under: Any, person: Person) -> None:
    by = cast.ara_koordinator
    with under(by):
        home = register_household(by=by, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
        made = add_ppks(home, by=by, kind=kind("25"))
        assert list(Ppks.objects.now().of(home)) == [made]
        assert not Ppks.objects.of(person).exists()


def test_the_next_village_writes_and_sees_nothing(cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_koordinator):
        made = add_ppks(person, by=cast.ara_koordinator, kind=kind())
    with under(cast.bira_koordinator):
        assert not Ppks.objects.exists()
        with pytest.raises(Refused):
            add_ppks(person, by=cast.bira_koordinator, kind=kind("13"))
        with pytest.raises(Refused):
            end_ppks(made, by=cast.bira_koordinator, because=PpksEnd.WRONG)
        with pytest.raises(ProgrammingError), transaction.atomic():
            Ppks.objects.create(
                person_id=person.pk, system="ppks", version="x", code="24", clearance=0, basis="family", since=SINCE
            )


def test_a_kind_that_holds_an_unknown_one_and_a_day_to_come_are_refused(cast: Any, under: Any, person: Person) -> None:
    by = cast.ara_koordinator
    with under(by):
        add_ppks(person, by=by, kind=kind())
        with pytest.raises(WrongState):
            add_ppks(person, by=by, kind=kind())
        with pytest.raises(Refused):
            add_ppks(person, by=by, kind=kind("99"))
        with pytest.raises(WrongState):
            add_ppks(person, by=by, kind=kind("13", since=timezone.localdate() + timedelta(days=1)))


def test_an_age_outside_the_kind_is_refused(cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_koordinator), pytest.raises(WrongState):
        add_ppks(person, by=cast.ara_koordinator, kind=kind("02"))


def test_twice_is_once(cast: Any, under: Any, person: Person) -> None:
    by = cast.ara_koordinator
    with under(by):
        first = add_ppks(person, by=by, kind=kind(), key=KEY)
        again = add_ppks(person, by=by, kind=kind(), key=KEY)
        assert first.pk == again.pk
        assert Ppks.objects.count() == 1


def test_a_kind_ends_with_a_day_and_a_reason_once(cast: Any, under: Any, person: Person) -> None:
    by = cast.ara_koordinator
    with under(by):
        made = add_ppks(person, by=by, kind=kind())
        end_ppks(made, by=by, because=PpksEnd.OVERCOME, on=date(2025, 9, 1))
        made.refresh_from_db()
        assert (made.until, made.ended_because) == (date(2025, 9, 1), "overcome")
        assert "ppks.ended" in [event.name for event in Event.objects.about(made)]
        with pytest.raises(WrongState):
            end_ppks(made, by=by, because=PpksEnd.OVERCOME)
        assert add_ppks(person, by=by, kind=kind(since=date(2026, 1, 1))).pk != made.pk


def test_a_kind_does_not_end_before_it_began(cast: Any, under: Any, person: Person) -> None:
    by = cast.ara_koordinator
    with under(by):
        made = add_ppks(person, by=by, kind=kind())
        with pytest.raises(WrongState):
            end_ppks(made, by=by, because=PpksEnd.OVERCOME, on=date(2025, 3, 3))


def test_what_hurts_when_it_is_mentioned_is_seen_and_written_by_those_cleared_for_it(
    cast: Any, under: Any, person: Person
) -> None:
    with under(cast.ara_koordinator), pytest.raises(Refused):
        add_ppks(person, by=cast.ara_koordinator, kind=kind("16"))
    with under(cast.bulukumba_manajer):
        made = add_ppks(person, by=cast.bulukumba_manajer, kind=kind("16"))
        assert made.clearance == 2
    with under(cast.ara_koordinator):
        assert not Ppks.objects.exists()
        assert not Event.objects.filter(subject_type="ppks").exists()


def test_the_age_of_a_kind_and_its_sensitivity() -> None:
    assert ppks_fits("01", 5)
    assert not ppks_fits("01", 6)
    assert ppks_fits("08", 60)
    assert not ppks_fits("08", 59)
    assert ppks_fits("02", None)
    assert [ppks_clearance(code) for code in ("24", "19", "16")] == [0, 1, 2]
