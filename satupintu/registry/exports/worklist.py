"""An export that waits for a second person, as a row of a worklist."""

from typing import Any

from django.utils.translation import gettext

from satupintu.engine.ui.numerals import number
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.worklists import Item
from satupintu.registry.exports.models import Export
from satupintu.registry.exports.words import Purpose

_COLUMNS = "pk number title rows purpose asked_label asked_at office__name".split()


def waiting(appointment: Appointment) -> Any:
    """Exports that this officer may let go as the second person."""
    if not may(appointment.role, "export.approve"):
        return Export.objects.none()
    return Export.objects.within(appointment).waiting().exclude(asked_by__account=appointment.account_id)


def items(rows: Any, *, limit: int, reader: object = None) -> list[Item]:
    """The first exports as items; one query."""
    purposes = {purpose.value: purpose.label for purpose in Purpose}
    what = gettext("%(rows)s baris untuk: %(purpose)s")
    return [
        Item(
            key=("export", row.pk),
            url=f"/unduhan/{row.number}/",
            number=row.number,
            who=gettext("Unduhan: %(list)s") % {"list": row.title},
            what=what % {"rows": number(row.rows), "purpose": purposes[row.purpose]},
            where=row.asked_label,
            holder=row.office__name,
            next=gettext("Setujui atau tolak"),
            urgency=0,
            since=row.asked_at,
            due=None,
        )
        for row in rows.values_list(*_COLUMNS, named=True)[:limit]
    ]
