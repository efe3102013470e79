"""The monthly report of an officer, made from what was done: entries of the daybook, complaints taken, visits.

Its form is the one of the SLRT of Kota Tanjungbalai: NO | JADWAL (MINGGU 1–5) | JUMLAH LAYANAN | PENDATAAN {…} |
KETERANGAN | TANTANGAN. The last two are the only words that anybody types (`Remark`).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Count, Sum
from django.db.models.functions import TruncDate

from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import OfficeKind, Role
from satupintu.lib.codes import area_at, area_level
from satupintu.lib.periods import Period
from satupintu.work.complaints.models import Complaint
from satupintu.work.daybook.models import Remark, ServiceRecord, Visit
from satupintu.work.daybook.rules import week_of_month
from satupintu.work.daybook.words import Survey

WEEKS = range(1, 6)


@dataclass
class Week:
    """One line: what was done in a week of the month."""

    number: int
    served: int = 0
    complaints: int = 0
    visits: int = 0
    surveys: Counter[str] = field(default_factory=Counter)
    remarks: str = ""
    challenges: str = ""

    @property
    def services(self) -> int:
        """Jumlah layanan: people served at the post, complaints taken down, visits made."""
        return self.served + self.complaints + self.visits

    def collected(self) -> list[int]:
        """Pendataan, in the order of its columns."""
        return [self.surveys[survey.value] for survey in Survey]


@dataclass(frozen=True)
class Report:
    """The whole report: header, five lines, totals, who signs."""

    officer: Appointment
    month: Period
    places: dict[str, str]
    weeks: tuple[Week, ...]
    signatures: tuple[tuple[str, str], ...]

    @property
    def total(self) -> Week:
        """All weeks together."""
        whole = Week(0)
        for week in self.weeks:
            whole.served += week.served
            whole.complaints += week.complaints
            whole.visits += week.visits
            whole.surveys.update(week.surveys)
        return whole


def report_of(officer: Appointment, month: Period) -> Report:
    """The report of an officer over a calendar month, as far as the reader sees what was done."""
    weeks = {number: Week(number) for number in WEEKS}
    for day, people in _served(officer, month):
        weeks[week_of_month(day)].served += people
    for day, count in _complaints(officer, month):
        weeks[week_of_month(day)].complaints += count
    for day, surveys, count in _visits(officer, month):
        week = weeks[week_of_month(day)]
        week.visits += count
        for survey in surveys:
            week.surveys[survey] += count
    for remark in Remark.objects.filter(author=officer, month=month.start):
        weeks[remark.week].remarks, weeks[remark.week].challenges = remark.remarks, remark.challenges
    return Report(officer, month, _places(officer), tuple(weeks.values()), tuple(_signatures(officer, month)))


def _served(officer: Appointment, month: Period) -> Iterable[Any]:
    rows = ServiceRecord.objects.current().filter(by=officer).between(month.start, month.end).order_by()
    return rows.values("day").annotate(people=Sum("visitors")).values_list("day", "people")


def _complaints(officer: Appointment, month: Period) -> Iterable[Any]:
    """Complaints taken down, by the day on the officer's own wall."""
    zone = officer.zone
    start, end = (datetime.combine(day, time(), zone) for day in (month.start, month.end))
    rows = Complaint.objects.filter(author=officer, received_at__gte=start, received_at__lt=end).order_by()
    dated = rows.annotate(taken_on=TruncDate("received_at", tzinfo=zone)).values("taken_on")
    return dated.annotate(count=Count("pk")).values_list("taken_on", "count")


def _visits(officer: Appointment, month: Period) -> Iterable[Any]:
    rows = Visit.objects.by_visitor(officer.pk).between(month.start, month.end).order_by()
    return rows.values("on", "surveys").annotate(count=Count("pk")).values_list("on", "surveys", "count")


def _places(officer: Appointment) -> dict[str, str]:
    """Kelurahan, kecamatan, kota, provinsi of the officer's area, by level; what lies below it is left out."""
    number = officer.area_id
    if number is None:
        return {}
    path = [area_at(number, level) for level in range(1, area_level(number) + 1)]
    names = Area.objects.in_bulk(path)
    return {str(level): names[one].label for level, one in enumerate(path, 1) if one in names}


def _signatures(officer: Appointment, month: Period) -> Iterable[tuple[str, str]]:
    """Who made it, who checks it, who takes note: names where an appointment says so on the last day of that month."""
    yield "made", officer.account.name
    above = Appointment.objects.valid_on(month.end - timedelta(days=1)).with_place().order_by("pk")
    checks = above.filter(office=officer.office_id, role=Role.COORDINATOR).first()
    yield "checked", checks.account.name if checks else ""
    kabupaten = (officer.area_id or 0) // 10**6 * 10**6
    secretariats = Office.objects.filter(kind=OfficeKind.SLRT, area_id=kabupaten)
    knows = above.filter(office__in=secretariats, role=Role.MANAGER).first()
    yield "noted", knows.account.name if knows else ""
