"""A letter on its way through time: what the tests of its clock send, wait for and ask."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Office
from satupintu.work.deadlines.actions import publish
from satupintu.work.deadlines.models import TimeLimit
from satupintu.work.deadlines.words import Subject, TimeUnit
from satupintu.work.referrals import actions
from satupintu.work.referrals.models import Referral

BULUKUMBA = 7302
WITA = ZoneInfo("Asia/Makassar")
DAY = timedelta(days=1)
Travel = Callable[[datetime], None]
WORDS = {"origin_type": "x", "origin_id": 1, "origin_number": "K-1", "village_id": 7302032006, "need": "Mohon akta"}


def at(day: date, clock_time: str = "10:00", tz: ZoneInfo = WITA) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock_time), tz)


@contextmanager
def seen(letter: Referral) -> Iterator[Referral]:
    """The letter as it stands now, whoever may see it."""
    with house("uji", quietly=True):
        letter.refresh_from_db()
        yield letter


def send(by: Any, **said: Any) -> Referral:
    letter = actions.Letter(**(WORDS | {"field": "civil_registration"} | said))
    return actions.send(letter, to=Office.objects.select_related("area").get(code="D7302DUKCAPIL"), by=by)


def ours(by: Any, **said: Any) -> TimeLimit:
    """A limit for letters that the manager of Bulukumba publishes: three working days, a reminder one day before."""
    usual = {
        "area": by.area, "subject": Subject.REFERRAL, "field": "", "urgency": None, "level": 2, "amount": 3,
        "unit": TimeUnit.WORKING_DAYS, "remind_before": 1, "climb_after": 0, "valid_from": timezone.localdate(timezone=WITA),
        "source": "SK Kadis 12/2026",
    }  # fmt: skip
    return publish(TimeLimit(**(usual | said)), by=by)


def said(letter: Referral) -> list[str]:
    """What the clock said of a letter."""
    with house("uji", quietly=True):
        events = Event.objects.about(letter).filter(appointment_id=None).order_by("id")
        return [name.removeprefix("referral.") for name in events.values_list("name", flat=True)]


def late(letter: Referral, by: timedelta = DAY) -> None:
    """Let the time be over."""
    with seen(letter):
        gone = timezone.now() - by
        Referral.objects.filter(pk=letter.pk).update(due_at=gone, clock_at=gone)
        letter.refresh_from_db()
