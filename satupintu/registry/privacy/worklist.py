"""A request about somebody's data as a row of a worklist."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from satupintu.engine.ui.pieces import deadline
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.worklists import Item
from satupintu.registry.privacy.models import DataRequest
from satupintu.registry.privacy.words import RequestKind

_COLUMNS = "pk number kind asked_at due_at village__name office__name".split()


def waiting(appointment: Appointment) -> Any:
    """Requests that this officer may answer."""
    if not may(appointment.role, "privacy.answer"):
        return DataRequest.objects.none()
    return DataRequest.objects.within(appointment).open()


def overdue(appointment: Appointment, now: datetime) -> Any:
    """Those of them whose three days have passed."""
    return waiting(appointment).filter(due_at__lt=now)


def items(rows: Any, *, limit: int, reader: object = None) -> list[Item]:
    """The first requests as items; one query. Nobody is named: the page does."""
    kinds = {kind.value: kind.label for kind in RequestKind}
    return [
        Item(
            key=("datarequest", row.pk),
            url=f"/permintaan-data/{row.number}/",
            number=row.number,
            who=kinds[row.kind],
            what=gettext("Permintaan data pribadi"),
            where=row.village__name,
            holder=row.office__name,
            next=gettext("Jawab"),
            urgency=0,
            since=row.asked_at,
            due=row.due_at,
            due_said=str(deadline(row.due_at, hourly=True)),
        )
        for row in rows.values_list(*_COLUMNS, named=True)[:limit]
    ]
