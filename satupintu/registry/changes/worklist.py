"""A proposal as a row of a worklist: who, what, where, and the next action."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.worklists import Item
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.changes.models.request import ChangeRequestQuerySet
from satupintu.registry.changes.words import Basis, Kind, Status

COLUMNS = "pk number title kind status basis proposed_at village__name office__name".split()
VERBS = {
    Status.AGREED: "change.verify",
    Status.VERIFIED: "change.check",
    Status.CHECKED: "change.ratify",
    Status.RATIFIED: "change.apply",
}
"""Whose turn it is above the village."""
NEXT = {
    Status.DRAFT: noop("Lengkapi usulan"),
    Status.RETURNED: noop("Perbaiki usulan"),
    Status.AGREED: noop("Verifikasi"),
    Status.VERIFIED: noop("Periksa"),
    Status.CHECKED: noop("Sahkan"),
    Status.RATIFIED: noop("Terapkan"),
}


def waiting(appointment: Appointment) -> ChangeRequestQuerySet:
    """Proposals whose next move is this officer's."""
    above = [status for status, verb in VERBS.items() if may(appointment.role, verb)]
    mine = Q(status__in=above) & ~Q(proposer_account_id=appointment.account_id)
    if may(appointment.role, "change.resend"):
        mine |= Q(status__in=[Status.DRAFT, Status.RETURNED], office=appointment.office_id)
        mine |= Q(status=Status.PROPOSED, basis=Basis.STATEMENT, office=appointment.office_id)
    if may(appointment.role, "musdes.open"):
        mine |= Q(status=Status.PROPOSED, basis=Basis.MUSDES, office=appointment.office_id)
    rows: ChangeRequestQuerySet = ChangeRequest.objects.within(appointment).filter(mine).order_by("proposed_at", "pk")
    return rows


def items(rows: ChangeRequestQuerySet, *, limit: int, reader: object = None) -> list[Item]:
    """The first proposals as items; one query. Nobody has set them a day."""
    kinds = {kind.value: kind.label for kind in Kind}
    return [
        Item(
            key=("changerequest", row.pk),
            url=f"/usulan/{row.number}/",
            number=row.number,
            who=row.title or row.number,
            what=_("Usulan: %(kind)s") % {"kind": kinds[row.kind]},
            where=row.village__name,
            holder=row.office__name,
            next=_next(row),
            urgency=0,
            since=row.proposed_at,
            due=None,
        )
        for row in rows.values_list(*COLUMNS, named=True)[:limit]
    ]


def _next(row: object) -> str:
    status = Status(row.status)  # type: ignore[attr-defined]
    if status is Status.PROPOSED:
        return _("Bawa ke musdes") if row.basis == Basis.MUSDES else _("Unggah SPTJM")  # type: ignore[attr-defined]
    return _(NEXT[status])
