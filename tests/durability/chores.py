"""Every job of the house: how it is called, what it finds, and where it may stand when it was cut off."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from satupintu.engine.events.models import Event
from satupintu.engine.notifications.models import Envelope, Message, Notice
from satupintu.engine.notifications.words import MessageState
from satupintu.foundation.access import Scope, entered, house
from satupintu.foundation.areas.crosswalk import Pair, adopt_crosswalk
from satupintu.foundation.areas.models import Edition as AreaEdition
from satupintu.foundation.offices.models import CAPITAL, Appointment, SignInAttempt
from satupintu.registry.imports import jobs, staging
from satupintu.registry.imports.actions import File, apply, publish, upload
from satupintu.registry.imports.models import Batch, StagedRow
from satupintu.registry.imports.tests.conftest import FAMILY, by_letter, csv
from satupintu.registry.imports.undoing import undo
from satupintu.registry.matching.actions import Found, find
from satupintu.registry.matching.linkage.model import Model, Settings
from satupintu.registry.matching.models import Pair as Double
from satupintu.registry.matching.models import Search
from satupintu.registry.people.models import Departure, Person
from satupintu.registry.privacy.models import DataRequest
from satupintu.reports.editions import rules
from satupintu.reports.editions.models import Cell, Edition
from satupintu.reports.editions.words import Subject
from satupintu.reports.quality import models as quality
from satupintu.reports.sorting.models import Snapshot, Tally
from satupintu.work.complaints.models import Complaint
from satupintu.work.detection.models import Night, Outreach
from satupintu.work.referrals.models import Referral
from tests.walls.stages import STAGES, arrange
from tests.walls.world import Record

EVERYTHING = Scope(spans=((0, 10**10),), audit=((0, 10**10),), operations=((0, 10**10),), clearance=2, fields=("*",))
AGO, OLD = timedelta(hours=1), timedelta(days=400)


@dataclass(frozen=True)
class Chore:
    """A job by its name. ``prepared`` gives it something to do and answers what it is called with; ``told`` says in plain
    values how things stand; ``acts`` is of how many acts it is made, each of them whole.
    """

    job: str
    label: str
    prepared: Callable[[Record], dict[str, Any]]
    told: Callable[[Record], Any]
    acts: int = 1
    settings: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return " ".join(filter(None, (self.job, self.label)))

    def work(self, with_what: dict[str, Any]) -> Any:
        """Do the job, as a worker does."""
        with override_settings(**self.settings):
            return app.tasks[self.job].func(**with_what)


def events() -> tuple[str, ...]:
    """What has happened, by name."""
    with entered(EVERYTHING):
        return tuple(Event.objects.changes().order_by("id").values_list("name", flat=True))


def _at_the_hour(record: Record, due_in: timedelta = -AGO) -> dict[str, Any]:
    now = timezone.now()
    with house("uji", quietly=True):
        Complaint.objects.update(clock_at=None)
        Complaint.objects.filter(number=record.keys["complaint"]).update(clock_at=now - AGO, due_at=now + due_in)
    return {"timestamp": 0}


def _soon(record: Record) -> dict[str, Any]:
    return _at_the_hour(record, timedelta(days=1))


def _waited(record: Record) -> dict[str, Any]:
    arrange(STAGES["complaints:kelanjutan"], record)
    return _at_the_hour(record)


def _secret_below(record: Record) -> dict[str, Any]:
    with house("uji", quietly=True):
        Complaint.objects.filter(sensitivity="secret").update(sensitivity="ordinary")
        Complaint.objects.filter(number=record.keys["complaint"]).update(sensitivity="secret", clearance=2)
    return {"timestamp": 0}


def _handler(record: Record) -> Any:
    with house("uji", quietly=True):
        return Complaint.objects.get(number=record.keys["complaint"]).handler_office.kind, events()


def _complaint(record: Record) -> Any:
    with house("uji", quietly=True):
        one = Complaint.objects.get(number=record.keys["complaint"])
        waiting = one.clock_at is not None and one.clock_at <= timezone.now()
        open_pauses = one.pauses.filter(until=None).count()
        return waiting, one.paused_since is None, open_pauses, one.escalations.count(), events()


def _late_letter(record: Record) -> dict[str, Any]:
    now = timezone.now()
    with house("uji", quietly=True):
        Referral.objects.update(clock_at=None)
        Referral.objects.filter(number=record.keys["letter"]).update(
            status="sent", clock_at=now - AGO, due_at=now - AGO, paused_since=None
        )
    return {"timestamp": 0}


def _of_the_letter(record: Record) -> Any:
    with house("uji", quietly=True):
        one = Referral.objects.get(number=record.keys["letter"])
        waiting = one.clock_at is not None and one.clock_at <= timezone.now()
        return waiting, one.raised_to_id, one.replies.count(), events()


def _message(record: Record) -> dict[str, Any]:
    with house("uji", quietly=True):
        mine = Message.objects.filter(pk=record.keys["message"])
        Message.objects.exclude(pk=record.keys["message"]).update(state=MessageState.GIVEN_UP)
        now = timezone.now()
        mine.update(state=MessageState.QUEUED, attempts=0, next_at=now - AGO, queued_at=now - AGO)
    return {"timestamp": 0}


def _message_that_nobody_takes(record: Record) -> dict[str, Any]:
    made = _message(record)
    with house("uji", quietly=True):
        Message.objects.filter(pk=record.keys["message"]).update(queued_at=timezone.now() - timedelta(days=9))
    return made


def _of_the_message(record: Record) -> Any:
    with house("uji", quietly=True):
        one = Message.objects.get(pk=record.keys["message"])
        kept = Envelope.objects.filter(message=one).exists()
    return one.state, kept, sum(name.startswith("message.") for name in events())


def _old_notices(record: Record) -> dict[str, Any]:
    return {"timestamp": int((timezone.now() + OLD).timestamp())}


def _notices(record: Record) -> Any:
    with house("uji", quietly=True):
        return Notice.objects.count()


def _old_sessions(record: Record) -> dict[str, Any]:
    SignInAttempt.objects.create(budget="address:x", at=timezone.now() - OLD)
    Session.objects.create(session_key="lama", session_data="", expire_date=timezone.now() - OLD)
    return {"timestamp": 0}


def _sessions(record: Record) -> Any:
    old = timezone.now() - timedelta(days=1)
    return SignInAttempt.objects.filter(at__lt=old).count(), Session.objects.filter(expire_date__lt=old).count()


def _brought(record: Record) -> dict[str, Any]:
    by = Appointment.objects.with_place().get(account__username="ara.koordinator")
    with entered(Scope.of(by, timezone.localdate())):
        return {"batch_id": upload(by=by, file=File("warga.csv", csv(*FAMILY)), queued=False).pk}


def _forgotten(record: Record) -> dict[str, Any]:
    made = _brought(record)
    with house("uji", quietly=True):
        Batch.objects.filter(pk=made["batch_id"]).update(uploaded_at=timezone.now() - timedelta(days=200))
    return {"timestamp": 0}


def _asked_for(record: Record) -> dict[str, Any]:
    made = _brought(record)
    batch = staging.check(made["batch_id"])
    by = Appointment.objects.with_place().get(account__username="ara.koordinator")
    with entered(Scope.of(by, timezone.localdate())):
        apply(batch, by=by, queued=False)
    return made


def _taken_back(record: Record) -> dict[str, Any]:
    made = _asked_for(record)
    jobs.apply(made["batch_id"])
    by = Appointment.objects.with_place().get(account__username="ara.koordinator")
    with entered(Scope.of(by, timezone.localdate())):
        undo(Batch.objects.get(pk=made["batch_id"]), by=by, queued=False)
    return made


def _batch(record: Record) -> Any:
    with house("uji", quietly=True):
        one = Batch.objects.latest("pk")
        staged = StagedRow.objects.filter(batch=one).count()
        return one.state, staged, one.counts.get("new", 0), Person.objects.filter(name="Caya").count(), events()


def _one_month_left(record: Record) -> dict[str, Any]:
    months = rules.closed(timezone.localdate(timezone=CAPITAL))
    *others, _left = [(one, month.start) for month in months for one in Subject]
    with house("uji", quietly=True):
        Edition.objects.bulk_create(Edition(subject=one, month=first) for one, first in others)
    return {"timestamp": 0}


def _editions(record: Record) -> Any:
    return Edition.objects.count(), Cell.objects.count(), events().count("edition.closed")


def _uncounted(record: Record) -> dict[str, Any]:
    return {"kabupaten": 7302000000, "day": "2026-03-02"}


def _counted(record: Record) -> Any:
    with house("uji", quietly=True):
        return Tally.objects.count() > 0, Snapshot.objects.count(), events().count("sorting.counted")


def _queued(record: Record) -> Any:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where task_name = 'sorting.count_kabupaten'")
        return cursor.fetchone()


def _to_be_counted(record: Record) -> dict[str, Any]:
    return {"kabupaten": 7302000000, "day": f"{timezone.localdate():%Y-%m-%d}"}


def _quality(record: Record) -> Any:
    with house("uji", quietly=True):
        found = tuple(sorted(quality.Tally.objects.values_list("village_id", "sought_in", "check_code", "count")))
        return found, quality.Counting.objects.count(), events().count("quality.counted")


def _put_off(record: Record) -> Any:
    return ProcrastinateJob.objects.filter(task_name="quality.count_kabupaten").count()


def _outreaches(record: Record) -> Any:
    with house("uji", quietly=True):
        found = tuple(sorted(Outreach.objects.values_list("code", "person", "state", "result")))
        return found, Night.objects.count(), events().count("outreach.found")


def _nights_put_off(record: Record) -> Any:
    return ProcrastinateJob.objects.filter(task_name="detection.search_kabupaten").count()


def _to_be_searched(record: Record) -> dict[str, Any]:
    with house("uji", quietly=True):
        return {"search_id": Search.objects.create(area=7302_00_0000, asked_by="uji").pk}


def _search(record: Record) -> Any:
    with house("uji", quietly=True):
        last = Search.objects.order_by("-pk").first()
        return last and (last.state, Double.objects.count(), events().count("duplicate.found"))


def _died_long_ago(record: Record) -> dict[str, Any]:
    with house("uji", quietly=True):
        gone = Person.objects.create(village_id=record.village, name="Almarhum Lama", birth_year=1930)
        Departure.objects.create(
            person=gone, village_id=record.village, kind="died", basis="family", happened_on=date(1999, 1, 1)
        )
        long_ago = timezone.now() - 3 * OLD
        old = {"state": "refused", "answered_at": long_ago, "due_at": long_ago}
        DataRequest.objects.filter(pk=record.keys["request_pk"]).update(**old)
    return {"timestamp": 0}


def _erased(record: Record) -> Any:
    with house("uji", quietly=True):
        asked = DataRequest.objects.values_list("asker_name", flat=True).get(pk=record.keys["request_pk"])
        return sorted(Person.objects.values_list("name", flat=True)).count("Data dihapus"), asked, events()


UNSENT = {"MESSAGE_SINK": "/dev/null/nowhere"}
CHORES = [
    Chore("complaints.keep_time", "late", _at_the_hour, _complaint),
    Chore("complaints.keep_time", "soon", _soon, _complaint),
    Chore("complaints.keep_time", "waited long enough, and late", _waited, _complaint, acts=2),
    Chore("complaints.hand_up", "", _secret_below, _handler),
    Chore("referrals.keep_time", "late", _late_letter, _of_the_letter),
    Chore("messages.deliver", "sent", _message, _of_the_message, acts=2),
    Chore("messages.deliver", "given up", _message_that_nobody_takes, _of_the_message, acts=2, settings=UNSENT),
    Chore("notifications.forget", "", _old_notices, _notices),
    Chore("offices.forget", "", _old_sessions, _sessions, acts=2),
    Chore("editions.close", "", _one_month_left, _editions),
    Chore("sorting.count_all", "", lambda record: {"timestamp": 0}, _queued),
    Chore("sorting.count_kabupaten", "", _uncounted, _counted),
    Chore("quality.count_all", "", lambda record: {"timestamp": 0}, _put_off),
    Chore("quality.count_kabupaten", "", _to_be_counted, _quality),
    Chore("detection.search_all", "", lambda record: {"timestamp": 0}, _nights_put_off),
    Chore("detection.search_kabupaten", "", _to_be_counted, _outreaches),
    Chore("privacy.retain_by_rule", "", _died_long_ago, _erased),
    Chore("matching.find", "", _to_be_searched, _search, acts=3),
    Chore("imports.check", "", _brought, _batch, acts=2),
    Chore("imports.apply", "", _asked_for, _batch),
    Chore("imports.undo", "", _taken_back, _batch),
    Chore("imports.discard", "", _forgotten, _batch),
]
"""Every job, by what it may find to do."""


def _crosswalk() -> None:
    pairs = [Pair("bps", "7302030004", 7302032006, "MFD 2018")]
    with house("uji", quietly=True) as by:
        adopt_crosswalk(AreaEdition.objects.newest(), pairs, by=by)


def _mapping() -> None:
    with house("uji", quietly=True) as by:
        publish(None, by=by, layout=by_letter(A="name"), name="Daftar uji")


def _nothing_found() -> None:
    with house("uji", quietly=True) as by:
        begun = Search.objects.create(area=7302_00_0000, asked_by="x")
        find(begun, by=by, found=Found(0, Model.shipped(), Settings(), []))


ORDERS: list[Callable[[], None]] = [_crosswalk, _mapping, _nothing_found]
"""What is done by no form and no job but from the command line."""
