"""By the clock: reminders before a deadline, and the next office above after it."""

from satupintu.engine.jobs import every
from satupintu.work.complaints.actions import keep_time
from satupintu.work.complaints.models import Complaint
from satupintu.work.deadlines import rounds


@every("*/15 * * * *", "complaints.keep_time")
def look_at_the_clock(timestamp: int) -> None:
    """Look at every complaint whose time has come."""
    rounds.everywhere(Complaint.objects.all, keep_time)


def keep_the_time_of(kabupaten: int) -> int:
    """Look at the complaints of one kabupaten (four digits) until none is left; answers how many there were."""
    return rounds.in_kabupaten(kabupaten, keep_time)
