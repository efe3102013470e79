"""What is odd is told and refuses nothing; another area is never betrayed."""

from datetime import date
from typing import Any

from satupintu.registry.people.actions import register
from satupintu.registry.people.concerns import concerns
from satupintu.registry.people.models import Person
from satupintu.registry.people.tests.conftest import BIRA, NIK


def codes(told: Any) -> list[str]:
    return [one.code for one in told]


def test_a_nik_that_disagrees_with_birth_date_and_sex_is_told(cast: Any, under: Any, who: Any) -> None:
    with under(cast.ara_depan):
        told = concerns(who(birth_date=date(1990, 1, 1), sex="female"))
        assert codes(told) == ["birth_date_differs", "sex_differs"]


def test_a_nik_of_the_own_area_is_told_with_its_bearer(cast: Any, under: Any, person: Person, who: Any) -> None:
    with under(cast.ara_depan):
        told = concerns(who(name="Orang Lain"))
        assert [(one.code, one.person) for one in told] == [("nik_used", person)]
        assert concerns(who(), of=person) == []


def test_a_nik_of_another_area_looks_like_any_other(cast: Any, under: Any, person: Person, who: Any) -> None:
    with under(cast.bira_koordinator):
        assert concerns(who(village=BIRA, name="Orang Lain")) == []


def test_somebody_who_is_likely_registered_already_is_shown(cast: Any, under: Any, person: Person, who: Any) -> None:
    with under(cast.ara_depan):
        told = concerns(who(nik=""))
        assert [(one.code, one.person) for one in told] == [("same_person", person)]


def test_a_person_without_nik_is_nothing_odd(cast: Any, under: Any, who: Any) -> None:
    with under(cast.ara_depan):
        assert concerns(who(nik="")) == []
        assert register(by=cast.ara_depan, who=who(nik="")).nik is None
        assert NIK


def test_whoever_is_written_otherwise_is_shown_and_a_brother_is_not(
    cast: Any, under: Any, person: Person, who: Any
) -> None:
    with under(cast.ara_depan):
        (alike,) = concerns(who(nik="", name="Muhammad Rahmatulah Daeng Mattawang", birth_date=None, birth_year=1987))
        assert (alike.code, alike.person) == ("same_person", person)
        assert concerns(who(nik="", name="Muh. Arsyad", birth_date=date(1987, 3, 3))) == []
        assert concerns(who(nik="", birth_date=date(1961, 3, 3))) == []


def test_somebody_alike_in_the_next_village_is_shown_to_nobody_who_does_not_see_them(
    cast: Any, under: Any, person: Person, who: Any
) -> None:
    with under(cast.bira_koordinator):
        assert concerns(who(village=BIRA, nik="")) == []
    with under(cast.bulukumba_manajer):
        assert codes(concerns(who(village=BIRA, nik=""))) == ["same_person"]
