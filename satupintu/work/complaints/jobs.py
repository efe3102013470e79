"""By the clock: reminders before a deadline, and the next office above after it."""

from django.utils import timezone

from satupintu.engine.jobs import every
from satupintu.foundation.access import house
from satupintu.work.complaints.actions import keep_time
from satupintu.work.complaints.models import Complaint

WHY = "mengawasi batas waktu"


@every("*/15 * * * *", "complaints.keep_time")
def look_at_the_clock(timestamp: int) -> None:
    """Look at every complaint whose time has come, kabupaten by kabupaten and batch by batch.

    Each batch is a transaction of its own and takes its complaints out of the next one, so a worker that is killed and a
    second one that starts do nothing twice.
    """
    now = timezone.now()
    with house(WHY, quietly=True):
        kabupaten = (
            Complaint.objects.filter(clock_at__lte=now).order_by("kabupaten").values_list("kabupaten", flat=True)
        )
        waiting = list(kabupaten.distinct())
    for number in waiting:
        keep_the_time_of(number)


def keep_the_time_of(kabupaten: int) -> int:
    """Look at the complaints of one kabupaten (four digits) until none is left; answers how many there were."""
    total, now = 0, timezone.now()
    while True:
        with house(WHY, spans=[(kabupaten * 10**6, (kabupaten + 1) * 10**6)], quietly=True) as by:
            done = keep_time(kabupaten, by=by, now=now)
        total += done
        if not done:
            return total
