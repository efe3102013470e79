"""The time that a complaint has: when its promise falls due, what a pause leaves of it, what has been reached."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from satupintu.foundation.offices.models import Office
from satupintu.lib.periods import zone
from satupintu.work.complaints import rules
from satupintu.work.complaints.words import Status
from satupintu.work.deadlines import rounds
from satupintu.work.deadlines.timetable import Promise, Timetable, timetable
from satupintu.work.deadlines.words import Subject, Urgency

if TYPE_CHECKING:
    from satupintu.work.complaints.models import Complaint


def promise(office: Office, *, field: str, urgency: Urgency, start: datetime) -> Promise:
    """By when the office that took it in has promised an answer. One small query."""
    return timetable(office).promise(Subject.COMPLAINT, field=field, urgency=urgency, start=start)


def promised(office: Office, *, field: str, urgency: Urgency, start: datetime) -> dict[str, Any]:
    """The same as the columns of a new complaint."""
    given = promise(office, field=field, urgency=urgency, start=start)
    return {"limit_id": given.limit, "due_at": given.due_at, "clock_at": given.clock_at}


def wind(complaint: "Complaint", start: datetime) -> None:
    """Let the time run from ``start``, by what kind of matter it now is; the pauses since then are added again.

    Where that changes nothing, the clock of a complaint that runs goes on: it does not remind once more.
    """
    office = timetable(complaint.intake_office)
    given = office.promise(Subject.COMPLAINT, field=complaint.field, urgency=Urgency(complaint.urgency), start=start)
    for pause in complaint.pauses.filter(since__gte=start):
        if pause.until is not None:
            given = office.resumed(given.limit, due_at=given.due_at, paused=pause.since, now=pause.until) or given
    promised_already = (complaint.limit_id, complaint.due_at) == (given.limit, given.due_at)
    if promised_already and complaint.status_word in rules.RUNNING:
        return
    complaint.limit_id, complaint.due_at = given.limit, given.due_at
    if complaint.paused_since is None:
        complaint.clock_at = given.clock_at


def began(complaint: "Complaint") -> datetime:
    """From when its time runs: from receipt, or from when it was last opened again."""
    again = complaint.reopenings.order_by("-pk").values_list("at", flat=True).first()
    return again or complaint.received_at


def go_on(complaint: "Complaint", now: datetime, time: Timetable | None = None) -> None:
    """End a pause: what was left of the time runs on from ``now``. ``time`` is the intake office's, where it is known."""
    rounds.go_on(complaint, time or timetable(complaint.intake_office), now)
    complaint.pauses.filter(until=None).update(until=now)


def arrive(complaint: "Complaint", status: Status, now: datetime) -> None:
    """Note what is reached by arriving in a state; where the citizen has been told, the clock stops."""
    for column, states in rules.MILESTONES.items():
        if status in states and getattr(complaint, column) is None:
            setattr(complaint, column, now)
    if status in rules.TOLD:
        complaint.clock_at = None


def morning_of(day: date, village: int) -> datetime:
    """The beginning of a day where the citizen lives."""
    return datetime.combine(day, time(0), zone(village))
