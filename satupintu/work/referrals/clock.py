"""The time that a letter has: by when its receiver must answer, what makes it stand, and how it goes on."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from satupintu.foundation.offices.models import Office
from satupintu.work.deadlines import rounds
from satupintu.work.deadlines.timetable import Promise, Timetable, timetable
from satupintu.work.deadlines.words import Subject
from satupintu.work.referrals import rules
from satupintu.work.referrals.words import Status

if TYPE_CHECKING:
    from satupintu.work.referrals.models import Referral


def promise(to: Office, *, field: str, urgency: int, start: datetime, due_at: datetime | None = None) -> Promise:
    """By when a receiver must answer: by the limit that counts for it, in its own calendar, or as the sender agreed.

    ``urgency`` is a rank. One small query.
    """
    time = timetable(to)
    limit = time.limit(Subject.REFERRAL, field=field, urgency=urgency, start=start)
    return time.kept(limit, start) if due_at is None else time.agreed(limit, start, due_at)


def promised(to: Office, *, field: str, urgency: int, start: datetime, due_at: datetime | None) -> dict[str, Any]:
    """The same as the columns of a new letter."""
    given = promise(to, field=field, urgency=urgency, start=start, due_at=due_at)
    return {"limit_id": given.limit, "due_at": given.due_at, "clock_at": given.clock_at}


def settle(letter: "Referral", now: datetime, time: Callable[[], Timetable]) -> None:
    """End a pause whose appointed moment has come: the time runs from that moment, whenever the clock looks.

    ``time`` answers the receiver's time, where it is needed. The letter is not saved.
    """
    if letter.paused_since is not None and letter.clock_at is not None and letter.clock_at <= now:
        rounds.go_on(letter, time(), letter.clock_at)


def turn(letter: "Referral", now: datetime, time: Callable[[], Timetable]) -> None:
    """Let the clock stand or go on, as where the letter has just come to stand wants it. Not saved, as with ``settle``."""
    settle(letter, now, time)
    held = rules.clock_stands(letter.status_word, letter.meet_at, now)
    if letter.paused_since is not None and not held:
        rounds.go_on(letter, time(), now)
    if letter.status_word not in rules.OPEN:
        letter.clock_at = None
    elif held:
        letter.paused_since = letter.paused_since or now
        letter.clock_at = letter.meet_at if letter.status_word is Status.SCHEDULED else None
