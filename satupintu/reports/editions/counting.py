"""What happened in a month, counted by kabupaten: each complaint, verdict and visitor in one month only."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet, Sum

from satupintu.lib.periods import Period, zone
from satupintu.reports.editions.words import Subject
from satupintu.work.complaints.models import Complaint, Verdict
from satupintu.work.daybook.models import ServiceRecord

Counts = dict[int, dict[str, int]]
Rows = TypeVar("Rows", bound=QuerySet[Any])
WEST, EAST = zone(11), zone(91)
"""Where a day ends last, and where it begins first."""


def complaints(month: Period) -> dict[str, Counts]:
    """Complaints received in the month, by where they stand now and by service field; counted at one moment."""
    rows = _within(month, Complaint.objects.all(), "received_at", "provinsi").order_by()
    found = list(rows.values_list("kabupaten", "status", "field").annotate(total=Count("pk")))
    return {
        "status": _table((kabupaten, status, total) for kabupaten, status, _field, total in found),
        "field": _table((kabupaten, field, total) for kabupaten, _status, field, total in found),
    }


def verdicts(month: Period) -> dict[str, Counts]:
    """What citizens said in the month of complaints that were closed."""
    rows = _within(month, Verdict.objects.all(), "at", "complaint__provinsi").order_by()
    return {"judgement": _table(rows.values_list("complaint__kabupaten", "judgement").annotate(total=Count("pk")))}


def visitors(month: Period) -> dict[str, Counts]:
    """Visitors of posts in the month, by service."""
    rows = ServiceRecord.objects.current().between(month.start, month.end).order_by()
    found = rows.values_list("kabupaten", "service").annotate(total=Sum("visitors")).exclude(total=0)
    return {"service": _table(found)}


COUNTED: dict[Subject, Callable[[Period], dict[str, Counts]]] = {
    Subject.COMPLAINTS: complaints,
    Subject.VERDICTS: verdicts,
    Subject.VISITORS: visitors,
}
"""How each subject is counted. Ask inside the house: what is not seen is not counted."""


def _within(month: Period, rows: Rows, moment: str, province: str) -> Rows:
    """The rows of the month by the clock of their own place."""
    near = rows.filter(**{f"{moment}__gte": _midnight(month.start, EAST), f"{moment}__lt": _midnight(month.end, WEST)})
    found = Q(pk=None)
    for one in set(near.order_by().values_list(province, flat=True)):
        start, end = (_midnight(day, zone(one)) for day in (month.start, month.end))
        found |= Q(**{province: one, f"{moment}__gte": start, f"{moment}__lt": end})
    return near.filter(found)


def _midnight(day: date, place: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), place)


def _table(rows: Iterable[tuple[int, Any, int]]) -> Counts:
    found: Counts = {}
    for kabupaten, code, total in rows:
        row = found.setdefault(kabupaten * 10**6, {})
        row[str(code)] = row.get(str(code), 0) + total
    return found
