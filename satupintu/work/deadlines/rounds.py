"""The clock goes round: kabupaten by kabupaten, batch by batch, over whatever has a deadline. And a clock that goes on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import BigIntegerField, ExpressionWrapper, F, QuerySet
from django.utils import timezone

from satupintu.foundation.access import House, house
from satupintu.foundation.offices.models import Office
from satupintu.work.deadlines.models import Timed
from satupintu.work.deadlines.timetable import Timetable, timetable

BATCH = 200
"""Rows that the clock looks at in one transaction."""
WHY = "mengawasi batas waktu"

Keep = Callable[..., int]
"""An action ``keep(kabupaten, by=House, now=datetime)`` that looks at one batch and answers how many rows that was."""


def everywhere(rows: Callable[[], QuerySet], keep: Keep) -> None:
    """Look at every row whose time has come. ``rows`` asks for them inside the house's scope.

    Each batch is a transaction of its own and takes its rows out of the next one, so a worker that is killed and a second
    one that starts do nothing twice.
    """
    with house(WHY, quietly=True):
        place = ExpressionWrapper(F("village_id") / 10**6, output_field=BigIntegerField())
        due = rows().filter(clock_at__lte=timezone.now()).annotate(place=place)
        waiting = sorted(due.order_by().values_list("place", flat=True).distinct())
    for kabupaten in waiting:
        in_kabupaten(kabupaten, keep)


def in_kabupaten(number: int, keep: Keep) -> int:
    """Look at the rows of one kabupaten (four digits) until none is left; answers how many there were."""
    total, now = 0, timezone.now()
    while True:
        with house(WHY, spans=[(number * 10**6, (number + 1) * 10**6)], quietly=True) as by:
            done = keep(number, by=by, now=now)
        total += done
        if not done:
            return total


@dataclass
class Round:
    """One round of the clock; the calendar of an office is asked for once in it."""

    by: House
    now: datetime
    _times: dict[int, Timetable] = field(default_factory=dict)

    def time(self, office: Office) -> Timetable:
        """The time of an office."""
        if office.pk not in self._times:
            self._times[office.pk] = timetable(office)
        return self._times[office.pk]


def go_on(row: Timed, time: Timetable, now: datetime) -> None:
    """End a pause of a row: what was left of its time runs on from ``now``. The row is not saved."""
    assert row.paused_since is not None
    kept = time.resumed(row.limit_id, due_at=row.due_at, paused=row.paused_since, now=now)
    if kept is None:
        row.due_at += now - row.paused_since if row.due_at > row.paused_since else timedelta(0)
    else:
        row.due_at = kept.due_at
    row.clock_at = kept.clock_at if kept else row.due_at
    row.paused_since = None
