"""What may follow what, who must act next, and which milestones are passed. Plain values only: no database, no clock."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from satupintu.work.complaints.words import Advice, SafeContact, Sensitivity, Status, Wait

AFTER: dict[str, Status] = {
    "complaint.registered": Status.RECEIVED,
    "complaint.reported": Status.RECEIVED,
    "complaint.checked": Status.CHECKED,
    "complaint.recommended": Status.RECOMMENDED,
    "complaint.returned_for_repair": Status.IN_REPAIR,
    "complaint.repaired": Status.RECOMMENDED,
    "complaint.service_returned": Status.IN_SERVICE,
    "complaint.settled": Status.IN_SERVICE,
    "complaint.service_finished": Status.ANSWERED,
    "complaint.escalated": Status.ESCALATED,
    "complaint.referred": Status.REFERRED,
    "complaint.transfer_offered": Status.OFFERED,
    "complaint.transfer_refused": Status.RETURNED,
    "complaint.transfer_withdrawn": Status.RETURNED,
    "complaint.transferred": Status.RECEIVED,
    "complaint.refused": Status.ANSWERED,
    "complaint.told": Status.TOLD,
    "complaint.question_answered": Status.CLOSED,
    "complaint.closed": Status.CLOSED,
    "complaint.reopened": Status.RECEIVED,
}
"""Where a complaint stands after each event; an event that is not named here moves nothing, or ends a letter."""

UNANSWERED = frozenset({"complaint.referral_returned", "complaint.referral_withdrawn"})
ENDS_A_LETTER = frozenset({"complaint.answer_received", *UNANSWERED})
"""Several letters may be out at once: the complaint waits until the last of them has ended."""

PREPARED = frozenset({Status.RECEIVED, Status.ESCALATED, Status.RETURNED, Status.CHECKED})
"""Where the back office may check and recommend."""

UNDECIDED = PREPARED | {Status.RECOMMENDED, Status.IN_REPAIR}
"""Where the next word is a decision: whoever decides never has to wait for the back office."""

OURS = frozenset(Status) - {Status.CLOSED, Status.OFFERED}
"""Where its own office may change what it is and what it asks for; what is offered stays as it was offered."""

TOLD = frozenset({Status.TOLD, Status.CLOSED})
"""Where the citizen has had the answer: the time that was promised is over or kept, and the clock stops."""

RUNNING = frozenset(Status) - TOLD
"""Where the citizen waits, and the clock runs."""

MILESTONES: dict[str, frozenset[Status]] = {
    "decided_at": frozenset(Status) - UNDECIDED - {Status.OFFERED} | {Status.ESCALATED},
    "served_at": TOLD | {Status.ANSWERED},
    "first_reply_at": TOLD,
}
"""The column of each milestone, and the states by which it is passed: the first decision, the first answer at hand, the
first word to the citizen. A complaint that is opened again keeps those that it had."""

MAY: dict[str, frozenset[Status]] = {
    "complaint.classify": OURS,
    "complaint.hand_over": OURS,
    "complaint.hand_up": frozenset(Status) - {Status.OFFERED},
    "complaint.assign": OURS,
    "complaint.comment": frozenset(Status),
    "complaint.choose_service": OURS,
    "complaint.check_papers": OURS,
    "visit.record": frozenset(Status) - {Status.CLOSED},
    "complaint.check": PREPARED,
    "complaint.recommend": PREPARED,
    "complaint.return_for_repair": frozenset({Status.RECOMMENDED, Status.ANSWERED}),
    "complaint.repair": frozenset({Status.IN_REPAIR}),
    "complaint.answer_question": UNDECIDED,
    "complaint.settle": UNDECIDED,
    "complaint.escalate": UNDECIDED,
    "complaint.refer": UNDECIDED | {Status.REFERRED},
    "complaint.transfer": UNDECIDED,
    "complaint.take_over": frozenset({Status.OFFERED}),
    "complaint.return_transfer": frozenset({Status.OFFERED}),
    "complaint.withdraw_transfer": frozenset({Status.OFFERED}),
    "complaint.refuse": UNDECIDED,
    "complaint.finish_service": frozenset({Status.IN_SERVICE}),
    "complaint.return_referral": frozenset({Status.REFERRED}),
    "complaint.withdraw_referral": frozenset({Status.REFERRED}),
    "complaint.receive_answer": frozenset({Status.REFERRED}),
    "complaint.tell": frozenset({Status.ANSWERED}),
    "complaint.close": frozenset({Status.TOLD}),
    "complaint.pause": RUNNING - {Status.OFFERED},
    "complaint.resume": RUNNING,
    "complaint.acknowledge": RUNNING,
    "complaint.reopen": frozenset({Status.CLOSED}),
    "complaint.take": frozenset({Status.RECEIVED}),
    "complaint.judge": frozenset({Status.CLOSED}),
    "complaint.appeal": frozenset({Status.TOLD, Status.CLOSED}),
    "complaint.change_contact": frozenset(Status),
}
"""In which states each verb can be done."""

WAITS_FOR: dict[Status, Wait] = {
    Status.RECEIVED: Wait.DECISION,
    Status.CHECKED: Wait.DECISION,
    Status.RECOMMENDED: Wait.DECISION,
    Status.IN_REPAIR: Wait.REPAIR,
    Status.IN_SERVICE: Wait.SERVICE,
    Status.ESCALATED: Wait.DECISION,
    Status.REFERRED: Wait.RECEIVER,
    Status.OFFERED: Wait.RECEIVER,
    Status.RETURNED: Wait.DECISION,
    Status.ANSWERED: Wait.TELLING,
    Status.TOLD: Wait.CLOSURE,
    Status.CLOSED: Wait.NOTHING,
}
"""What a complaint waits for in each state, where nobody prepares decisions."""

PREPARATION: dict[Status, Wait] = {
    Status.RECEIVED: Wait.CHECK,
    Status.ESCALATED: Wait.CHECK,
    Status.CHECKED: Wait.RECOMMENDATION,
}
"""What it waits for first, where a back office prepares them."""

PREPARING = frozenset({Wait.CHECK, Wait.RECOMMENDATION, Wait.REPAIR})
"""What only a back office does."""

NEXT: dict[Wait, str] = {
    Wait.CHECK: "complaint.check",
    Wait.RECOMMENDATION: "complaint.recommend",
    Wait.REPAIR: "complaint.repair",
    Wait.DECISION: "complaint.settle",
    Wait.SERVICE: "complaint.finish_service",
    Wait.TELLING: "complaint.tell",
    Wait.CLOSURE: "complaint.close",
}
"""The verb that one must hold for a complaint to wait for oneself."""

FOLLOWS: dict[Advice, str] = {
    Advice.SETTLE: "complaint.settle",
    Advice.REFER: "complaint.refer",
    Advice.ESCALATE: "complaint.escalate",
    Advice.REFUSE: "complaint.refuse",
}
"""The verb by which a recommendation is followed."""


def may(verb: str, now: Status, *, paused: bool = False) -> bool:
    """Whether ``verb`` can be done to a complaint that stands there; one pauses what runs and resumes what is paused."""
    return now in MAY[verb] and {"complaint.pause": not paused, "complaint.resume": paused}.get(verb, True)


def may_write(contact: SafeContact, sensitivity: Sensitivity) -> bool:
    """Whether the house may send the reporter a message: of a sensitive matter only where messages were asked for."""
    return contact == SafeContact.MESSAGE or (contact == SafeContact.ANY and sensitivity == Sensitivity.ORDINARY)


def waits_for(now: Status, *, prepared: bool) -> Wait:
    """What a complaint waits for that stands there; ``prepared`` says whether a back office there works on its field."""
    return PREPARATION.get(now, WAITS_FOR[now]) if prepared else WAITS_FOR[now]


def possible(now: Status, *, paused: bool = False) -> list[str]:
    """The verbs that can be done instead, in the order of the work."""
    return [verb for verb in MAY if may(verb, now, paused=paused)]


def status(events: Iterable[str]) -> Status:
    """Where a complaint stands after these events, oldest first."""
    now = Status.RECEIVED
    for now in course(events):  # noqa: B007 - the last one is asked for
        pass
    return now


def course(events: Iterable[str]) -> Iterator[Status]:
    """Where a complaint stood after each of these events, oldest first.

    Of several letters at once one answer is enough to have something to tell; without any it is decided anew.
    """
    now, out, answered = Status.RECEIVED, 0, False
    for name in events:
        if name in ENDS_A_LETTER:
            out, answered = out - 1, answered or name not in UNANSWERED
            if out <= 0:
                now = Status.ANSWERED if answered else Status.RETURNED
        elif name in AFTER:
            now = AFTER[name]
            out = out + 1 if now is Status.REFERRED else 0
            answered = answered and out > 1
        yield now


def milestones(events: Iterable[tuple[str, datetime]]) -> dict[str, datetime]:
    """When each milestone was passed first, from the events with their moments, oldest first."""
    passed: dict[str, datetime] = {}
    told = list(events)
    for (_name, at), now in zip(told, course(name for name, _at in told), strict=True):
        for column, states in MILESTONES.items():
            if now in states:
                passed.setdefault(column, at)
    return passed


def after(closed_at: datetime, days: int) -> datetime:
    """The moment so many days after a closure."""
    return closed_at + timedelta(days=days)


def within(closed_at: datetime | None, now: datetime, days: int) -> bool:
    """Whether no more than so many days have passed since the closure; an open complaint is always in time."""
    return closed_at is None or now <= after(closed_at, days)


STEPS: tuple[tuple[Status, ...], ...] = (
    (Status.RECEIVED,),
    (Status.ESCALATED, Status.CHECKED, Status.IN_REPAIR, Status.OFFERED),
    (Status.RECOMMENDED, Status.RETURNED),
    (Status.IN_SERVICE, Status.REFERRED),
    (Status.ANSWERED, Status.TOLD),
    (Status.CLOSED,),
)
"""The step bar (received, handled, decided, served or referred, answered, closed): the states that share a place on it."""

DECIDED = 2
"""The place of the decision on the step bar."""

DECISIONS = frozenset(
    f"complaint.{done}" for done in ("settled", "service_finished", "referred", "refused", "question_answered")
)
"""Events by which it was decided, wherever they leave the complaint."""


def step_of(now: Status) -> int:
    """The place of a state on the step bar, from 0."""
    return next(place for place, states in enumerate(STEPS) if now in states)


def reached(events: Iterable[tuple[str, datetime]]) -> dict[int, datetime]:
    """When each place on the step bar was reached since it was last opened, from the events with their moments."""
    places: dict[int, datetime] = {}
    told, before = list(events), None
    for (name, at), then in zip(told, course(name for name, _at in told), strict=True):
        if name == "complaint.reopened":
            places.clear()
        if then is not before or name in AFTER:
            places[step_of(then)] = at
            if name in DECISIONS:
                places[DECIDED] = at
        before = then
    return places


def bar(now: Status, places: Iterable[int], *, done: bool) -> list[tuple[int, str]]:
    """What the step bar shows: each place with its state (done, now, next); one that was passed by is left out.

    ``done`` says that nothing more is awaited where it stands.
    """
    here, known = step_of(now), set(places)
    shown = [place for place in range(len(STEPS)) if place >= here or place in known]
    return [(place, "next" if place > here else "done" if place < here or done else "now") for place in shown]
