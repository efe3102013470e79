"""By the clock: reminders before a deadline, the next office above after it, and what is secret to the kabupaten."""

from contextlib import suppress

from satupintu.engine.actions import WrongState
from satupintu.engine.jobs import every
from satupintu.foundation.access import house
from satupintu.work.complaints.actions import hand_up, keep_time, lying_below
from satupintu.work.complaints.models import Complaint
from satupintu.work.deadlines import rounds

HANDING_UP = "menyerahkan keluhan rahasia ke kabupaten"


@every("*/15 * * * *", "complaints.keep_time")
def look_at_the_clock(timestamp: int) -> None:
    """Look at every complaint whose time has come."""
    rounds.everywhere(Complaint.objects.all, keep_time)


@every("23 2 * * *", "complaints.hand_up")
def hand_up_what_is_secret(timestamp: int) -> None:
    """Hand every secret complaint that lies below the kabupaten to it, each in a transaction of its own."""
    with house(HANDING_UP, quietly=True):
        waiting = list(lying_below().values_list("pk", flat=True))
    for pk in waiting:
        with suppress(WrongState), house(HANDING_UP, quietly=True) as by:
            hand_up(Complaint.objects.get(pk=pk), by=by)


def keep_the_time_of(kabupaten: int) -> int:
    """Look at the complaints of one kabupaten (four digits) until none is left; answers how many there were."""
    return rounds.in_kabupaten(kabupaten, keep_time)
