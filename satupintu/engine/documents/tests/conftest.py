"""Letters for the tests: a complaint of Ara about somebody of the DTSEN, and what is written about it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from satupintu.engine.documents.actions import letters
from satupintu.engine.documents.models import Letter, TemplateVersion
from satupintu.foundation.access import house
from satupintu.foundation.offices.words import ServiceField
from satupintu.registry.people.models import Household, HouseholdMember, ListEdition, ListMembership, Person
from satupintu.work.complaints.actions import register
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Kind, Nature

SITE = "https://satupintu.contoh"
TYPED = {"keperluan": "pengaktifan kembali PBI-JK", "penanda_0": "H. Muh. Saleh", "nip_0": ""}


@pytest.fixture
def resident(cast: Any) -> Person:
    """Somebody of Ara with a household, on the DTSEN."""
    with house("uji", quietly=True):
        person = Person.objects.create(
            name="Andi Muhammad Rahmatullah Dg. Mattawang", nik="7302031203750001", birth_date=date(1975, 3, 12),
            birth_place="Ara", sex="male", address="Dusun Lembanna", rt="002", rw="001", village_id=7302032006,
        )  # fmt: skip
        home = Household.objects.create(head=person, address="Dusun Lembanna", village_id=7302032006)
        HouseholdMember.objects.create(
            household=home, person=person, relationship="head", since=date(2020, 1, 1), village_id=7302032006
        )
        edition = ListEdition.objects.create(list="dtsen", edition="2026-3", as_of=date(2026, 10, 1))
        ListMembership.objects.create(person=person, edition=edition, desil=2, village_id=7302032006)
    return person


def _complaint(person: Person, by: Any, under: Any) -> Complaint:
    words = {"channel": Channel.WALK_IN, "kind": Kind.GRIEVANCE, "nature": Nature.NEED, "field": ServiceField.HEALTH}
    with under(by):
        told = Intake(
            village_id=person.village_id, person=person, about=person.name, text="Kartu tidak aktif.", **words
        )
        made: Complaint = register(told, by=by)
    return made


@pytest.fixture
def complaint(resident: Person, cast: Any, under: Any) -> Complaint:
    """The matter that letters of Ara are written about."""
    return _complaint(resident, cast.ara_depan, under)


@pytest.fixture
def at_slrt(resident: Person, cast: Any, under: Any) -> Complaint:
    """A matter that the secretariat of the kabupaten took in itself."""
    return _complaint(resident, cast.bulukumba_depan, under)


@pytest.fixture
def version() -> Callable[..., int]:
    """``version("certificate", "puskesos")`` is the number of the standard wording of a kind for a kind of office."""

    def find(kind: str, office_kind: str = "", name: str = "") -> int:
        rows = TemplateVersion.objects.filter(template__kind=kind, template__office_kind=office_kind)
        found = rows.filter(template__name=name) if name else rows.order_by("-template__name")
        return int(found.values_list("pk", flat=True)[0])

    return find


@pytest.fixture
def drafted(complaint: Complaint, cast: Any, under: Any, version: Any) -> Letter:
    """A certificate that the back office of Ara has drafted; the coordinator is to sign it."""
    by = cast.ara_belakang
    with under(by):
        return letters.draft(
            complaint, by=by, kind="certificate", version_id=version("certificate", "puskesos"), typed=TYPED
        )


@pytest.fixture
def recommended(at_slrt: Complaint, cast: Any, under: Any, version: Any) -> Letter:
    """A recommendation of the kabupaten: the manager's initials first, then the head of office signs."""
    by = cast.bulukumba_belakang
    typed = {"tujuan": "Kepala Dinas Kesehatan", "keperluan": "PBI-JK", "pertimbangan": ""}
    with under(by):
        return letters.draft(
            at_slrt, by=by, kind="recommendation", version_id=version("recommendation", "slrt"), typed=typed
        )
