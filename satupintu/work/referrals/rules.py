"""What may follow what in a correspondence. Plain values only."""

from collections.abc import Iterable

from satupintu.work.referrals.words import ReplyKind, Status

RECEIVER = frozenset({ReplyKind.ACCEPTED, ReplyKind.REJECTED, ReplyKind.ASKED, ReplyKind.SERVED, ReplyKind.NOT_SERVED})
"""Replies that the receiving end writes; the sending end only explains."""

MAY_FOLLOW: dict[Status, frozenset[ReplyKind]] = {
    Status.SENT: frozenset({ReplyKind.ACCEPTED, ReplyKind.REJECTED, ReplyKind.ASKED}),
    Status.ASKED: frozenset({ReplyKind.EXPLAINED, ReplyKind.ACCEPTED, ReplyKind.REJECTED}),
    Status.ACCEPTED: frozenset({ReplyKind.SERVED, ReplyKind.NOT_SERVED, ReplyKind.ASKED}),
    Status.REJECTED: frozenset(),
    Status.SERVED: frozenset(),
    Status.NOT_SERVED: frozenset(),
}

OPEN = frozenset({Status.SENT, Status.ASKED, Status.ACCEPTED})
"""A letter in one of these still waits for its answer."""


def status(replies: Iterable[ReplyKind]) -> Status:
    """Where a letter stands after these replies, oldest first. An explanation puts it back where the question found it."""
    now, accepted = Status.SENT, False
    for reply in replies:
        if reply == ReplyKind.EXPLAINED:
            now = Status.ACCEPTED if accepted else Status.SENT
        else:
            now = Status(reply.value)
        accepted = accepted or reply == ReplyKind.ACCEPTED
    return now


def may_reply(now: Status, reply: ReplyKind) -> bool:
    """Whether this reply may be written to a letter that stands there."""
    return reply in MAY_FOLLOW[now]


def needs_reason(reply: ReplyKind) -> bool:
    """A refusal is never without a reason."""
    return reply in {ReplyKind.REJECTED, ReplyKind.NOT_SERVED}


def waits_for_receiver(now: Status) -> bool:
    """Whether the next move is the receiver's."""
    return now in {Status.SENT, Status.ACCEPTED}
