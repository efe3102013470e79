"""A simulated year written into the tables, set-wise: with the numbers, events and versions that the actions would have
left, each event under the appointment of whoever caused it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from typing import Any

from django.db import connection, models
from django.utils import timezone

from satupintu.cast.life import Life, Officer, Sent, Step
from satupintu.cast.watch import BY_ITSELF, Watch, Watched, watch
from satupintu.engine.documents.numbering import next_number
from satupintu.engine.events.models import Event
from satupintu.engine.events.words import Kind
from satupintu.foundation.access import House, Scope, entered
from satupintu.foundation.access.scope import ALL_FIELDS, EVERYWHERE
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.lib.printed_codes import fingerprint
from satupintu.work.complaints import models as tables
from satupintu.work.complaints import rules
from satupintu.work.complaints.actions.intake import charged
from satupintu.work.complaints.back_office import is_prepared
from satupintu.work.complaints.intake import follow_up_code
from satupintu.work.complaints.ways import able_above
from satupintu.work.deadlines.rounds import WHY
from satupintu.work.deadlines.timetable import Timetable, timetable
from satupintu.work.referrals.models import Referral, Reply
from satupintu.work.referrals.words import Consent
from satupintu.work.referrals.words import Status as LetterStatus
from satupintu.work.routing.directory import offices_above

BATCH = 500
PASSING_ON = House("meneruskan jawaban rujukan")
"""Who passes an answer on from the letter to its complaint."""
CLOCK = House(WHY)
"""Who watches over deadlines."""


def write(lives: Sequence[Life], tell: Callable[[str, int], None]) -> int:
    """Write the lives; answers how many events that made. Run inside ``access.house``: one transaction, all or nothing.

    ``tell`` hears what is written and how many of it.
    """
    lives = sorted(lives, key=lambda life: life.received)
    book = _Book(lives)
    tell("surat rujukan", len(book.letters))
    Referral.objects.bulk_create(book.referrals)
    tell("keluhan", len(lives))
    tables.Complaint.objects.bulk_create([book.complaint(life) for life in lives], BATCH)
    children: tuple[tuple[Any, Iterable[models.Model]], ...] = (
        (tables.Story, map(book.story, lives)),
        (tables.Reporter, map(book.reporter, lives)),
        (tables.Decision, book.each(_decisions)),
        (tables.DirectService, book.each(_services)),
        (tables.Answer, book.each(_answers)),
        (tables.Closure, book.each(_closures)),
        (tables.Reopening, book.each(_reopenings)),
        (tables.Pause, book.each(_pauses)),
        (tables.Escalation, book.escalations()),
    )
    for model, rows in children:
        model.objects.bulk_create(list(rows), BATCH)
    events = book.events()
    tell("kejadian", len(events))
    _under_each_name(book, events)
    return len(events)


@dataclass
class _Book:
    """Numbers and keys of everything that is going to be written."""

    lives: Sequence[Life]
    keys: dict[int, int] = field(init=False)
    numbers: dict[int, str] = field(init=False)
    letters: list[Sent] = field(init=False)
    life_of: dict[int, Life] = field(init=False)
    staff: dict[int, Appointment] = field(init=False)
    watched: dict[int, Watched] = field(init=False)
    referrals: list[Referral] = field(init=False)
    today: date = field(default_factory=timezone.localdate)

    def __post_init__(self) -> None:
        self.life_of = {id(letter): life for life in self.lives for letter in life.deeds.letters}
        self.letters = sorted((x for life in self.lives for x in life.deeds.letters), key=lambda letter: letter.at)
        self.keys = dict(zip(map(id, self.lives), _keys(tables.Complaint, len(self.lives)), strict=True))
        self.keys |= zip(map(id, self.letters), _keys(Referral, len(self.letters)), strict=True)
        self.numbers = {id(one): next_number("K", one.post.code, one.received.year) for one in self.lives}
        self.numbers |= {id(one): next_number("R", one.from_code, one.at.year) for one in self.letters}
        self.staff = Appointment.objects.in_bulk()
        self.referrals = [self.referral(letter) for letter in self.letters]
        self.watched = self._watch()

    def _watch(self) -> dict[int, Watched]:
        """Let the clock look at every life and letter, in the time of the office that took it in or must answer."""
        offices, now = Office.objects.in_bulk(), timezone.now()

        @cache
        def time_of(office: int) -> Timetable:
            return timetable(offices[office])

        @cache
        def above(office: int) -> list[Office]:
            return offices_above(offices[office], today=timezone.localdate(now))

        @cache
        def answering(office: int, clearance: int) -> list[Office]:
            day = timezone.localdate(now)
            return able_above(offices[office], "complaint.acknowledge", clearance=clearance, today=day)

        for letter, row in zip(self.letters, self.referrals, strict=True):
            row.from_office, row.to_office = ends = offices[letter.from_office], offices[letter.to.office]
            near = {one.pk: one for end in ends for one in above(end.pk) if one not in ends}
            Watch(letter, row, self.life_of[id(letter)], time_of(letter.to.office), [*near.values()]).until(now)
            row.version = 1 + len(letter.replies)
        return {
            id(life): watch(
                life, time_of(life.post.office), partial(answering, clearance=life.sensitivity.clearance), now
            )
            for life in self.lives
        }

    def complaint(self, life: Life) -> tables.Complaint:
        number = self.numbers[id(life)]
        return tables.Complaint(
            id=self.keys[id(life)],
            version=sum(not step.of_letter and step.name not in BY_ITSELF for step in life.steps),
            number=number,
            follow_up=fingerprint(follow_up_code(number)),
            village_id=life.village,
            intake_office_id=life.post.office,
            handler_office_id=life.handler,
            author_id=life.author.key,
            assignee=charged(self.staff[life.author.key]),
            channel=life.channel,
            kind=life.topic.kind,
            nature=life.topic.nature,
            field=life.topic.field,
            urgency=life.urgency,
            urgency_rank=life.urgency.rank,
            sensitivity=life.sensitivity,
            clearance=life.sensitivity.clearance,
            person_id=life.caller.person.key if life.caller.person else None,
            household_id=life.caller.household,
            about=life.caller.about,
            status=life.status,
            waits_for=rules.waits_for(life.status, prepared=self._prepared(life)),
            waits_at_id=life.waits_at,
            received_at=life.received,
            due_at=(watched := self.watched[id(life)]).promise.due_at,
            limit_id=watched.promise.limit,
            clock_at=watched.clock_at,
            paused_since=life.deeds.pauses[-1].at if life.deeds.pauses else None,
            **rules.milestones((step.name, step.at) for step in life.steps),
            closed_at=life.closed,
        )

    def _prepared(self, life: Life) -> bool:
        """Whether a back office works on it before it is decided; asked only where that makes a difference."""
        matter = (life.topic.kind, life.handler, life.topic.field, life.sensitivity.clearance)
        return life.status in rules.PREPARATION and is_prepared(*matter, self.today)

    def referral(self, letter: Sent) -> Referral:
        life = self.life_of[id(letter)]
        name, nik, address = letter.subject
        return Referral(
            id=self.keys[id(letter)],
            number=self.numbers[id(letter)],
            origin_type="complaint",
            origin_id=self.keys[id(life)],
            origin_number=self.numbers[id(life)],
            village_id=life.village,
            from_office_id=letter.from_office,
            to_office_id=letter.to.office,
            sender_id=letter.sender.key,
            sender_label=letter.sender.label,
            sent_at=letter.at,
            field=life.topic.field,
            urgency=life.urgency.rank,
            clearance=life.sensitivity.clearance,
            subject_name=name,
            subject_nik=nik,
            subject_address=address,
            need=letter.need,
            consent=_consent(letter) if any(letter.subject) else "",
            consent_by=name,
            status=LetterStatus.SENT,
        )

    def story(self, life: Life) -> tables.Story:
        return tables.Story(complaint_id=self.keys[id(life)], text=life.caller.text, wish=life.caller.wish)

    def reporter(self, life: Life) -> tables.Reporter:
        return tables.Reporter(
            complaint_id=self.keys[id(life)],
            relation=life.caller.relation,
            name=life.caller.reporter,
            phone=life.caller.phone,
        )

    def each(self, rows: Callable[[Life, dict[str, Any]], Iterable[models.Model]]) -> Iterable[models.Model]:
        """The rows of every life, under the number of its complaint."""
        for life in self.lives:
            yield from rows(life, {"complaint_id": self.keys[id(life)]})

    def escalations(self) -> Iterable[tables.Escalation]:
        """Before whom the clock has brought what was overdue."""
        for life in self.lives:
            for office, due, at in self.watched[id(life)].brought:
                yield tables.Escalation(complaint_id=self.keys[id(life)], office=office, due_at=due, at=at)

    def replies(self) -> Iterable[tuple[int, Reply]]:
        """All replies with their turn in the letter, numbered in the order in which they were written."""
        all_of_them = sorted(
            ((one, turn, letter) for letter in self.letters for turn, one in enumerate(letter.replies)),
            key=lambda each: each[0].at,
        )
        for key, (one, turn, letter) in zip(_keys(Reply, len(all_of_them)), all_of_them, strict=True):
            of: dict[str, Any] = {"referral_id": self.keys[id(letter)]}
            of |= {
                "reason": one.reason.value if one.reason else "",
                "meet_at": one.meet_at,
                "meet_place": one.meet_place,
            }
            yield turn, Reply(id=key, kind=one.kind, text=one.text, at=one.at, **_by(one.by), **of)

    def events(self) -> list[Event]:
        """All events in the order in which they happened."""
        told = [(step, life) for life in self.lives for step in life.steps]
        told.sort(key=lambda each: each[0].at)
        keys = _keys(Event, len(told))
        return [self._event(key, step, life) for key, (step, life) in zip(keys, told, strict=True)]

    def _event(self, key: int, step: Step, life: Life) -> Event:
        letter, facts = step.letter, {name: fact for name, fact in step.facts.items() if fact != ""}
        about = letter if step.of_letter and letter is not None else life
        offices: list[int] = []
        if about is letter and letter is not None:
            offices = [letter.to.office]
            offices += [office for at, office in letter.raised if at <= step.at][-1:]
            if step.name != "referral.sent":
                facts |= {"origin": self.keys[id(life)], "origin_type": "complaint"}
        elif letter is not None:
            facts["referral"] = self.numbers[id(letter)]
        by_clock = about is letter or step.name in BY_ITSELF
        by = self.staff[step.by.key] if step.by else CLOCK if by_clock else PASSING_ON
        return Event(
            id=key,
            at=step.at,
            kind=Kind.CHANGE,
            name=step.name,
            subject_type="referral" if about is letter else "complaint",
            subject_id=self.keys[id(about)],
            trace=self.numbers[id(about)],
            village=life.village,
            offices=offices,
            clearance=life.sensitivity.clearance,
            topic=life.topic.field,
            handler=letter.from_office if about is letter and letter is not None else life.handler,
            account_id=by.account_id,
            appointment_id=by.pk,
            office_id=by.office_id,
            role=by.role,
            actor=step.by.label if step.by else by.label,
            facts=facts,
        )


def _keys(model: type[models.Model], count: int) -> list[int]:
    """So many new numbers of a table, in order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select nextval(pg_get_serial_sequence(%s, 'id')) from generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return sorted(key for (key,) in cursor.fetchall())


def _by(officer: Officer | None) -> dict[str, Any]:
    return {"by_id": officer.key, "by_label": officer.label} if officer else {"by_id": None, "by_label": CLOCK.label}


def _consent(letter: Sent) -> Consent:
    """Most agree by word of mouth when they come."""
    return Consent.SIGNED if letter.at.minute % 4 == 0 else Consent.SPOKEN


def _decisions(life: Life, of: dict[str, Any]) -> Iterable[models.Model]:
    for kind, reason, by, at in life.deeds.decisions:
        yield tables.Decision(kind=kind, reason=reason, at=at, **_by(by), **of)


def _services(life: Life, of: dict[str, Any]) -> Iterable[models.Model]:
    for one in life.deeds.services:
        yield tables.DirectService(
            what=one.what,
            server_id=one.server.key,
            planned_on=one.planned,
            finished_on=one.finished,
            result=one.result,
            at=one.at,
            **_by(one.by),
            **of,
        )


def _answers(life: Life, of: dict[str, Any]) -> Iterable[models.Model]:
    for way, told_to, text, by, at in life.deeds.answers:
        yield tables.Answer(way=way, told_to=told_to, told_on=at.date(), text=text, at=at, **_by(by), **of)


def _closures(life: Life, of: dict[str, Any]) -> Iterable[models.Model]:
    for outcome, note, by, at in life.deeds.closures:
        yield tables.Closure(outcome=outcome, note=note, at=at, **_by(by), **of)


def _reopenings(life: Life, of: dict[str, Any]) -> Iterable[models.Model]:
    for reason, by, at in life.deeds.reopenings:
        yield tables.Reopening(reason=reason, at=at, **_by(by), **of)


def _pauses(life: Life, of: dict[str, Any]) -> Iterable[models.Model]:
    for one in life.deeds.pauses:
        yield tables.Pause(why=one.why, note=one.note, since=one.at, expected_on=one.expected_on, **_by(one.by), **of)


def _under_each_name(book: _Book, events: Sequence[Event]) -> None:
    """Write events and replies as the wall demands: nobody writes in somebody else's name."""
    told: dict[int | None, list[Event]] = defaultdict(list)
    for event in events:
        told[event.appointment_id].append(event)
    for appointment, theirs in told.items():
        with _named(appointment):
            Event.objects.bulk_create(theirs, BATCH)
    written: dict[tuple[int, int | None], list[Reply]] = defaultdict(list)
    for turn, reply in book.replies():
        written[turn, reply.by_id].append(reply)
    for (_, sender), of_one in sorted(written.items(), key=lambda each: (each[0][0], each[0][1] or 0)):
        with _named(sender):
            Reply.objects.bulk_create(of_one, BATCH)


def _named(appointment: int | None) -> AbstractContextManager[None]:
    return entered(Scope(spans=(EVERYWHERE,), appointment=appointment, clearance=2, fields=ALL_FIELDS))
