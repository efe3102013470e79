"""A hand-over as a row of a worklist."""

from datetime import datetime, time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import late
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.worklists import Item
from satupintu.reports.sorting.models import HandOver
from satupintu.reports.sorting.words import HandOverKind, HandOverState

_COLUMNS = "pk number kind heading state due_on made_at village__name from_office__name to_office__name".split()


def waiting(appointment: Appointment) -> Any:
    """Hand-overs that this officer may acknowledge or report on, or let go as the second person."""
    if may(appointment.role, "handover.acknowledge"):
        return HandOver.objects.received_by(appointment.office_id).open()
    if may(appointment.role, "handover.approve"):
        proposed = HandOver.objects.filter(state=HandOverState.PROPOSED).order_by("due_on", "pk")
        return proposed.exclude(sender__account=appointment.account_id)
    return HandOver.objects.none()


def sent_on(appointment: Appointment) -> Any:
    """Hand-overs of the own office whose report is awaited."""
    if may(appointment.role, "handover.send_tables"):
        return HandOver.objects.sent_by(appointment.office_id).open()
    return HandOver.objects.none()


def overdue(appointment: Appointment, now: datetime) -> Any:
    """Those of them whose day has passed."""
    return sent_on(appointment).filter(due_on__lt=timezone.localdate(now))


def items(rows: Any, *, limit: int, reader: object = None) -> list[Item]:
    """The first hand-overs as items; one query."""
    today = timezone.localdate()
    kinds = {kind.value: kind.label for kind in HandOverKind}
    next_of = {
        HandOverState.PROPOSED.value: gettext("Setujui atau tolak"),
        HandOverState.SENT.value: gettext("Terima"),
        HandOverState.ACKNOWLEDGED.value: gettext("Laporkan tindak lanjut"),
    }
    title = gettext("Penyerahan data dari %(office)s")
    return [
        Item(
            key=("handover", row.pk),
            url=f"/sortir/penyerahan/{row.number}/",
            number=row.number,
            who=title % {"office": row.from_office__name},
            what=f"{kinds[row.kind]} · {row.heading}",
            where=row.village__name,
            holder=row.to_office__name,
            next=next_of.get(row.state, ""),
            urgency=0,
            since=row.made_at,
            due=timezone.make_aware(datetime.combine(row.due_on, time.max)),
            due_said=str(late(day(row.due_on)) if row.due_on < today else day(row.due_on)),
        )
        for row in rows.values_list(*_COLUMNS, named=True)[:limit]
    ]
