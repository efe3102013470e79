"""An offer as a row of a worklist."""

from django.utils import timezone
from django.utils.translation import gettext

from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.worklists import Item
from satupintu.work.deadlines import telling
from satupintu.work.deadlines.timetable import Timetable
from satupintu.work.transfers.models import Transfer, TransferQuerySet
from satupintu.work.transfers.words import Reason

COLUMNS = "pk number field reason urgency due_at offered_at village__name from_office__name".split()


def waiting(appointment: Appointment) -> TransferQuerySet:
    """Offers that this officer may answer."""
    if may(appointment.role, "transfer.accept"):
        return Transfer.objects.received_by(appointment.office_id).open()
    return Transfer.objects.none()


def items(rows: TransferQuerySet, *, limit: int, reader: Timetable | None = None) -> list[Item]:
    """The first offers as items; one query. Days are counted by the calendar of the ``reader``'s office."""
    now = timezone.now()
    fields = {field.value: field.label for field in ServiceField}
    reasons = {reason.value: reason.label for reason in Reason}
    title, answer = gettext("Pelimpahan dari %(office)s"), gettext("Terima atau tolak")
    return [
        Item(
            key=("transfer", row.pk),
            url=f"/pelimpahan/{row.number}/",
            number=row.number,
            who=title % {"office": row.from_office__name},
            what=f"{fields[row.field]} · {reasons[row.reason]}",
            where=row.village__name,
            holder=row.from_office__name,
            next=answer,
            urgency=row.urgency,
            since=row.offered_at,
            due=row.due_at,
            due_said=str(telling.said(row.due_at, None, now, reader)),
        )
        for row in rows.values_list(*COLUMNS, named=True)[:limit]
    ]
