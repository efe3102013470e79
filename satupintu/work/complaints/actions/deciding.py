"""Decisions about a complaint: settle it here, pass it on, refer it; and what comes of a letter."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext

from satupintu.engine.actions import WrongState, action
from satupintu.engine.documents.inspection import Inspected
from satupintu.engine.documents.models import Attachment
from satupintu.engine.events import record
from satupintu.engine.events.models import Event
from satupintu.foundation.access import House
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.work.complaints import rules, ways
from satupintu.work.complaints.actions.intake import back_office_of
from satupintu.work.complaints.models import Complaint, Decision, DirectService, HandOver
from satupintu.work.complaints.words import DecisionKind, Elsewhere, Status
from satupintu.work.referrals.actions import Letter, send
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.words import Consent
from satupintu.work.routing.directory import Suggestion


@action("complaint.settle")
def settle(
    complaint: Complaint,
    *,
    by: Appointment,
    what: str,
    server: Appointment,
    on: date,
    result: str = "",
    reason: str = "",
) -> DirectService:
    """Settle it here as direct service: what, by whom, on which day. With a result it is already done."""
    status = Status.ANSWERED if result else Status.IN_SERVICE
    complaint.move_to("complaint.settle", status, waits_at=complaint.teller_id if result else by.office_id)
    decide(complaint, DecisionKind.SETTLE, reason, by)
    service = complaint.services.create(
        what=what,
        server=server,
        planned_on=on,
        finished_on=on if result else None,
        result=result,
        by=by,
        by_label=by.label,
    )
    name = "complaint.service_finished" if result else "complaint.settled"
    record(name, complaint, by=by, server=server.account.name, on=on.isoformat())
    return service


@action("complaint.finish_service")
def finish_service(complaint: Complaint, *, by: Appointment, on: date, result: str) -> DirectService:
    """Write down the result of the direct service; the citizen is to be told."""
    complaint.move_to("complaint.finish_service", Status.ANSWERED, waits_at=complaint.teller_id)
    service = complaint.services.filter(finished_on=None).latest("pk")
    service.finished_on, service.result = on, result
    service.save(update_fields=["finished_on", "result"])
    service.repairs.filter(repaired_by=None).update(repaired_by=by)
    record("complaint.service_finished", complaint, by=by, server=service.server.account.name, on=on.isoformat())
    return service


@action("complaint.escalate")
def escalate(complaint: Complaint, *, by: Appointment, to: Office, reason: str) -> Decision:
    """Pass it on to an office above, which decides. What was suggested is kept beside what was chosen.

    Raises WrongState when that office does not stand above the one that handles it.
    """
    above = ways.offices_up(complaint, timezone.localdate())
    if to not in above:
        raise WrongState(gettext("Kantor itu tidak berada di atas kantor ini."), rules.possible(complaint.status_word))
    suggested = ways.suggested_office_up(above)
    complaint.give_to(to)
    prepared = back_office_of(complaint)
    complaint.move_to("complaint.escalate", Status.ESCALATED, waits_at=to.pk, prepared=prepared)
    decision = decide(complaint, DecisionKind.ESCALATE, reason, by)
    record("complaint.escalated", complaint, by=by, to=to.name, suggested=_name(suggested))
    return decision


def _name(suggested: Suggestion | None) -> str:
    return suggested.office.name if suggested else ""


@action("complaint.refer")
def refer(
    complaint: Complaint,
    *,
    by: Appointment,
    to: Office,
    need: str,
    due_at: datetime | None = None,
    name: str = "",
    nik: str = "",
    address: str = "",
    consent: Consent | str = "",
    consent_by: str = "",
    papers: Sequence[Attachment] = (),
    uploads: Sequence[Inspected] = (),
    reason: str = "",
) -> Referral:
    """Refer it to an institution by a letter that says only what is written here, with the papers chosen here.

    Several letters may be out at once: the complaint then waits until the last of them has ended. What was suggested,
    by which rule, is kept beside what was chosen. ``due_at`` None leaves the day to the limit that counts for the receiver.
    """
    suggested = ways.suggested_institution(complaint, by, timezone.localdate())
    letter = Letter(
        origin_type="complaint",
        origin_id=complaint.pk,
        origin_number=complaint.number,
        village_id=complaint.village_id,
        field=complaint.field,
        need=need,
        due_at=due_at,
        urgency=complaint.urgency_rank,
        clearance=complaint.clearance,
        subject_name=name,
        subject_nik=nik,
        subject_address=address,
        consent=consent,
        consent_by=consent_by,
    )
    complaint.must_allow("complaint.refer")
    referral = send(letter, to=to, by=by, papers=papers, uploads=uploads)
    complaint.move_to("complaint.refer", Status.REFERRED, waits_at=to.pk)
    decide(complaint, DecisionKind.REFER, reason, by)
    kept = {"suggested": _name(suggested), "route": suggested.rule if suggested else None}
    record("complaint.referred", complaint, by=by, to=to.name, referral=referral.number, **kept)
    return referral


@action("complaint.refuse")
def refuse(complaint: Complaint, *, by: Appointment, reason: str) -> Decision:
    """Decide that it cannot be met; the citizen is to be told why."""
    complaint.move_to("complaint.refuse", Status.ANSWERED, waits_at=complaint.teller_id)
    decision = decide(complaint, DecisionKind.REFUSE, reason, by)
    record("complaint.refused", complaint, by=by)
    return decision


@action("complaint.hand_over")
def hand_over(complaint: Complaint, *, by: Appointment, to: Elsewhere, note: str = "") -> HandOver:
    """Hand the matter over to where it goes on besides the complaint; whoever takes such matters listens to the event.

    Raises WrongState when it has been handed over there before.
    """
    complaint.must_allow("complaint.hand_over")
    if complaint.handovers.filter(to=to).exists():
        raise WrongState(gettext("Keluhan ini sudah diserahkan ke sana."), rules.possible(complaint.status_word))
    handover = complaint.handovers.create(to=to, note=note, by=by, by_label=by.label)
    record("complaint.handed_over", complaint, by=by, to=to, person=complaint.person_id)
    return handover


@action("complaint.return_referral")
def return_referral(complaint: Complaint, *, by: House, office: str) -> Complaint:
    """An institution rejected its letter: with the last one, back to the worklist of the office that decided."""
    _end_letter(complaint, "complaint.return_referral", "complaint.referral_returned")
    record("complaint.referral_returned", complaint, by=by, office=office)
    return complaint


@action("complaint.withdraw_referral")
def withdraw_referral(complaint: Complaint, *, by: House, office: str) -> Complaint:
    """The sender took a letter back: with the last one, back to the worklist of the office that decided."""
    _end_letter(complaint, "complaint.withdraw_referral", "complaint.referral_withdrawn")
    record("complaint.referral_withdrawn", complaint, by=by, office=office)
    return complaint


@action("complaint.receive_answer")
def receive_answer(complaint: Complaint, *, by: House, office: str) -> Complaint:
    """An institution answered: with the last letter, the citizen is to be told by the office that took the complaint in."""
    _end_letter(complaint, "complaint.receive_answer", "complaint.answer_received")
    record("complaint.answer_received", complaint, by=by, office=office)
    return complaint


def _end_letter(complaint: Complaint, verb: str, event: str) -> None:
    """Let the end of a letter move the complaint to where all its events say, and to whoever it then waits for."""
    before = Event.objects.about(complaint).order_by("id").values_list("name", flat=True)
    status = rules.status([*before, event])
    out = Referral.objects.about("complaint", complaint.pk).open().first()
    waits_at = {
        Status.REFERRED: out.to_office_id if out else complaint.waits_at_id,
        Status.ANSWERED: complaint.teller_id,
    }.get(status, complaint.handler_office_id)
    complaint.move_to(verb, status, waits_at=waits_at)


def decide(complaint: Complaint, kind: DecisionKind, reason: str, by: Appointment) -> Decision:
    return complaint.decisions.create(kind=kind, reason=reason, by=by, by_label=by.label)
