"""The officers' pages of numbers: where complaints hang, how long they take, who answers letters."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from satupintu.engine.ui.charts import Bar, bars
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.numerals import number, share
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.offices.models import Appointment
from satupintu.reports.indicators.crossed import crossed
from satupintu.reports.indicators.drilling import Behind
from satupintu.reports.indicators.forms import AnalysisForm, PeriodForm
from satupintu.reports.indicators.questions import Line, Receiver, analysis, receivers
from satupintu.reports.indicators.ways import ways
from satupintu.reports.indicators.words import Dimension, Stretch

DRAWN = 24
"""Bars of a chart; what comes after them stands in the table."""


@officer("report.read", personal=False)
def complaints(request: HttpRequest) -> HttpResponseBase:
    """Complaints counted by what the reader chose, with how long they took."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = AnalysisForm(request.GET)
    if form.crossed is not None:
        return crossed(request, by, form)
    dimension, (since, until) = form.dimension, form.days
    *lines, whole = analysis(by, since, until, dimension)
    behind = Behind(since, until)
    links = {id(line): behind.those({dimension: line.key}) for line in lines}
    table = Table(
        request,
        [*lines, whole] if lines else [],
        columns=_columns(dimension, whole),
        caption=_("Keluhan menurut %(what)s") % {"what": dimension.label.lower()},
        filters=form,
        empty=_("Tidak ada keluhan dalam jangka waktu ini."),
        link=lambda line: links.get(id(line), behind.those({})),
        may_export=True,
        file_name=f"analisis-{dimension.value}",
    )
    if file := table.export():
        return file
    points = [Bar(line.label or _("Tanpa"), line.total, line.late, links[id(line)]) for line in lines[:DRAWN]]
    title = _("Banyaknya keluhan, %(since)s sampai %(until)s") % {"since": day(since), "until": day(until)}
    chart = bars(points, title=title, unit=_("keluhan"), marked=_("terlambat"))
    return render(request, "indicators/analysis.html", {"table": table, "chart": chart, "ways": ways(request)})


def _columns(dimension: Dimension, whole: Line) -> list[Column]:
    return [
        Column("label", dimension.label, cell=lambda line: _("Semua") if line is whole else line.label or _("Tanpa")),
        Column("total", _("Keluhan"), numeric=True),
        Column("open", _("Terbuka"), numeric=True),
        Column("late", _("Terlambat"), numeric=True),
        *(_stretch(stretch) for stretch in Stretch),
    ]


def _stretch(stretch: Stretch) -> Column:
    """Median and 90th percentile of one stretch, in days."""

    def words(line: Line) -> str:
        found = line.days[stretch]
        return f"{number(found[0], 1)} / {number(found[1], 1)}" if found else ""

    return Column(stretch.value, stretch.label, cell=words, numeric=True, on_phone=stretch != Stretch.SERVICE)


@officer("report.read", personal=False)
def league(request: HttpRequest) -> HttpResponseBase:
    """The receivers of letters by how soon they answer."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = PeriodForm(request.GET)
    table = Table(
        request,
        receivers(by, *form.days),
        columns=[
            Column("office", _("Lembaga")),
            Column("sent", _("Surat"), numeric=True),
            Column("answered", _("Dijawab"), cell=_answered, export=lambda one: one.answered, numeric=True),
            Column("median", _("Hari sampai dijawab (tengah)"), cell=lambda one: _days(one.median), numeric=True),
            Column("ninetieth", _("90 dari 100 dijawab dalam"), cell=lambda one: _days(one.ninetieth), numeric=True),
            Column("refused", _("Ditolak/tidak terlayani"), numeric=True),
            Column("late", _("Terlambat sekarang"), numeric=True),
        ],
        caption=_("Penerima rujukan"),
        filters=form,
        empty=_("Belum ada surat rujukan dalam jangka waktu ini."),
        may_export=True,
        file_name="penerima-rujukan",
    )
    return table.export() or render(request, "indicators/league.html", {"table": table, "ways": ways(request)})


def _answered(one: Receiver) -> str:
    return f"{number(one.answered)} ({share(one.answered, one.sent)})"


def _days(days: float | None) -> str:
    return "" if days is None else _("%(count)s hari") % {"count": number(days, 1)}
