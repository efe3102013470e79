"""An outreach as a row of a worklist: whom to visit, and why."""

from datetime import UTC, datetime, time

from django.utils.translation import gettext

from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.names import title_case
from satupintu.lib.worklists import Item
from satupintu.work.deadlines.timetable import Timetable
from satupintu.work.detection import telling
from satupintu.work.detection.models import Outreach, OutreachQuerySet

COLUMNS = "pk person__name facts village__name found_on".split()


def waiting(appointment: Appointment) -> OutreachQuerySet:
    """Whom this officer is to visit."""
    if may(appointment.role, "outreach.record"):
        return Outreach.objects.of_officer(appointment.pk)
    return Outreach.objects.none()


def items(rows: OutreachQuerySet, *, limit: int, reader: Timetable | None = None) -> list[Item]:
    """The first rows as items; one query. Nobody has set a day for them."""
    visit, holder = gettext("Kunjungi"), gettext("Daftar jangkauan")
    return [
        Item(
            key=("outreach", row.pk),
            url=f"/jangkauan/{row.pk}/",
            number=f"PJ-{row.pk}",
            who=title_case(row.person__name),
            what=telling.reason(row.facts),
            where=row.village__name,
            holder=holder,
            next=visit,
            urgency=0,
            since=datetime.combine(row.found_on, time.min, UTC),
            due=None,
        )
        for row in rows.values_list(*COLUMNS, named=True)[:limit]
    ]
