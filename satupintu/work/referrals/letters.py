"""A referral as a letter on a page."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.ui import moments
from satupintu.engine.ui.pieces import Fact, Letter, Step, Tone, badge, when
from satupintu.work.deadlines.timetable import for_words
from satupintu.work.referrals import rules, telling
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.words import Consent, ReplyKind, Status

TONES: dict[Status, Tone] = {
    Status.SENT: Tone.WAITING,
    Status.ASKED: Tone.URGENT,
    Status.ACCEPTED: Tone.DOING,
    Status.SCHEDULED: Tone.DOING,
    Status.REJECTED: Tone.REFUSED,
    Status.SERVED: Tone.DONE,
    Status.NOT_SERVED: Tone.REFUSED,
    Status.WITHDRAWN: Tone.OFF,
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
        due=telling.due(referral, timezone.now(), for_words(referral.to_office)),
        state=badge(referral.status_word.label, TONES[referral.status_word]),
        url=f"/rujukan/{referral.number}/",
        steps=steps(referral),
        facts=[*meetings([referral]), *consents(referral)],
    )


def meetings(referrals: Iterable[Referral]) -> list[Fact]:
    """When and where the citizen is expected, for each letter that says so and still waits for its answer."""
    return [
        Fact(_("Warga ditunggu"), moments.moment(referral.meet_at, timezone.get_current_timezone()), place_of(referral))
        for referral in referrals
        if referral.meet_at is not None and referral.status_word in rules.OPEN
    ]


def place_of(referral: Referral) -> str:
    """Where the citizen is expected: what the last appointment says, then whose it is."""
    places = [reply.meet_place for reply in referral.replies.all() if reply.kind == ReplyKind.SCHEDULED]
    return ", ".join([*places[-1:], referral.to_office.name])


def consents(referral: Referral) -> list[Fact]:
    """On what ground the letter says who it is about."""
    return [Fact(_("Persetujuan"), Consent(referral.consent).label, referral.consent_by)] if referral.consent else []


def steps(referral: Referral) -> list[Step]:
    """The small step bar, drawn from the replies."""
    bar = [Step(Status.SENT.label, "done", when(referral.sent_at))]
    bar += [
        Step(
            reply.kind_word.label,
            "refused" if reply.kind in {"rejected", "not_served", "withdrawn"} else "done",
            when(reply.at),
            reply.reason_word.label if reply.reason_word else "",
        )
        for reply in referral.replies.all()
        if reply.kind_word not in rules.URGING
    ]
    if referral.status_word in rules.OPEN:
        bar[-1] = Step(bar[-1].label, "now", bar[-1].when, bar[-1].who)
        bar.append(Step(Status.SERVED.label, "next"))
    return bar
