"""Preparing a decision: the back office checks and recommends; whoever decides or oversees may return work for repair."""

from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints import rules
from satupintu.work.complaints.models import Check, Complaint, Recommendation, Repair
from satupintu.work.complaints.words import Advice, Eligibility, Listed, Status


@action("complaint.check")
def check(complaint: Complaint, *, by: Appointment, listed: Listed, eligible: Eligibility, note: str = "") -> Check:
    """Write down what the registers say of the person, and whether they may get what is asked for."""
    complaint.move_to("complaint.check", Status.CHECKED, waits_at=complaint.handler_office_id, prepared=True)
    found: Check = complaint.checks.create(listed=listed, eligible=eligible, note=note, by=by, by_label=by.label)
    record("complaint.checked", complaint, by=by)
    return found


@action("complaint.recommend")
def recommend(complaint: Complaint, *, by: Appointment, advice: Advice, reason: str) -> Recommendation:
    """Recommend a decision; it then waits for whoever decides."""
    complaint.move_to("complaint.recommend", Status.RECOMMENDED, waits_at=complaint.handler_office_id)
    recommendation = _recommended(complaint, by, advice, reason)
    record("complaint.recommended", complaint, by=by, advice=advice)
    return recommendation


@action("complaint.return_for_repair")
def return_for_repair(complaint: Complaint, *, by: Appointment, reason: str) -> Repair:
    """Return the recommendation, or the direct service that was just finished, to whoever did it, with the reason.

    It waits at the office that handles the complaint until it is put right. Raises WrongState where the answer at hand
    is nobody's work here: a letter brought it, or it was refused.
    """
    if complaint.status_word == Status.ANSWERED:
        return _returned_service(complaint, by, reason)
    complaint.move_to("complaint.return_for_repair", Status.IN_REPAIR, waits_at=complaint.handler_office_id)
    recommendation = complaint.recommendations.latest("pk")
    returned: Repair = complaint.repairs.create(recommendation=recommendation, reason=reason, by=by, by_label=by.label)
    record("complaint.returned_for_repair", complaint, by=by, to=recommendation.by.account.name)
    return returned


def _returned_service(complaint: Complaint, by: Appointment, reason: str) -> Repair:
    service = complaint.service_at_hand
    if service is None:
        sentence = _("Jawaban keluhan ini bukan hasil layanan langsung, jadi tidak ada yang dikembalikan.")
        raise WrongState(sentence, rules.possible(complaint.status_word))
    complaint.move_to("complaint.return_for_repair", Status.IN_SERVICE, waits_at=complaint.handler_office_id)
    words = {"reason": reason, "result": service.result, "by": by, "by_label": by.label}
    returned: Repair = complaint.repairs.create(service=service, **words)
    service.finished_on, service.result = None, ""
    service.save(update_fields=["finished_on", "result"])
    record("complaint.service_returned", complaint, by=by, to=service.server.account.name)
    return returned


@action("complaint.repair")
def repair(complaint: Complaint, *, by: Appointment, advice: Advice, reason: str) -> Recommendation:
    """Put right what was returned: a new recommendation, which waits for the decision again."""
    complaint.move_to("complaint.repair", Status.RECOMMENDED, waits_at=complaint.handler_office_id)
    recommendation = _recommended(complaint, by, advice, reason)
    returned = complaint.repairs.filter(service=None).latest("pk")
    returned.done, returned.repaired_by = recommendation, by
    returned.save(update_fields=["done", "repaired_by"])
    record("complaint.repaired", complaint, by=by, advice=advice)
    return recommendation


def _recommended(complaint: Complaint, by: Appointment, advice: Advice, reason: str) -> Recommendation:
    made: Recommendation = complaint.recommendations.create(advice=advice, reason=reason, by=by, by_label=by.label)
    return made
