"""Taking a complaint down, and putting right what kind of matter it is."""

from django.utils import timezone

from satupintu.engine.actions import Refused, action
from satupintu.engine.documents.actions import follow
from satupintu.engine.documents.numbering import next_number
from satupintu.engine.events import record
from satupintu.foundation.access.roles import clearance_of
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import rules
from satupintu.work.complaints.actions.offices import secretariat_of
from satupintu.work.complaints.intake import Intake, fingerprint, follow_up_code
from satupintu.work.complaints.models import (
    Complaint,
    Reporter,
    Story,
)
from satupintu.work.complaints.words import Nature, Sensitivity, Urgency


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
        service=intake.service,
        programme=intake.programme or "",
        group_size=intake.group_size,
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
