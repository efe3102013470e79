"""What the two ends write to each other. The receiver may be an office with accounts, or a guest with a code."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from satupintu.engine.actions import Actor, WrongState, action
from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.inspection import Inspected
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.work.referrals import rules
from satupintu.work.referrals.models import Referral, Reply
from satupintu.work.referrals.words import Reason, ReplyKind

Papers = Sequence[Inspected]


@action("referral.accept")
def accept(referral: Referral, *, by: Actor, text: str = "", papers: Papers = ()) -> Reply:
    """Accept the letter: we will serve."""
    return write_and_record(referral, ReplyKind.ACCEPTED, by=by, text=text, papers=papers)


@action("referral.reject")
def reject(referral: Referral, *, by: Actor, reason: Reason, text: str = "", papers: Papers = ()) -> Reply:
    """Reject the letter with a reason; it goes back to the sender's worklist."""
    return write_and_record(referral, ReplyKind.REJECTED, by=by, reason=reason, text=text, papers=papers)


@action("referral.ask")
def ask(referral: Referral, *, by: Actor, text: str, papers: Papers = ()) -> Reply:
    """Ask the sender for more before answering."""
    return write_and_record(referral, ReplyKind.ASKED, by=by, text=text, papers=papers)


@action("referral.explain")
def explain(referral: Referral, *, by: Appointment, text: str, papers: Papers = ()) -> Reply:
    """Answer the receiver's question."""
    return write_and_record(referral, ReplyKind.EXPLAINED, by=by, text=text, papers=papers)


@action("referral.schedule")
def schedule(
    referral: Referral, *, by: Actor, meet_at: datetime, meet_place: str, text: str = "", papers: Papers = ()
) -> Reply:
    """Say when and where the citizen is expected. Raises WrongState for a moment that has passed."""
    if meet_at <= timezone.now():
        raise WrongState("Waktu itu sudah lewat. Pilih waktu yang akan datang.")
    referral.meet_at = meet_at
    return write_and_record(
        referral, ReplyKind.SCHEDULED, by=by, text=text, papers=papers, meet_at=meet_at, meet_place=meet_place
    )


@action("referral.serve")
def serve(referral: Referral, *, by: Actor, text: str, papers: Papers = ()) -> Reply:
    """Answer that the person has been served, and how."""
    return write_and_record(referral, ReplyKind.SERVED, by=by, text=text, papers=papers)


@action("referral.not_serve")
def not_serve(referral: Referral, *, by: Actor, reason: Reason, text: str = "", papers: Papers = ()) -> Reply:
    """Answer that the person was not served, and why."""
    return write_and_record(referral, ReplyKind.NOT_SERVED, by=by, reason=reason, text=text, papers=papers)


_EVENTS = {kind: f"referral.{kind.value}" for kind in ReplyKind}


def write_and_record(
    referral: Referral,
    kind: ReplyKind,
    *,
    by: Actor,
    text: str,
    reason: Reason | None = None,
    papers: Papers = (),
    meet_at: datetime | None = None,
    meet_place: str = "",
) -> Reply:
    """Write a reply, let it move the letter, and tell whoever listens. Every act on a letter ends here."""
    if rules.needs_reason(kind) and reason is None:
        raise ValueError("a refusal needs a reason")
    referral.take(kind)
    written = referral.replies.create(
        kind=kind,
        reason=reason or "",
        text=text,
        meet_at=meet_at,
        meet_place=meet_place,
        by_id=by.pk,
        by_label=by.label,
    )
    for paper in papers:
        attach(referral, paper, by=by)
    end = referral.to_office if kind in rules.RECEIVER else referral.from_office
    record(
        _EVENTS[kind],
        referral,
        by=by,
        reason=reason,
        office=end.name,
        to=referral.raised_to.name if kind == ReplyKind.ESCALATED and referral.raised_to else None,
        meet_at=meet_at.isoformat() if meet_at else None,
        origin=referral.origin_id,
        origin_type=referral.origin_type,
    )
    return written
