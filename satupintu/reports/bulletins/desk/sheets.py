"""Lembar layanan: services × days, weeks or months, of a post or an area."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from satupintu.engine.ui.tables.files import response
from satupintu.foundation.access import officer
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.periods import date_in
from satupintu.reports.bulletins import papers, places, sheets
from satupintu.reports.bulletins.desk import tabs
from satupintu.reports.bulletins.forms import SheetFilter
from satupintu.reports.bulletins.words import SheetKind


@officer("bulletin.read", personal=False)
def front(request: HttpRequest) -> HttpResponse:
    """The first bulletin that an officer may open."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    return redirect("bulletins:services" if may(by.role, "daybook.read") else "editions:visitors")


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
