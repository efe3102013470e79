"""The pages of data quality: how much of what is wrong and where, and the rows of one check with what to do about them."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.ui.charts import Bar, bars
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.moments import month as month_words
from satupintu.engine.ui.numerals import number
from satupintu.engine.ui.pieces import Tab, Tone, badge
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import CAPITAL, Appointment
from satupintu.registry.exports.leaving import leaving, of_table
from satupintu.registry.people import panels
from satupintu.reports.quality import questions, rules
from satupintu.reports.quality.models import Counting
from satupintu.reports.quality.report import CheckLine, PlaceLine, Report
from satupintu.reports.quality.words import Check, Severity

TONES = {Severity.GRAVE: Tone.DANGER, Severity.CAUTION: Tone.URGENT, Severity.GAP: Tone.WAITING}


@officer("quality.read", personal=False)
def overview(request: HttpRequest) -> HttpResponseBase:
    """How much a check found, or how much was found where: numbers of the night, of the own area. ``menurut=wilayah``."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    own, area = own_area(by), area_of(request, by)
    report = Report(own.number, area.number)
    by_place = request.GET.get("menurut") == "wilayah" and area.level < 4
    table = _places(request, report, area) if by_place else _checks(request, report, area)
    if file := table.export():
        return file
    here = f"wilayah={area.number}"
    context = {
        "table": table,
        "area": area,
        "above": "" if area.number == own.number else f"?wilayah={own.number}",
        "tabs": [
            Tab(_("Menurut masalah"), f"?{here}", not by_place),
            *([Tab(_("Menurut wilayah"), f"?{here}&menurut=wilayah", by_place)] if area.level < 4 else []),
        ],
        "people": number(report.people),
        "grave": number(report.severe(Severity.GRAVE)),
        "counted": _counted(own),
        "chart": _trend(report),
    }
    return render(request, "quality/overview.html", context)


def own_area(by: Appointment) -> Area:
    """The area somebody is appointed for: whoever sees persons has one."""
    if by.area is None:
        raise Http404
    return by.area


def area_of(request: HttpRequest, by: Appointment) -> Area:
    """The area that the address asks for, if it lies in the own one; else the own one."""
    asked = request.GET.get("wilayah", "")
    if asked.isascii() and asked.isdecimal() and len(asked) == 10 and by.span[0] <= int(asked) < by.span[1]:
        return Area.objects.current().filter(number=int(asked)).first() or own_area(by)
    return own_area(by)


def _counted(own: Area) -> str:
    """The day of the latest count; empty before the first."""
    counting = Counting.objects.filter(pk=own.number // 10**6).first()
    return day(counting.counted_on) if counting else ""


def _checks(request: HttpRequest, report: Report, area: Area) -> Table:
    return Table(
        request,
        report.checks(),
        columns=[
            Column("label", _("Yang diperiksa"), cell=lambda line: line.check.label),
            Column("severity", _("Tingkat"), cell=_severity, export=lambda line: line.severity.label),
            Column("count", _("Jumlah"), numeric=True, sort="count", descending=True),
            Column("share", _("Per 1.000 orang"), numeric=True, on_phone=False),
            Column("change", _("Dibanding bulan lalu"), cell=lambda line: _change(line.change), numeric=True),
        ],
        caption=_("Mutu data menurut masalah"),
        link=lambda line: f"/mutu-data/daftar/?periksa={line.check.value}&wilayah={area.number}",
        empty=_("Belum dihitung. Hitungan pertama dibuat malam ini."),
        may_export=True,
        file_name=f"mutu-data {area.label}",
    )


def _severity(line: CheckLine) -> str:
    return badge(line.severity.label, TONES[line.severity]) if line.count else badge(_("Bersih"), Tone.DONE)


def _change(change: int | None) -> str:
    """More or less than a month ago, signed."""
    if change is None:
        return "–"
    return "0" if not change else f"{'+' if change > 0 else '−'}{number(abs(change))}"


def _places(request: HttpRequest, report: Report, area: Area) -> Table:
    below = {one.number: one.label for one in Area.objects.current().children_of(area)}
    each = [Column(check.value, check.label, cell=_count_of(check), numeric=True) for check in Check]
    columns = [
        Column("label", _("Wilayah")),
        Column("people", _("Orang"), numeric=True, sort="people", descending=True),
        Column("grave", Severity.GRAVE.label, numeric=True, sort="grave", descending=True),
        Column("caution", Severity.CAUTION.label, numeric=True, sort="caution", descending=True),
        Column("gap", Severity.GAP.label, numeric=True, sort="gap", descending=True, on_phone=False),
        Column("share", _("Berat per 1.000 orang"), numeric=True, sort="share", descending=True),
    ]
    return Table(
        request,
        report.places(below),
        columns=[*columns, *each] if "unduh" in request.GET else columns,
        caption=_("Mutu data menurut wilayah"),
        order="-share",
        link=_place_address,
        empty=_("Belum dihitung. Hitungan pertama dibuat malam ini."),
        may_export=True,
        file_name=f"mutu-data wilayah {area.label}",
    )


def _count_of(check: Check) -> Callable[[PlaceLine], int]:
    """The cell of a check in the line of a place."""
    return lambda line: line.counts.get(check, 0)


def _place_address(line: PlaceLine) -> str:
    return f"/mutu-data/?wilayah={line.number}"


def _trend(report: Report) -> str:
    """The grave findings month by month, when there is more than one."""
    points = [Bar(month_words(month), many) for month, many in report.months(Severity.GRAVE)]
    return bars(points, title=_("Temuan berat dari bulan ke bulan"), unit=_("temuan")) if len(points) > 1 else ""


@officer("quality.read")
def rows(request: HttpRequest) -> HttpResponseBase:
    """The persons or households that a check (``periksa``) finds now, and what to do: a work list, or a file of it."""
    check = request.GET.get("periksa", Check.NIK_TWICE.value)
    if check not in Check.codes():
        raise Http404
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    what, area = Check(check), area_of(request, by)
    today = timezone.localdate(timezone=CAPITAL)
    of_homes = rules.CASES[what].of_homes
    found = questions.found(what, area.number, today, within=own_area(by).level)
    found = found.with_head().order_by("-pk") if of_homes else found.usable().with_place().order_by("name_key", "pk")
    table = Table(
        request,
        found,
        columns=_of_homes() if of_homes else _of_people(what),
        caption=what.label,
        link=lambda row: f"/keluarga/{row.pk}/" if of_homes else f"/orang/{row.pk}/",
        empty=_("Tidak ada. Semua data di wilayah ini lolos pemeriksaan ini."),
        may_export=allows(by, "export.quality"),
        personal=True,
        file_name=f"mutu-data {what.value}",
    )
    name = "quality.homes_listed" if of_homes else "quality.listed"
    if leaves := leaving(request, of_table(table), name):
        return leaves
    opened(request, name, [row.pk for row in table.page.rows], shown="identity,address")
    context = {
        "table": table,
        "check": what,
        "advice": rules.advice(what),
        "area": area,
        "back": f"/mutu-data/?wilayah={area.number}",
    }
    return render(request, "quality/rows.html", context)


def _of_people(check: Check) -> list[Column]:
    return [
        Column("name", _("Nama"), cell=lambda row: row.shown_name),
        Column("nik", "NIK", cell=lambda row: row.nik or "", tight=True),
        Column("born", _("Lahir"), cell=panels.born),
        Column("address", _("Alamat"), cell=panels.address, on_phone=False),
        Column("village", _("Desa"), cell=lambda row: row.village.name),
    ]


def _of_homes() -> list[Column]:
    return [
        Column("household", _("Keluarga"), cell=str),
        Column("address", _("Alamat"), cell=panels.address),
        Column("village", _("Desa"), cell=lambda row: row.village.name),
    ]
