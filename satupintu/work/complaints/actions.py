"""What may be done with a complaint. Each action reads as an officer would say it."""

from datetime import date, datetime

from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.documents.actions import follow
from satupintu.engine.documents.numbering import next_number
from satupintu.engine.events import record
from satupintu.foundation.access import House
from satupintu.foundation.access.roles import clearance_of
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import OfficeKind, ServiceField
from satupintu.work.complaints import rules
from satupintu.work.complaints.intake import Intake, fingerprint, follow_up_code
from satupintu.work.complaints.models import (
    Answer,
    Closure,
    Complaint,
    Decision,
    DirectService,
    Reopening,
    Reporter,
    Story,
)
from satupintu.work.complaints.words import DecisionKind, Nature, Outcome, Sensitivity, Status, Urgency, Way
from satupintu.work.referrals.actions import Letter, send
from satupintu.work.referrals.models import Referral


@action("complaint.register")
def register(intake: Intake, *, by: Appointment) -> Complaint:
    """Take a complaint down. It gets its number, and waits for the decision of the office that took it in.

    A secret one goes straight to the kabupaten: nobody in the village but its author may know of it.
    """
    now = timezone.now()
    number = next_number("K", by.office.code, timezone.localdate(now).year)
    secretariat = secretariat_of(intake.village_id) if intake.sensitivity == Sensitivity.SECRET else None
    handler = secretariat.pk if secretariat else by.office_id
    complaint = Complaint.objects.create(
        number=number,
        follow_up=fingerprint(follow_up_code(number)),
        village_id=intake.village_id,
        intake_office_id=by.office_id,
        handler_office_id=handler,
        author=by,
        channel=intake.channel,
        kind=intake.kind,
        nature=intake.nature,
        field=intake.field,
        urgency=intake.urgency,
        urgency_rank=intake.urgency.rank,
        sensitivity=intake.sensitivity,
        clearance=intake.sensitivity.clearance,
        person=intake.person,
        household=intake.household,
        about=intake.about,
        waits_at_id=handler,
        received_at=now,
        due_at=now + rules.time_allowed(intake.urgency),
    )
    Story.objects.create(complaint=complaint, text=intake.text, wish=intake.wish)
    Reporter.objects.create(
        complaint=complaint,
        relation=intake.relation,
        name=intake.reporter_name,
        phone=intake.reporter_phone,
        nik=intake.reporter_nik,
    )
    record("complaint.registered", complaint, by=by, channel=intake.channel, kind=intake.kind, field=intake.field)
    return complaint


@action("complaint.classify")
def classify(
    complaint: Complaint,
    *,
    by: Appointment,
    field: ServiceField,
    nature: Nature,
    urgency: Urgency,
    sensitivity: Sensitivity,
) -> Complaint:
    """Put right what kind of matter it is and how soon it must be answered. The time allowed runs from receipt.

    Raises Refused when the complaint would vanish from the officer's own sight.
    """
    complaint.must_allow("complaint.classify")
    if sensitivity.clearance > clearance_of(by.role) and complaint.author_id != by.pk:
        raise Refused("Tingkat kerahasiaan ini di atas kewenangan Anda. Teruskan ke kabupaten.")
    complaint.field, complaint.nature = field, nature
    complaint.urgency, complaint.urgency_rank = urgency, urgency.rank
    complaint.sensitivity, complaint.clearance = sensitivity, sensitivity.clearance
    complaint.due_at = complaint.received_at + rules.time_allowed(urgency)
    complaint.save()
    follow(complaint)
    record("complaint.classified", complaint, by=by, field=field, nature=nature, urgency=urgency)
    return complaint


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
    complaint.move_to("complaint.settle", status, waits_at=complaint.intake_office_id if result else by.office_id)
    _decide(complaint, DecisionKind.SETTLE, reason, by)
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
    complaint.move_to("complaint.finish_service", Status.ANSWERED, waits_at=complaint.intake_office_id)
    service = complaint.services.filter(finished_on=None).latest("pk")
    service.finished_on, service.result = on, result
    service.save(update_fields=["finished_on", "result"])
    record("complaint.service_finished", complaint, by=by, server=service.server.account.name, on=on.isoformat())
    return service


@action("complaint.escalate")
def escalate(complaint: Complaint, *, by: Appointment, reason: str) -> Decision:
    """Pass it on to the kabupaten, where the SLRT manager decides. Raises WrongState when no secretariat is there."""
    secretariat = secretariat_of(complaint.village_id)
    if secretariat is None or secretariat.pk == complaint.handler_office_id:
        raise WrongState("Tidak ada sekretariat SLRT di atas kantor ini.", rules.possible(complaint.status_word))
    complaint.handler_office = secretariat
    complaint.move_to("complaint.escalate", Status.ESCALATED, waits_at=secretariat.pk)
    decision = _decide(complaint, DecisionKind.ESCALATE, reason, by)
    record("complaint.escalated", complaint, by=by, to=secretariat.name)
    return decision


@action("complaint.refer")
def refer(
    complaint: Complaint,
    *,
    by: Appointment,
    to: Office,
    need: str,
    due_at: datetime,
    name: str = "",
    nik: str = "",
    address: str = "",
    reason: str = "",
) -> Referral:
    """Refer it to an institution by a letter that says only what is written here."""
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
    )
    complaint.must_allow("complaint.refer")
    complaint.referral = referral = send(letter, to=to, by=by)
    complaint.move_to("complaint.refer", Status.REFERRED, waits_at=to.pk)
    _decide(complaint, DecisionKind.REFER, reason, by)
    record("complaint.referred", complaint, by=by, to=to.name, referral=referral.number)
    return referral


@action("complaint.return_referral")
def return_referral(complaint: Complaint, *, by: House, office: str) -> Complaint:
    """The institution rejected the letter: back to the worklist of the office that decided."""
    complaint.move_to("complaint.return_referral", Status.RETURNED, waits_at=complaint.handler_office_id)
    record("complaint.referral_returned", complaint, by=by, office=office)
    return complaint


@action("complaint.receive_answer")
def receive_answer(complaint: Complaint, *, by: House, office: str) -> Complaint:
    """The institution answered: the citizen is to be told by the office that took the complaint in."""
    complaint.move_to("complaint.receive_answer", Status.ANSWERED, waits_at=complaint.intake_office_id)
    record("complaint.answer_received", complaint, by=by, office=office)
    return complaint


@action("complaint.tell")
def tell(complaint: Complaint, *, by: Appointment, way: Way, on: date, text: str, told_to: str = "") -> Answer:
    """Tell the citizen the answer, and write down how."""
    secret = complaint.sensitivity == Sensitivity.SECRET
    closer = complaint.handler_office_id if secret else complaint.intake_office_id
    complaint.move_to("complaint.tell", Status.TOLD, waits_at=closer)
    answer = complaint.answers.create(way=way, told_on=on, told_to=told_to, text=text, by=by, by_label=by.label)
    record("complaint.told", complaint, by=by, way=way)
    return answer


@action("complaint.close")
def close(complaint: Complaint, *, by: Appointment, outcome: Outcome, note: str = "") -> Closure:
    """Close a complaint with the outcome that the citizen was told."""
    complaint.closed_at = timezone.now()
    complaint.move_to("complaint.close", Status.CLOSED, waits_at=complaint.intake_office_id)
    closure = complaint.closures.create(outcome=outcome, note=note, by=by, by_label=by.label)
    record("complaint.closed", complaint, by=by, outcome=outcome)
    return closure


@action("complaint.reopen")
def reopen(complaint: Complaint, *, by: Appointment, reason: str) -> Reopening:
    """Open a closed complaint again; the office that took it in decides anew, or the kabupaten about a secret one."""
    complaint.closed_at = None
    if complaint.sensitivity != Sensitivity.SECRET:
        complaint.handler_office_id = complaint.intake_office_id
    complaint.move_to("complaint.reopen", Status.RECEIVED, waits_at=complaint.handler_office_id)
    reopening = complaint.reopenings.create(reason=reason, by=by, by_label=by.label)
    record("complaint.reopened", complaint, by=by)
    return reopening


def secretariat_of(village: int) -> Office | None:
    """The SLRT secretariat of the kabupaten that a village lies in."""
    return Office.objects.filter(kind=OfficeKind.SLRT, area_id=village // 10**6 * 10**6).first()


def _decide(complaint: Complaint, kind: DecisionKind, reason: str, by: Appointment) -> Decision:
    return complaint.decisions.create(kind=kind, reason=reason, by=by, by_label=by.label)
