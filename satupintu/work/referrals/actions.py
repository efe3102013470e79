"""What may be done with a letter: send it, and reply from either end."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from satupintu.engine.actions import Refused, action
from satupintu.engine.documents.numbering import next_number
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.work.referrals import rules
from satupintu.work.referrals.models import Referral, Reply
from satupintu.work.referrals.words import Reason, ReplyKind


@dataclass(frozen=True)
class Letter:
    """What the sender chose to write; nothing else of the matter reaches the receiver."""

    origin_type: str
    origin_id: int
    origin_number: str
    village_id: int
    field: str
    need: str
    due_at: datetime
    urgency: int = 0
    clearance: int = 0
    subject_name: str = ""
    subject_nik: str = ""
    subject_address: str = ""


@action("referral.send")
def send(letter: Letter, *, to: Office, by: Appointment) -> Referral:
    """Send a letter to another institution. Raises Refused when an office writes to itself."""
    if to.pk == by.office_id:
        raise Refused("Rujukan tidak dapat dikirim ke kantor sendiri.")
    referral = Referral.objects.create(
        number=next_number("R", by.office.code, timezone.localdate().year),
        from_office_id=by.office_id,
        to_office=to,
        sender=by,
        sender_label=by.label,
        **vars(letter),
    )
    record("referral.sent", referral, by=by, to=to.name, field=letter.field)
    return referral


@action("referral.accept")
def accept(referral: Referral, *, by: Appointment, text: str = "") -> Reply:
    """Accept the letter: we will serve."""
    return _reply(referral, ReplyKind.ACCEPTED, by=by, text=text)


@action("referral.reject")
def reject(referral: Referral, *, by: Appointment, reason: Reason, text: str = "") -> Reply:
    """Reject the letter with a reason; it goes back to the sender's worklist."""
    return _reply(referral, ReplyKind.REJECTED, by=by, reason=reason, text=text)


@action("referral.ask")
def ask(referral: Referral, *, by: Appointment, text: str) -> Reply:
    """Ask the sender for more before answering."""
    return _reply(referral, ReplyKind.ASKED, by=by, text=text)


@action("referral.explain")
def explain(referral: Referral, *, by: Appointment, text: str) -> Reply:
    """Answer the receiver's question."""
    return _reply(referral, ReplyKind.EXPLAINED, by=by, text=text)


@action("referral.serve")
def serve(referral: Referral, *, by: Appointment, text: str) -> Reply:
    """Answer that the person has been served, and how."""
    return _reply(referral, ReplyKind.SERVED, by=by, text=text)


@action("referral.not_serve")
def not_serve(referral: Referral, *, by: Appointment, reason: Reason, text: str = "") -> Reply:
    """Answer that the person was not served, and why."""
    return _reply(referral, ReplyKind.NOT_SERVED, by=by, reason=reason, text=text)


_EVENTS = {
    ReplyKind.ACCEPTED: "referral.accepted",
    ReplyKind.REJECTED: "referral.rejected",
    ReplyKind.ASKED: "referral.asked",
    ReplyKind.EXPLAINED: "referral.explained",
    ReplyKind.SERVED: "referral.served",
    ReplyKind.NOT_SERVED: "referral.not_served",
}


def _reply(referral: Referral, kind: ReplyKind, *, by: Appointment, text: str, reason: Reason | None = None) -> Reply:
    if rules.needs_reason(kind) and reason is None:
        raise ValueError("a refusal needs a reason")
    referral.take(kind)
    reply = referral.replies.create(kind=kind, reason=reason or "", text=text, by=by, by_label=by.label)
    record(
        _EVENTS[kind],
        referral,
        by=by,
        reason=reason,
        office=by.office.name,
        origin=referral.origin_id,
        origin_type=referral.origin_type,
    )
    return reply
