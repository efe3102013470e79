"""A complaint as a row of a worklist: who, what, where, how long, and the next action."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.worklists import Item
from satupintu.work.complaints import rules, telling
from satupintu.work.complaints.back_office import prepared_fields
from satupintu.work.complaints.models import Complaint, ComplaintQuerySet, Escalation, Repair
from satupintu.work.complaints.words import Kind, Status, Wait
from satupintu.work.deadlines.timetable import Timetable

COLUMNS = (
    *"pk number about field kind urgency_rank received_at village__name waits_at__name clearance author_id status".split(),
    *telling.DUE,
)

RETURNABLE = frozenset({Status.IN_REPAIR, Status.IN_SERVICE})
"""Where returned work waits to be put right."""


def waits(appointment: Appointment) -> list[Wait]:
    """What can wait for this appointment, by the verbs of its role."""
    return [wait for wait, verb in rules.NEXT.items() if may(appointment.role, verb)]


def waiting(appointment: Appointment) -> ComplaintQuerySet:
    """Complaints whose next move is this officer's."""
    prepared = None
    if may(appointment.role, "complaint.settle"):
        prepared = prepared_fields(appointment.office_id, timezone.localdate())
    return Complaint.objects.waiting_at(
        appointment.office_id,
        *waits(appointment),
        untaken=may(appointment.role, "complaint.take"),
        prepared=prepared,
    )


def sent_on(appointment: Appointment) -> ComplaintQuerySet:
    """Complaints that this officer's office waits for."""
    return Complaint.objects.sent_on_by(appointment.office_id)


def overdue(appointment: Appointment, now: datetime) -> ComplaintQuerySet:
    """Open complaints in the area that are past the time allowed."""
    return Complaint.objects.within(appointment).overdue(now).order_by("due_at", "pk")


def overdue_elsewhere(appointment: Appointment, now: datetime) -> ComplaintQuerySet:
    """Those of them that this officer's office handles from outside its area."""
    return Complaint.objects.from_elsewhere(appointment).overdue(now).order_by("due_at", "pk")


def late_below(appointment: Appointment, now: datetime) -> ComplaintQuerySet:
    """Complaints overdue at an office below, that the clock brought before this officer's."""
    return Complaint.objects.late_below(Escalation.objects.waiting_at(appointment.office_id), now)


def items(rows: ComplaintQuerySet, *, limit: int, reader: Timetable | None = None) -> list[Item]:
    """The first rows as items; one query, two where work may have been returned.

    Days are counted by the calendar of the ``reader``'s office.
    """
    # The numbers first: an index alone tells them in their order, however few rows the walls are thought to let through.
    shown = Complaint.objects.filter(pk__in=rows.values("pk")[:limit]).order_by(*rows.query.order_by)
    first = list(shown.values_list(*COLUMNS, named=True))
    return list(_items(first, _returned(first), timezone.now(), reader))


def _returned(rows: Iterable[Any]) -> set[int]:
    """The complaints among these whose work was returned: only of those that stand where it can be."""
    asked = [row.pk for row in rows if row.status in RETURNABLE]
    return set(
        Repair.objects.waiting().filter(complaint__in=asked).values_list("complaint", flat=True) if asked else ()
    )


def _items(rows: Iterable[Any], sent_back: set[int], now: datetime, reader: Timetable | None) -> Iterable[Item]:
    fields = {field.value: field.label for field in ServiceField}
    kinds = {kind.value: kind.label for kind in Kind}
    nexts = {wait.value: wait.label for wait in Wait}
    unknown, sensitive = gettext("Belum diketahui"), gettext("Keluhan sensitif")
    again = gettext("Perbaiki hasil layanan")
    for row in rows:
        returned = row.pk in sent_back
        yield Item(
            key=("complaint", row.pk),
            url=f"/keluhan/{row.number}/",
            number=row.number,
            who=sensitive if row.clearance == 2 else row.about or unknown,
            what=_what(row, fields[row.field], kinds[row.kind], returned=returned),
            where=row.village__name,
            holder=row.waits_at__name,
            next=again if returned and row.waits_for == Wait.SERVICE else nexts[row.waits_for],
            urgency=row.urgency_rank,
            since=row.received_at,
            due=row.due_at,
            due_said=str(telling.due(row, now, reader)),
        )


def _what(row: Any, field: str, kind: str, *, returned: bool) -> str:
    """Field and kind; what a citizen sent in says so until somebody has looked it through, what was returned too."""
    untaken = row.author_id is None and row.status == Status.RECEIVED
    besides = [gettext("dari warga, belum diperiksa")] if untaken else []
    besides += [gettext("dikembalikan untuk diperbaiki")] if returned else []
    return " · ".join([field, kind, *besides])
