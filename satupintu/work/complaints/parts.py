"""The parts of a complaint's page: step bar, facts, timeline, letters, papers."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.qr import qr_svg
from satupintu.engine.events.models import Event
from satupintu.engine.ui.pieces import Fact, Paper, Step, deadline, when
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import actions, rules
from satupintu.work.complaints.forms import IntakeForm
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Kind, Nature, Relation, Sensitivity, Status, Urgency

TONES = {
    "complaint.registered": "new",
    "complaint.referral_returned": "refused",
    "complaint.closed": "done",
}
"""How an event looks on the timeline; the others are work being done."""


def history(complaint: Complaint) -> list[Event]:
    """What happened to a complaint, oldest first."""
    return list(Event.objects.about(complaint).order_by("id"))


def steps(complaint: Complaint, events: list[Event]) -> list[Step]:
    """The step bar, drawn from the events: what was passed and when, where it stands, what is still to come."""
    reached: dict[int, Event] = {}
    since_reopened = [event.name for event in events]
    start = (
        len(events) - since_reopened[::-1].index("complaint.reopened") if "complaint.reopened" in since_reopened else 0
    )
    for event in events[max(start - 1, 0) :]:
        if event.name in rules.AFTER:
            reached[rules.step_of(rules.AFTER[event.name])] = event
    now = rules.step_of(complaint.status_word)
    bar = []
    for place, states in enumerate(rules.STEPS):
        label = complaint.status_word.label if place == now else states[0].label
        if place == 2 and place > now:
            label = _("Dilayani atau dirujuk")
        found = reached.get(place)
        state = "now" if place == now else "done" if found and place < now else "skipped" if place < now else "next"
        if place == now and complaint.status_word == Status.CLOSED:
            state = "done"
        if state == "skipped" or (place == 1 and state == "next"):
            continue
        bar.append(Step(label, state, when(found.at) if found and place <= now else "", ""))
    return bar


def facts(complaint: Complaint) -> list[Fact]:
    """What is known about it, without the story."""
    closed = complaint.closed_at is not None
    return [
        Fact(_("Bidang"), ServiceField(complaint.field).label),
        Fact(_("Jenis"), Kind(complaint.kind).label),
        Fact(_("Sifat"), Nature(complaint.nature).label),
        Fact(_("Mendesak"), Urgency(complaint.urgency).label),
        Fact(_("Boleh diketahui"), Sensitivity(complaint.sensitivity).label),
        Fact(_("Desa"), complaint.village.name),
        Fact(_("Diterima"), when(complaint.received_at), complaint.intake_office.name),
        Fact(_("Lewat"), Channel(complaint.channel).label),
        Fact(_("Ditangani"), complaint.handler_office.name),
        Fact(_("Batas waktu"), "" if closed else deadline(complaint.due_at)),
    ]


def reporter(complaint: Complaint) -> list[Fact]:
    """Who told us."""
    told = complaint.reporter
    return [
        Fact(_("Pelapor"), told.name or _("tidak disebut"), Relation(told.relation).label),
        Fact(_("Telepon"), told.phone),
    ]


def papers(attachments: Iterable[Attachment]) -> list[Paper]:
    """What was attached."""
    return [
        Paper(
            paper.name,
            reverse("attachments:file", args=[paper.pk]),
            f"{paper.kind_word.label}, {filesizeformat(paper.size)}",
        )
        for paper in attachments
    ]


def qr(complaint: Complaint) -> SafeString:
    """The number as a QR code, for finding it again without typing."""
    return qr_svg(complaint.number)


def register_with_papers(form: IntakeForm, *, by: Appointment, person: Any, household: Any) -> Complaint:
    """Register what was typed and attach what was sent with it: both or neither, as the whole request."""
    with transaction.atomic(savepoint=False):
        complaint: Complaint = actions.register(form.intake(person=person, household=household), by=by, key=form.key)
        paper = form.cleaned_data.get("paper")
        if paper:
            attach(complaint, paper, by=by, key=f"{form.key}:1")
    return complaint
