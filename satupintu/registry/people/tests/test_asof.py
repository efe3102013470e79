"""What was known on a day: former values, memberships of that day, and who changed what."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from satupintu.registry.people.actions import Home, Kind, Seat, add_ppks, change, register_household
from satupintu.registry.people.asof import as_of, formers
from satupintu.registry.people.models import CardMember, FormerValue, HouseholdMember, ListEdition, Person
from satupintu.registry.people.tests.conftest import ARA
from satupintu.registry.people.words import PpksBasis, Relationship


def move_back(person: Person, days: int) -> None:
    """Let everything about the person have happened so many days earlier; the application itself may not touch the past."""
    with connection.cursor() as cursor:
        cursor.execute("update people_person set registered_at = registered_at - %s * interval '1 day'", [days])


def test_a_changed_value_is_kept_with_who_and_when(cast: Any, under: Any, person: Person, who: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        change(person, by=by, who=who(name="Rahmatullah", occupation="Nelayan", birth_date=date(1988, 1, 2)))
        told = {one.field: one for one in formers(person)}
        assert told["nama"].said == "Muh. Rahmatullah Dg. Mattawang"
        assert told["pekerjaan"].said == "kosong"
        assert told["tanggal lahir"].said == "12 Nov 1987"
        assert told["nama"].who == by.label
        assert "tahun lahir" in told


def test_what_did_not_change_is_not_kept(cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_koordinator):
        Person.objects.filter(pk=person.pk).update(occupation=person.occupation)
        assert not FormerValue.objects.exists()


def test_one_statement_keeps_the_values_of_all_its_rows(cast: Any, under: Any, person: Person, who: Any) -> None:
    by = cast.ara_koordinator
    from satupintu.registry.people.actions import register

    with under(by):
        other = register(by=by, who=who(name="Caya", nik=""))
        Person.objects.filter(pk__in=[person.pk, other.pk]).update(address="Jalan Baru")
        assert {row.person_id for row in FormerValue.objects.all()} == {person.pk, other.pk}
        assert {tuple(row.was) for row in FormerValue.objects.all()} == {("address",)}


def test_the_record_of_yesterday_is_put_together_again(cast: Any, under: Any, person: Person, who: Any) -> None:
    by = cast.ara_koordinator
    today = timezone.localdate()
    with under(by):
        move_back(person, 10)
        change(person, by=by, who=who(name="Rahmatullah", birth_date=date(1988, 1, 2)))
        now = Person.objects.get(pk=person.pk)
        then = as_of(now, today - timedelta(days=1))
        assert then is not None
        assert (then.name, then.birth_date, then.birth_year) == (
            "Muh. Rahmatullah Dg. Mattawang", date(1987, 11, 12), 1987,
        )  # fmt: skip
        assert now.name == "Rahmatullah"
        of_today = as_of(now, today)
        assert of_today is not None
        assert of_today.name == "Rahmatullah"
        assert as_of(now, today - timedelta(days=30)) is None


def test_memberships_departures_and_lists_are_those_of_the_day(cast: Any, under: Any, person: Person) -> None:
    by = cast.ara_koordinator
    today = timezone.localdate()
    with under(by):
        register_household(by=by, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
        assert HouseholdMember.objects.on(today).filter(person=person).exists()
        assert not HouseholdMember.objects.on(today - timedelta(days=1)).filter(person=person).exists()
        assert not CardMember.objects.on(today).filter(person=person).exists()


def test_former_values_are_seen_by_whoever_sees_the_person_and_changed_by_nobody(
    cast: Any, under: Any, person: Person, who: Any
) -> None:
    with under(cast.ara_koordinator):
        change(person, by=cast.ara_koordinator, who=who(name="Rahmatullah"))
        assert FormerValue.objects.exists()
        with pytest.raises(ProgrammingError), transaction.atomic():
            FormerValue.objects.update(was={})
        with pytest.raises(ProgrammingError), transaction.atomic():
            FormerValue.objects.all()._raw_delete("default")
    with under(cast.bira_koordinator):
        assert not FormerValue.objects.exists()


def test_the_page_of_a_day_says_which_day_it_shows(cast: Any, under: Any, desk: Any, person: Person, who: Any) -> None:
    by = cast.ara_koordinator
    today = timezone.localdate(timezone=by.office.zone)
    yesterday = today - timedelta(days=1)
    with under(by):
        move_back(person, 10)
        add_ppks(person, by=by, kind=Kind("24", yesterday - timedelta(days=3), PpksBasis.FAMILY))
        ListEdition.known("dtsen 2026-1", yesterday)
        change(person, by=by, who=who(name="Rahmatullah"))
        home = register_household(
            by=by, home=Home(ARA, address="Jalan Lama"), members=[Seat(person, Relationship.HEAD)]
        )
    browser = desk(by)
    page = browser.get(f"/orang/{person.pk}/?pada={yesterday:%d-%m-%Y}").content.decode()
    assert "Mattawang" in page
    assert "Keadaan pada" in page
    assert "Fakir miskin" in page
    assert "Ubah data" not in page
    assert "belum tercatat" in browser.get(f"/orang/{person.pk}/?pada=01-01-2001").content.decode()
    now = browser.get(f"/orang/{person.pk}/?pada=kemarin").content.decode()
    assert "Mattawang" in now  # among the former values
    assert "Nilai sebelum diubah" in now
    page = browser.get(f"/keluarga/{home.pk}/?pada={today:%d-%m-%Y}").content.decode()
    assert "Jalan Lama" in page
    assert "belum tercatat" in browser.get(f"/keluarga/{home.pk}/?pada={yesterday:%d-%m-%Y}").content.decode()
    assert desk(cast.bira_koordinator).get(f"/orang/{person.pk}/?pada={yesterday:%d-%m-%Y}").status_code == 404
