"""Telling the citizen, closing, and opening again."""

from datetime import date

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.access.citizen import Citizen
from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints import clock, rules
from satupintu.work.complaints.models import (
    Answer,
    Closure,
    Complaint,
    Reopening,
    Reporter,
)
from satupintu.work.complaints.words import Kind, Outcome, SafeContact, Sensitivity, Status, Way


@action("complaint.tell")
def tell(complaint: Complaint, *, by: Appointment, way: Way, on: date, text: str, told_to: str = "") -> Answer:
    """Tell the citizen the answer, and write down how."""
    secret = complaint.sensitivity == Sensitivity.SECRET
    closer = complaint.handler_office_id if secret else complaint.intake_office_id
    complaint.move_to("complaint.tell", Status.TOLD, waits_at=closer)
    answer = complaint.answers.create(way=way, told_on=on, told_to=told_to, text=text, by=by, by_label=by.label)
    record("complaint.told", complaint, by=by, way=way)
    return answer


@action("complaint.change_contact")
def change_contact(complaint: Complaint, *, by: Appointment, phone: str, contact: SafeContact) -> Reporter:
    """Write down how the reporter can be reached, and whether messages are safe there."""
    complaint.must_allow("complaint.change_contact")
    reporter: Reporter = complaint.reporter
    reporter.phone, reporter.contact = phone, contact
    reporter.save(update_fields=["phone", "contact"])
    record("complaint.contact_changed", complaint, by=by, contact=contact)
    return reporter


@action("complaint.answer_question")
def answer_question(complaint: Complaint, *, by: Appointment, text: str, way: Way, told_to: str = "") -> Closure:
    """Answer a question and close it in one step: the citizen has been told.

    Raises WrongState when it is no question, or no longer undecided.
    """
    complaint.must_allow("complaint.answer_question")
    if complaint.kind != Kind.QUESTION:
        sentence = gettext("Hanya pertanyaan yang dapat dijawab dan ditutup sekaligus.")
        raise WrongState(sentence, rules.possible(complaint.status_word))
    complaint.closed_at = timezone.now()
    complaint.move_to("complaint.answer_question", Status.CLOSED, waits_at=complaint.intake_office_id)
    told_on = timezone.localdate(complaint.closed_at)
    complaint.answers.create(way=way, told_on=told_on, told_to=told_to, text=text, by=by, by_label=by.label)
    closure = complaint.closures.create(outcome=Outcome.INFORMED, by=by, by_label=by.label)
    record("complaint.question_answered", complaint, by=by, way=way)
    return closure


@action("complaint.close")
def close(complaint: Complaint, *, by: Appointment, outcome: Outcome, note: str = "") -> Closure:
    """Close a complaint with the outcome that the citizen was told."""
    complaint.closed_at = timezone.now()
    complaint.move_to("complaint.close", Status.CLOSED, waits_at=complaint.intake_office_id)
    closure = complaint.closures.create(outcome=outcome, note=note, by=by, by_label=by.label)
    record("complaint.closed", complaint, by=by, outcome=outcome)
    return closure


@action("complaint.reopen")
def reopen(complaint: Complaint, *, by: Appointment | Citizen, reason: str) -> Reopening:
    """Open a closed complaint again; the office that took it in decides anew, or the kabupaten about a secret one.

    Its time runs anew. Raises WrongState when a citizen asks for it too long after the closure.
    """
    if isinstance(by, Citizen) and not rules.within(complaint.closed_at, timezone.now(), settings.REOPEN_WITHIN_DAYS):
        raise too_late()
    complaint.closed_at = None
    clock.wind(complaint, timezone.now())
    if complaint.sensitivity != Sensitivity.SECRET:
        complaint.handler_office_id = complaint.intake_office_id
    complaint.move_to("complaint.reopen", Status.RECEIVED, waits_at=complaint.handler_office_id)
    reopening = complaint.reopenings.create(reason=reason, by_id=by.pk, by_label=by.label)
    record("complaint.reopened", complaint, by=by)
    return reopening


def too_late() -> WrongState:
    """What a citizen is told who asks for more too long after the end."""
    sentence = gettext("Sudah lebih dari %(days)s hari sejak selesai. Buat pengaduan baru.")
    sentence %= {"days": settings.REOPEN_WITHIN_DAYS}
    return WrongState(sentence)
