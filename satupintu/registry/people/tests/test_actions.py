"""Every action on people: it works, a stranger is refused, a wrong state is refused, it leaves an event, twice is once."""

from datetime import date
from typing import Any

import pytest

from satupintu.engine.actions import Conflict, Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.registry.people.actions import (
    Absence,
    Home,
    Seat,
    change,
    change_household,
    register,
    register_household,
)
from satupintu.registry.people.models import (
    CardMember,
    Consent,
    Departure,
    Household,
    HouseholdMember,
    NameToken,
    Person,
)
from satupintu.registry.people.rules import trait
from satupintu.registry.people.tests.conftest import ARA, BIRA, NIK
from satupintu.registry.people.words import DepartureBasis, DepartureKind, Relationship, Variable

KK = "7302031201100007"


def names(subject: Any) -> list[str]:
    return [event.name for event in Event.objects.about(subject)]


def test_a_person_is_registered_with_everything_told(cast: Any, under: Any, who: Any) -> None:
    with under(cast.ara_depan):
        person = register(
            by=cast.ara_depan,
            who=who(traits={"marital_status": trait(Variable.MARITAL_STATUS, "2")}),
            kk_number=KK,
            consent="spoken",
        )
        person.refresh_from_db()
        assert (person.name_key, person.birth_year) == ("muhammad rahmatullah daeng mattawang", 1987)
        assert (person.kecamatan, person.kabupaten, person.provinsi) == (730203, 7302, 73)
        assert person.trait(Variable.MARITAL_STATUS) == "Kawin/nikah"
        assert CardMember.objects.get(person=person).card.kk_number == KK
        assert Consent.objects.get(person=person).purpose == "service"
        assert NameToken.objects.filter(person=person).count() == 4


def test_a_name_and_a_village_are_enough(cast: Any, under: Any, who: Any) -> None:
    with under(cast.ara_depan):
        person = register(by=cast.ara_depan, who=who(name="Caya", nik="", sex="", birth_date=None))
        assert person.nik is None
        assert person.birth_year is None


def test_registering_outside_the_own_area_is_refused(cast: Any, under: Any, who: Any) -> None:
    with under(cast.ara_depan), pytest.raises(Refused):
        register(by=cast.ara_depan, who=who(village=BIRA))


def test_registering_in_a_place_that_is_no_village_is_refused(cast: Any, under: Any, who: Any) -> None:
    with under(cast.bulukumba_depan), pytest.raises(Refused):
        register(by=cast.bulukumba_depan, who=who(village=7302030000))


def test_whoever_only_watches_may_not_register(cast: Any, under: Any, who: Any) -> None:
    with under(cast.bontobahari_supervisor), pytest.raises(Refused):
        register(by=cast.bontobahari_supervisor, who=who())


def test_registering_leaves_an_event_without_a_name(cast: Any, under: Any, who: Any) -> None:
    with under(cast.ara_depan):
        person = register(by=cast.ara_depan, who=who())
        event = Event.objects.about(person).get()
        assert (event.name, event.trace, event.village) == ("person.registered", f"O-{person.pk}", ARA)
        assert "Rahmatullah" not in str(event.facts)
        assert NIK not in str(event.facts)


def test_registering_twice_with_one_key_registers_once(cast: Any, under: Any, who: Any) -> None:
    with under(cast.ara_depan):
        first = register(by=cast.ara_depan, who=who(), key="satu")
        again = register(by=cast.ara_depan, who=who(), key="satu")
        assert first == again
        assert Person.objects.count() == 1


def test_the_same_nik_may_be_registered_twice_because_a_refusal_would_betray(cast: Any, under: Any, who: Any) -> None:
    with under(cast.bira_koordinator):
        register(by=cast.bira_koordinator, who=who(village=BIRA))
    with under(cast.ara_depan):
        assert register(by=cast.ara_depan, who=who()).nik == NIK


def test_a_change_is_told_by_its_field_never_its_value(cast: Any, under: Any, person: Person, who: Any) -> None:
    with under(cast.ara_koordinator):
        change(person, by=cast.ara_koordinator, who=who(name="Muhammad Rahmat", occupation="Nelayan"))
        person.refresh_from_db()
        event = Event.objects.about(person).first()
        assert event is not None
        assert (person.name, person.version) == ("Muhammad Rahmat", 2)
        assert event.facts == {"fields": ["name", "occupation"]}
        assert event.sentence == "Mengubah nama, pekerjaan."
        assert set(NameToken.objects.values_list("key", flat=True)) == {"muamat", "ramat"}


def test_a_change_of_nothing_leaves_no_event(cast: Any, under: Any, person: Person, who: Any) -> None:
    with under(cast.ara_koordinator):
        change(person, by=cast.ara_koordinator, who=who())
        assert names(person) == ["person.registered"]


def test_the_front_office_may_not_change(cast: Any, under: Any, person: Person, who: Any) -> None:
    with under(cast.ara_depan), pytest.raises(Refused):
        change(person, by=cast.ara_depan, who=who(occupation="Nelayan"))


def test_the_stranger_of_the_next_village_may_not_change(cast: Any, under: Any, person: Person, who: Any) -> None:
    with under(cast.bira_koordinator), pytest.raises(Refused):
        change(person, by=cast.bira_koordinator, who=who(occupation="Nelayan"))


def test_two_officers_at_once_do_not_overwrite_each_other(cast: Any, under: Any, person: Person, who: Any) -> None:
    with under(cast.ara_koordinator):
        change(person, by=cast.ara_koordinator, who=who(occupation="Nelayan"), seen=1)
        with pytest.raises(Conflict):
            change(person, by=cast.ara_koordinator, who=who(occupation="Petani"), seen=1)


def test_changing_twice_with_one_key_changes_once(cast: Any, under: Any, person: Person, who: Any) -> None:
    with under(cast.ara_koordinator):
        for _time in (1, 2):
            change(person, by=cast.ara_koordinator, who=who(occupation="Nelayan"), key="ubah")
        person.refresh_from_db()
        assert person.version == 2


def test_whoever_died_is_no_longer_present_and_may_return_when_that_was_wrong(
    cast: Any, under: Any, person: Person, who: Any
) -> None:
    died = Absence(DepartureKind.DIED, DepartureBasis.FAMILY, date(2026, 1, 5))
    with under(cast.ara_koordinator):
        change(person, by=cast.ara_koordinator, who=who(), absence=died)
        assert not Person.objects.present().exists()
        change(person, by=cast.ara_koordinator, who=who(), returned=True)
        assert Person.objects.present().get() == person
        assert names(person) == ["person.returned", "person.departed", "person.registered"]
        assert Departure.objects.get().revoked_on is not None


def test_whoever_moves_takes_their_rows_along(cast: Any, under: Any, person: Person, who: Any) -> None:
    manager = cast.bulukumba_manajer
    with under(manager):
        register_household(by=manager, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
        change(person, by=manager, who=who(village=BIRA), kk_number=KK)
        assert HouseholdMember.objects.get().village_id == BIRA
        assert set(NameToken.objects.values_list("village_id", flat=True)) == {BIRA}
    with under(cast.ara_koordinator):
        assert not Person.objects.exists()
        assert not NameToken.objects.exists()


def test_moving_somebody_out_of_the_own_area_is_refused(cast: Any, under: Any, person: Person, who: Any) -> None:
    with under(cast.ara_koordinator), pytest.raises(Refused):
        change(person, by=cast.ara_koordinator, who=who(village=BIRA))


def test_a_household_is_registered_with_its_head(cast: Any, under: Any, person: Person, who: Any) -> None:
    by = cast.ara_depan
    with under(by):
        home = register_household(by=by, home=Home(ARA, rt="001"), members=[Seat(person, Relationship.HEAD)])
        wife = register(
            by=by, who=who(name="Sitti Aminah", nik=""), household=home, relationship="spouse", kk_number=KK
        )
        assert home.head == person
        assert list(home.members.now().order_by("pk").values_list("person", "relationship")) == [
            (person.pk, "head"),
            (wife.pk, "spouse"),
        ]
        assert names(home) == ["household.joined", "household.registered"]


def test_a_household_outside_the_own_area_is_refused(cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_depan), pytest.raises(Refused):
        register_household(by=cast.ara_depan, home=Home(BIRA), members=[])


def test_a_household_has_one_head(cast: Any, under: Any, person: Person, who: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        other = register(by=by, who=who(name="Baso", nik=""))
        with pytest.raises(WrongState):
            register_household(by=by, home=Home(ARA), members=[Seat(p, Relationship.HEAD) for p in (person, other)])


def test_registering_a_household_twice_with_one_key_is_once(cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_depan):
        for _time in (1, 2):
            register_household(
                by=cast.ara_depan, home=Home(ARA), members=[Seat(person, Relationship.HEAD)], key="keluarga"
            )
        assert Household.objects.count() == 1


def test_whoever_is_no_longer_named_has_left_the_household(cast: Any, under: Any, person: Person, who: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        home = register_household(by=by, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
        child = register(by=by, who=who(name="Caya", nik=""), household=home, relationship="child")
        change_household(home, by=by, home=Home(ARA, dusun="Lemo"), members=[Seat(child, Relationship.HEAD)])
        home.refresh_from_db()
        assert (home.head, home.dusun) == (child, "Lemo")
        assert list(home.members.now().values_list("person", "relationship")) == [(child.pk, "head")]
        assert home.members.get(person=person).until is not None
        assert Event.objects.about(home)[0].facts == {"joined": 0, "left": 1}


def test_a_facilitator_may_not_change_a_household(cast: Any, under: Any, person: Person) -> None:
    with under(cast.ara_koordinator):
        home = register_household(by=cast.ara_koordinator, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
    with under(cast.ara_fasilitator), pytest.raises(Refused):
        change_household(home, by=cast.ara_fasilitator, home=Home(ARA), members=[])


def test_a_household_in_a_wrong_version_is_a_conflict_and_twice_is_once(cast: Any, under: Any, person: Person) -> None:
    by = cast.ara_koordinator
    with under(by):
        home = register_household(by=by, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
        for _time in (1, 2):
            change_household(home, by=by, home=Home(ARA, rt="009"), members=[], key="dua", seen=1)
        home.refresh_from_db()
        assert home.version == 2
        with pytest.raises(Conflict):
            change_household(home, by=by, home=Home(ARA), members=[], seen=1)


def test_whoever_joins_another_household_leaves_the_first(cast: Any, under: Any, person: Person) -> None:
    by = cast.ara_koordinator
    with under(by):
        first = register_household(by=by, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
        second = register_household(by=by, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
        first.refresh_from_db()
        assert first.head is None
        assert Household.objects.of(person).get() == second
