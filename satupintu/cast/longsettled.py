"""Families whom a village wrote down long before the others, and whom nobody has asked since: their data are to be confirmed.

They lie in the past like the year of complaints, so they are written set-wise, each event under the appointment it names.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from satupintu.cast import families, population
from satupintu.cast.acting import acting
from satupintu.cast.officers import ARA, BIRA
from satupintu.cast.past import happened
from satupintu.cast.population import HouseholdRow, PersonRow
from satupintu.engine.events.models import Event
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people.models import Household, HouseholdMember, NameToken, Person
from satupintu.registry.people.words import Relationship

SEED, LONG_AGO = 31, timedelta(days=520)
VILLAGES = ((ARA, "Ara", "ara.koordinator", 16), (BIRA, "Bira", "bira.koordinator", 6))
"""Where, who wrote them down, and how many families."""
RELATIONS = {
    families.HEAD: Relationship.HEAD,
    families.HUSBAND: Relationship.SPOUSE,
    families.WIFE: Relationship.SPOUSE,
    families.CHILD: Relationship.CHILD,
    families.IN_LAW: Relationship.CHILD_IN_LAW,
    families.GRANDCHILD: Relationship.GRANDCHILD,
    families.PARENT: Relationship.PARENT,
    families.PARENT_IN_LAW: Relationship.PARENT_IN_LAW,
    families.RELATIVE: Relationship.RELATIVE,
}


def write_down() -> list[Household]:
    """Every such family, as it was taken down then; answers their households."""
    then, made = timezone.now() - LONG_AGO, []
    for village, name, username, many in VILLAGES:
        with acting(username) as by:
            for row in population.households([(village, name)], seed=SEED, count=many):
                made.append(_family(row, by, then))
    return made


def _family(row: HouseholdRow, by: Appointment, then: datetime) -> Household:
    place = {"village_id": row.village, "dusun": row.dusun, "rt": row.rt, "rw": row.rw, "address": row.address}
    people = [_person(one, place) for one in row.members]
    NameToken.objects.renew(people)
    home = Household.objects.create(head=people[0], **place)
    HouseholdMember.objects.bulk_create(
        HouseholdMember(
            household=home,
            person=person,
            village_id=row.village,
            relationship=RELATIONS[one.relation],
            since=then.date(),
        )
        for person, one in zip(people, row.members, strict=True)
    )
    Person.objects.filter(pk__in=[person.pk for person in people]).update(registered_at=then)
    Household.objects.filter(pk=home.pk).update(registered_at=then)
    Event.objects.bulk_create(
        [happened("household.registered", home, then, by=by, members=len(people))]
        + [happened("person.registered", person, then, by=by) for person in people]
    )
    return home


def _person(one: PersonRow, place: dict[str, object]) -> Person:
    known = bool(one.nik) and Person.objects.filter(nik=one.nik).exists()
    return Person.objects.create(
        name=one.name,
        nik=None if known else one.nik or None,
        sex=one.sex,
        birth_place=one.birth_place,
        birth_date=one.born,
        mother_name=one.mother,
        occupation=one.occupation,
        **place,
    )
