"""The clock of the simulated year: what it would have said by itself, and where it stands now."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from satupintu.cast.life import Life, Step
from satupintu.foundation.offices.models import Office
from satupintu.work.complaints import rules
from satupintu.work.complaints.clock import morning_of
from satupintu.work.deadlines.timetable import Promise, Timetable
from satupintu.work.deadlines.words import Subject

BY_ITSELF = frozenset({"complaint.due_soon", "complaint.overdue", "complaint.escalated_by_clock"})
"""What only the clock says."""


@dataclass
class Watched:
    """The promise of a complaint, when the clock looks at it next, and before whom it has brought it."""

    promise: Promise
    clock_at: datetime | None = None
    brought: list[tuple[Office, datetime, datetime]] = field(default_factory=list)


def watch(life: Life, time: Timetable, above: Callable[[int], Sequence[Office]], now: datetime) -> Watched:
    """Let the clock look at a life: its steps get what the clock said, each in its place."""
    found: Watched | None = None
    for start, end in _runs(life):
        promise = time.promise(Subject.COMPLAINT, field=life.topic.field, urgency=life.urgency, start=start)
        found = Watched(promise, brought=found.brought if found else [])
        _look(life, found, time, above, min(end or now, now))
        if end is not None:
            found.clock_at = None
    assert found is not None
    if life.deeds.pauses and found.clock_at is None and life.status in rules.RUNNING:
        found.clock_at = morning_of(life.deeds.pauses[-1].expected_on, life.village)
    life.steps.sort(key=lambda step: step.at)
    return found


def _runs(life: Life) -> Iterator[tuple[datetime, datetime | None]]:
    """From when to when its time ran: until the citizen was told or waited for; again after it was opened again."""
    start: datetime | None = life.received
    for step in life.steps:
        if start is None and step.name == "complaint.reopened":
            start = step.at
        elif start is not None and (step.name == "complaint.paused" or rules.AFTER.get(step.name) in rules.TOLD):
            yield start, step.at
            start = None
    if start is not None:
        yield start, None


def _look(
    life: Life, found: Watched, time: Timetable, above: Callable[[int], Sequence[Office]], until: datetime
) -> None:
    due, soon = found.promise.due_at, found.promise.clock_at
    found.clock_at = soon
    if soon < due and soon < until:
        facts = {"at_office": _handler(life, soon), "due": due.isoformat()}
        life.steps.append(Step("complaint.due_soon", soon, None, facts))
    if soon < until:
        found.clock_at = due
    if due >= until:
        return
    handler = _handler(life, due)
    where = {"at_office": handler, "due": due.isoformat()}
    life.steps.append(Step("complaint.overdue", due, None, dict(where)))
    offices, moment = list(above(handler)), due
    found.clock_at = None
    for place, office in enumerate(offices):
        life.steps.append(
            Step("complaint.escalated_by_clock", moment, None, where | {"to": office.name, "to_office": office.pk})
        )
        found.brought.append((office, due, moment))
        higher = time.climbs(found.promise.limit, moment) if offices[place + 1 :] else None
        if higher is None or higher >= until:
            found.clock_at = higher
            return
        moment = higher


def _handler(life: Life, moment: datetime) -> int:
    """The office that handled it then; a secret one is handled above from the beginning."""
    passed_on = any(step.name == "complaint.escalated" and step.at <= moment for step in life.steps)
    return life.handler if passed_on or life.sensitivity.clearance == 2 else life.post.office
