"""Taking a complaint down, and putting right what kind of matter it is."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.documents.numbering import next_number
from satupintu.engine.events import record
from satupintu.foundation.access.roles import KEEPERS, clearance_of
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.printed_codes import fingerprint
from satupintu.work.complaints import clock, rules
from satupintu.work.complaints.actions.offices import BELOW, secretariat_of
from satupintu.work.complaints.back_office import is_prepared
from satupintu.work.complaints.intake import Intake, follow_up_code
from satupintu.work.complaints.models import (
    Complaint,
    Reporter,
    Story,
)
from satupintu.work.complaints.words import Nature, Sensitivity, Status, Urgency, Wait
from satupintu.work.routing.words import Schooling


@action("complaint.register")
def register(intake: Intake, *, by: Appointment) -> Complaint:
    """Take a complaint down. It gets its number, and waits for the decision of the office that took it in.

    A secret one goes straight to the kabupaten: nobody in the village but its author may know of it.
    """
    secretariat = secretariat_of(intake.village_id, _today()) if intake.sensitivity == Sensitivity.SECRET else None
    complaint = write_down(intake, office=by.office, handler=secretariat or by.office, author=by)
    record("complaint.registered", complaint, by=by, channel=intake.channel, kind=intake.kind, field=intake.field)
    return complaint


def write_down(
    intake: Intake,
    *,
    office: Office,
    handler: Office,
    author: Appointment | None = None,
    previous: Complaint | None = None,
) -> Complaint:
    """The rows of a new complaint, numbered by the office that takes it in. Called by the actions that bring one in."""
    now = timezone.now()
    number = next_number("K", office.code, timezone.localdate(now).year)
    matter = (intake.kind, handler.pk, intake.field, intake.sensitivity.clearance)
    first = rules.waits_for(Status.RECEIVED, prepared=author is not None and is_prepared(*matter, _today()))
    complaint = Complaint.objects.create(
        number=number,
        follow_up=fingerprint(follow_up_code(number)),
        village_id=intake.village_id,
        intake_office=office,
        handler_office=handler,
        author=author,
        previous=previous,
        assignee=charged(author),
        channel=intake.channel,
        kind=intake.kind,
        nature=intake.nature,
        field=intake.field,
        service=intake.service,
        schooling=intake.schooling or "",
        programme=intake.programme or "",
        group_size=intake.group_size,
        urgency=intake.urgency,
        urgency_rank=intake.urgency.rank,
        sensitivity=intake.sensitivity,
        clearance=intake.sensitivity.clearance,
        person=intake.person,
        household=intake.household,
        about=intake.about,
        waits_for=first,
        waits_at=handler,
        received_at=now,
        **clock.promised(office, field=intake.field, urgency=intake.urgency, start=now),
    )
    _tell(complaint, intake)
    return complaint


def charged(author: Appointment | None) -> Appointment | None:
    """Who is charged with it from the beginning: whoever keeps what they take down themselves."""
    return author if author and author.role in KEEPERS else None


def _tell(complaint: Complaint, intake: Intake) -> None:
    """What was told and who told it, apart from everything that lists show."""
    Story.objects.create(complaint=complaint, text=intake.text, wish=intake.wish)
    Reporter.objects.create(
        complaint=complaint,
        relation=intake.relation,
        name=intake.reporter_name,
        phone=intake.reporter_phone,
        nik=intake.reporter_nik,
        contact=intake.contact,
    )


def back_office_of(complaint: Complaint) -> bool:
    """Whether a back office works on it, where it is handled, before anybody decides."""
    matter = (complaint.kind, complaint.handler_office_id, complaint.field, complaint.clearance)
    return is_prepared(*matter, _today())


def _today() -> date:
    return timezone.localdate()


@action("complaint.take")
def take(complaint: Complaint, *, by: Appointment, about: str = "") -> Complaint:
    """Look through what a citizen sent in and take it as one's own to see to; the one who takes it becomes its author.

    Raises WrongState when somebody has taken it already.
    """
    complaint.must_allow("complaint.take")
    if not complaint.untaken:
        raise WrongState(gettext("Kiriman ini sudah diperiksa."), rules.possible(complaint.status_word))
    complaint.author, complaint.about = by, about or complaint.about
    complaint.waits_for = rules.waits_for(Status.RECEIVED, prepared=back_office_of(complaint))
    complaint.save()
    record("complaint.taken", complaint, by=by)
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
    schooling: Schooling | None = None,
) -> Complaint:
    """Put right what kind of matter it is and how soon it must be answered. The time allowed runs from when it came.

    What becomes secret is the kabupaten's from then on: nobody below may know of it.
    Raises Refused when the complaint would vanish from the officer's own sight.
    """
    complaint.must_allow("complaint.classify")
    if sensitivity.clearance > clearance_of(by.role) and complaint.author_id != by.pk:
        raise Refused("Tingkat kerahasiaan ini di atas kewenangan Anda. Teruskan ke kabupaten.")
    if by.fields and field not in by.fields and complaint.author_id != by.pk:
        raise Refused("Bidang ini di luar penugasan Anda. Mintalah koordinator atau manajer memindahkannya.")
    complaint.field, complaint.nature, complaint.schooling = field, nature, schooling or ""
    complaint.urgency, complaint.urgency_rank = urgency, urgency.rank
    complaint.sensitivity, complaint.clearance = sensitivity, sensitivity.clearance
    moved = {"to": _taken_over(complaint, by)} if sensitivity == Sensitivity.SECRET else {}
    if complaint.status_word in rules.RUNNING:
        clock.wind(complaint, clock.began(complaint))
    if complaint.waits_for in rules.PREPARING and not back_office_of(complaint):
        complaint.waits_for = Wait.DECISION
    complaint.save()
    record("complaint.classified", complaint, by=by, field=field, nature=nature, urgency=urgency, **moved)
    return complaint


def _taken_over(complaint: Complaint, by: Appointment) -> str:
    """Let the kabupaten handle what lies below; a letter that is out stays where it is. The name of the office, or empty."""
    if complaint.handler_office.kind not in BELOW:
        return ""
    lift(complaint, secretariat_of(complaint.village_id, _today()) or by.office)
    return complaint.handler_office.name


def lift(complaint: Complaint, to: Office) -> None:
    """Let an office above handle it, and wait there; a letter that is out stays where it is. Not saved."""
    complaint.give_to(to)
    if complaint.status_word is not Status.REFERRED:
        answered = complaint.status_word is Status.ANSWERED
        complaint.waits_at_id = complaint.teller_id if answered else complaint.handler_office_id
