"""What the clock does with letters by itself: it reminds the receiver once, and brings what is late before a superior."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils import timezone

from satupintu.engine.actions import action
from satupintu.engine.events import record
from satupintu.engine.events.models import Event
from satupintu.foundation.access import House
from satupintu.foundation.offices.models import Office
from satupintu.work.deadlines import rounds
from satupintu.work.referrals import clock, rules
from satupintu.work.referrals.actions.answering import write_and_record
from satupintu.work.referrals.actions.urging import superiors
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.words import ReplyKind

OVERDUE = "Batas waktu jawaban sudah lewat."
"""What the clock writes to a letter that it brings before a superior."""


@action("referral.keep_time")
def keep_time(kabupaten: int, *, by: House, now: datetime) -> int:
    """Look at the letters about a kabupaten (four digits) whose time has come; answers how many, at most a batch.

    Each goes on after a pause that has ended; its receiver is reminded once; when it is overdue both ends hear of it
    once, and it is brought before the next superior, one higher each time where the limit says so. All in one
    transaction: killed in the middle, nothing of it has happened.
    """
    here = Referral.objects.filter(village_id__gte=kabupaten * 10**6, village_id__lt=(kabupaten + 1) * 10**6)
    waiting = here.filter(clock_at__lte=now).order_by("clock_at", "pk").with_ends().select_related("raised_to")
    batch = list(waiting.select_for_update(skip_locked=True, of=("self",))[: rounds.BATCH])
    round_ = _Round(by, now)
    for letter in batch:
        round_.look_at(letter)
    Referral.objects.bulk_update(batch, ["clock_at", "due_at", "paused_since"])
    return len(batch)


@dataclass
class _Round(rounds.Round):
    """One round of the clock over letters."""

    def look_at(self, letter: Referral) -> None:
        if letter.paused_since is not None:
            clock.settle(letter, self.now, lambda: self.time(letter.to_office))
            record("referral.resumed", letter, by=self.by, **_where(letter))
        elif self.now < letter.due_at:
            self._remind(letter)
            letter.clock_at = letter.due_at
        else:
            self._overdue(letter)

    def _remind(self, letter: Referral) -> None:
        zone = letter.to_office.zone
        before = letter.last_moment(ReplyKind.REMINDED)
        if rules.may_remind(timezone.localdate(before, zone) if before else None, timezone.localdate(self.now, zone)):
            write_and_record(letter, ReplyKind.REMINDED, by=self.by, text="")

    def _overdue(self, letter: Referral) -> None:
        time = self.time(letter.to_office)
        said = Event.objects.about(letter).filter(name="referral.overdue", facts__due=_moment(letter.due_at))
        first = not said.exists()
        if first:
            record("referral.overdue", letter, by=self.by, **_where(letter))
        above = _higher(letter)
        higher = time.climbs(letter.limit_id, self.now)
        if above and (letter.raised_to is None or (higher and not first)):
            letter.raised_to = above.pop(0)
            write_and_record(letter, ReplyKind.ESCALATED, by=self.by, text=OVERDUE)
        letter.clock_at = higher if above else None


def _where(letter: Referral) -> dict[str, object]:
    """Who must answer, and since when."""
    return {"at_office": letter.to_office_id, "due": _moment(letter.due_at)}


def _moment(at: datetime) -> str:
    """The same words for the same moment, whatever zone it was counted in."""
    return at.astimezone(UTC).isoformat()


def _higher(letter: Referral) -> list[Office]:
    """The superiors whom a letter was not brought before yet, the nearest first."""
    above = superiors(letter)
    return above[above.index(letter.raised_to) + 1 :] if letter.raised_to in above else above
