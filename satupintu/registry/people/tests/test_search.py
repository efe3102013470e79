"""Finding people: by number, by name as it sounds, only behind the own wall."""

from datetime import date
from typing import Any

import pytest

from satupintu.registry.people.actions import Home, Seat, register, register_household
from satupintu.registry.people.models import ListEdition, ListMembership, Person
from satupintu.registry.people.search import find
from satupintu.registry.people.tests.conftest import ARA, BIRA, NIK
from satupintu.registry.people.words import Relationship


def found(text: str, by: Any) -> list[str]:
    return [one.person.name for one in find(text, by).people]


@pytest.mark.parametrize(
    "typed",
    [
        "Muhammad Rahmatullah Daeng Mattawang",
        "rahmatulla mattawang",
        "Mattawang Rahmatullah",
        "M. Rahmatullah",
        "MUH RACHMATULLAH 1987",
        "rahmatullah",
    ],
)
def test_a_name_is_found_as_people_write_it(typed: str, cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_depan):
        assert found(typed, cast.ara_depan) == [person.name]


@pytest.mark.parametrize("typed", [NIK, "7302 0312 1187 0001", "7302.0312.1187.0001"])
def test_sixteen_digits_are_a_nik(typed: str, cast: Any, under: Any, person: Person) -> None:
    with under(cast.bulukumba_manajer):
        assert found(typed, cast.bulukumba_manajer) == [person.name]


def test_sixteen_digits_are_a_family_card_too(cast: Any, under: Any, person: Person, who: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        home = register_household(by=by, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
        register(
            by=by, who=who(name="Caya", nik=""), household=home, relationship="child", kk_number="7302031201100007"
        )
        findings = find("7302031201100007", by)
        assert [one.person.name for one in findings.people] == ["Caya"]
        assert list(findings.households) == [home]


@pytest.mark.parametrize("typed", ["Rahmatullah", NIK])
def test_the_stranger_of_the_next_village_finds_nothing(typed: str, cast: Any, under: Any, person: Person) -> None:
    for stranger in (cast.bira_koordinator, cast.gowa_manajer):
        with under(stranger):
            assert found(typed, stranger) == []


def test_a_birth_year_puts_the_right_one_first(cast: Any, under: Any, who: Any) -> None:
    by = cast.ara_depan
    with under(by):
        for year in (1950, 1987, 2001):
            register(by=by, who=who(name="Andi Baso", nik="", birth_date=date(year, 1, 1)))
        assert [one.person.birth_year for one in find("Andi Baso 1987", by).people][:1] == [1987]


def test_a_short_number_says_what_is_missing(cast: Any, under: Any) -> None:
    with under(cast.ara_depan):
        assert find("730203121187000", cast.ara_depan).hint == "NIK atau nomor KK harus 16 angka; ini baru 15."


def test_another_name_is_not_found(cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_depan):
        assert found("Sitti Aminah", cast.ara_depan) == []


@pytest.mark.parametrize("typed", ["rahmatulah", "ramatullah", "rahmtaullah", "rahmatyllah", "mattawag rahmatullah"])
def test_a_typing_error_finds_its_person(typed: str, cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_depan):
        assert found(typed, cast.ara_depan) == [person.name]
    with under(cast.bira_koordinator):
        assert found(typed, cast.bira_koordinator) == []


def test_the_mother_s_name_puts_the_right_one_first(cast: Any, under: Any, who: Any) -> None:
    by = cast.ara_depan
    with under(by):
        for mother in ("Hasnah", "St. Aminah", ""):
            register(by=by, who=who(name="Andi Baso", nik="", birth_date=None, mother_name=mother))
        best = find("Andi Baso, ibu Sitti Aminah", by).people[0]
        assert (best.person.mother_name, best.why) == ("St. Aminah", "Nama mirip, ibu sama")


def test_a_place_narrows_to_the_own_area(cast: Any, under: Any, who: Any) -> None:
    with under(cast.ara_koordinator):
        here = register(by=cast.ara_koordinator, who=who(name="Baco", nik=""))
    with under(cast.bira_koordinator):
        register(by=cast.bira_koordinator, who=who(name="Baco", nik="", village=BIRA))
    with under(cast.bulukumba_manajer):
        by = cast.bulukumba_manajer
        assert len(find("Baco", by).people) == 2
        assert [one.person.pk for one in find("Baco, desa Ara", by).people] == [here.pk]
        assert len(find("Baco, kecamatan Bontobahari", by).people) == 2
    with under(cast.ara_koordinator):
        assert (
            find("Baco, desa Bira", cast.ara_koordinator).hint
            == "Tidak ada desa atau kecamatan “Bira” di wilayah Anda."
        )


def test_the_number_of_a_list_finds_who_stands_on_it(cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_koordinator):
        edition = ListEdition.known("dtsen 2026-1", date(2026, 1, 1))
        assert not found("7302030012000217", cast.ara_koordinator)
        ListMembership.objects.create(person=person, edition=edition, member_id="7302030012000217", village_id=ARA)
        assert found("7302 0300 1200 0217", cast.ara_koordinator) == [person.name]
    with under(cast.bira_koordinator):
        assert found("7302030012000217", cast.bira_koordinator) == []
