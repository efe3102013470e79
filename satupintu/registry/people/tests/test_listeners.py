"""What people hear from other rooms: a village gets another code, and everybody in it stays visible."""

from datetime import date
from typing import Any

from satupintu.engine.events import record
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area, Edition, Succession
from satupintu.foundation.areas.words import Reason
from satupintu.registry.people.actions import Home, Seat, register, register_household, renumber
from satupintu.registry.people.models import Household, HouseholdMember, NameToken, Person
from satupintu.registry.people.tests.conftest import ARA, BIRA
from satupintu.registry.people.words import Relationship

NEW_ARA, OTHER_ARA = 7302032016, 7302032017


def adopted(*successors: tuple[int, int]) -> None:
    """An edition is adopted in which these codes follow those."""
    with house("uji") as by:
        edition = Edition.objects.create(decree="Kepmendagri baru (uji)", decree_date=date(2027, 1, 1))
        for old, new in successors:
            Area.objects.get_or_create(number=new, defaults={"name": "Ara", "kind": "desa", "began": edition})
            Succession.objects.create(old_id=old, new_id=new, edition=edition, reason=Reason.MOVED)
        record("area.edition_adopted", edition, by=by)


def test_rows_follow_a_recoded_village_and_an_event_tells_how_many(cast: Any, under: Any, person: Person) -> None:
    by = cast.ara_koordinator
    with under(by):
        register_household(by=by, home=Home(ARA), members=[Seat(person, Relationship.HEAD)])
    adopted((ARA, NEW_ARA))
    with under(cast.bulukumba_manajer):
        for model in (Person, Household, HouseholdMember, NameToken):
            assert set(model.objects.values_list("village_id", flat=True)) == {NEW_ARA}
    with house("uji"):
        event = Event.objects.get(name="person.renumbered")
        assert (event.facts["villages"], event.facts["rows"]) == (1, 7)


def test_rows_of_a_split_village_wait_for_a_decision(cast: Any, under: Any, person: Person) -> None:
    adopted((ARA, NEW_ARA), (ARA, OTHER_ARA))
    with under(cast.bulukumba_manajer):
        assert Person.objects.get().village_id == ARA


def test_villages_that_changed_places_do_not_run_into_each_other(
    cast: Any, under: Any, person: Person, who: Any
) -> None:

    with under(cast.bira_koordinator):
        neighbour = register(by=cast.bira_koordinator, who=who(village=BIRA, name="Baso", nik=""))
    with house("uji") as by:
        renumber({ARA: BIRA, BIRA: ARA}, by=by, edition=Edition.objects.newest())
    with under(cast.bulukumba_manajer):
        assert Person.objects.get(pk=person.pk).village_id == BIRA
        assert Person.objects.get(pk=neighbour.pk).village_id == ARA
