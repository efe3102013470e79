"""Erasing: two persons, nothing in the way, by the house alone; and what the clock does by rule."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.registry.people.actions import lift, register
from satupintu.registry.people.models import CardMember, Departure, FamilyCard, Household, HouseholdMember, Person
from satupintu.registry.people.rules import Particulars
from satupintu.registry.privacy import actions, jobs, retaining, rules
from satupintu.registry.privacy.models import DataRequest, LegalHold, RetentionRule
from satupintu.registry.privacy.words import RequestKind, Retained

Asked = Callable[..., DataRequest]


def test_months_end_where_a_month_is_shorter() -> None:
    assert rules.months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert rules.months_before(date(2026, 1, 15), 13) == date(2024, 12, 15)


def test_an_erasure_is_carried_out_once_by_a_second_person(cast: Any, under: Any, child: Person, asked: Asked) -> None:
    one = asked(RequestKind.ERASURE)
    for stranger in (cast.ara_koordinator, cast.gowa_manajer, cast.bira_koordinator):
        with under(stranger), pytest.raises(Refused):
            actions.erase(one, by=stranger)
    with under(cast.bulukumba_manajer):
        own = {"asked_account_id": cast.bulukumba_manajer.account_id}
        DataRequest.objects.filter(pk=one.pk).update(**own)
        with pytest.raises(Refused):
            actions.erase(one, by=cast.bulukumba_manajer)
        DataRequest.objects.filter(pk=one.pk).update(asked_account_id=cast.ara_koordinator.account_id)
    by = cast.bulukumba_manajer
    with under(by):
        actions.erase(one, by=by, key="sekali")
        actions.erase(one, by=by, key="sekali")
        child.refresh_from_db()
        assert child.is_erased and child.nik is None and child.birth_date is None
        assert (child.birth_year, child.sex) == (timezone.localdate().year - 10, "female"), "what counts stays"
        assert [event.name for event in Event.objects.about(one)] == ["privacy.erased", "privacy.asked"]
        assert Event.objects.about(child)[0].trace == f"O-{child.pk}", "the trail keeps the pseudonym"
        with pytest.raises(WrongState, match="sudah berstatus"):
            actions.erase(one, by=by)
        with pytest.raises(Refused):
            lift(child, by=by)
        assert not Person.objects.usable().filter(pk=child.pk).exists()


def test_a_hold_blocks_with_its_reason_until_it_is_released(cast: Any, under: Any, child: Person, asked: Asked) -> None:
    one, by = asked(RequestKind.ERASURE), cast.bulukumba_manajer
    for stranger in (cast.ara_koordinator, cast.gowa_manajer):
        with under(stranger), pytest.raises(Refused):
            actions.hold(child, by=stranger, reason="x")
    with under(by):
        first, second = (actions.hold(child, by=by, reason="Perkara 12/Pid.B", key="sekali") for _time in range(2))
        assert first == second and LegalHold.objects.standing().count() == 1
        with pytest.raises(WrongState, match="sudah dipasang"):
            actions.hold(child, by=by, reason="Lagi")
        with pytest.raises(WrongState, match=r"Perkara 12/Pid\.B"):
            actions.erase(one, by=by)
    with under(cast.gowa_manajer), pytest.raises(Refused):
        actions.release(child, by=cast.gowa_manajer)
    with under(by):
        actions.release(child, by=by, key="lepas")
        actions.release(child, by=by, key="lepas")
        with pytest.raises(WrongState, match="Tidak ada penahanan"):
            actions.release(child, by=by)
        actions.erase(one, by=by)
        told = {event.name for event in Event.objects.about(child)}
    assert told >= {"privacy.held", "privacy.released", "person.restricted"}


def test_what_is_shared_is_emptied_with_the_last_of_its_people(
    cast: Any, under: Any, child: Person, asked: Asked
) -> None:
    desk, by = cast.ara_koordinator, cast.bulukumba_manajer
    with under(desk):
        mother = register(
            by=desk, who=Particulars(village=child.village_id, name="Sitti Caya"), kk_number="7302031203090001"
        )
        home = Household.objects.create(village_id=child.village_id, address="Jl. Perahu 4")
        for person in (child, mother):
            HouseholdMember.objects.create(
                household=home, person=person, village_id=child.village_id, relationship="other"
            )
    with under(by):
        actions.erase(asked(RequestKind.ERASURE), by=by)
        home.refresh_from_db()
        assert home.address == "Jl. Perahu 4" and FamilyCard.objects.with_number("7302031203090001").exists()
        HouseholdMember.objects.filter(person=mother).update(until=timezone.localdate())
        CardMember.objects.filter(person=mother).update(until=timezone.localdate())
    with house("uji", quietly=True):
        from satupintu.registry.privacy.erasing import erase

        erase(child)
        home.refresh_from_db()
        assert home.address == "" and not FamilyCard.objects.with_number("7302031203090001").exists()


def test_only_the_house_empties_rows(cast: Any, under: Any, child: Person) -> None:
    for by in (cast.bulukumba_manajer, cast.ara_koordinator):
        with under(by), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select privacy_empty('people_person', %s)", [[child.pk]])
    with connection.cursor() as cursor:
        cursor.execute("select privacy_empty('people_person', %s)", [[child.pk]])
        assert cursor.fetchone() == (0,), "without a scope no row exists"
    with house("uji", quietly=True), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select privacy_empty('events_event', %s)", [[1]])


def test_the_clock_erases_the_dead_whose_time_is_over_and_nobody_else(cast: Any, under: Any, child: Person) -> None:
    with house("uji", quietly=True):
        long_ago, lately = (
            Person.objects.create(village_id=child.village_id, name=name, birth_year=1930) for name in ("Lama", "Baru")
        )
        today = timezone.localdate()
        for person, day in ((long_ago, date(2000, 1, 1)), (lately, today - timedelta(days=400))):
            told = {"kind": "died", "basis": "family", "happened_on": day}
            Departure.objects.create(person=person, village_id=child.village_id, **told)
        held = Person.objects.create(village_id=child.village_id, name="Ditahan", birth_year=1931)
        told = {"kind": "died", "basis": "family", "happened_on": date(2000, 1, 1)}
        Departure.objects.create(person=held, village_id=child.village_id, **told)
    with under(cast.bulukumba_manajer):
        actions.hold(held, by=cast.bulukumba_manajer, reason="Sengketa waris")
    for _night in range(2):
        jobs.retain_by_rule(0)
    with house("uji", quietly=True) as by:
        names = dict(Person.objects.values_list("pk", "name"))
        assert names[long_ago.pk] == "Data dihapus" and names[lately.pk] == "Baru" and names[held.pk] == "Ditahan"
        assert Event.objects.filter(name="privacy.retained").count() == 1
        with pytest.raises(WrongState, match="Sengketa waris"):
            retaining.retain(held, by=by)
        assert retaining.retain(long_ago, by=by) == 0


def test_the_clock_empties_requests_that_are_long_answered(cast: Any, under: Any, asked: Asked) -> None:
    one, other = asked(RequestKind.COPY), asked(RequestKind.COPY)
    with under(cast.bulukumba_manajer):
        for request in (one, other):
            actions.refuse(request, by=cast.bulukumba_manajer, text="Bukan walinya")
        DataRequest.objects.filter(pk=one.pk).update(answered_at=timezone.now() - timedelta(days=900))
    jobs.retain_by_rule(0)
    with under(cast.bulukumba_manajer):
        assert {one.number: "", other.number: "Sitti Caya"} == dict(
            DataRequest.objects.values_list("number", "asker_name")
        )


def test_a_rule_is_published_as_a_new_version(cast: Any, under: Any, desk: Any) -> None:
    by = cast.bulukumba_admin
    said = {"kind": Retained.LETTER, "months": 60, "valid_from": timezone.localdate(), "source": "JRA Bulukumba"}
    with under(by):
        first, second = (retaining.publish(by=by, key="sekali", **said) for _time in range(2))
        assert first == second and [event.name for event in Event.objects.about(first)] == ["retention.published"]
        assert RetentionRule.objects.months(Retained.LETTER, timezone.localdate()) == 60
        assert RetentionRule.objects.months(Retained.LETTER, timezone.localdate() - timedelta(days=1)) == 120
        with pytest.raises(LookupError):
            RetentionRule.objects.months(Retained.LETTER, date(2000, 1, 1))
        with pytest.raises(DatabaseError), transaction.atomic():
            RetentionRule.objects.filter(pk=first.pk).update(months=1)
    with under(cast.ara_koordinator), pytest.raises(Refused):
        retaining.publish(by=cast.ara_koordinator, **said)
    page = desk(by).get("/retensi/").content.decode()
    assert "JRA Bulukumba" in page and desk(cast.ara_koordinator).get("/retensi/").status_code == 403
    form = {"kind": "letter", "months": "0", "valid_from": "2027-01-01", "source": "JRA"}
    assert desk(by).post("/retensi/", form).status_code == 422
    assert desk(by).post("/retensi/", form | {"months": "24"}).status_code == 302
