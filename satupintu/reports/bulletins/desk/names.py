"""Bulletins that name people: the monthly report of an officer, who came to a secretariat, proposals and visits."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.ui.tables import Column, Stamp, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import Role
from satupintu.lib import periods
from satupintu.registry.exports.leaving import leaving, of_table
from satupintu.reports.bulletins import papers, places, registers
from satupintu.reports.bulletins.desk import tabs
from satupintu.reports.bulletins.facilitator import report_of
from satupintu.reports.bulletins.forms import MonthFilter, ProposalFilter, VisitFilter
from satupintu.reports.bulletins.sheets import month_words
from satupintu.work.complaints.models import Complaint
from satupintu.work.daybook.models import Visit
from satupintu.work.daybook.words import Survey

_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


def _asked_month(request: HttpRequest) -> periods.Period:
    asked = _MONTH.fullmatch(request.GET.get("bulan", ""))
    today = timezone.localdate()
    return periods.month(int(asked[1]), int(asked[2])) if asked else periods.month_of(today)


def _officers(by: Appointment) -> list[Appointment]:
    """Whose report may be read: one's own, and those of the facilitators of the own area by whoever is none."""
    there = Appointment.objects.inside(by.area).valid_on(timezone.localdate()).with_place()
    others = there.filter(role=Role.FACILITATOR).exclude(pk=by.pk).order_by("office__name", "account__name")
    writes = [by] if allows(by, "daybook.remark") else []
    return [*writes, *(others if by.role_word is not Role.FACILITATOR else ())]


@officer("daybook.read")
def report(request: HttpRequest) -> HttpResponseBase:
    """The monthly report of one officer: a page or a paper. What was done is counted, never typed again."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    month, offered = _asked_month(request), _officers(by)
    asked = next((one for one in offered if str(one.pk) == request.GET.get("petugas", "")), None)
    chosen = asked or (offered[0] if offered else None)
    context: dict[str, Any] = {"tabs": tabs("petugas"), "officer": chosen}
    paper = request.GET.get("unduh") == "pdf"
    opened(request, "bulletin.opened", [chosen.pk] if chosen else [], shown="file" if paper else "remarks,counts")
    if chosen is None:
        return render(request, "bulletins/report.html", context)
    made = report_of(chosen, month)
    if paper:
        return papers.answer(papers.of_report(made), f"laporan {chosen.account.name} {month_words(month.start)}")
    filters = MonthFilter({"bulan": f"{month.start:%Y-%m}", "petugas": str(chosen.pk)}, officers=offered)
    filters.is_valid()
    context |= {
        "report": made,
        "month": f"{month.start:%Y-%m}",
        "month_words": month_words(month.start),
        "surveys": [survey.label for survey in Survey],
        "lines": [(week, week.collected()) for week in made.weeks],
        "total": made.total,
        "collected": made.total.collected(),
        "facts": papers.facts_of(made),
        "note": papers.counted_from(made),
        "filters": filters,
        "own": chosen == by,
    }
    return render(request, "bulletins/report.html", context)


@officer("daybook.read")
def secretariat(request: HttpRequest) -> HttpResponseBase:
    """Who came to a post in a month, by name."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    month = _asked_month(request)
    posts = [one for one in places.offered(by) if one.office is not None]
    place = places.chosen(request.GET.get("tempat", ""), posts)
    shown = {"bulan": f"{month.start:%Y-%m}", "tempat": place.code if place else ""}
    table = Table(
        request,
        registers.callers(place.office, month) if place and place.office else [],
        columns=registers.caller_columns(),
        caption=_("Laporan di sekretariat, %(month)s") % {"month": month_words(month.start)},
        link=lambda row: row.url,
        filters=MonthFilter(shown, places=posts),
        empty=_("Tidak ada yang datang pada bulan ini."),
        may_export=allows(by, "bulletin.take"),
        personal=True,
        file_name="laporan-sekretariat",
    )
    title, head = _("Laporan di sekretariat"), [place.label if place else "", month_words(month.start)]
    context = {"tabs": tabs("sekretariat"), "heading": title, "table": table}
    return _listed(request, table, context, lambda columns, rows: papers.of_list(title, columns, rows, head=head))


@officer("daybook.read")
def recapitulation(request: HttpRequest) -> HttpResponseBase:
    """Rekap: proposals, or visits (``rekap=kunjungan``), of the own area between two days."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    visits = request.GET.get("rekap") == "kunjungan"
    title = _("Rekap kunjungan") if visits else _("Rekap pengusulan")
    within: Any = Visit.objects.within(by) if visits else Complaint.objects.within(by)
    table = Table(
        request,
        registers.visits(within) if visits else registers.proposals(within),
        columns=registers.visit_columns() if visits else registers.proposal_columns(),
        caption=title,
        link=(lambda row: f"/kunjungan/{row.pk}/") if visits else (lambda row: f"/keluhan/{row.number}/"),
        counted=False,
        filters=(VisitFilter if visits else ProposalFilter)(request.GET),
        empty=_("Tidak ada yang cocok dengan saringan ini."),
        may_export=allows(by, "bulletin.take"),
        personal=True,
        file_name="rekap-kunjungan" if visits else "rekap-pengusulan",
    )
    place = by.area.full_name if by.area else "Indonesia"
    context = {"tabs": tabs("rekap"), "heading": title, "table": table, "visits": visits, "is_recap": True}
    return _listed(request, table, context, lambda columns, rows: papers.of_list(title, columns, rows, head=[place]))


def _rows(rows: Sequence[Any]) -> list[int]:
    """The numbers of the rows that a reading names."""
    return [row.row if hasattr(row, "row") else row.pk for row in rows]


def _listed(
    request: HttpRequest,
    table: Table,
    context: dict[str, Any],
    paper: Callable[[Sequence[Column], Sequence[Any]], dict[str, Any]],
) -> HttpResponseBase:
    """The list as a page, or as a workbook or a paper that somebody asked for."""

    def printed(stamp: Stamp, rows: Sequence[Any]) -> HttpResponseBase:
        made = paper([*table.columns, *stamp.columns()[:1]], rows)
        return papers.answer(made | {"foot": stamp.foot}, f"{context['heading']} {stamp.number}")

    leaves = leaving(request, of_table(table, ids=_rows, paper=printed, most=papers.MOST), "bulletin.listed")
    if leaves:
        return leaves
    opened(request, "bulletin.listed", _rows(table.page.rows), shown="about,address,kind,status")
    context |= {"may_take": table.may_export, "paper": table.address(unduh="pdf")}
    return render(request, "bulletins/list.html", context)
