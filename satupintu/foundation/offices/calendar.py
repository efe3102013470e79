"""The working calendar of an office: its hours, the national holidays, and the days off of its place."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from satupintu.foundation.offices.models import Office, OfficeClosure
from satupintu.foundation.offices.rules import all_national_holidays, national_holidays, read_hours
from satupintu.lib import periods
from satupintu.lib.periods import WorkCalendar


def calendar_of(office: Office) -> WorkCalendar:
    """The calendar of an office: one query, however many days are asked of it afterwards (`lib.periods`)."""
    return calendar_from(office.hours, OfficeClosure.objects.for_office(office).values_list("day", flat=True))


def calendar_from(hours: Mapping[str, Sequence[Sequence[str]]], closed: Iterable[date]) -> WorkCalendar:
    """A calendar of hours as an office keeps them and of its own days off, for whoever has read both already."""
    return WorkCalendar(holidays=all_national_holidays() | frozenset(closed), hours=read_hours(hours))


def days_off(office: Office, year: int) -> dict[date, str]:
    """Day → name of the holidays and closures of a year, in order; weekly days off are left out."""
    own = OfficeClosure.objects.for_office(office).filter(day__year=year).values_list("day", "reason")
    return dict(sorted((national_holidays(year) | dict(own)).items()))


def working_days_between(office: Office, start: date, end: date) -> int:
    """Working days of the office after ``start`` up to and with ``end``."""
    return periods.working_days_between(start, end, calendar_of(office))


def add_working_days(office: Office, start: date, days: int) -> date:
    """The office's working day that lies ``days`` after ``start``."""
    return periods.add_working_days(start, days, calendar_of(office))


def add_working_hours(office: Office, start: datetime, hours: float) -> datetime:
    """The moment when the office has been open for ``hours`` since ``start`` (aware), on its own wall clock."""
    return periods.add_working_time(start.astimezone(office.zone), timedelta(hours=hours), calendar_of(office))


def is_open(office: Office, moment: datetime) -> bool:
    """Whether the office is open at an aware moment."""
    local = moment.astimezone(office.zone)
    return any(opens <= local.time() < closes for opens, closes in calendar_of(office).spans(local.date()))
