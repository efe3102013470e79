"""Where a complaint can go from here, and where such matters usually go: a suggestion with its reason."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from satupintu.foundation.access.roles import clearance_of, roles_with
from satupintu.foundation.offices.models import Appointment, Office, OfficeQuerySet
from satupintu.foundation.offices.words import OfficeKind
from satupintu.work.complaints.models import Complaint
from satupintu.work.routing.directory import Suggestion, offices_above, suggestions
from satupintu.work.routing.rules import Matter, level_of
from satupintu.work.transfers.receivers import takers

NOT_REFERRED_TO = (OfficeKind.PUSKESOS, OfficeKind.SLRT)
"""Kinds of offices that a complaint is passed on or transferred to, never referred."""
BESIDE_THE_LADDER = (OfficeKind.PKSAI, OfficeKind.AGENCY)
"""Kinds of offices whose kabupaten's secretariat asks them what becomes of a complaint that they own."""


def institutions(complaint: Complaint, by: Appointment, today: date) -> OfficeQuerySet:
    """The institutions that a letter about a complaint can go to."""
    offices: OfficeQuerySet = Office.objects.open_on(today).receiving(complaint.field, complaint.village_id)
    return offices.exclude(pk=by.office_id).exclude(kind__in=NOT_REFERRED_TO).order_by("name")


def suggested_institution(complaint: Complaint, by: Appointment, today: date) -> Suggestion | None:
    """The institution that such a matter usually goes to, by the rules of routing; None when no rule speaks of it."""
    return _usual(complaint, by, institutions(complaint, by, today))


def suggested_owner(complaint: Complaint, by: Appointment) -> Suggestion | None:
    """The office whose such a matter usually is, among those that could own it; None when no rule of routing names one."""
    able = takers(field=complaint.field, clearance=complaint.clearance).exclude(pk=by.office_id)
    return _usual(complaint, by, able.receiving(complaint.field, complaint.village_id))


def _usual(complaint: Complaint, by: Appointment, offices: OfficeQuerySet) -> Suggestion | None:
    matter = Matter(
        field=complaint.field,
        village=complaint.village_id,
        asked_from=level_of(by.office.area_id),
        nature=complaint.nature,
        programme=complaint.programme,
        schooling=complaint.schooling,
    )
    found = suggestions(matter, offices)
    return found[0] if found else None


def offices_up(complaint: Complaint, today: date, verb: str = "complaint.settle") -> list[Office]:
    """The offices above the one that handles it where somebody may do ``verb`` to it, the nearest first."""
    return able_above(complaint.handler_office, verb, clearance=complaint.clearance, today=today)


def able_above(handler: Office, verb: str, *, clearance: int, today: date) -> list[Office]:
    """The one ladder, for officers, clock and citizens: the offices above a handler, the nearest first.

    A kecamatan or provinsi counts only while somebody there may do ``verb`` to what is so sensitive; nobody in a
    kecamatan may to what is secret.
    """
    above = [*_secretariat_beside(handler, today), *offices_above(handler, today=today)]
    elsewhere = [office.pk for office in above if office.kind != OfficeKind.SLRT]
    roles = [role for role in roles_with(verb) if clearance_of(role) >= clearance]
    able = Appointment.objects.valid_on(today).filter(office__in=elsewhere, role__in=roles)
    staffed = set(able.values_list("office_id", flat=True)) if elsewhere else set()
    return [office for office in above if office.kind == OfficeKind.SLRT or office.pk in staffed]


def _secretariat_beside(handler: Office, today: date) -> list[Office]:
    """The SLRT secretariat of the area of an agency or PKSAI, which stands beside the ladder."""
    if handler.kind not in BESIDE_THE_LADDER or handler.area_id is None:
        return []
    found = Office.objects.open_on(today).filter(kind=OfficeKind.SLRT, area_id=handler.area_id)
    return list(found.select_related("area")[:1])


def suggested_office_up(above: Sequence[Office]) -> Suggestion | None:
    """The next of the offices above that may decide; None when there is none."""
    if not above:
        return None
    return Suggestion(above[0], gettext("Kantor ini satu tingkat di atas kantor yang menangani sekarang."))
