"""Needs of the demo: kinds, contacts, and an older edition that differs from the present one."""

from datetime import date
from typing import Any

from satupintu.cast import needs
from satupintu.cast.officers import ARA
from satupintu.foundation.access import house
from satupintu.registry.people.models import Contact, Household, ListEdition, ListMembership, Person, Ppks, Unverified


def test_people_have_kinds_and_contacts_and_an_older_edition_differs(cast: Any) -> None:
    with house("uji", quietly=True):
        people = Person.objects.bulk_create(
            Person(name=f"Warga {number}", name_key=f"warga {number}", birth_year=1980, village_id=ARA)
            for number in range(60)
        )
        Household.objects.create(village_id=ARA, head=people[0])
        new = ListEdition.objects.create(list="dtsen", edition="2026-3", as_of=date(2036, 10, 1))
        ListMembership.objects.bulk_create(
            ListMembership(edition=new, person=one, village_id=ARA, desil=2) for one in people
        )
    assert not needs.are_known()
    needs.tell_of(lambda line: None)
    assert needs.are_known()
    assert not needs.is_late_page_in()
    needs.bring_late_page(lambda line: None)
    assert needs.is_late_page_in()
    with house("uji", quietly=True):
        assert Ppks.objects.count() == Contact.objects.count() == needs.WITH_NEEDS
        old = ListMembership.objects.filter(edition__edition=needs.OLDER)
        assert 0 < old.count() < 60
        assert old.exclude(desil=2).exists()
        assert Unverified.objects.waiting().count() >= needs.STRANGERS
        assert Household.objects.exclude(latitude=None).exists()
