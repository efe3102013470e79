"""What may follow what in a correspondence. Plain values only."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from satupintu.work.referrals.words import PassState, ReplyKind, Status

RECEIVER = frozenset(
    {
        ReplyKind.ACCEPTED,
        ReplyKind.REJECTED,
        ReplyKind.ASKED,
        ReplyKind.SCHEDULED,
        ReplyKind.SERVED,
        ReplyKind.NOT_SERVED,
    }
)
"""Replies that the receiving end writes; the sending end explains, reminds, escalates and withdraws."""

URGING = frozenset({ReplyKind.REMINDED, ReplyKind.ESCALATED})
"""What leaves a letter where it stands."""

_WAITING = frozenset({ReplyKind.WITHDRAWN, *URGING})
_SERVING = frozenset({ReplyKind.SERVED, ReplyKind.NOT_SERVED, ReplyKind.SCHEDULED, ReplyKind.ASKED})

MAY_FOLLOW: dict[Status, frozenset[ReplyKind]] = {
    Status.SENT: frozenset({ReplyKind.ACCEPTED, ReplyKind.REJECTED, ReplyKind.ASKED}) | _WAITING,
    Status.ASKED: frozenset({ReplyKind.EXPLAINED, ReplyKind.ACCEPTED, ReplyKind.REJECTED, ReplyKind.WITHDRAWN}),
    Status.ACCEPTED: _SERVING | _WAITING,
    Status.SCHEDULED: _SERVING | _WAITING,
    Status.REJECTED: frozenset(),
    Status.SERVED: frozenset(),
    Status.NOT_SERVED: frozenset(),
    Status.WITHDRAWN: frozenset(),
}

OPEN = frozenset({Status.SENT, Status.ASKED, Status.ACCEPTED, Status.SCHEDULED})
"""A letter in one of these still waits for its answer."""

AT_RECEIVER = OPEN - {Status.ASKED}
"""A letter in one of these waits for the receiver."""

IGNORED_AFTER = timedelta(days=2)
"""A reminder that brought no answer for so long makes a letter one that may be escalated before its time is over."""

LONGEST = timedelta(days=90)
"""No sender gives a receiver more time than that."""

PASS_DAYS = 30
"""For how many days a code for answering opens its letter."""


def status(replies: Iterable[ReplyKind]) -> Status:
    """Where a letter stands after these replies, oldest first. An explanation puts it back where the question found it."""
    now = found = Status.SENT
    for reply in replies:
        if reply in URGING:
            continue
        now = found if reply == ReplyKind.EXPLAINED else Status(reply.value)
        found = found if now == Status.ASKED else now
    return now


def may_reply(now: Status, reply: ReplyKind) -> bool:
    """Whether this reply may be written to a letter that stands there."""
    return reply in MAY_FOLLOW[now]


def needs_reason(reply: ReplyKind) -> bool:
    """A refusal is never without a reason."""
    return reply in {ReplyKind.REJECTED, ReplyKind.NOT_SERVED}


def may_remind(reminded_on: date | None, today: date) -> bool:
    """Whether the receiver may be reminded again: not more than once a day."""
    return reminded_on is None or reminded_on < today


def may_escalate(due_at: datetime, reminded_at: datetime | None, now: datetime) -> bool:
    """Whether a letter that waits for its receiver is overdue, or was left lying after a reminder."""
    return due_at < now or (reminded_at is not None and now - reminded_at >= IGNORED_AFTER)


def meeting_is_over(now: Status, meet_at: datetime | None, moment: datetime) -> bool:
    """Whether the day has come on which the citizen was expected, and nobody has said what became of it."""
    return now == Status.SCHEDULED and meet_at is not None and meet_at <= moment


def clock_stands(now: Status, meet_at: datetime | None, moment: datetime) -> bool:
    """Whether the receiver's time stands: the sender owes it an explanation, or the citizen is expected on a day to come."""
    return now == Status.ASKED or (now == Status.SCHEDULED and meet_at is not None and meet_at > moment)


def pass_state(
    *, revoked: datetime | None, used: datetime | None, expires: datetime, bound: datetime | None, now: datetime
) -> PassState:
    """What a code for answering is good for now."""
    if revoked is not None:
        return PassState.REVOKED
    if used is not None:
        return PassState.USED
    if expires <= now:
        return PassState.EXPIRED
    return PassState.READY if bound is None else PassState.OPENED
