"""Somebody whom signs mean, and the night that finds them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from satupintu.foundation.access import house
from satupintu.foundation.areas.placed import DIVISORS
from satupintu.registry.people.models import Household, HouseholdMember, ListEdition, ListMembership, Person
from satupintu.work.detection import actions
from satupintu.work.detection.models import Night, Outreach, Sharing

ARA, BIRA, GOWA, KABUPATEN = 7302032006, 7302032005, 7306072008, 7302000000
LEFT_SCHOOL, AT_SCHOOL = ["bdt", "2015", "2"], ["regsosek", "2022", "2"]


def born(village: int = ARA, name: str = "Caya", *, age: int = 12, **more: Any) -> Person:
    """Somebody of that age, out of school unless told otherwise."""
    today = timezone.localdate()
    more.setdefault("traits", {"schooling": LEFT_SCHOOL})
    return Person.objects.create(village_id=village, name=name, birth_date=date(today.year - age, 1, 1), **more)


def alone(person: Person, *others: Person) -> Household:
    """Let somebody live by themselves, or with these."""
    home = Household.objects.create(village_id=person.village_id, head=person)
    for one in (person, *others):
        HouseholdMember.objects.create(household=home, person=one, relationship="other", village_id=one.village_id)
    return home


def listed(person: Person, kind: str = "dtsen", desil: int | None = None, **more: Any) -> ListMembership:
    """Put somebody on an edition of a list."""
    as_of = more.pop("as_of", timezone.localdate())
    edition, _new = ListEdition.objects.get_or_create(list=kind, edition=f"{as_of:%Y-%m}", defaults={"as_of": as_of})
    return ListMembership.objects.create(edition=edition, person=person, desil=desil, village_id=person.village_id)


def night(kabupaten: int = KABUPATEN, today: date | None = None, key: str | None = None) -> Night:
    """Search a kabupaten, as the clock does."""
    span = (kabupaten, kabupaten + DIVISORS[2])
    with house("uji", spans=[span], quietly=True) as by:
        found: Night = actions.find(by=by, kabupaten=kabupaten, today=today or timezone.localdate(), key=key)
    return found


@pytest.fixture
def child(cast: Any) -> Person:
    """A child of Ara who is out of school."""
    with house("uji", quietly=True):
        return born()


@pytest.fixture
def found(child: Person) -> Outreach:
    """The same, found last night."""
    night()
    with house("uji", quietly=True):
        return Outreach.objects.select_related("person").get(person=child)


@pytest.fixture
def shared(found: Outreach, cast: Any, under: Callable[[Any], Any]) -> Outreach:
    """The same, given to the facilitator of Ara."""
    by = cast.ara_koordinator
    with under(by):
        actions.share({found.pk: cast.ara_fasilitator.pk}, by=by)
        assert Sharing.objects.count() == 1
        return Outreach.objects.get(pk=found.pk)
