"""The parts of a complaint's page: step bar, facts, timeline, letters, papers."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.qr import qr_svg
from satupintu.engine.events.models import Event
from satupintu.engine.ui.moments import day, moment
from satupintu.engine.ui.numerals import number
from satupintu.engine.ui.pieces import Fact, Step, badge, when
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.codelists.programmes import Programme
from satupintu.work.complaints import actions, rules, telling, wording
from satupintu.work.complaints.documents import MISSING_PAPERS, RECEIPT
from satupintu.work.complaints.forms import IntakeForm
from satupintu.work.complaints.intake import follow_up_code
from satupintu.work.complaints.models import Complaint, Escalation
from satupintu.work.complaints.requirements import Asked
from satupintu.work.complaints.tones import TONES as STATE_TONES
from satupintu.work.complaints.words import (
    Channel,
    Elsewhere,
    Kind,
    Nature,
    Relation,
    SafeContact,
    Sensitivity,
    Status,
    Urgency,
)
from satupintu.work.deadlines.timetable import for_words
from satupintu.work.routing.words import Schooling

TONES = {
    "complaint.registered": "new",
    "complaint.referral_returned": "refused",
    "complaint.transfer_refused": "refused",
    "complaint.returned_for_repair": "refused",
    "complaint.service_returned": "refused",
    "complaint.closed": "done",
    "complaint.due_soon": "urgent",
    "complaint.overdue": "urgent",
    "complaint.escalated_by_clock": "urgent",
}
"""How an event looks on the timeline; the others are work being done."""


def read_once(complaint: Complaint) -> None:
    """Read what both the steps and the panels of the page ask for."""
    brought = Prefetch("escalations", Escalation.objects.select_related("office"))
    prefetch_related_objects([complaint], "checks", "recommendations", "repairs", "handovers", brought)


def history(complaint: Complaint) -> list[Event]:
    """What happened to a complaint, oldest first."""
    return list(Event.objects.raw("select * from complaints_history(%s)", [complaint.pk]))


PLACES = (
    noop("Diterima"),
    noop("Ditangani"),
    noop("Diputuskan"),
    noop("Dilayani atau dirujuk"),
    noop("Dijawab"),
    noop("Ditutup"),
)
"""What each place of the step bar is called before it is reached and after it was passed."""


def steps(complaint: Complaint, events: list[Event]) -> list[Step]:
    """The step bar, drawn from the events: what was passed and when, where it stands, what is still to come.

    A place that was never reached is left out once it has been passed.
    """
    reached = rules.reached((event.name, event.at) for event in events)
    state = complaint.status_word
    return [
        Step(state.label if place == rules.step_of(state) else _(PLACES[place]), how, _at(reached, place, how), "")
        for place, how in rules.bar(state, reached, done=state is Status.CLOSED)
    ]


def _at(reached: dict[int, datetime], place: int, how: str) -> SafeString | str:
    return when(reached[place]) if place in reached and how != "next" else ""


def facts(complaint: Complaint) -> list[Fact]:
    """What is known about it, without the story."""
    size = complaint.group_size
    known = [
        Fact(_("Program"), Programme(complaint.programme).label if complaint.programme else ""),
        Fact(_("Untuk kelompok"), _("%(count)s orang") % {"count": number(size)} if size else ""),
    ]
    return [
        Fact(_("Bidang"), ServiceField(complaint.field).label),
        Fact(_("Jenjang sekolah"), Schooling(complaint.schooling).label if complaint.schooling else ""),
        Fact(_("Jenis"), Kind(complaint.kind).label),
        Fact(_("Sifat"), Nature(complaint.nature).label),
        *(fact for fact in known if fact.value),
        Fact(_("Mendesak"), Urgency(complaint.urgency).label),
        Fact(_("Boleh diketahui"), Sensitivity(complaint.sensitivity).label),
        Fact(_("Desa"), complaint.village.name),
        Fact(_("Diterima"), when(complaint.received_at), complaint.intake_office.name),
        Fact(_("Lewat"), Channel(complaint.channel).label),
        Fact(
            _("Ditangani"), complaint.handler_office.name, complaint.assignee.account.name if complaint.assignee else ""
        ),
        Fact(_("Batas waktu"), telling.due(complaint, timezone.now(), for_words(complaint.intake_office))),
    ]


def brief(complaints: Iterable[Complaint]) -> list[dict[str, Any]]:
    """Complaints as one line each: where, what about, how it stands. The sensitive ones say only that they are."""
    return [
        {
            "url": reverse("complaints:detail", args=[one.number]),
            "number": one.number,
            "about": _("Keluhan sensitif") if one.clearance == 2 else one.about or _("Belum diketahui"),
            "what": f"{ServiceField(one.field).label}, {Kind(one.kind).label.lower()}",
            "at": when(one.received_at),
            "state": badge(one.status_word.label, STATE_TONES[one.status_word]),
        }
        for one in complaints
    ]


def handovers(complaint: Complaint) -> list[Fact]:
    """Where the matter went on besides the complaint; it counts as handed over until somebody takes it there."""
    waiting = badge(_("Diserahkan, menunggu diambil"), "waiting")
    return [
        Fact(Elsewhere(one.to).label, waiting, format_html("{} · {}", when(one.at), one.by_label))
        for one in complaint.handovers.all()
    ]


def waiting(complaint: Complaint) -> dict[str, Any]:
    """Why the clock stands, while it does; and before which offices it has brought what is late, and what they do."""
    paused = None if complaint.paused_since is None else complaint.pauses.filter(until=None).first()
    late = [
        Fact(
            one.office.name, when(one.acknowledged_at) if one.acknowledged_at else _("belum ditindaklanjuti"), one.note
        )
        for one in complaint.escalations.all()
    ]
    return {"paused": paused, "late": late}


def reporter(complaint: Complaint) -> list[Fact]:
    """Who told us."""
    told = complaint.reporter
    return [
        Fact(_("Pelapor"), told.name or _("tidak disebut"), Relation(told.relation).label),
        Fact(_("Telepon"), told.phone, SafeContact(told.contact).label if told.phone else ""),
    ]


def receipt_lines(complaint: Complaint) -> list[tuple[str, str, bool]]:
    """What the receipt says, line by line: words, value, and whether the citizen asks with it."""
    said = {
        "nomor_keluhan": complaint.number,
        "kode_lacak": follow_up_code(complaint.number),
        "bidang": ServiceField(complaint.field).label,
        "diterima": moment(complaint.received_at, timezone.get_current_timezone()),
        "batas": day(timezone.localtime(complaint.due_at).date()),
    }
    lines = wording.RECEIPT_LINES.items()
    return [(words, said[fact], fact in wording.ASKED_WITH) for fact, words in lines]


def printed_at_once(asked: Asked | None) -> set[str]:
    """The kinds of letter that the page prints with one button; a numbered one is issued from what that button opens."""
    return {RECEIPT.code, MISSING_PAPERS.code} if asked and asked.missing else {RECEIPT.code}


def qr(address: str) -> SafeString:
    """The address at which a citizen follows the complaint, with its number and without its code."""
    return qr_svg(address)


def register_with_papers(form: IntakeForm, *, by: Appointment, person: Any, household: Any) -> Complaint:
    """Register what was typed and attach what was sent with it: both or neither, as the whole request."""
    with transaction.atomic(savepoint=False):
        complaint: Complaint = actions.register(form.intake(person=person, household=household), by=by, key=form.key)
        paper = form.cleaned_data.get("paper")
        if paper:
            attach(complaint, paper, by=by, key=f"{form.key}:1")
    return complaint
