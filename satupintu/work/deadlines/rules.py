"""Which limit applies, when a deadline falls, what a pause leaves of it. Plain values only: no database, no clock.

Every moment is aware and stands in the time zone of the office whose calendar counts: 31 December 23.59 in Jayapura is
still the old year there, whatever the clock says in Jakarta.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from satupintu.lib.periods import (
    WorkCalendar,
    add_working_days,
    add_working_time,
    working_days_between,
    working_time_between,
)
from satupintu.work.deadlines.words import Subject, TimeUnit, Urgency

END_OF_DAY = time(23, 59)
"""A deadline in calendar days ends with its day."""
EMERGENCY = Urgency.EMERGENCY.rank

Amount = int | timedelta
"""Whole days, or a length of time: what ``TimeUnit`` counts."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit in force from a day on. ``None`` and "" mean any.

    ``area`` is whose rule it is (ten digits; None the nation), ``level`` of the office that must answer: 4 village,
    3 kecamatan, 2 kabupaten, 1 provinsi, 0 nation. ``amount`` None takes an area's own rule back. ``remind_before`` and
    ``climb_after`` are in the same unit: the reminder before, and how long the clock waits from level to level after.
    """

    id: int
    area: int | None
    subject: str
    field: str
    urgency: int | None
    level: int | None
    amount: int | None
    unit: TimeUnit
    remind_before: int
    climb_after: int
    valid_from: date

    @property
    def matter(self) -> tuple[int | None, str, str, int | None, int | None]:
        """What it is about: a newer one about the same takes its place."""
        return (self.area, self.subject, self.field, self.urgency, self.level)

    @property
    def narrowness(self) -> tuple[int, bool, bool, bool]:
        """The narrower one wins: by area first, then by field, urgency and level."""
        return (width(self.area), self.field != "", self.urgency is not None, self.level is not None)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a limit is looked for: ``area`` and ``level`` are the office's, ``day`` the day of its calendar."""

    subject: Subject
    field: str
    urgency: int
    area: int | None
    level: int
    day: date


def width(area: int | None) -> int:
    """0 the nation, 1 a provinsi, 2 a kabupaten."""
    return 0 if area is None else 1 if area % 10**8 == 0 else 2


def areas_over(area: int | None) -> tuple[int | None, ...]:
    """Whose rules can reach an office of that area: the nation, its provinsi, its kabupaten."""
    return (None,) if area is None else (None, area // 10**8 * 10**8, area // 10**6 * 10**6)


def applies(limit: Limit, matter: Matter) -> bool:
    """Whether a limit is about the matter. "Any urgency" never means an emergency: that one is always named."""
    return (
        limit.subject == matter.subject
        and limit.field in {"", matter.field}
        and (limit.urgency == matter.urgency or (limit.urgency is None and matter.urgency != EMERGENCY))
        and limit.level in {None, matter.level}
        and limit.area in areas_over(matter.area)
        and limit.valid_from <= matter.day
    )


def choose(limits: Iterable[Limit], matter: Matter) -> Limit:
    """The one limit that counts: of each rule its newest version, of these the narrowest.

    Raises LookupError when there is none, which the national rules forbid.
    """
    newest: dict[object, Limit] = {}
    for limit in limits:
        if applies(limit, matter):
            other = newest.get(limit.matter)
            if other is None or (other.valid_from, other.id) < (limit.valid_from, limit.id):
                newest[limit.matter] = limit
    in_force = [limit for limit in newest.values() if limit.amount is not None]
    if not in_force:
        raise LookupError(f"no time limit for {matter}")
    return max(in_force, key=lambda limit: limit.narrowness)


def amount_of(unit: TimeUnit, number: int) -> Amount:
    """So many of a unit."""
    return number if unit.in_days else timedelta(hours=number)


def due(unit: TimeUnit, amount: Amount, start: datetime, calendar: WorkCalendar) -> datetime:
    """The moment when ``amount`` has passed since ``start``, in the zone of ``start``.

    Days are whole: the day of ``start`` does not count, and the last one counts until the office closes (working days)
    or until it ends (calendar days). Never earlier than ``start``.
    """
    if isinstance(amount, timedelta):
        by_calendar = unit is TimeUnit.WORKING_HOURS
        return add_working_time(start, amount, calendar) if by_calendar else start + amount
    if unit is TimeUnit.CALENDAR_DAYS:
        return max(start, datetime.combine(start.date() + timedelta(days=amount), END_OF_DAY, start.tzinfo))
    end = _closing(add_working_days(start.date(), amount, calendar), start, calendar)
    return end if end >= start else _closing(add_working_days(start.date(), amount + 1, calendar), start, calendar)


def _closing(day: date, like: datetime, calendar: WorkCalendar) -> datetime:
    return datetime.combine(day, calendar.spans(day)[-1][1], like.tzinfo)


def left(unit: TimeUnit, now: datetime, ends: datetime, calendar: WorkCalendar) -> Amount:
    """How much of the time is left, by its own count; nothing when it is over. Both in the office's zone."""
    if unit is TimeUnit.WORKING_DAYS:
        return working_days_between(now.date(), ends.date(), calendar)
    if unit is TimeUnit.CALENDAR_DAYS:
        return max((ends.date() - now.date()).days, 0)
    if unit is TimeUnit.WORKING_HOURS:
        return working_time_between(now, ends, calendar)
    return max(ends - now, timedelta(0))


def reminder(limit: Limit, start: datetime, calendar: WorkCalendar) -> datetime | None:
    """When the office is reminded of a deadline that runs from ``start``; None when never."""
    return None if limit.amount is None else warned(limit, amount_of(limit.unit, limit.amount), start, calendar)


def warned(limit: Limit, rest: Amount, start: datetime, calendar: WorkCalendar) -> datetime | None:
    """When the office is reminded where ``rest`` is left from ``start`` on; None when that has passed, or never."""
    before = amount_of(limit.unit, limit.remind_before)
    if not limit.remind_before or rest <= before:  # type: ignore[operator]
        return None
    return due(limit.unit, rest - before, start, calendar)  # type: ignore[operator]


def resumed(
    limit: Limit, *, ends: datetime, paused: datetime, now: datetime, calendar: WorkCalendar
) -> tuple[datetime, datetime | None]:
    """The deadline and the reminder after a pause: what was left when it began runs on from ``now``.

    A reminder that had fallen before the pause is not repeated. A deadline that had passed stays where it was: a
    promise already broken is not mended by waiting.
    """
    if ends <= paused:
        return ends, None
    rest = left(limit.unit, paused, ends, calendar)
    return due(limit.unit, rest, now, calendar), warned(limit, rest, now, calendar)


def climbs(limit: Limit, ends: datetime, calendar: WorkCalendar) -> datetime | None:
    """When the clock brings an overdue matter one level higher again; None when it stays."""
    if not limit.climb_after:
        return None
    return due(limit.unit, amount_of(limit.unit, limit.climb_after), ends, calendar)
