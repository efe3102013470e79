"""By the clock: reminders to receivers before a letter is due, and a superior after it."""

from satupintu.engine.jobs import every
from satupintu.work.deadlines import rounds
from satupintu.work.referrals.actions import keep_time
from satupintu.work.referrals.models import Referral


@every("*/15 * * * *", "referrals.keep_time")
def look_at_the_clock(timestamp: int) -> None:
    """Look at every letter whose time has come."""
    rounds.everywhere(Referral.objects.all, keep_time)


def keep_the_time_of(kabupaten: int) -> int:
    """Look at the letters about one kabupaten (four digits) until none is left; answers how many there were."""
    return rounds.in_kabupaten(kabupaten, keep_time)
