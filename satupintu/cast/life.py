"""The life of one complaint on plain values: who is in it, what happens in it, and what is written down about it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from satupintu.cast.topics import Topic
from satupintu.work.complaints.words import (
    Channel,
    DecisionKind,
    Outcome,
    PauseReason,
    Relation,
    Sensitivity,
    Status,
    Urgency,
    Way,
)
from satupintu.work.referrals.words import Reason, ReplyKind
from satupintu.work.referrals.words import Status as LetterStatus


@dataclass(frozen=True)
class Officer:
    """Somebody who acts: the number of the appointment, the name, how timelines call them; no fields means all of them."""

    key: int
    name: str
    label: str
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Post:
    """An office that takes complaints in, and its people: `front` receives, `field` goes out, `server` serves, `head`
    decides. `villages` are those it serves; `above` is the secretariat it escalates to; `besides` serve other fields.
    """

    office: int
    code: str
    name: str
    villages: tuple[int, ...]
    front: Officer
    field: Officer
    server: Officer
    head: Officer
    above: "Post | None" = None
    besides: tuple[Officer, ...] = ()

    def serving(self, field: str) -> Officer:
        """Who serves in a field: the first who is appointed for it, else the head."""
        return next((one for one in (self.server, *self.besides) if not one.fields or field in one.fields), self.head)


@dataclass(frozen=True)
class Institution:
    """An office that answers letters, and who opens them there. `known_as` ends in what topics call it."""

    office: int
    known_as: str
    name: str
    area: int
    fields: frozenset[str]
    responder: Officer


@dataclass(frozen=True, slots=True)
class Resident:
    """A citizen of the registry, as far as a complaint needs to know."""

    key: int
    name: str
    female: bool
    born: int
    nik: str
    village: int
    address: str
    household: int | None
    head: str


@dataclass(frozen=True)
class Caller:
    """Who came about what, and how urgent they say it is.

    `about` is what lists show of the person concerned, `text` the story as it was told.
    """

    topic: Topic
    person: Resident | None
    household: int | None
    about: str
    text: str
    wish: str
    relation: Relation
    reporter: str
    phone: str
    channel: Channel
    urgency: Urgency
    sensitivity: Sensitivity


@dataclass
class Step:
    """An event: about the complaint (`letter` None or the one it names) or about a letter (`of_letter`)."""

    name: str
    at: datetime
    by: Officer | None
    facts: dict[str, Any]
    letter: "Sent | None" = None
    of_letter: bool = False


@dataclass
class Written:
    """A reply to a letter; without a name where the clock urges."""

    kind: ReplyKind
    by: Officer | None
    at: datetime
    text: str
    reason: Reason | None = None
    meet_at: datetime | None = None
    meet_place: str = ""


@dataclass
class Sent:
    """A letter, with what it says of the person and where it stands."""

    sender: Officer
    from_office: int
    from_code: str
    to: Institution
    at: datetime
    need: str
    subject: tuple[str, str, str]
    status: LetterStatus = LetterStatus.SENT
    replies: list[Written] = field(default_factory=list)
    raised: list[tuple[datetime, int]] = field(default_factory=list)


@dataclass
class Served:
    """A direct service."""

    by: Officer
    at: datetime
    what: str
    result_to_be: str
    server: Officer
    planned: date
    finished: date | None = None

    @property
    def result(self) -> str:
        """What came of it; empty until it is finished."""
        return self.result_to_be if self.finished else ""


@dataclass
class Waited:
    """A pause: what is waited for, and until when at most."""

    why: PauseReason
    note: str
    by: Officer
    at: datetime
    expected_on: date


@dataclass
class Deeds:
    """What was done, each noun with who and when."""

    decisions: list[tuple[DecisionKind, str, Officer, datetime]] = field(default_factory=list)
    services: list[Served] = field(default_factory=list)
    letters: list[Sent] = field(default_factory=list)
    answers: list[tuple[Way, str, str, Officer, datetime]] = field(default_factory=list)
    closures: list[tuple[Outcome, str, Officer, datetime]] = field(default_factory=list)
    reopenings: list[tuple[str, Officer, datetime]] = field(default_factory=list)
    pauses: list[Waited] = field(default_factory=list)


@dataclass
class Life:
    """A complaint with everything that happened to it."""

    post: Post
    village: int
    caller: Caller
    channel: Channel
    urgency: Urgency
    author: Officer
    received: datetime
    handler: int
    waits_at: int
    status: Status = Status.RECEIVED
    closed: datetime | None = None
    steps: list[Step] = field(default_factory=list)
    deeds: Deeds = field(default_factory=Deeds)

    @property
    def topic(self) -> Topic:
        """What it is about."""
        return self.caller.topic

    @property
    def sensitivity(self) -> Sensitivity:
        """Who may know of it."""
        return self.caller.sensitivity
