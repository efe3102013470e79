"""A referral as a letter on a page."""

from collections.abc import Iterable

from django.utils import timezone

from satupintu.engine.ui import moments
from satupintu.engine.ui.pieces import Letter, Step, Tone, badge, deadline, when
from satupintu.work.referrals import rules
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.words import Status

TONES: dict[Status, Tone] = {
    Status.SENT: Tone.WAITING,
    Status.ASKED: Tone.URGENT,
    Status.ACCEPTED: Tone.DOING,
    Status.REJECTED: Tone.REFUSED,
    Status.SERVED: Tone.DONE,
    Status.NOT_SERVED: Tone.REFUSED,
}
"""How a state of a letter looks; the same everywhere."""


def letters(referrals: Iterable[Referral]) -> list[Letter]:
    """Letters as cards, with the small step bar of each."""
    return [letter(referral) for referral in referrals]


def letter(referral: Referral) -> Letter:
    """One letter as a card."""
    zone = timezone.get_current_timezone()
    subject = " · ".join(
        part for part in (referral.subject_name, referral.subject_nik, referral.subject_address) if part
    )
    return Letter(
        number=referral.number,
        sender=referral.from_office.name,
        receiver=referral.to_office.name,
        date=moments.day(referral.sent_at.astimezone(zone).date()),
        subject=subject,
        body=referral.need,
        due=deadline(referral.due_at) if referral.status_word in rules.OPEN else "",
        state=badge(referral.status_word.label, TONES[referral.status_word]),
        url=f"/rujukan/{referral.number}/",
        steps=steps(referral),
    )


def steps(referral: Referral) -> list[Step]:
    """The small step bar, drawn from the replies."""
    bar = [Step(Status.SENT.label, "done", when(referral.sent_at))]
    bar += [
        Step(
            reply.kind_word.label,
            "refused" if reply.kind in {"rejected", "not_served"} else "done",
            when(reply.at),
            reply.reason_word.label if reply.reason_word else "",
        )
        for reply in referral.replies.all()
    ]
    if referral.status_word in rules.OPEN:
        bar[-1] = Step(bar[-1].label, "now", bar[-1].when, bar[-1].who)
        bar.append(Step(Status.SERVED.label, "next"))
    return bar
