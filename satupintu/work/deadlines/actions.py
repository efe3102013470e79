"""What may be done with time limits: publish a version."""

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.work.deadlines.models import EMERGENCY, TimeLimit
from satupintu.work.deadlines.words import TimeUnit


@action("limit.publish")
def publish(limit: TimeLimit, *, by: Appointment) -> TimeLimit:
    """Publish a version of a limit; it counts for what comes in from its day on, in the calendar of each office.

    Raises WrongState when its day has passed (a promise that was given is not changed), when an emergency would wait
    for opening hours, when the reminder would not come before the end, or when the nation's rule would be taken back.
    """
    if limit.valid_from < timezone.localdate(timezone=by.zone):
        raise WrongState(_("Batas waktu tidak dapat berlaku surut. Pilih hari ini atau sesudahnya."))
    if limit.urgency == EMERGENCY and limit.unit != TimeUnit.CLOCK_HOURS:
        raise WrongState(_("Keluhan darurat dihitung dengan jam, bukan jam atau hari kerja."))
    if limit.amount is None and limit.area_id is None:
        raise WrongState(_("Batas waktu nasional tidak dapat dicabut, hanya diganti."))
    if limit.amount is None:
        limit.remind_before = limit.climb_after = 0
    elif limit.remind_before >= limit.amount:
        raise WrongState(_("Pengingat harus datang sebelum batas waktunya habis."))
    limit.published_by, limit.published_label = by, by.label
    limit.save(force_insert=True)
    record(
        "limit.withdrawn" if limit.amount is None else "limit.published",
        limit,
        by=by,
        of=limit.subject,
        amount=limit.amount,
        unit=limit.unit,
        valid_from=limit.valid_from.isoformat(),
    )
    return limit
