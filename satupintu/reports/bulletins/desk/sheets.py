"""Lembar layanan: services × days, weeks or months, of a post or an area."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.ui.tables import Column, Table
from satupintu.engine.ui.tables.files import response
from satupintu.foundation.access import officer
from satupintu.foundation.access.roles import may
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.periods import date_in
from satupintu.lib.suppression import publishable_list
from satupintu.reports.bulletins import papers, places, rules, sheets
from satupintu.reports.bulletins.desk import tabs
from satupintu.reports.bulletins.forms import SheetFilter
from satupintu.reports.bulletins.words import SheetKind
from satupintu.work.catalogue.models import Service


@officer("bulletin.read", personal=False)
def front(request: HttpRequest) -> HttpResponse:
    """The first bulletin that an officer may open."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    return redirect("bulletins:services" if may(by.role, "daybook.read") else "bulletins:figures")


def _asked_day(request: HttpRequest) -> date:
    """The day that the address names, within years that anybody kept a book."""
    today = timezone.localdate()
    day = date_in(request.GET.get("hari", "")) or today
    return day if 2000 <= day.year <= today.year + 1 else today


@officer("daybook.read", personal=False)
def services(request: HttpRequest) -> HttpResponseBase:
    """The sheet: a page, a workbook (``unduh=xlsx``) or a paper (``unduh=pdf``). It holds numbers only."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    offered = places.offered(by)
    place = places.chosen(request.GET.get("tempat", ""), offered)
    asked, day = request.GET.get("lembar", ""), _asked_day(request)
    kind = SheetKind(asked) if asked in SheetKind.codes() else SheetKind.WEEK
    context: dict[str, Any] = {"tabs": tabs("layanan"), "place": place}
    if place is None:
        return render(request, "bulletins/sheet.html", context)
    drawn = sheets.draw(kind, place, day)
    name = f"layanan {place.label} {drawn.title}"
    if request.GET.get("unduh") == "pdf":
        return papers.answer(papers.of_sheet(drawn), name)
    if request.GET.get("unduh") == "xlsx":
        columns, rows = sheets.columns_of_file(drawn)
        return response("xlsx", columns, rows, name, drawn.title)
    shown = {"lembar": kind.value, "hari": f"{day:%d-%m-%Y}", "tempat": place.code}
    filters = SheetFilter(shown, places=offered)
    filters.is_valid()
    context |= {
        "drawn": drawn,
        "turned": list(drawn.turned()) if kind is SheetKind.DATES else [],
        "lines": list(drawn.lines()),
        "filters": filters,
        "before": _address(shown, drawn.period.start - timedelta(days=1)),
        "after": _address(shown, drawn.period.end) if drawn.period.end <= timezone.localdate() else "",
        "file": _address(shown, day),
    }
    return render(request, "bulletins/sheet.html", context)


def _address(shown: dict[str, str], day: date) -> str:
    return "?" + urlencode(shown | {"hari": f"{day:%d-%m-%Y}"})


@officer("figures.read", personal=False)
def figures(request: HttpRequest) -> HttpResponse:
    """Sums of a month for who sees numbers and never persons: by service, and by area. Small counts are hidden."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    month = rules.period(SheetKind.MONTH, _asked_day(request))
    step = 10**8 if by.area is None else 10**6
    with connection.cursor() as cursor:
        cursor.execute(
            "select area, service, people from bulletins_services(%s, %s, %s)", [step, month.start, month.end]
        )
        found = cursor.fetchall()
    by_service: dict[int, int] = {}
    by_area: dict[int, int] = {}
    for area, service, people in found:
        by_service[service] = by_service.get(service, 0) + people
        by_area[area] = by_area.get(area, 0) + people
    services_named = {one.pk: one.label for one in Service.objects.filter(pk__in=by_service)}
    areas_named = {one.number: one.label for one in Area.objects.filter(pk__in=by_area)}
    context = {
        "month": sheets.month_words(month.start),
        "before": f"?hari={month.start - timedelta(days=1):%d-%m-%Y}",
        "after": f"?hari={month.end:%d-%m-%Y}" if month.end <= timezone.localdate() else "",
        "tables": [
            _veiled_table(request, by_service, services_named, _("Layanan"), _("Pengunjung per layanan")),
            _veiled_table(request, by_area, areas_named, _("Daerah"), _("Pengunjung per daerah")),
        ],
    }
    return render(request, "bulletins/figures.html", context)


def _veiled_table(
    request: HttpRequest, counts: dict[int, int], names: dict[int, str], what: str, caption: str
) -> Table:
    keys = sorted(counts)
    shown = publishable_list([counts[key] for key in keys])
    titles = [*(names.get(key, "") for key in keys), _("Jumlah")]
    rows = [(title, _("disembunyikan") if count is None else count) for title, count in zip(titles, shown, strict=True)]
    return Table(
        request,
        rows if counts else [],
        columns=[
            Column("name", what, cell=lambda row: row[0]),
            Column("people", _("Pengunjung"), cell=lambda row: row[1], numeric=True),
        ],
        caption=caption,
        empty=_("Belum ada catatan pada bulan ini."),
        size=200,
    )
