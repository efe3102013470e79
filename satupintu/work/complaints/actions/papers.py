"""The service that a citizen asks for, and the papers that it needs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import PurePath

from django.utils import timezone
from django.utils.translation import gettext

from satupintu.engine.actions import WrongState, action
from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.inspection import Inspected
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.work.catalogue.models import Requirement, RequirementSet, Service
from satupintu.work.complaints import rules
from satupintu.work.complaints.actions.pausing import hold, resume_clock
from satupintu.work.complaints.models import Complaint, PaperCheck
from satupintu.work.complaints.words import PauseReason

WAITED_FOR = timedelta(days=14)
"""How long the clock stands for missing papers before somebody looks at it again."""


def requirements_of(complaint: Complaint) -> RequirementSet | None:
    """What the service of a complaint asks for: the list that was in force when it was received. None without one."""
    if complaint.service is None:
        return None
    received = timezone.localdate(complaint.received_at)
    return RequirementSet.objects.in_force(complaint.service, received, complaint.village_id)


@action("complaint.choose_service")
def choose_service(complaint: Complaint, *, by: Appointment, service: Service) -> Complaint:
    """Say which service the citizen asks for; what was seen for another one no longer counts."""
    complaint.must_allow("complaint.choose_service")
    another = complaint.service_id != service.pk
    complaint.service = service
    complaint.save(update_fields=["service"])
    if another:
        _wait_for_papers_no_more(complaint, by=by)
    record("complaint.service_chosen", complaint, by=by, service=service.code)
    return complaint


@action("complaint.check_papers")
def check_papers(
    complaint: Complaint,
    *,
    by: Appointment,
    ticked: Sequence[int],
    photos: Sequence[tuple[Requirement, Inspected]] = (),
) -> PaperCheck:
    """Tick the papers that were seen, with photos of them. Complete is when no obligatory one is missing.

    ``ticked`` are numbers of requirement lines; those of another list are left out. Raises WrongState when the complaint
    has no service, or its service asks for nothing.
    """
    complaint.must_allow("complaint.check_papers")
    asked = requirements_of(complaint)
    if asked is None:
        sentence = gettext("Pilih dulu layanan yang diminta; layanan ini belum punya daftar berkas.")
        raise WrongState(sentence, rules.possible(complaint.status_word))
    lines = list(asked.lines.all())
    known = [line.pk for line in lines if line.pk in set(ticked)]
    missing = [line for line in lines if line.obligatory and line.pk not in known]
    check = complaint.paper_checks.create(
        requirements=asked, seen=known, complete=not missing, by=by, by_label=by.label
    )
    for line, photo in photos:
        attach(complaint, replace(photo, name=line.document + PurePath(photo.name).suffix), by=by)
    _stop_or_start_the_clock(complaint, by=by, missing=bool(missing))
    name = "complaint.papers_missing" if missing else "complaint.papers_complete"
    record(name, complaint, by=by, seen=len(known), missing=len(missing))
    return check


def _stop_or_start_the_clock(complaint: Complaint, *, by: Appointment, missing: bool) -> None:
    """Whoever waits for papers does not run late; the clock goes on when they are complete, or after two weeks."""
    if missing and complaint.may("complaint.pause"):
        expected_on = timezone.localdate() + WAITED_FOR
        hold(complaint, by=by, why=PauseReason.PAPERS, expected_on=expected_on)
    elif not missing:
        _wait_for_papers_no_more(complaint, by=by)


def _wait_for_papers_no_more(complaint: Complaint, *, by: Appointment) -> None:
    """Let the clock go on where it stood for papers; where it stands for an agreed date, it stands on."""
    waiting = complaint.pauses.filter(until=None, why=PauseReason.PAPERS)
    if complaint.may("complaint.resume") and waiting.exists():
        resume_clock(complaint, by=by)
