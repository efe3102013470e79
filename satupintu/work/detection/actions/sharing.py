"""Sharing out: the officer decides who goes to whom."""

from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.access.roles import clearance_of, may
from satupintu.foundation.offices.models import Appointment
from satupintu.work.detection.models import Outreach, Sharing
from satupintu.work.detection.words import State

MOST = 200
"""Outreaches that are shared out at once."""


@action("outreach.share")
def share(chosen: Mapping[int, int], *, by: Appointment) -> list[int]:
    """Give outreaches (row → appointment) to officers who work there: all of them or none; answers the rows of `Sharing`.

    Raises WrongState when one is not to be shared out any more, Refused for one behind the wall and for an officer who does
    not work there or may not know of it.
    """
    if not chosen or len(chosen) > MOST:
        raise Refused("Pilih paling sedikit satu dan paling banyak 200 orang.")
    rows = list(Outreach.objects.select_for_update(of=("self",)).filter(pk__in=list(chosen)).order_by("pk"))
    if len(rows) != len(chosen) or not all(by.span[0] <= one.village_id < by.span[1] for one in rows):
        raise Refused("Data ini tidak ditemukan.")
    if any(one.state != State.FOUND for one in rows):
        raise WrongState(_("Sebagian sudah dibagikan atau sudah selesai. Muat ulang daftarnya."))
    officers = {one.pk: one for one in Appointment.objects.with_place().filter(pk__in=set(chosen.values()))}
    made = []
    for officer_id in sorted(set(chosen.values())):
        theirs = [one for one in rows if chosen[one.pk] == officer_id]
        made.append(_give(theirs, officers.get(officer_id), by))
    return made


def _give(rows: list[Outreach], to: Appointment | None, by: Appointment) -> int:
    """Give these to one officer, who is told once."""
    if to is None or to.area is None or not all(may_go(to, one) for one in rows):
        raise Refused("Petugas itu tidak bertugas di desa orang ini.")
    sharing = Sharing.objects.create(village=to.area, to=to, many=len(rows), by=by, by_label=by.label)
    for one in rows:
        one.state, one.assignee, one.sharing = State.SHARED, to, sharing
        one.save(update_fields=["state", "assignee", "sharing"])
    record("outreach.shared", sharing, by=by, many=len(rows), to=to.account.name)
    return int(sharing.pk)


def may_go(to: Appointment, outreach: Outreach) -> bool:
    """Whether somebody works in the village, today, on that field, and may know of it."""
    start, end = to.span
    knows = clearance_of(to.role) >= outreach.clearance and (not to.fields or outreach.topic in to.fields)
    return (
        may(to.role, "outreach.record") and to.in_force(timezone.now()) and start <= outreach.village_id < end and knows
    )
