"""An office's time: its calendar and the limits in force, read by one statement; and what it therefore promises.

A version of a limit never changes, so each process keeps them all and asks only whether there are newer ones.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import connection

from satupintu.foundation.areas.rules import ancestors_of
from satupintu.foundation.offices.calendar import calendar_from
from satupintu.foundation.offices.models import CAPITAL, Office
from satupintu.lib.codes import area_level
from satupintu.lib.periods import WorkCalendar, zone
from satupintu.work.deadlines import rules
from satupintu.work.deadlines.models import TimeLimit
from satupintu.work.deadlines.rules import Limit, Matter
from satupintu.work.deadlines.words import Subject, Urgency

_ASK = """
select (select count(*) from deadlines_timelimit), (select max(id) from deadlines_timelimit),
    (select hours::text from offices_office where id = %s),
    array(select day from offices_officeclosure where office_id = %s or area_id = any(%s))
"""


@dataclass(frozen=True, slots=True)
class Promise:
    """By when an answer is due, by which limit, and when the clock first looks at it: the reminder, else the end."""

    limit: int
    due_at: datetime
    clock_at: datetime


class _Known:
    """The limits as this process last read them, and by what it knows that there are no newer ones."""

    stamp: tuple[int, int | None] = (0, None)
    limits: Mapping[int, Limit] = {}

    def read(self, stamp: tuple[int, int | None]) -> Mapping[int, Limit]:
        if stamp != self.stamp:
            self.limits = {row.pk: row.plain for row in TimeLimit.objects.all()}
            self.stamp = stamp
        return self.limits


_known = _Known()


@dataclass(frozen=True)
class Timetable:
    """The time of one office."""

    zone: ZoneInfo
    calendar: WorkCalendar
    area: int | None
    limits: Mapping[int, Limit]

    def limit(self, subject: Subject, *, field: str, urgency: Urgency | int, start: datetime) -> Limit:
        """The limit that counts for what came in at ``start``."""
        level = 0 if self.area is None else area_level(self.area)
        rank = urgency.rank if isinstance(urgency, Urgency) else urgency
        matter = Matter(subject, field, rank, self.area, level, start.astimezone(self.zone).date())
        return rules.choose(self.limits.values(), matter)

    def promise(self, subject: Subject, *, field: str, urgency: Urgency | int, start: datetime) -> Promise:
        """By when an answer is due to what came in at ``start``."""
        limit = self.limit(subject, field=field, urgency=urgency, start=start)
        return self.kept(limit, start)

    def kept(self, limit: Limit, start: datetime) -> Promise:
        """What a limit promises from ``start`` on. Raises ValueError for one that takes a rule back."""
        if limit.amount is None:
            raise ValueError("a limit that was taken back promises nothing")
        local = start.astimezone(self.zone)
        due = rules.due(limit.unit, rules.amount_of(limit.unit, limit.amount), local, self.calendar)
        return Promise(limit.id, due, rules.reminder(limit, local, self.calendar) or due)

    def agreed(self, limit: Limit, start: datetime, due_at: datetime) -> Promise:
        """A promise for another moment than the limit's: the reminder still comes as long before it as the limit says."""
        local, ends = start.astimezone(self.zone), due_at.astimezone(self.zone)
        rest = rules.left(limit.unit, local, ends, self.calendar)
        reminder = rules.warned(limit, rest, local, self.calendar)
        return Promise(limit.id, due_at, min(reminder or due_at, due_at))

    def resumed(self, limit_id: int | None, *, due_at: datetime, paused: datetime, now: datetime) -> Promise | None:
        """The promise after a pause; None where no limit is known, so that the time lost is simply added."""
        limit = self.limits.get(limit_id or 0)
        if limit is None:
            return None
        ends, paused, now = (moment.astimezone(self.zone) for moment in (due_at, paused, now))
        fresh, reminder = rules.resumed(limit, ends=ends, paused=paused, now=now, calendar=self.calendar)
        return Promise(limit.id, fresh, reminder or fresh)

    def climbs(self, limit_id: int | None, after: datetime) -> datetime | None:
        """When an overdue matter goes one level higher again; None when it stays."""
        limit = self.limits.get(limit_id or 0)
        return rules.climbs(limit, after.astimezone(self.zone), self.calendar) if limit else None


def timetable(office: Office) -> Timetable:
    """The time of an office; one small query, and another only after a new limit was published."""
    above = [office.area_id, *ancestors_of(office.area_id)] if office.area_id else []
    with connection.cursor() as cursor:
        cursor.execute(_ASK, [office.pk, office.pk, above])
        count, newest, hours, closed = cursor.fetchone()
    limits = _known.read((count, newest))
    place = zone(office.area_id) if office.area_id else CAPITAL
    return Timetable(place, calendar_from(json.loads(hours or "{}"), closed), office.area_id, limits)


_FOR_WORDS = 60.0
_calendars: dict[int, tuple[float, Timetable]] = {}


def for_words(office: Office) -> Timetable:
    """The time of an office as pages count in it, perhaps a minute old. Never for deciding anything."""
    now = time.monotonic()
    kept = _calendars.get(office.pk)
    if kept is None or now - kept[0] > _FOR_WORDS:
        if len(_calendars) > 2000:
            _calendars.clear()
        kept = _calendars[office.pk] = (now, timetable(office))
    return kept[1]
