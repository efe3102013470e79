"""A letter as a row of a worklist."""

from django.utils import timezone
from django.utils.translation import gettext

from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.worklists import Item
from satupintu.work.deadlines.timetable import Timetable
from satupintu.work.referrals import telling
from satupintu.work.referrals.models import Referral, ReferralQuerySet
from satupintu.work.referrals.words import Status

COLUMNS = (
    *"pk number subject_name field urgency sent_at village__name from_office__name to_office__name".split(),
    *telling.DUE,
)


def waiting(appointment: Appointment) -> ReferralQuerySet:
    """Letters whose next move is this officer's: answers for the receiver, explanations for the sender."""
    if may(appointment.role, "referral.accept"):
        return Referral.objects.received_by(appointment.office_id).waiting_for_receiver()
    if may(appointment.role, "referral.explain"):
        return Referral.objects.sent_by(appointment.office_id).waiting_for_sender()
    return Referral.objects.none()


def items(rows: ReferralQuerySet, *, limit: int, reader: Timetable | None = None) -> list[Item]:
    """The first letters as items; one query. Days are counted by the calendar of the ``reader``'s office."""
    now = timezone.now()
    fields, letter = {field.value: field.label for field in ServiceField}, gettext("Surat rujukan")
    nexts = {
        Status.SENT.value: gettext("Terima atau tolak"),
        **dict.fromkeys((Status.ACCEPTED.value, Status.SCHEDULED.value), gettext("Layani dan jawab")),
        Status.ASKED.value: gettext("Beri keterangan"),
    }
    return [
        Item(
            key=("referral", row.pk),
            url=f"/rujukan/{row.number}/",
            number=row.number,
            who=row.subject_name or gettext("Tanpa nama"),
            what=f"{letter} · {fields[row.field]}",
            where=row.village__name,
            holder=row.from_office__name,
            next=nexts.get(row.status, ""),
            urgency=row.urgency,
            since=row.sent_at,
            due=row.due_at,
            due_said=str(telling.due(row, now, reader)),
        )
        for row in rows.values_list(*COLUMNS, named=True)[:limit]
    ]
