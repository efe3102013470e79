"""A year of complaints, simulated on plain values: the same seed gives the same year, and every move is one that the
rules of complaints and letters allow. Nothing here knows a database.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from satupintu.cast import callers, phrases
from satupintu.cast.clock import WorkClock
from satupintu.cast.correspondence import Correspondence
from satupintu.cast.life import Institution, Life, Officer, Post, Resident, Served, Step, Waited
from satupintu.cast.naming import Urn
from satupintu.cast.telling import say
from satupintu.cast.topics import Topic
from satupintu.work.complaints import rules
from satupintu.work.complaints.words import (
    Channel,
    DecisionKind,
    Kind,
    Outcome,
    PauseReason,
    Relation,
    Sensitivity,
    Status,
    Urgency,
    Way,
)

HOUR = 60
SLOW, TIMES_SLOWER = 0.07, (4, 12)
"""How often a move is left lying, and how much longer it then takes: most of the overdue ones."""

HOURS: dict[str, tuple[float, float]] = {
    "classify": (0.2, 3), "settle": (0.3, 16), "settle_at_once": (0.1, 3), "escalate": (0.5, 18), "refer": (1, 21),
    "finish": (3, 42), "accept": (3, 35), "reject": (4, 40), "ask": (3, 28), "explain": (3, 24), "serve": (7, 70),
    "not_serve": (7, 63), "schedule": (2, 20), "withdraw": (5, 60), "tell": (0.3, 20), "close": (0.2, 24), "reopen": (14, 120),
}  # fmt: skip
"""Working hours until each move, from the quickest to the slowest usual one; an office works seven a day."""


@dataclass(frozen=True)
class World:
    """Everything that a year needs: posts with how busy they are, institutions, residents by village, the clock."""

    posts: Sequence[tuple[Post, float]]
    institutions: Sequence[Institution]
    residents: Mapping[int, Sequence[Resident]]
    clock: WorkClock


@dataclass(frozen=True)
class Scene:
    """A complaint that the demo needs: at which post, taken in how many working hours ago, what is done with it.

    ``field`` and ``to`` (the first institution it would be referred to) narrow the matter.
    """

    post: str
    hours_ago: float
    moves: tuple[str, ...] = ()
    field: str = ""
    to: str = ""
    sealed: int = 0
    urgency: Urgency | None = None
    channel: Channel | None = None

    def suits(self, topic: Topic) -> bool:
        """Whether the matter can be of this topic."""
        return (
            topic.kind == Kind.GRIEVANCE
            and self.field in {"", topic.field}
            and self.to in {"", *topic.to[:1]}
            and topic.sealed == self.sealed
        )


def year(seed: int, world: World, count: int, scenes: Sequence[Scene] = ()) -> Iterator[Life]:
    """`count` complaints spread over the year, and the scenes; in no order."""
    posts = Urn(world.posts)
    for serial in range(count):
        dice = Random(f"{seed}:{serial}")
        # More of them lately: the service becomes known.
        yield _Course(dice, world, posts.draw(dice), int(world.clock.end * dice.random() ** 0.88)).lived()
    by_code = {post.code: post for post, _ in world.posts}
    for serial, scene in enumerate(scenes):
        if scene.post in by_code:
            start = world.clock.end - int(scene.hours_ago * HOUR)
            yield _Course(Random(f"{seed}:scene:{serial}"), world, by_code[scene.post], start, scene).lived()


class _Course(Correspondence):
    """One complaint on its way: every move checks the rule, moves the clock and writes down what was done."""

    def __init__(self, dice: Random, world: World, post: Post, start: int, scene: Scene | None = None) -> None:
        self.dice, self.world, self.post = dice, world, post
        self.minute = max(start, 0)
        self.script = None if scene is None else list(scene.moves)
        self.classified = scene is not None
        self.second_choice = scene is None and dice.random() < 0.3
        self.life = self._begin(scene)

    def lived(self) -> Life:
        """Let everything happen that has happened by now."""
        while move := self._next():
            if not self._wait(move):
                break
            getattr(self, f"_{move}")()
        return self.life

    # What comes next, and when ------------------------------------------------------------------------------------

    def _next(self) -> str:
        """The next move; "" when nothing more has happened."""
        if self.script is not None:
            return self.script.pop(0) if self.script else ""
        if self.life.status is Status.REFERRED:
            return self.next_letter_move()
        choices: dict[Status, Callable[[], str]] = {
            Status.IN_SERVICE: lambda: "finish",
            Status.ANSWERED: lambda: "tell",
            Status.TOLD: lambda: "close",
            Status.CLOSED: lambda: "reopen" if not self.life.deeds.reopenings and self.dice.random() < 0.035 else "",
        }
        return choices.get(self.life.status, self._decision)()

    def _decision(self) -> str:
        life, topic, chance = self.life, self.life.topic, self.dice.random()
        if not self.classified and life.status is Status.RECEIVED:
            self.classified = True
            if self.dice.random() < 0.04 and life.urgency is Urgency.ORDINARY and not self.secret:
                return "classify"
        may_refer = self.receiver() is not None
        if life.handler != self.post.office:
            return "refer" if may_refer and chance < 0.75 and len(life.deeds.letters) < 2 else "settle"
        may_escalate = self.post.above is not None
        if chance < topic.local or not (may_refer or may_escalate) or len(life.deeds.letters) >= 2:
            return "settle_at_once" if topic.kind == "question" or self.dice.random() < 0.25 else "settle"
        return "refer" if may_refer and (not may_escalate or self.dice.random() < 0.35) else "escalate"

    def _wait(self, move: str) -> bool:
        """Move the clock on to the next move; False when it has not come yet."""
        clock = self.world.clock
        if self.script is None:
            least, most = HOURS[move]
            hours = least + (most - least) * self.dice.random() ** 1.5
            passed = hours * HOUR * (1, 0.5, 0.2)[self.life.urgency.rank]
            passed *= self.dice.uniform(*TIMES_SLOWER) if self.dice.random() < SLOW else 1
        else:
            passed = (clock.end - self.minute) / (len(self.script) + 2) * self.dice.uniform(0.5, 1)
        self.minute += max(int(passed), 1)
        return self.minute <= clock.end

    @property
    def now(self) -> datetime:
        """The moment of the move that is being made."""
        return self.world.clock.moment(self.minute, self.minute * 37 % 60)

    # Who -----------------------------------------------------------------------------------------------------------

    @property
    def deciding(self) -> Post:
        """The post that decides now."""
        above = self.post.above
        return above if above is not None and self.life.handler == above.office else self.post

    @property
    def secret(self) -> bool:
        """Whether at its post nobody but its author knows of it."""
        return self.life.sensitivity is Sensitivity.SECRET

    @property
    def ending(self) -> Officer:
        """Who closes it and opens it again: the head of the post, of a secret one the manager."""
        return self.deciding.head if self.secret else self.post.head

    def _speaker(self) -> Officer:
        """Who tells the citizen: any of two, or for a sealed matter somebody who sees it."""
        usual = self.dice.choice((self.post.front, self.post.field))
        if self.secret:
            return self.life.author
        return usual if self.life.sensitivity is Sensitivity.ORDINARY or usual == self.life.author else self.post.head

    # Moves ---------------------------------------------------------------------------------------------------------

    def _begin(self, scene: Scene | None) -> Life:
        clock, dice, post = self.world.clock, self.dice, self.post
        village = dice.choice(post.villages)
        residents = self.world.residents.get(village, ())
        self.minute = min(self.minute, clock.end)
        received = clock.moment(self.minute, dice.randrange(60))
        caller = callers.draw(dice, residents, received.year, scene.suits if scene else None)
        channel = scene.channel if scene and scene.channel else caller.channel
        urgency = scene.urgency if scene and scene.urgency else caller.urgency
        author = post.field if channel is Channel.OUTREACH else post.front
        if author == post.field and dice.random() < 0.15:
            evening = clock.evening(self.minute, dice.randrange(110))
            if clock.is_past(evening) and clock.next_morning(self.minute) < clock.end:
                received, self.minute = evening, clock.next_morning(self.minute)
        # A secret one goes straight to the kabupaten.
        at = (post.above or post).office if caller.sensitivity is Sensitivity.SECRET else post.office
        life = Life(post, village, caller, channel, urgency, author, received, handler=at, waits_at=at)
        facts = {"channel": channel, "kind": caller.topic.kind, "field": caller.topic.field}
        life.steps.append(Step("complaint.registered", received, author, facts))
        return life

    def _classify(self) -> None:
        """The head finds that it is more urgent than it seemed."""
        self.must("complaint.classify")
        self.life.urgency = Urgency.SOON
        facts = {"field": self.life.topic.field, "nature": self.life.topic.nature, "urgency": Urgency.SOON}
        self.record("complaint.classified", self.post.head, **facts)

    def _settle(self, *, at_once: bool = False) -> None:
        self.must("complaint.settle")
        life, by, now = self.life, self.deciding.head, self.now
        server = (
            by if at_once or life.sensitivity is not Sensitivity.ORDINARY else self.deciding.serving(life.topic.field)
        )
        what, result = self.dice.choice(life.topic.done)
        service = Served(by, now, self._said(what), self._said(result), server, now.date())
        life.deeds.services.append(service)
        life.deeds.decisions.append((DecisionKind.SETTLE, "", by, now))
        if at_once:
            service.finished = now.date()
            life.waits_at = life.post.office
        else:
            life.waits_at = life.handler
        name = "complaint.service_finished" if at_once else "complaint.settled"
        self.record(name, by, server=server.name, on=service.planned.isoformat())

    def _settle_at_once(self) -> None:
        self._settle(at_once=True)

    def _finish(self) -> None:
        self.must("complaint.finish_service")
        service, now = self.life.deeds.services[-1], self.now
        service.finished = now.date()
        self.life.waits_at = self.life.post.office
        self.record("complaint.service_finished", service.server, server=service.server.name, on=now.date().isoformat())

    def _escalate(self) -> None:
        self.must("complaint.escalate")
        above = self.post.above
        if above is None:
            raise ValueError(f"nobody above {self.post.code}")
        self.life.handler = self.life.waits_at = above.office
        reason = say(self.dice, phrases.ESCALATING)
        self.life.deeds.decisions.append((DecisionKind.ESCALATE, reason, self.post.head, self.now))
        self.record("complaint.escalated", self.post.head, to=above.name, suggested=above.name)

    def _tell(self) -> None:
        self.must("complaint.tell")
        life, by = self.life, self._speaker()
        life.waits_at = life.handler if self.secret else life.post.office
        way = Way.CODE if life.caller.relation is Relation.ANONYMOUS else self.dice.choice(phrases.WAYS)
        text = (
            self._said(life.topic.answer or life.topic.done[0][1])
            if self.fulfilled
            else say(self.dice, phrases.REFUSED)
        )
        life.deeds.answers.append((way, life.caller.reporter, text, by, self.now))
        self.record("complaint.told", by, way=way)

    def _close(self) -> None:
        self.must("complaint.close")
        outcome = self._outcome()
        self.life.closed, self.life.waits_at = self.now, self.life.post.office
        self.life.deeds.closures.append((outcome, "", self.ending, self.now))
        self.record("complaint.closed", self.ending, outcome=outcome)

    def _reopen(self) -> None:
        self.must("complaint.reopen")
        self.life.closed = None
        if not self.secret:
            self.life.handler = self.life.post.office
        self.life.waits_at = self.life.handler
        self.life.deeds.reopenings.append((say(self.dice, phrases.REOPENING), self.ending, self.now))
        self.record("complaint.reopened", self.ending)

    def _pause(self) -> None:
        self.must("complaint.pause")
        by, now = self.post.front, self.now
        expected = now.date() + timedelta(days=14)
        self.life.deeds.pauses.append(Waited(PauseReason.PAPERS, phrases.WAITING, by, now, expected))
        self.record("complaint.paused", by, why=PauseReason.PAPERS, expected_on=expected.isoformat())

    def _outcome(self) -> Outcome:
        if not self.fulfilled:
            return phrases.OUTCOMES.get(self.refusal, Outcome.NOT_SERVED)
        if self.life.topic.kind != "grievance":
            return Outcome.INFORMED
        chance = self.dice.random()
        if chance < 0.04:
            return Outcome.WITHDRAWN if chance < 0.015 else Outcome.UNREACHABLE
        return Outcome.PARTLY if chance < 0.16 else Outcome.FULFILLED

    def _said(self, text: str) -> str:
        return say(self.dice, text)

    # Rules ---------------------------------------------------------------------------------------------------------

    def must(self, verb: str) -> None:
        """Raise ValueError when the rules do not allow it."""
        if not rules.may(verb, self.life.status):
            raise ValueError(f"{verb} of a complaint that is {self.life.status}")

    def record(self, name: str, by: Officer | None, **facts: str) -> None:
        """Write an event down; the complaint stands where it leaves it."""
        self.life.steps.append(Step(name, self.now, by, dict(facts)))
        self.life.status = rules.status(step.name for step in self.life.steps if not step.of_letter)
