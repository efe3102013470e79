"""Transfer: the complaint becomes another office's own once that office has accepted; until then nothing moves."""

from django.utils import timezone
from django.utils.translation import gettext

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.access import House, house
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.work.complaints import rules
from satupintu.work.complaints.actions.intake import back_office_of
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Status
from satupintu.work.transfers.actions import Offer, offer
from satupintu.work.transfers.models import Transfer
from satupintu.work.transfers.words import Reason


@action("complaint.transfer")
def transfer(
    complaint: Complaint, *, by: Appointment, to: Office, reason: Reason, summary: str, note: str = ""
) -> Transfer:
    """Offer it to the office that it belongs to. It stays here, and its time runs on, until that office accepts.

    Raises WrongState when that office cannot take it, or is the one that the citizen objects to.
    """
    complaint.must_allow("complaint.transfer")
    if _is_objected_to(complaint, to):
        sentence = gettext("Warga keberatan atas penanganan kantor itu. Limpahkan ke kantor lain.")
        raise WrongState(sentence, rules.possible(complaint.status_word))
    what = Offer(
        origin_type="complaint",
        origin_id=complaint.pk,
        origin_number=complaint.number,
        village_id=complaint.village_id,
        field=complaint.field,
        due_at=complaint.due_at,
        reason=reason,
        summary=summary,
        note=note,
        urgency=complaint.urgency_rank,
        clearance=complaint.clearance,
    )
    offered = offer(what, to=to, by=by)
    complaint.move_to("complaint.transfer", Status.OFFERED, waits_at=to.pk)
    record("complaint.transfer_offered", complaint, by=by, to=to.name, transfer=offered.number)
    return offered


def _is_objected_to(complaint: Complaint, office: Office) -> bool:
    """Whether it objects to what an office did. What it objects to may lie behind a wall: the house looks."""
    with house("memeriksa keberatan", quietly=True):
        return Complaint.objects.filter(pk=complaint.previous_id or 0, handler_office=office).exists()


@action("complaint.take_over")
def take_over(complaint: Complaint, *, by: House, to: Office) -> Complaint:
    """The other office accepted: it handles the complaint, speaks with the citizen, and decides from the beginning.

    The complaint goes to the village of a village's office, with its papers, letters and notices; elsewhere it stays where
    the citizen lives. The promise to the citizen stays. Called in a scope that holds both places.
    """
    before = complaint.handler_office.name
    complaint.must_allow("complaint.take_over")
    complaint.assignee, complaint.intake_office = None, to
    if to.area is not None and to.area.level == 4:
        complaint.village = to.area
    complaint.give_to(to)
    if complaint.clock_at is None:
        complaint.clock_at = complaint.due_at  # overdue at its top already: the offices above the new one learn of it
    complaint.move_to("complaint.take_over", Status.RECEIVED, waits_at=to.pk, prepared=back_office_of(complaint))
    _leave_the_offices_above(complaint, by)
    record("complaint.transferred", complaint, by=by, office=before, to=to.name)
    return complaint


def _leave_the_offices_above(complaint: Complaint, by: House) -> None:
    """An office above the former one has no lateness below it any more."""
    complaint.escalations.filter(acknowledged_at=None).update(
        acknowledged_at=timezone.now(), acknowledged_label=by.label, note=gettext("Dilimpahkan ke kantor lain.")
    )


@action("complaint.return_transfer")
def return_transfer(complaint: Complaint, *, by: House, office: str) -> Complaint:
    """The other office does not take it: it waits for the decision of the office that offered it."""
    _come_back(complaint, "complaint.return_transfer")
    record("complaint.transfer_refused", complaint, by=by, office=office)
    return complaint


@action("complaint.withdraw_transfer")
def withdraw_transfer(complaint: Complaint, *, by: House, office: str) -> Complaint:
    """The offer was taken back: it waits for the decision of the office that had made it."""
    _come_back(complaint, "complaint.withdraw_transfer")
    record("complaint.transfer_withdrawn", complaint, by=by, office=office)
    return complaint


def _come_back(complaint: Complaint, verb: str) -> None:
    complaint.move_to(verb, Status.RETURNED, waits_at=complaint.handler_office_id)
