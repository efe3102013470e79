"""Where a complaint stands, in the words of its citizen: never the story, never a name, of a sensitive one even less."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from satupintu.engine.ui.moments import day
from satupintu.engine.ui.pieces import Fact, Step
from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.opening import opening
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import rules
from satupintu.work.complaints.actions.citizen import appeals_to
from satupintu.work.complaints.models import Answer, Complaint
from satupintu.work.complaints.requirements import requirements
from satupintu.work.complaints.words import Outcome, PauseReason, Sensitivity, Status

WAY = (
    noop("Diterima"),
    noop("Ditangani"),
    noop("Diputuskan"),
    noop("Dikerjakan"),
    noop("Dijawab"),
    noop("Selesai"),
)
"""The places of the step bar (``rules.STEPS``) as a citizen sees them."""
SAYING = {
    Status.RECEIVED: noop("Pengaduan Anda sudah masuk. %(office)s akan memutuskan siapa yang menanganinya."),
    Status.CHECKED: noop("Pengaduan Anda sedang dicek petugas %(office)s sebelum diputuskan."),
    Status.RECOMMENDED: noop("Pengaduan Anda sudah dicek. %(office)s akan memutuskan siapa yang menanganinya."),
    Status.IN_REPAIR: noop("Pengaduan Anda sedang dicek petugas %(office)s sebelum diputuskan."),
    Status.ESCALATED: noop("Pengaduan Anda diteruskan ke %(office)s. Di sana diputuskan siapa yang menanganinya."),
    Status.OFFERED: noop(
        "Pengaduan Anda sedang dilimpahkan ke %(office)s. Sampai diterima di sana, kami tetap bertanggung jawab."
    ),
    Status.RETURNED: noop(
        "%(office)s sedang mencari jalan lain, karena kantor atau lembaga yang pertama tidak bisa menanganinya."
    ),
    Status.IN_SERVICE: noop("Pengaduan Anda sedang dikerjakan di %(office)s."),
    Status.REFERRED: noop("Pengaduan Anda dirujuk ke %(office)s. Kami menunggu jawaban dari sana."),
    Status.ANSWERED: noop("Jawabannya sudah ada. Petugas %(office)s akan memberi tahu Anda."),
    Status.TOLD: noop("Jawabannya sudah disampaikan kepada Anda. Bacalah di bawah."),
    Status.CLOSED: noop("Pengaduan ini sudah selesai."),
}
"""What each state means for whoever waits."""
MOVED = "complaint.transferred"
QUIET_WAY = (noop("Diterima"), noop("Ditangani"), noop("Selesai"))
QUIETLY = {
    False: noop("Laporan Anda sudah diterima dan sedang ditangani."),
    True: noop("Penanganan laporan ini sudah selesai."),
}
"""What is said of a sensitive one, while it is open and afterwards: whoever finds the paper learns no more."""


@dataclass(frozen=True)
class State:
    """Everything that the page of a followed complaint says. Read inside the scope that the code opened."""

    complaint: Complaint
    sentence: str
    steps: list[Step]
    facts: list[Fact]
    office: Office
    hours: list[tuple[str, str]]
    answers: list[Answer] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Papers that an officer has looked for and not seen yet."""
    waiting: str = ""
    """What the office waits for from the citizen, while the clock stands."""
    judge_from: str = ""
    """The day from which it can be judged, while that lies ahead."""
    may_judge: bool = False
    may_reopen: bool = False
    may_object: bool = False
    appeal_to: Office | None = None
    appealed: bool = False

    @property
    def sensitive(self) -> bool:
        """Whether even less is said."""
        return is_sensitive(self.complaint)


def is_sensitive(complaint: Complaint) -> bool:
    """Whether it is more than ordinary: then offices and answers are not shown either."""
    return complaint.sensitivity != Sensitivity.ORDINARY


def read(pk: int) -> State | None:
    """The state of a complaint, in the scope of ``access.citizen.following``; None when it is not there any more."""
    rows = Complaint.objects.select_related("intake_office__area", "handler_office__area", "waits_at", "service")
    complaint = rows.filter(pk=pk).first()
    if complaint is None:
        return None
    course, now = _course(), timezone.now()
    quiet = is_sensitive(complaint)
    office = complaint.handler_office if quiet else complaint.intake_office
    closed = complaint.status_word == Status.CLOSED
    told = QUIETLY[closed] if quiet else SAYING[complaint.status_word]
    return State(
        complaint=complaint,
        sentence=_(told) % {"office": complaint.waits_at.name},
        steps=_quiet_steps(complaint) if quiet else _steps(complaint.status_word, course),
        facts=_facts(complaint, quiet, moved=max((at for name, at in course if name == MOVED), default=None)),
        office=office,
        hours=opening(office),
        answers=[] if quiet else list(complaint.answers.all()),
        missing=[] if quiet else _missing(complaint),
        waiting="" if quiet else _waiting(complaint),
        **_open_ways(complaint, now, appealed=any(name == "complaint.appealed" for name, _at in course)),
    )


def _missing(complaint: Complaint) -> list[str]:
    """What the citizen still has to bring, as long as there is somebody to bring it to."""
    asked = requirements(complaint) if complaint.closed_at is None else None
    return [line.document for line in asked.missing] if asked and asked.check else []


def _waiting(complaint: Complaint) -> str:
    """Why the clock stands, if it does."""
    pause = complaint.pauses.filter(until=None).first() if complaint.paused_since else None
    if pause is None:
        return ""
    if pause.why == PauseReason.PAPERS:
        return _("Kami menunggu berkas dari Anda. Selama itu batas waktunya berhenti.")
    return _("Kami menunggu tanggal yang disepakati, %(day)s. Selama itu batas waktunya berhenti.") % {
        "day": day(pause.expected_on)
    }


def _open_ways(complaint: Complaint, now: datetime, *, appealed: bool) -> dict[str, Any]:
    """What the citizen may do now: judge, have it opened again, object at the office above."""
    status, closed_at = complaint.status_word, complaint.closed_at
    in_time = rules.within(closed_at, now, settings.REOPEN_WITHIN_DAYS)
    may_object = rules.may("complaint.appeal", status) and in_time and not appealed
    ways: dict[str, Any] = {
        "appealed": appealed,
        "may_object": may_object,
        "may_reopen": rules.may("complaint.reopen", status) and in_time,
        "appeal_to": appeals_to(complaint) if may_object else None,
    }
    if closed_at is not None:
        begins = rules.after(closed_at, settings.VERDICT_AFTER_DAYS)
        unjudged = not complaint.verdicts.filter(closure=complaint.closures.latest("pk")).exists()
        ways["may_judge"] = unjudged and now >= begins
        ways["judge_from"] = day(timezone.localtime(begins)) if unjudged and now < begins else ""
    return ways


def _course() -> list[tuple[str, datetime]]:
    """What happened and when, oldest first; not who did it."""
    with connection.cursor() as cursor:
        cursor.execute("select name, at from complaints_course()")
        return cursor.fetchall()


def _steps(status: Status, course: list[tuple[str, datetime]]) -> list[Step]:
    reached, here = rules.reached(course), rules.step_of(status)
    names = [_(name) for name in WAY]
    if status == Status.REFERRED:
        names[here] = _("Dirujuk")
    elif here == rules.DECIDED:
        names[here] = _("Menunggu keputusan")
    return [
        Step(names[place], how, day(timezone.localtime(reached[place])) if place in reached and how != "next" else "")
        for place, how in rules.bar(status, reached, done=status in rules.TOLD)
    ]


def _quiet_steps(complaint: Complaint) -> list[Step]:
    places = {Status.RECEIVED: 0, Status.CLOSED: 2}
    now = places.get(complaint.status_word, 1)
    states = ["done" if place < now or now == 2 else "now" if place == now else "next" for place in range(3)]
    return [Step(_(name), state) for name, state in zip(QUIET_WAY, states, strict=True)]


def _facts(complaint: Complaint, quiet: bool, *, moved: datetime | None) -> list[Fact]:
    facts = [Fact(_("Nomor"), complaint.number)]
    if not quiet:
        facts.append(Fact(_("Bidang"), ServiceField(complaint.field).label))
    facts.append(Fact(_("Diterima"), day(timezone.localtime(complaint.received_at))))
    if moved is not None and not quiet:
        facts.append(Fact(_("Dilimpahkan ke"), complaint.intake_office.name, day(timezone.localtime(moved))))
    if complaint.closed_at is None:
        promised = timezone.localtime(complaint.due_at)
        running = complaint.paused_since is None
        late = running and promised < timezone.localtime() and complaint.status_word in rules.RUNNING
        hint = _("Waktu ini sudah lewat. Tanyakan ke kantor di bawah.") if late else ""
        facts.append(Fact(_("Kami jawab paling lambat"), day(promised), hint))
    else:
        facts.append(Fact(_("Selesai"), day(timezone.localtime(complaint.closed_at))))
        closure = complaint.closures.last()
        if closure is not None and not quiet:
            facts.append(Fact(_("Hasilnya"), Outcome(closure.outcome).label))
    return facts
