"""Sending a letter, with the papers that the sender chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from satupintu.engine.actions import Refused, action
from satupintu.engine.documents.actions import attach, hand_on
from satupintu.engine.documents.inspection import Inspected
from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.numbering import next_number
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.work.referrals import clock
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.words import Consent


@dataclass(frozen=True)
class Letter:
    """What the sender chose to write; nothing else of the matter reaches the receiver.

    ``due_at`` None leaves it to the limit that counts for the receiver.
    ``consent`` says on what ground the person may be named, ``consent_by`` who agreed or which law demands it.
    """

    origin_type: str
    origin_id: int
    origin_number: str
    village_id: int
    field: str
    need: str
    due_at: datetime | None = None
    urgency: int = 0
    clearance: int = 0
    subject_name: str = ""
    subject_nik: str = ""
    subject_address: str = ""
    consent: Consent | str = ""
    consent_by: str = ""

    @property
    def names_somebody(self) -> bool:
        """Whether it says who it is about."""
        return bool(self.subject_name or self.subject_nik or self.subject_address)


@action("referral.send")
def send(
    letter: Letter,
    *,
    to: Office,
    by: Appointment,
    papers: Sequence[Attachment] = (),
    uploads: Sequence[Inspected] = (),
) -> Referral:
    """Send a letter to another institution. ``papers`` of the matter are handed on, ``uploads`` come with the letter.

    Raises Refused when an office writes to itself, and when somebody is named whom nobody asked.
    """
    if to.pk == by.office_id:
        raise Refused("Rujukan tidak dapat dikirim ke kantor sendiri.")
    if (letter.names_somebody or papers or uploads) and not (letter.consent and letter.consent_by):
        raise Refused("Tulis dulu siapa yang menyetujui data warga diberikan kepada lembaga ini.")
    columns = vars(letter) | clock.promised(
        to, field=letter.field, urgency=letter.urgency, start=timezone.now(), due_at=letter.due_at
    )
    referral = Referral.objects.create(
        number=next_number("R", by.office.code, timezone.localdate().year),
        from_office_id=by.office_id,
        to_office=to,
        sender=by,
        sender_label=by.label,
        **columns,
    )
    for paper in papers:
        hand_on(paper, to=referral, by=by)
    for upload in uploads:
        attach(referral, upload, by=by)
    record("referral.sent", referral, by=by, to=to.name, field=letter.field)
    return referral
