"""What is asked of complaints and letters: counts, and the median and the 90th percentile of how long things took.

Asked under the walls of whoever asks, so a number counts the rows that its reader may open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    Aggregate,
    Case,
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import TruncMonth
from django.utils import timezone

from satupintu.engine.ui.moments import month
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.codelists.programmes import Programme
from satupintu.reports.indicators.words import Dimension, Stretch
from satupintu.work.complaints.models import Closure, Complaint, ComplaintQuerySet
from satupintu.work.complaints.models import late as complaints_late
from satupintu.work.complaints.words import Nature, Outcome, Wait
from satupintu.work.referrals.models import Referral, Reply
from satupintu.work.referrals.models import late as letters_late

ENDS = {
    Stretch.REPLY: "first_reply_at",
    Stretch.DECISION: "decided_at",
    Stretch.SERVICE: "served_at",
    Stretch.CLOSURE: "closed_at",
}
"""The moment that ends each stretch."""
WITH = {Dimension.PROGRAMME: ~Q(programme=""), Dimension.OUTCOME: Q(waits_for=Wait.NOTHING)}
"""Which complaints have one at all, of what not every complaint has."""
FINAL = ("served", "not_served", "rejected")
"""Replies after which a letter is answered."""


class Spread(Aggregate):
    """The median and the 90th percentile of an interval, in one sort: ``[timedelta, timedelta]``, or None of nothing."""

    function = "percentile_cont"
    template = "%(function)s(array[0.5, 0.9]) within group (order by %(expressions)s)"
    output_field = ArrayField(DurationField())


@dataclass(frozen=True)
class Line:
    """One line of an analysis. ``days`` holds for each stretch the median and the 90th percentile, None of nothing."""

    key: Any
    label: str
    total: int
    open: int
    late: int
    days: dict[Stretch, tuple[float, float] | None]


@dataclass(frozen=True)
class Receiver:
    """How one office answers letters; ``median`` and ``ninetieth`` in days, None before its first answer."""

    office: str
    sent: int
    answered: int
    refused: int
    late: int
    median: float | None
    ninetieth: float | None


def period(by: Appointment, since: date, until: date) -> tuple[datetime, datetime]:
    """The moments from the first day to the end of the last one, by the clock of the reader's place."""
    first = datetime.combine(since, time.min, by.zone)
    return first, datetime.combine(until + timedelta(days=1), time.min, by.zone)


def complaints(by: Appointment, since: date, until: date) -> ComplaintQuerySet:
    """The complaints of the own area that were received in a period, both days included."""
    first, end = period(by, since, until)
    return Complaint.objects.within(by).filter(received_at__gte=first, received_at__lt=end)


def analysis(by: Appointment, since: date, until: date, dimension: Dimension) -> list[Line]:
    """A line for each value of the dimension, the largest first (months in order), and a last one of all together."""
    rows, column, names = grouped(by, complaints(by, since, until), dimension)
    rows = rows.filter(WITH[dimension]) if dimension in WITH else rows
    measured = rows.order_by().values(column).annotate(**_measures())
    found = list(measured)
    if dimension == Dimension.MONTH:
        found.sort(key=lambda one: one[column])
    else:
        found.sort(key=lambda one: -one["total"])
    known = names(one[column] for one in found)
    whole = complaints(by, since, until).aggregate(**_measures())
    return [*(_line(one[column], known[one[column]], one) for one in found), _line(None, "", whole)]


def _measures() -> dict[str, Any]:
    spreads = {
        stretch.value: Spread(ExpressionWrapper(F(end) - F("received_at"), output_field=DurationField()))
        for stretch, end in ENDS.items()
    }
    opened = Count("pk", filter=~Q(waits_for=Wait.NOTHING))
    return {
        "total": Count("pk"),
        "open": opened,
        "late": Count("pk", filter=complaints_late(timezone.now())),
        **spreads,
    }


def _line(key: Any, label: str, found: dict[str, Any]) -> Line:
    days = {stretch: _days(found[stretch.value]) for stretch in Stretch}
    return Line(key, label, found["total"], found["open"], found["late"], days)


def _days(spread: list[timedelta | None] | None) -> tuple[float, float] | None:
    if not spread or spread[0] is None or spread[1] is None:
        return None
    return spread[0] / timedelta(days=1), spread[1] / timedelta(days=1)


def grouped(by: Appointment, rows: QuerySet[Any], dimension: Dimension) -> tuple[QuerySet[Any], str, Any]:
    """The rows with the column that they are grouped by, and what turns the column's values into words.

    Values of what not every complaint has (``WITH``) are None or "" where it has none.
    """
    if dimension == Dimension.MONTH:
        return rows.annotate(month=TruncMonth("received_at", tzinfo=by.zone)), "month", _months
    if dimension == Dimension.OUTCOME:
        last = Closure.objects.filter(complaint=OuterRef("pk")).order_by("-pk").values("outcome")[:1]
        ended = Case(When(waits_for=Wait.NOTHING, then=Subquery(last)), default=None)
        return rows.annotate(outcome=ended), "outcome", _words(Outcome)
    if dimension == Dimension.AREA:
        column, step = _below(by)
        return rows, column, lambda keys: _areas(keys, step)
    if dimension == Dimension.OFFICE:
        return rows, "handler_office_id", _offices
    if dimension == Dimension.PROGRAMME:
        return rows, "programme", _words(Programme)
    word: Any = {Dimension.FIELD: ServiceField, Dimension.NATURE: Nature}[dimension]
    return rows, dimension.value, _words(word)


def _below(by: Appointment) -> tuple[str, int]:
    """The column of the areas one level below the reader's own, and what makes its values area numbers."""
    level = by.area.level if by.area else 0
    return {0: ("provinsi", 10**8), 1: ("kabupaten", 10**6), 2: ("kecamatan", 10**4)}.get(level, ("village_id", 1))


def _words(word: Any) -> Any:
    return lambda keys: {key: word(key).label if key else "" for key in keys}


def _months(keys: Iterable[datetime]) -> dict[datetime, str]:
    return {key: month(key) for key in keys}


def _areas(keys: Iterable[int], step: int) -> dict[int, str]:
    kept = list(keys)
    found = Area.objects.filter(pk__in=[key * step for key in kept])
    names = {area.number: area.label for area in found}
    return {key: names.get(key * step, str(key)) for key in kept}


def _offices(keys: Iterable[int]) -> dict[int, str]:
    return dict(Office.objects.filter(pk__in=list(keys)).values_list("pk", "name"))


def receivers(by: Appointment, since: date, until: date) -> list[Receiver]:
    """The league table: who answers the letters of this area and how soon, the quickest first.

    Only letters that the reader may see are counted. An office that has answered nothing stands last.
    """
    first, end = period(by, since, until)
    start, stop = by.span
    letters = Referral.objects.filter(sent_at__gte=first, sent_at__lt=end, village_id__gte=start, village_id__lt=stop)
    answered = Reply.objects.filter(referral=OuterRef("pk"), kind__in=FINAL).order_by("pk").values("at")[:1]
    took = ExpressionWrapper(F("answered") - F("sent_at"), output_field=DurationField())
    found = (
        letters.annotate(answered=Subquery(answered))
        .order_by()
        .values("to_office", "to_office__name")
        .annotate(
            sent=Count("pk"),
            done=Count("answered"),
            refused=Count("pk", filter=Q(status__in=["rejected", "not_served"])),
            late=Count("pk", filter=letters_late(timezone.now())),
            spread=Spread(took),
        )
    )
    return sorted((_receiver(one) for one in found), key=lambda one: (one.median is None, one.median, one.office))


def _receiver(found: Any) -> Receiver:
    median, ninetieth = _days(found["spread"]) or (None, None)
    return Receiver(
        found["to_office__name"], found["sent"], found["done"], found["refused"], found["late"], median, ninetieth
    )
