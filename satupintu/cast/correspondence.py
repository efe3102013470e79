"""The letters of a simulated complaint: sent, accepted, rejected, asked about, explained, answered."""

from abc import ABC, abstractmethod
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from satupintu.cast import phrases
from satupintu.cast.life import Institution, Life, Officer, Post, Sent, Step, Written
from satupintu.cast.telling import say
from satupintu.lib.names import title_case
from satupintu.work.complaints.words import DecisionKind
from satupintu.work.referrals import rules
from satupintu.work.referrals.words import Reason, ReplyKind, Status

if TYPE_CHECKING:
    from satupintu.cast.history import World

NAMES = {kind: f"referral.{kind}" for kind in ReplyKind}


class Correspondence(ABC):
    """The half of a complaint's course that is written in letters."""

    dice: Random
    life: Life
    post: Post
    world: "World"
    second_choice: bool

    @property
    @abstractmethod
    def now(self) -> datetime: ...

    @property
    @abstractmethod
    def deciding(self) -> Post: ...

    @abstractmethod
    def must(self, verb: str) -> None: ...

    @abstractmethod
    def record(self, name: str, by: Officer | None, **facts: str) -> None: ...

    def receiver(self) -> Institution | None:
        """Whom the matter can be referred to: the first fitting institution that has not rejected it."""
        tried = {letter.to.office for letter in self.life.deeds.letters if letter.status is Status.REJECTED}
        near = [one for one in self.world.institutions if one.area // 10**6 == self.life.village // 10**6]
        fitting = [
            one
            for ending in self.life.topic.to
            for one in near
            if one.known_as.endswith(ending) and one.office != self.deciding.office and self._serves(one)
        ]
        untried = [one for one in fitting if one.office not in tried]
        choice: list[Institution | None] = [*(untried or fitting)] or [None]
        return choice[-1 if self.second_choice else 0]

    def _serves(self, one: Institution) -> bool:
        inside = one.area % 10**6 == 0 or one.area // 10**4 == self.life.village // 10**4
        return inside and self.life.topic.field in one.fields

    @property
    def letter(self) -> Sent:
        """The letter that was written last."""
        return self.life.deeds.letters[-1]

    @property
    def fulfilled(self) -> bool:
        """Whether the last answer brought what was asked for."""
        return not self.life.deeds.letters or self.letter.status is not Status.NOT_SERVED or self._served_since()

    @property
    def refusal(self) -> Reason | None:
        """Why the last letter was not served."""
        return self.letter.replies[-1].reason if self.life.deeds.letters and self.letter.replies else None

    def _served_since(self) -> bool:
        services = self.life.deeds.services
        return bool(services) and services[-1].at > self.letter.at

    def next_letter_move(self) -> str:
        """What the two ends usually do next."""
        chance, letter = self.dice.random(), self.letter
        if letter.status is Status.ASKED:
            return "explain"
        asked = any(reply.kind is ReplyKind.ASKED for reply in letter.replies)
        if letter.status is Status.SENT and self.dice.random() < 0.02:
            return "withdraw"
        if letter.status is Status.SENT:
            return "accept" if chance < 0.78 or asked else "ask" if chance < 0.89 else "reject"
        if chance < 0.04 and not asked:
            return "ask"
        if letter.status is Status.ACCEPTED and self.dice.random() < 0.25:
            return "schedule"
        return "serve" if chance < 0.8 else "not_serve"

    def _refer(self) -> None:
        self.must("complaint.refer")
        to = self.receiver()
        if to is None:
            raise ValueError(f"nobody to refer {self.life.topic.field} to")
        life, by, now, person = self.life, self.deciding.head, self.now, self.life.caller.person
        subject = (title_case(person.name), person.nik, person.address) if person else (life.caller.about, "", "")
        letter = Sent(
            sender=by,
            from_office=self.deciding.office,
            from_code=self.deciding.code,
            to=to,
            at=now,
            need=say(self.dice, life.topic.need),
            subject=subject if life.topic.sealed < 2 else ("", "", ""),
        )
        life.deeds.letters.append(letter)
        life.deeds.decisions.append((DecisionKind.REFER, "", by, now))
        life.waits_at = to.office
        facts = {"to": to.name, "field": life.topic.field}
        life.steps.append(Step("referral.sent", now, by, facts, letter, of_letter=True))
        self.record("complaint.referred", by, to=to.name)
        life.steps[-1].letter = letter

    def _accept(self) -> None:
        self._reply(ReplyKind.ACCEPTED, say(self.dice, phrases.ACCEPTING))

    def _ask(self) -> None:
        self._reply(ReplyKind.ASKED, say(self.dice, phrases.ASKING))

    def _explain(self) -> None:
        self._reply(ReplyKind.EXPLAINED, say(self.dice, phrases.EXPLAINING))

    def _reject(self) -> None:
        reason = self.dice.choice(phrases.REJECTIONS)
        self._reply(ReplyKind.REJECTED, say(self.dice, phrases.WHY[reason]), reason)
        self.life.waits_at = self.life.handler
        self.record("complaint.referral_returned", None, office=self.letter.to.name)

    def _schedule(self) -> None:
        day = self.now + timedelta(days=self.dice.randint(1, 6))
        words = say(self.dice, phrases.BRINGING)
        meet_at = day.replace(hour=self.dice.randint(8, 13), minute=0, second=0, microsecond=0)
        self._reply(ReplyKind.SCHEDULED, words, meet_at=meet_at, meet_place=say(self.dice, phrases.PLACES))

    def _withdraw(self) -> None:
        self._reply(ReplyKind.WITHDRAWN, say(self.dice, phrases.WITHDRAWING))
        self.life.waits_at = self.life.handler
        self.record("complaint.referral_withdrawn", None, office=self.deciding.name)

    def _serve(self) -> None:
        self._reply(ReplyKind.SERVED, say(self.dice, self.life.topic.served))
        self._answered()

    def _not_serve(self) -> None:
        reason = self.dice.choice(phrases.NOT_SERVED)
        self._reply(ReplyKind.NOT_SERVED, say(self.dice, phrases.WHY[reason]), reason)
        self._answered()

    def _answered(self) -> None:
        self.life.waits_at = self.life.post.office
        self.record("complaint.answer_received", None, office=self.letter.to.name)

    def _reply(
        self,
        kind: ReplyKind,
        text: str,
        reason: Reason | None = None,
        *,
        meet_at: datetime | None = None,
        meet_place: str = "",
    ) -> None:
        letter = self.letter
        if not rules.may_reply(letter.status, kind):
            raise ValueError(f"{kind} to a letter that is {letter.status}")
        by = letter.to.responder if kind in rules.RECEIVER else letter.sender
        office = letter.to.name if kind in rules.RECEIVER else self.deciding.name
        letter.replies.append(Written(kind, by, self.now, text, reason, meet_at, meet_place))
        letter.status = rules.status(reply.kind for reply in letter.replies)
        facts = {"reason": str(reason.value) if reason else "", "office": office}
        facts["meet_at"] = meet_at.isoformat() if meet_at else ""
        self.life.steps.append(Step(NAMES[kind], self.now, by, facts, letter, of_letter=True))
