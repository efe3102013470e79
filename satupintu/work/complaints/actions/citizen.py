"""What citizens do by themselves, without an account: send a complaint in, judge its end, object at the office above."""

from datetime import date

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.engine.ui.moments import day
from satupintu.foundation.access import house
from satupintu.foundation.access.citizen import Citizen
from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.words import OfficeKind, ServiceField
from satupintu.lib.codelists.programmes import Programme
from satupintu.work.complaints import rules
from satupintu.work.complaints.actions.answering import too_late
from satupintu.work.complaints.actions.intake import write_down
from satupintu.work.complaints.actions.offices import desk_of, secretariat_of
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint, Verdict
from satupintu.work.complaints.ways import offices_up
from satupintu.work.complaints.words import (
    Channel,
    Judgement,
    Kind,
    Nature,
    Relation,
    SafeContact,
    Sensitivity,
    Urgency,
)
from satupintu.work.routing.words import Schooling


@action("complaint.report")
def report(intake: Intake, *, by: Citizen) -> Complaint:
    """Send a complaint in. It lands at the village's desk, or the one above it, and waits there to be looked through.

    A secret one is the kabupaten's from its number on: nobody in the village may know of it.
    Raises WrongState where no office takes part; of a secret one with whom to call, where no office may know of it.
    """
    secret = intake.sensitivity == Sensitivity.SECRET
    office = (secretariat_of if secret else desk_of)(intake.village_id, _today())
    if office is None:
        raise _nobody(secret)
    complaint = write_down(intake, office=office, handler=office)
    record("complaint.reported", complaint, by=by, kind=intake.kind, field=intake.field)
    return complaint


def _nobody(secret: bool) -> WrongState:
    """What a citizen is told where no office takes part, or none that may read of violence."""
    if not secret:
        return WrongState(gettext("Di daerah ini belum ada kantor yang memakai Satu Pintu."))
    sentence = gettext("Di daerah ini belum ada kantor yang boleh membaca laporan rahasia. Telepon sekarang: %(call)s.")
    sentence %= {"call": "; ".join(" ".join(one) for one in settings.EMERGENCY_NUMBERS)}
    return WrongState(sentence)


@action("complaint.judge")
def judge(complaint: Complaint, *, by: Citizen, judgement: Judgement, comment: str = "") -> Verdict:
    """Say whether it is solved. Once for each closure, some days after it.

    Raises WrongState when it is open, closed too lately, or judged already.
    """
    complaint.must_allow("complaint.judge")
    assert complaint.closed_at is not None
    begins = rules.after(complaint.closed_at, settings.VERDICT_AFTER_DAYS)
    if timezone.now() < begins:
        sentence = gettext("Anda dapat menilai mulai %(day)s.") % {"day": day(timezone.localtime(begins))}
        raise WrongState(sentence)
    closure = complaint.closures.latest("pk")
    if Verdict.objects.filter(closure=closure).exists():
        raise WrongState(gettext("Anda sudah menilai. Terima kasih."))
    verdict = Verdict.objects.create(complaint=complaint, closure=closure, judgement=judgement, comment=comment)
    record("complaint.judged", complaint, by=by, judgement=judgement)
    return verdict


@action("complaint.appeal")
def appeal(complaint: Complaint, *, by: Citizen, reason: str) -> Complaint:
    """Object to how it was handled: a new complaint at the office above, about the same matter and linked to the first.

    Raises WrongState when it is too late, when there is an appeal already, and where no office stands above.
    """
    complaint.must_allow("complaint.appeal")
    if not rules.within(complaint.closed_at, timezone.now(), settings.REOPEN_WITHIN_DAYS):
        raise too_late()
    if complaint.appeals.exists():
        raise WrongState(gettext("Keberatan atas keluhan ini sudah diajukan."))
    above = appeals_to(complaint)
    if above is None:
        sentence = gettext(
            "Di atas kantor ini tidak ada kantor lain yang memutus. Hubungi Ombudsman, telepon %(number)s."
        )
        sentence %= {"number": settings.OMBUDSMAN}
        raise WrongState(sentence)
    told = complaint.reporter
    with house("meneruskan keberatan", quietly=True):  # after a transfer they may live in another village's register
        person, household = complaint.person, complaint.household
    intake = Intake(
        village_id=complaint.village_id,
        channel=Channel.PUBLIC_FORM,
        kind=Kind.GRIEVANCE,
        nature=Nature(complaint.nature),
        field=ServiceField(complaint.field),
        service=complaint.service,
        schooling=Schooling(complaint.schooling) if complaint.schooling else None,
        programme=Programme(complaint.programme) if complaint.programme else None,
        group_size=complaint.group_size,
        text=reason,
        urgency=Urgency(complaint.urgency),
        sensitivity=Sensitivity(complaint.sensitivity),
        person=person,
        household=household,
        about=complaint.about,
        relation=Relation(told.relation),
        reporter_name=told.name,
        reporter_phone=told.phone,
        contact=SafeContact(told.contact),
    )
    fresh = write_down(intake, office=above, handler=above, previous=complaint)
    record("complaint.reported", fresh, by=by, kind=intake.kind, field=intake.field)
    record("complaint.appealed", complaint, by=by, to=above.name, appeal=fresh.number)
    return fresh


def appeals_to(complaint: Complaint) -> Office | None:
    """The office above the one that handled it: of the kecamatan or the kabupaten, where somebody decides complaints."""
    above = next(iter(offices_up(complaint, _today())), None)
    return above if above is not None and above.kind in {OfficeKind.PUSPELKESSOS, OfficeKind.SLRT} else None


def _today() -> date:
    return timezone.localdate()
