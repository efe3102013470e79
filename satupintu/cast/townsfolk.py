"""What the demo's citizens do by themselves: send complaints in, judge how theirs ended, object once."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

from django.conf import settings
from django.utils import timezone

from satupintu.cast.officers import ARA, BIRA
from satupintu.engine.actions import WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.access.citizen import acting
from satupintu.foundation.offices.words import ServiceField as F
from satupintu.lib.rupiah import format_number
from satupintu.work.complaints.actions import appeal, judge, report
from satupintu.work.complaints.intake import Intake, follow_up_code
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import (
    Channel,
    Judgement,
    Kind,
    Nature,
    Relation,
    SafeContact,
    Sensitivity,
    Status,
    Urgency,
)

REASON = "warga contoh mengirim, menilai, dan keberatan"
"""The reason under which the house notes that this act was played."""
MOST = 120
"""Verdicts in the demo: enough for shares, few enough to be given one by one."""

SENT_IN: tuple[tuple[int, F, str, dict[str, Any]], ...] = (
    (ARA, F.SOCIAL, "Ibu mertua saya tinggal sendiri, sudah tidak bisa berjalan, dan belum pernah dapat bantuan.", {
        "relation": Relation.FAMILY, "reporter_name": "Hj. Bungawali Dg. Tommi", "reporter_phone": "0812 0000 0417",
        "contact": SafeContact.MESSAGE,
    }),
    (ARA, F.CIVIL_REGISTRATION, "Di dusun kami ada tiga anak yang belum punya akta. Orang tuanya merantau.", {
        "relation": Relation.ANONYMOUS,
    }),
    (ARA, F.HEALTH, "Tetangga saya sakit parah dan KIS-nya tidak aktif. Tidak ada yang mengantar.", {
        "relation": Relation.NEIGHBOUR, "reporter_name": "Sangkala", "urgency": Urgency.EMERGENCY,
    }),
    (BIRA, F.EDUCATION, "Anak saya berhenti sekolah karena tidak ada seragam.", {
        "relation": Relation.SELF, "reporter_name": "Jumasia", "reporter_phone": "0812 0000 0733", "about": "Jumasia",
    }),
    (BIRA, F.SOCIAL, "Ada anak di dekat rumah saya yang sering dipukuli sampai luka.", {
        "relation": Relation.ANONYMOUS, "urgency": Urgency.EMERGENCY, "sensitivity": Sensitivity.SECRET,
        "contact": SafeContact.NONE,
    }),
)  # fmt: skip
"""Village, field, what is told, and the rest of what somebody typed into the form."""
PLEASED = ("Terima kasih, sudah beres.", "Petugasnya ramah.", "Cepat, tidak sampai seminggu.", "", "", "")
DISPLEASED = (
    "Namanya masih salah.",
    "Katanya bulan depan, sampai sekarang belum.",
    "Tidak ada yang memberi tahu saya.",
    "",
)


def is_played() -> bool:
    """Whether the citizens have acted."""
    with house(REASON, quietly=True):
        return Event.objects.filter(village=0, name="house.entered", facts__reason=REASON).exists()


def play(tell: Callable[[str], None]) -> str:
    """Let them act, by the same actions as on the public pages; answers what there is now."""
    with house(REASON):
        ended = timezone.now() - timedelta(days=settings.VERDICT_AFTER_DAYS)
        rows = Complaint.objects.filter(status=Status.CLOSED, closed_at__lt=ended).order_by("-closed_at")
        closed = list(rows.filter(clearance=0)[: 3 * MOST])
        objected = rows.filter(village_id=ARA, clearance=0, handler_office__code=f"P{ARA}").first()
        for village, field, text, more in SENT_IN:
            _send_in(village, field, text, more)
        tell("menulis penilaian warga …")
        verdicts = sum(_judged(complaint) for complaint in closed[::3])
        appeals = _object(objected) if objected else 0
    return f"{len(SENT_IN)} kiriman warga, {format_number(verdicts)} penilaian, {appeals} keberatan"


def _send_in(village: int, field: F, text: str, more: dict[str, Any]) -> None:
    intake = Intake(
        village_id=village, channel=Channel.PUBLIC_FORM, kind=Kind.GRIEVANCE, nature=Nature.NEED, field=field, text=text,
        **more,
    )  # fmt: skip
    with acting(village) as by:
        report(intake, by=by)


def _judged(complaint: Complaint) -> int:
    dice = Random(complaint.number)
    solved = dice.random() < 0.78
    with acting(complaint.village_id, ("complaint", complaint.pk)) as by:
        judgement = Judgement.SOLVED if solved else Judgement.UNSOLVED
        judge(complaint, by=by, judgement=judgement, comment=dice.choice(PLEASED if solved else DISPLEASED))
    return 1


def _object(complaint: Complaint) -> int:
    """One objection; none when the last end of Ara lies too far back."""
    reason = "Kami sudah melapor dua kali. Yang datang hanya tetangga kepala dusun, kami dilewati."
    try:
        with acting(complaint.village_id, ("complaint", complaint.pk)) as by:
            appeal(complaint, by=by, reason=reason)
    except WrongState:
        return 0
    return 1


def example() -> tuple[str, str] | None:
    """Number and code of a complaint of Ara that one may follow in the demo: answered, closed, not judged yet."""
    with house("contoh untuk dicoba", quietly=True):
        rows = Complaint.objects.filter(village_id=ARA, clearance=0, status=Status.CLOSED, verdicts=None, appeals=None)
        number = rows.order_by("-closed_at").values_list("number", flat=True).first()
    return (number, follow_up_code(number)) if number else None
