"""The clock of the simulated year: what it would have said by itself of complaints and letters, and where it stands now."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from satupintu.cast.life import Life, Sent, Step, Written
from satupintu.foundation.offices.models import Office
from satupintu.work.complaints import rules
from satupintu.work.complaints.clock import morning_of
from satupintu.work.deadlines.rounds import go_on
from satupintu.work.deadlines.timetable import Promise, Timetable
from satupintu.work.deadlines.words import Subject
from satupintu.work.referrals import clock
from satupintu.work.referrals.actions.overseeing import OVERDUE
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.rules import OPEN
from satupintu.work.referrals.rules import status as where_it_stands
from satupintu.work.referrals.words import ReplyKind

BY_ITSELF = frozenset(
    "complaint.due_soon complaint.overdue complaint.escalated_by_clock referral.overdue referral.resumed".split()
)
"""What only the clock says."""
URGED = frozenset({"referral.reminded", "referral.escalated"})
"""What the clock says too."""


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


@dataclass
class Watch:
    """What the clock does with one letter: ``row`` is the letter as it will be written, ``above`` its superiors."""

    letter: Sent
    row: Referral
    life: Life
    time: Timetable
    above: list[Office]

    def until(self, now: datetime) -> None:
        """Follow the letter from its sending through all its replies until now."""
        limit = self.time.limit(Subject.REFERRAL, field=self.row.field, urgency=self.row.urgency, start=self.letter.at)
        promise = self.time.kept(limit, self.letter.at)
        self.row.limit_id, self.row.due_at, self.row.clock_at = promise.limit, promise.due_at, promise.clock_at
        kinds: list[ReplyKind] = []
        for one in list(self.letter.replies):
            self._look(one.at)
            kinds.append(one.kind)
            self.row.meet_at = one.meet_at or self.row.meet_at
            self.row.status = where_it_stands(kinds)
            clock.turn(self.row, one.at, lambda: self.time)
        self._look(now)
        self.letter.replies.sort(key=lambda one: one.at)
        self.life.steps.sort(key=lambda step: step.at)

    def _look(self, until: datetime) -> None:
        while self.row.clock_at is not None and self.row.clock_at <= until and self.row.status_word in OPEN:
            now = self.row.clock_at
            where = {"at_office": self.letter.to.office, "due": self.row.due_at.astimezone(UTC).isoformat()}
            if self.row.paused_since is not None:
                go_on(self.row, self.time, now)
                self._say("referral.resumed", now, where)
            elif now < self.row.due_at:
                self._urge(ReplyKind.REMINDED, now, "")
                self.row.clock_at = self.row.due_at
            else:
                self._overdue(now, where)

    def _overdue(self, now: datetime, where: dict[str, Any]) -> None:
        said = any(step.name == "referral.overdue" and step.facts == where for step in self._steps())
        if not said:
            self._say("referral.overdue", now, where)
        higher = self.time.climbs(self.row.limit_id, now)
        if self.above and (not self.letter.raised or (higher and said)):
            office = self.above.pop(0)
            self.letter.raised.append((now, office.pk))
            self.row.raised_to = office
            self._urge(ReplyKind.ESCALATED, now, OVERDUE, to=office.name)
        self.row.clock_at = higher if self.above else None

    def _steps(self) -> Iterator[Step]:
        return (step for step in self.life.steps if step.letter is self.letter and step.of_letter)

    def _urge(self, kind: ReplyKind, now: datetime, text: str, **facts: Any) -> None:
        self.letter.replies.append(Written(kind, None, now, text))
        self._say(f"referral.{kind}", now, facts | {"office": self.row.from_office.name})

    def _say(self, name: str, now: datetime, facts: dict[str, Any]) -> None:
        self.life.steps.append(Step(name, now, None, facts, self.letter, of_letter=True))
