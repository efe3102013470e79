"""What was found there: the result with its visit in the daybook, and the complaint that comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.inspection import Inspected
from satupintu.engine.events import record
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.registry.people.actions import confirm_household
from satupintu.registry.people.models import Household
from satupintu.registry.people.words import SaidBy
from satupintu.work.complaints.actions import register
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Kind, Nature, Relation, Sensitivity, Urgency
from satupintu.work.daybook.actions import Trip, record_visit
from satupintu.work.daybook.words import VisitKind
from satupintu.work.detection import rules
from satupintu.work.detection.actions.following import as_sensitive
from satupintu.work.detection.models import Opened, Outreach
from satupintu.work.detection.words import Result, State


@dataclass(frozen=True)
class Told:
    """What the officer tells of a visit: how it ended, on which day, in own words, where (latitude and longitude in degrees),
    and of data that are still right who said so (`SaidBy`).
    """

    result: Result
    on: date
    note: str = ""
    place: str = ""
    said_by: SaidBy | None = None
    coordinates: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True)
class Need:
    """What a complaint of an outreach says."""

    field: ServiceField
    text: str
    urgency: Urgency = Urgency.ORDINARY
    sensitivity: Sensitivity = Sensitivity.ORDINARY


@action("outreach.record")
def record_result(outreach: Outreach, *, by: Appointment, told: Told, photos: Sequence[Inspected] = ()) -> Outreach:
    """Write down how the visit ended: it stands in the daybook as an outreach with its photos, and the outreach is done.

    Data that are still right are confirmed for the whole household, once a day however often it is said. Raises WrongState
    unless it waits for a visit, for a confirmation that was not asked for, and what ``visit.record`` raises.
    """
    if outreach.state != State.SHARED:
        now = _("Penjangkauan ini sekarang berstatus “%(status)s”.") % {"status": outreach.state_word.label}
        raise WrongState(now)
    if told.result is Result.SAME and not outreach.asks_whether_same:
        raise WrongState(_("Penjangkauan ini tidak menanyakan apakah datanya masih sama."))
    trip = Trip(
        VisitKind.OUTREACH,
        told.on,
        outreach.village_id,
        rules.VISITED[told.result],
        findings=told.note,
        about=outreach.person.shown_name,
        place=told.place,
        coordinates=told.coordinates,
        person=outreach.person,
        origin=("outreach", outreach.pk, outreach.trace),
        clearance=outreach.clearance,
        topic=outreach.topic,
    )
    outreach.visit = record_visit(trip, by=by)
    outreach.state, outreach.result = State.CLOSED, told.result
    outreach.closed_on, outreach.closed_label = told.on, by.label
    outreach.save()
    record("outreach.recorded", outreach, by=by, result=told.result)
    for photo in photos:
        attach(outreach.visit, photo, by=by)
    if told.result is Result.SAME:
        _confirm(outreach, told, by)
    return outreach


def _confirm(outreach: Outreach, told: Told, by: Appointment) -> None:
    """Let the household be confirmed: from now on its months are counted anew."""
    home = Household.objects.of(outreach.person).first()
    if home is not None:
        confirm_household(home, by=by, said_by=told.said_by or SaidBy.HEAD, on=told.on)


@action("outreach.open_complaint")
def open_complaint(outreach: Outreach, *, by: Appointment, need: Need) -> Complaint:
    """Take down what somebody in need was found to need, as a complaint about that person. Once.

    Raises WrongState unless the visit found somebody in need of whom no complaint came yet.
    """
    if outreach.result != Result.IN_NEED:
        before = _("Keluhan dibuka sesudah hasilnya “%(result)s”.") % {"result": Result.IN_NEED.label}
        raise WrongState(before)
    if Opened.objects.filter(pk=outreach.pk).exists():
        raise WrongState(_("Keluhan dari penjangkauan ini sudah dibuka."))
    intake = Intake(
        village_id=outreach.village_id,
        channel=Channel.OUTREACH,
        kind=Kind.GRIEVANCE,
        nature=Nature.NEED,
        field=need.field,
        text=need.text,
        urgency=need.urgency,
        sensitivity=need.sensitivity,
        person=outreach.person,
        about=outreach.person.shown_name,
        relation=Relation.SELF,
    )
    complaint: Complaint = register(intake, by=by)
    Opened.objects.create(outreach=outreach, complaint=complaint)
    if complaint.clearance:
        with house("menyesuaikan jangkauan", quietly=True):
            as_sensitive(outreach, complaint)
    record("outreach.complaint_opened", outreach, by=by)
    return complaint
