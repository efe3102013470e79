"""Counts of complaints for those who see numbers and never persons: by state, field and month, area by area.

Everybody sees a part of one picture: the whole nation is counted and veiled at once, in a scope that sees numbers only,
so that no page tells what another one hides (SECURITY C5, ``lib.rollup``).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.ui.charts import Bar, bars
from satupintu.engine.ui.moments import month
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import Scope, entered
from satupintu.foundation.access.scope import EVERYWHERE
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import CAPITAL, Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.rollup import ROOT, Published, publishable
from satupintu.work.complaints.words import Judgement, Status

HIDDEN = "–"
"""What stands where a count is too small, or would tell one that is."""
MONTHS = 12
BEFORE = "before"
"""The months before the last twelve, together: so that every table counts the same people."""

Counted = dict[str, dict[int, dict[str, int]]]


@dataclass(frozen=True)
class Figure:
    """One part of the picture for one reader: the table, and the chart of its last line ("" where there is nothing)."""

    title: str
    table: Table
    chart: SafeString | str = ""


def figures(request: HttpRequest, by: Appointment) -> list[Figure]:
    """The complaints of the appointment's area by state, by field, and by month of receipt."""
    published = publication()
    months = last_months(_today())
    status = {word.value: str(word.label) for word in Status}
    fields = {word.value: str(word.label) for word in ServiceField}
    received = {BEFORE: _("Sebelumnya"), **{code: month(day) for code, day in months.items()}}
    draw = _Drawer(request, by, published, _("Belum ada keluhan di daerah ini."))
    return [
        draw("status", _("Keluhan menurut keadaan"), status),
        draw("field", _("Keluhan menurut bidang"), fields, drawn=True),
        draw("month", _("Keluhan menurut bulan diterima"), received, drawn=True),
    ]


def verdicts(request: HttpRequest, by: Appointment) -> Figure:
    """What citizens said of closed complaints, one row for each area below the appointment's, and the sums."""
    words = {word.value: str(word.label) for word in Judgement}
    draw = _Drawer(request, by, judged(), _("Belum ada warga yang menilai."))
    return draw("judgement", _("Penilaian warga per daerah"), words)


def publication() -> Published:
    """The complaints of the nation, fit to be published on every level."""
    first, *_between, last = last_months(_today())
    counted = _counted("select area, what, code, total from complaints_counted()")
    for area, row in counted.get("month", {}).items():
        kept: dict[str, int] = {}
        for code, total in row.items():
            name = BEFORE if code < first else min(code, last)  # a month begins in Jayapura two hours before
            kept[name] = kept.get(name, 0) + total
        counted["month"][area] = kept
    return _veiled(counted)


def judged() -> Published:
    """What the citizens of the nation said, fit to be published on every level."""
    return _veiled(_counted("select area, 'judgement', judgement, total from complaints_verdicts(1000000)"))


def last_months(today: date) -> dict[str, date]:
    """The last twelve months, this one included, oldest first: code → first day."""
    count = today.year * 12 + today.month - 1
    days = [date(one // 12, one % 12 + 1, 1) for one in range(count - MONTHS + 1, count + 1)]
    return {f"{day:%Y-%m}": day for day in days}


def _today() -> date:
    """Today in the capital: one picture for all, so one day."""
    return timezone.localdate(timezone=CAPITAL)


def _counted(query: str) -> Counted:
    """What → kabupaten → code → how many, of the whole nation: a scope that sees numbers and no row."""
    found: Counted = {}
    with entered(Scope(figures=(EVERYWHERE,))), connection.cursor() as cursor:
        cursor.execute(query)
        for area, what, code, total in cursor.fetchall():
            found.setdefault(what, {}).setdefault(area, {})[code] = total
    return found


_known: dict[str, tuple[Counted, Published]] = {}
"""What was veiled last in this process, by what is counted: the same counts need not be veiled again."""


def _veiled(counted: Counted) -> Published:
    about = " ".join(sorted(counted))
    before = _known.get(about)
    if before is None or before[0] != counted:
        before = _known[about] = (counted, _published(counted))
    return before[1]


def _published(counted: Counted) -> Published:
    leaves = {area for table in counted.values() for area in table}
    provinces = {area // 10**8 * 10**8 for area in leaves}
    parents = {area: area // 10**8 * 10**8 for area in leaves} | dict.fromkeys(provinces, ROOT)
    return publishable(counted, parents)


@dataclass(frozen=True)
class _Drawer:
    """Draws what one reader sees of a publication."""

    request: HttpRequest
    by: Appointment
    published: Published
    empty: str

    def __call__(self, what: str, title: str, words: Mapping[str, str], *, drawn: bool = False) -> Figure:
        areas, own = self._areas(what)
        names = {area.number: area.label for area in Area.objects.filter(pk__in=areas)}
        codes = [*words]
        cells = self.published.rows(what, [*areas, own], codes) if areas else []
        rows: list[dict[str, Any]] = [
            {"area": label, "cells": [HIDDEN if count is None else count for count in counts]}
            for label, counts in zip([*(names[number] for number in areas), _("Semua")], cells, strict=False)
        ]
        columns = [Column("area", _("Daerah"), cell=lambda row: row["area"])]
        columns += [
            _column(code, label, place) for place, (code, label) in enumerate([*words.items(), ("", _("Semua"))])
        ]
        table = Table(self.request, rows, columns=columns, caption=title, empty=self.empty)
        chart = self._chart([*words.values()], cells[-1][:-1]) if drawn and cells else ""
        return Figure(title, table, chart)

    def _areas(self, what: str) -> tuple[list[int], int]:
        """The areas below the reader's own, in order, and their own: the nation's provinces, a province's kabupaten."""
        known = self.published.tables.get(what, {})
        if self.by.area is None:
            return sorted(area for area in known if area and area % 10**8 == 0), ROOT
        start, end = self.by.span
        return sorted(area for area in known if start <= area < end and area % 10**8), self.by.area.number

    def _chart(self, labels: list[str], counts: list[int | None]) -> SafeString:
        points = [Bar(label, count) for label, count in zip(labels, counts, strict=True) if count is not None]
        return bars(points, title=_("Semua daerah bersama"), unit=_("keluhan"))


def _column(code: str, label: str, place: int) -> Column:
    cell: Callable[[Any], Any] = lambda row: row["cells"][place]  # noqa: E731
    return Column(code or "total", label, cell=cell, numeric=True)
