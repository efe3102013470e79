"""Each check finds what it says and nobody else; PostgreSQL reads a NIK as `lib.nik` does."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from satupintu.foundation.access import house
from satupintu.lib import nik as numbers
from satupintu.lib.nik import KkNumber, Nik, Sex
from satupintu.registry.civil.models import AnswerFile, CivilAnswer
from satupintu.registry.people.concerns import area_was_ever
from satupintu.registry.people.models import CardMember, Departure, FamilyCard, Household, HouseholdMember, Person
from satupintu.reports.quality import questions
from satupintu.reports.quality.words import Check

ARA, BIRA, BIALO, GOWA, KABUPATEN = 7302032006, 7302032005, 7302012004, 7306072008, 7302000000
TODAY = date(2026, 11, 22)
AT_SCHOOL, MARRIED, SINGLE = ["regsosek", "2022", "2"], ["bdt", "2015", "2"], ["register", "siak", "1"]
pytestmark = pytest.mark.django_db


def born(village: int = ARA, name: str = "Aminah", **more: Any) -> Person:
    """Somebody of whom nothing is wrong, unless told otherwise; confirmed just now."""
    card = more.pop("kk", "7302031211150001")
    more.setdefault("birth_date", date(1987, 11, 12))
    person = Person.objects.create(village_id=village, name=name, sex=more.pop("sex", "female"), **more)
    if card:
        made, _new = FamilyCard.objects.get_or_create(kk_number=card, village_id=village)
        CardMember.objects.create(card=made, person=person, village_id=village)
    return person


def live(person: Person, relationship: str = "head", home: Household | None = None) -> Household:
    head = person if relationship == "head" else None
    home = home or Household.objects.create(village_id=person.village_id, head=head)
    HouseholdMember.objects.create(
        household=home, person=person, relationship=relationship, village_id=person.village_id
    )
    return home


def told(check: Check, area: int = KABUPATEN, within: int = 2) -> list[int]:
    return sorted(questions.found(check, area, TODAY, within=within).values_list("pk", flat=True))


@pytest.fixture(autouse=True)
def inside(db: None) -> Any:
    with house("uji", quietly=True):
        yield


def test_postgresql_finds_wrong_with_a_nik_what_plain_python_finds() -> None:
    chance = random.Random(4)
    areas = ["730203", "730201", "990101", "110101"]
    made = []
    for _turn in range(400):
        day, month, year = chance.choice([0, 1, 12, 28, 29, 30, 31, 32, 40, 41, 69, 70, 71, 72, 99]), 0, 0
        month, year = chance.choice([0, 1, 2, 2, 4, 12, 13]), chance.choice([0, 1, 4, 87, 99])
        nik = f"{chance.choice(areas)}{day:02d}{month:02d}{year:02d}{chance.choice(['0000', '0001', '9999'])}"
        births = [None, date(1987, 2, 12), date(2000, 2, 29), date(2004, 1, 1), date(1999, 12, 31)]
        sex = chance.choice(["", "male", "female"])
        made.append(born(nik=nik, birth_date=chance.choice(births), sex=sex, kk=""))
    invalid, differs = {"area_unknown", "date_impossible", "serial_zero"}, {"birth_date_differs", "sex_differs"}
    codes = {}
    for one in made:
        sex_word = Sex(one.sex) if one.sex else None
        odd = numbers.warnings(Nik(one.nik or ""), birth_date=one.birth_date, sex=sex_word, known_area=area_was_ever)
        codes[one.pk] = {caution.code for caution in odd}
    impossible = {pk for pk, said in codes.items() if "date_impossible" in said}
    assert told(Check.NIK_INVALID) == sorted(pk for pk, said in codes.items() if said & invalid)
    assert told(Check.NIK_DIFFERS) == sorted(
        pk for pk, said in codes.items() if said & differs and pk not in impossible
    )


def test_postgresql_finds_wrong_with_a_card_what_plain_python_finds() -> None:
    cards = ["7302031211150001", "7302033211150001", "7302035211150001", "9901011211150001", "7302031211150000"]
    made = {born(kk=number).pk: number for number in cards}
    wrong = [pk for pk, number in made.items() if numbers.kk_warnings(KkNumber(number), known_area=area_was_ever)]
    assert told(Check.KK_INVALID) == wrong and len(wrong) == 4


def test_a_nik_used_twice_is_sought_inside_the_area_that_is_asked_about() -> None:
    nik = "7302034508680002"
    here, next_door = born(nik=nik), born(BIRA, "Rahma", nik=nik)
    born(GOWA, "Sari", nik=nik)
    assert told(Check.NIK_TWICE) == [here.pk, next_door.pk]
    assert told(Check.NIK_TWICE, within=3) == [here.pk, next_door.pk]
    assert told(Check.NIK_TWICE, within=4) == []
    assert told(Check.PERSON_TWICE) == []
    double = born(BIALO, "AMINAH", nik=nik)
    assert told(Check.PERSON_TWICE) == [here.pk, double.pk]
    assert told(Check.PERSON_TWICE, within=3) == []


def test_what_is_missing_or_no_name_is_found() -> None:
    whole = born(nik="7302034508680002")
    bare = born(name="Tidak ada", birth_date=None, kk="")
    assert told(Check.NIK_BLANK) == told(Check.NAME_ODD) == told(Check.BIRTH_BLANK) == told(Check.KK_BLANK) == [bare.pk]
    assert whole.pk not in told(Check.CIVIL_NEVER) or told(Check.CIVIL_NEVER) == [whole.pk, bare.pk]


def test_who_is_gone_and_still_a_member_is_active_and_found_nowhere_else() -> None:
    gone, off = born(kk=""), born(kk="", nik=None)
    live(gone)
    for one in (gone, off):
        Departure.objects.create(person=one, village_id=ARA, kind="died", basis="family")
    assert told(Check.GONE_ACTIVE) == [gone.pk]
    assert told(Check.NIK_BLANK) == []


def test_age_is_held_against_status() -> None:
    child = born(birth_date=date(2012, 1, 1), traits={"marital_status": MARRIED})
    adult = born(birth_date=date(1990, 1, 1), traits={"marital_status": MARRIED, "schooling": AT_SCHOOL})
    wife = born(traits={"marital_status": SINGLE})
    pupil = born(birth_date=date(2012, 1, 1), traits={"schooling": AT_SCHOOL})
    ancient = born(birth_date=None, birth_year=1890)
    home = live(child)
    live(wife, "spouse", home)
    assert told(Check.CHILD_HEAD) == [child.pk]
    assert told(Check.CHILD_MARRIED) == [child.pk]
    assert told(Check.SPOUSE_SINGLE) == [wife.pk]
    assert told(Check.SCHOOL_ODD) == [adult.pk] and pupil.pk not in told(Check.SCHOOL_ODD)
    assert told(Check.BIRTH_ODD) == [ancient.pk]


def test_a_household_has_one_head_who_lives_there() -> None:
    right, none, two = born(), born(), born()
    live(right)
    headless = live(none, "child")
    double = live(two)
    live(born(), "head", double)
    empty = Household.objects.create(village_id=ARA)
    assert told(Check.HEADS_ODD) == [headless.pk, double.pk]
    assert told(Check.HOME_EMPTY) == [empty.pk]


def test_the_civil_registry_s_verdict_is_counted_apart() -> None:
    file = AnswerFile.objects.create(area=ARA, name="x", sha256="0", answered_on=TODAY, loaded_by="x")
    fine, off, dead, never = born(), born(), born(), born()
    for person, verdict, presence in ((fine, "matched", ""), (off, "not_matched", ""), (dead, "matched", "died")):
        CivilAnswer.objects.create(
            person=person, file=file, verdict=verdict, presence=presence, answered_on=TODAY, source="x"
        )
    assert (told(Check.CIVIL_MISMATCH), told(Check.CIVIL_DIED), told(Check.CIVIL_NEVER)) == (
        [off.pk],
        [dead.pk],
        [never.pk],
    )


def test_whom_nobody_confirmed_for_a_year_is_stale() -> None:
    old, new = born(), born()
    long_ago = datetime(2025, 11, 1, tzinfo=UTC)
    Person.objects.filter(pk=old.pk).update(registered_at=long_ago)
    assert told(Check.STALE) == [old.pk] and new.pk not in told(Check.STALE)
    Person.objects.filter(pk=old.pk).update(registered_at=long_ago + timedelta(days=60))
    assert told(Check.STALE) == []
