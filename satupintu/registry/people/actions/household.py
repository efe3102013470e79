"""Registering a household and changing who lives in it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.events import record
from satupintu.engine.events.models import Event
from satupintu.registry.people import rules
from satupintu.registry.people.actions.place import inside
from satupintu.registry.people.actions.restriction import may_be_changed
from satupintu.registry.people.models import Household, HouseholdMember, Person
from satupintu.registry.people.words import Relationship, SaidBy

CONFIRMED = "household.confirmed"


@dataclass(frozen=True, slots=True)
class Home:
    """Where a household lives."""

    village: int
    dusun: str = ""
    rt: str = ""
    rw: str = ""
    address: str = ""
    point: tuple[Decimal, Decimal] | tuple[()] | None = None
    """Latitude and longitude; none of either where it is not known; None where nobody was asked, which leaves it."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A person's place in a household."""

    person: Person
    relationship: Relationship


@action("household.register")
def register_household(*, by: Any, home: Home, members: Sequence[Seat] = ()) -> Household:
    """Register a household with its members; whoever lived in another one leaves it today.

    Raises Refused outside the own area, WrongState with more than one head.
    """
    inside(by, home.village)
    household = Household(head=_head_of(members), **_columns(home))
    household.save()
    record("household.registered", household, by=by, members=len(members))
    _seat(household, members)
    return household


@action("household.change")
def change_household(household: Household, *, by: Any, home: Home, members: Sequence[Seat]) -> Household:
    """Change where a household lives and who its members are; who is not named any more has left it today.

    Raises Refused outside the own area, WrongState with more than one head or while the data of a member rest.
    """
    if home.village != household.village_id:
        inside(by, home.village)
    before = dict(household.members.now().values_list("person_id", "relationship"))
    after = {seat.person.pk: seat.relationship.value for seat in members}
    columns = _columns(home) | {"head": _head_of(members)}
    moved = any(getattr(household, name) != value for name, value in columns.items())
    if not moved and before == after:
        return household
    may_be_changed(*before, *after)
    for name, value in columns.items():
        setattr(household, name, value)
    household.save()
    household.members.now().exclude(person__in=after).update(until=timezone.localdate())
    _seat(household, members)
    record(
        "household.changed",
        household,
        by=by,
        joined=len(after.keys() - before.keys()),
        left=len(before.keys() - after.keys()),
    )
    return household


@action("household.confirm")
def confirm_household(household: Household, *, by: Any, said_by: SaidBy, on: date) -> Household:
    """Write down that somebody was asked ``on`` a day and the data of the household are still right. Once a day.

    From now on its months are counted anew, wherever it was asked. Raises WrongState when nobody lives there any more, and
    for a day that has not come or is long past.
    """
    if not rules.may_confirm(on, timezone.localdate(timezone=by.office.zone)):
        raise WrongState(_("Tanggalnya belum terjadi, atau sudah lewat lebih dari 31 hari. Tanyakan sekali lagi."))
    if not household.members.now().exists():
        raise WrongState(_("Tidak ada lagi yang tinggal di keluarga ini."))
    today = Event.objects.about(household).filter(name=CONFIRMED, at__date=timezone.localdate())
    if not today.exists():
        record(CONFIRMED, household, by=by, said_by=said_by, on=on.isoformat())
    return household


def _columns(home: Home) -> dict[str, Any]:
    columns = asdict(home)
    columns["village_id"] = columns.pop("village")
    point = columns.pop("point")
    if point is not None:
        columns["latitude"], columns["longitude"] = point or (None, None)
    return columns


def _head_of(members: Sequence[Seat]) -> Person | None:
    heads = [seat.person for seat in members if seat.relationship is Relationship.HEAD]
    if len(heads) > 1:
        raise WrongState("Satu keluarga hanya punya satu kepala.", [_("Pilih satu kepala keluarga.")])
    if len({seat.person.pk for seat in members}) < len(members):
        raise WrongState("Orang yang sama tercantum dua kali.", [_("Hapus salah satunya.")])
    return heads[0] if heads else None


def _seat(household: Household, members: Sequence[Seat]) -> None:
    """Let exactly these live here, in these relationships, from today where they did not before."""
    today = timezone.localdate()
    people = [seat.person.pk for seat in members]
    here = dict(household.members.now().values_list("person_id", "relationship"))
    elsewhere = HouseholdMember.objects.now().filter(person__in=people).exclude(household=household)
    Household.objects.filter(head__in=people).exclude(pk=household.pk).update(head=None)
    elsewhere.update(until=today)
    for seat in members:
        if seat.person.village_id != household.village_id:
            raise Refused("Anggota keluarga harus tercatat di desa yang sama.")
        if seat.person.pk not in here:
            HouseholdMember.objects.create(
                household=household,
                person=seat.person,
                village_id=household.village_id,
                relationship=seat.relationship,
                since=today,
            )
        elif here[seat.person.pk] != seat.relationship:
            household.members.now().filter(person=seat.person).update(relationship=seat.relationship)
