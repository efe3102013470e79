"""The walls around people, by plain SQL as the application's own role."""

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from satupintu.foundation.access import Scope, entered
from satupintu.registry.people.actions import (
    Home,
    Kind,
    Reachable,
    Seat,
    add_ppks,
    record_contact,
    register,
    register_household,
)
from satupintu.registry.people.models import Person
from satupintu.registry.people.tests.conftest import ARA, BIRA
from satupintu.registry.people.words import PpksBasis, Relationship, SafeContact

TABLES = "person household householdmember familycard cardmember consent nametoken ppks contact formervalue".split()


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from people_{table}")
        return int(cursor.fetchone()[0])


@pytest.fixture
def family(cast: Any, under: Any, person: Person, who: Any) -> Person:
    by = cast.ara_koordinator
    with under(by):
        home = register_household(by=by, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
        register(
            by=by, who=who(name="Caya", nik=""), household=home, relationship="child",
            kk_number="7302031201100007", consent="spoken",
        )  # fmt: skip
        add_ppks(person, by=by, kind=Kind("24", date(2025, 1, 2), PpksBasis.FAMILY))
        record_contact(person, by=by, how=Reachable(SafeContact.NONE))
        Person.objects.filter(pk=person.pk).update(address="Jalan Baru")
    return person


@pytest.mark.parametrize("table", TABLES)
def test_the_own_village_kecamatan_and_kabupaten_see_every_table(
    table: str, cast: Any, under: Any, family: Person
) -> None:
    for officer in (cast.ara_depan, cast.bontobahari_supervisor, cast.bulukumba_manajer):
        with under(officer):
            assert count(table) > 0


@pytest.mark.parametrize("table", TABLES)
def test_the_next_village_another_kabupaten_and_viewers_see_nothing(
    table: str, cast: Any, under: Any, family: Person
) -> None:
    for stranger in (cast.bira_koordinator, cast.gowa_manajer, cast.bulukumba_dukcapil, cast.sulsel_pemantau):
        with under(stranger):
            assert count(table) == 0


@pytest.mark.parametrize("table", TABLES)
def test_without_a_scope_nothing_exists(table: str, family: Person) -> None:
    with entered(Scope()):
        assert count(table) == 0
    assert count(table) == 0


def test_a_row_cannot_be_written_or_moved_into_another_village(cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_koordinator):
        with pytest.raises(ProgrammingError), transaction.atomic():
            Person.objects.create(village_id=BIRA, name="Orang Lain")
        with pytest.raises(ProgrammingError), transaction.atomic():
            Person.objects.filter(pk=person.pk).update(village_id=BIRA)


@pytest.mark.parametrize("table", [table for table in TABLES if table != "nametoken"])
def test_no_officer_can_delete_anything_about_people(table: str, cast: Any, under: Any, family: Person) -> None:
    with under(cast.bulukumba_manajer):
        before = count(table)
        with suppress(ProgrammingError), transaction.atomic():
            connection.cursor().execute(f"delete from people_{table}")
        assert count(table) == before > 0
