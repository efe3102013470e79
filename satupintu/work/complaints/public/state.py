"""Where a complaint stands, in the words of its citizen: never the story, never a name, of a sensitive one even less."""

from dataclasses import dataclass, field
from datetime import datetime

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
from satupintu.work.complaints.models import Answer, Complaint
from satupintu.work.complaints.words import Outcome, Sensitivity, Status

WAY = (noop("Diterima"), noop("Diputuskan"), noop("Ditangani"), noop("Dijawab"), noop("Selesai"))
"""The step bar as a citizen sees it."""
PLACE = {
    Status.RECEIVED: 0,
    Status.ESCALATED: 1,
    Status.RETURNED: 1,
    Status.IN_SERVICE: 2,
    Status.REFERRED: 2,
    Status.ANSWERED: 3,
    Status.TOLD: 3,
    Status.CLOSED: 4,
}
"""Where each state stands on it."""
SAYING = {
    Status.RECEIVED: noop("Keluhan Anda sudah masuk. %(office)s akan memutuskan siapa yang menanganinya."),
    Status.ESCALATED: noop("Keluhan Anda diteruskan ke %(office)s. Di sana diputuskan siapa yang menanganinya."),
    Status.RETURNED: noop("%(office)s sedang mencari jalan lain, karena lembaga yang pertama tidak bisa menanganinya."),
    Status.IN_SERVICE: noop("Keluhan Anda sedang dikerjakan di %(office)s."),
    Status.REFERRED: noop("Keluhan Anda dirujuk ke %(office)s. Kami menunggu jawaban dari sana."),
    Status.ANSWERED: noop("Jawabannya sudah ada. Petugas %(office)s akan memberi tahu Anda."),
    Status.TOLD: noop("Jawabannya sudah disampaikan kepada Anda. Bacalah di bawah."),
    Status.CLOSED: noop("Keluhan ini sudah selesai."),
}
"""What each state means for whoever waits."""
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
    since: datetime
    facts: list[Fact]
    office: Office
    hours: list[tuple[str, str]]
    answers: list[Answer] = field(default_factory=list)

    @property
    def sensitive(self) -> bool:
        """Whether even less is said."""
        return is_sensitive(self.complaint)

    @property
    def waits_for_citizen(self) -> bool:
        """Whether the next step is the citizen's own."""
        return self.complaint.waits_for == "citizen"


def is_sensitive(complaint: Complaint) -> bool:
    """Whether it is more than ordinary: then offices and answers are not shown either."""
    return complaint.sensitivity != Sensitivity.ORDINARY


def read(pk: int) -> State | None:
    """The state of a complaint, in the scope of ``access.citizen.following``; None when it is not there any more."""
    rows = Complaint.objects.select_related("intake_office__area", "handler_office__area", "waits_at")
    complaint = rows.filter(pk=pk).first()
    if complaint is None:
        return None
    reached = _reached()
    quiet = is_sensitive(complaint)
    office = complaint.handler_office if quiet else complaint.intake_office
    closed = complaint.status_word == Status.CLOSED
    told = QUIETLY[closed] if quiet else SAYING[complaint.status_word]
    return State(
        complaint=complaint,
        sentence=_(told) % {"office": complaint.waits_at.name},
        steps=_quiet_steps(complaint) if quiet else _steps(complaint.status_word, reached),
        since=max(reached.values(), default=complaint.received_at),
        facts=_facts(complaint, quiet),
        office=office,
        hours=opening(office),
        answers=[] if quiet else list(complaint.answers.all()),
    )


def _reached() -> dict[int, datetime]:
    """Place on the step bar → when it was reached, since the complaint was last opened."""
    with connection.cursor() as cursor:
        cursor.execute("select name, at from complaints_course()")
        course = cursor.fetchall()
    reached: dict[int, datetime] = {}
    for name, at in course:
        if name == "complaint.reopened":
            reached.clear()
        if name in rules.AFTER:
            reached[PLACE[rules.AFTER[name]]] = at
    return reached


def _steps(status: Status, reached: dict[int, datetime]) -> list[Step]:
    now = PLACE[status]
    done = status in {Status.CLOSED, Status.TOLD}
    names = [_(name) for name in WAY]
    if status == Status.REFERRED:
        names[2] = _("Dirujuk")
    bar = []
    for place, name in enumerate(names):
        state = "next" if place > now else "now" if place == now and not done else "done"
        at = reached.get(place)
        bar.append(Step(name, state, day(timezone.localtime(at)) if at and state != "next" else ""))
    return bar


def _quiet_steps(complaint: Complaint) -> list[Step]:
    places = {Status.RECEIVED: 0, Status.CLOSED: 2}
    now = places.get(complaint.status_word, 1)
    states = ["done" if place < now or now == 2 else "now" if place == now else "next" for place in range(3)]
    return [Step(_(name), state) for name, state in zip(QUIET_WAY, states, strict=True)]


def _facts(complaint: Complaint, quiet: bool) -> list[Fact]:
    facts = [Fact(_("Nomor"), complaint.number)]
    if not quiet:
        facts.append(Fact(_("Bidang"), ServiceField(complaint.field).label))
    facts.append(Fact(_("Diterima"), day(timezone.localtime(complaint.received_at))))
    if complaint.closed_at is None:
        promised = timezone.localtime(complaint.due_at)
        late = promised < timezone.localtime() and PLACE[complaint.status_word] < 3
        hint = _("Waktu ini sudah lewat. Tanyakan ke kantor di bawah.") if late else ""
        facts.append(Fact(_("Kami jawab paling lambat"), day(promised), hint))
    else:
        facts.append(Fact(_("Selesai"), day(timezone.localtime(complaint.closed_at))))
        closure = complaint.closures.last()
        if closure is not None and not quiet:
            facts.append(Fact(_("Hasilnya"), Outcome(closure.outcome).label))
    return facts
