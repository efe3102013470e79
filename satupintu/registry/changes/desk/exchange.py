"""Pages about what leaves for the owner of a list and what comes back; calendars, layouts and codes of reasons."""

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState
from satupintu.engine.ui.moments import day
from satupintu.engine.ui.tables import Column, Table, files
from satupintu.foundation.access import officer, opened
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.sheets import SheetRefused
from satupintu.registry.changes import actions
from satupintu.registry.changes.actions import Said
from satupintu.registry.changes.desk.decrees import find
from satupintu.registry.changes.export import Fault, columns, read_answer, rows
from satupintu.registry.changes.forms.exchange import AnswerForm, CalendarForm, LayoutForm, ReasonForm
from satupintu.registry.changes.models import Calendar, Layout, RefusalReason
from satupintu.registry.exports.leaving import Leaving, file_of


@officer("change.export")
def export(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A ratified batch as XLSX in the columns of a layout (``?susunan=``)."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    decree = find(request, pk)
    known = Layout.objects.for_area(by.area_id)
    asked = request.GET.get("susunan", "")
    layout = known.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 10 else known.last()
    if layout is None:
        raise Http404
    chosen = columns(layout)
    requests = list(decree.requests.select_related("village", "ratification", "household").order_by("village", "pk"))
    what = Leaving(
        title=_("Usulan dalam SK %(number)s") % {"number": decree.sk_number},
        count=lambda: sum(1 for _row in rows(requests)),
        rows=lambda: list(rows(requests)),
        made=lambda stamp, told: files.response("xlsx", chosen, told, f"usulan-{decree.sk_number}", _("Usulan"), stamp),
        ids=lambda told: [decree.pk, *(one.pk for one in requests)],
        forms=("xlsx",),
        back=decree.address,
        about=(decree.pk,),
    )
    return file_of(request, what, "ratification.exported", reach=decree.reach)


@officer("change.answer")
def answers(request: HttpRequest, pk: int) -> HttpResponse:
    """Take in what the owner of the list answered; a file with a row that cannot be used changes nothing."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    decree = find(request, pk)
    requests = {one.number: one for one in decree.requests.all()}
    form = AnswerForm(request.POST or None, request.FILES or None)
    faults: list[Fault] = []
    if request.method == "POST" and form.is_valid():
        try:
            told, faults = _read(form.cleaned_data["file"], requests)
            if not faults:
                count = actions.answer(decree, by=by, rows=[Said(*one) for one in told], key=form.key)
                messages.success(request, _("%(count)s jawaban tersimpan.") % {"count": count})
                return redirect(decree.address)
        except (SheetRefused, WrongState) as problem:
            form.add_error("file", problem.sentence)
    opened(request, "ratification.opened", [decree.pk], shown="number", reach=decree.reach)
    context = {"form": form, "decree": decree, "faults": faults, "reasons": RefusalReason.objects.order_by("code")}
    return render(request, "changes/answers.html", context, status=422 if form.is_bound else 200)


def _read(upload: Any, requests: dict[str, Any]) -> tuple[list[tuple[str, bool, str, str]], list[Any]]:
    with NamedTemporaryFile(prefix="answer-") as file:
        for chunk in upload.chunks():
            file.write(chunk)
        file.flush()
        return read_answer(Path(file.name), requests)


@officer("round.publish", personal=False)
def calendars(request: HttpRequest) -> HttpResponse:
    """When rounds close, by list, area and year; a newer version takes the place of an older one."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = CalendarForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.publish_calendar(by=by, key=form.key, **form.cleaned_data)
        messages.success(request, _("Jadwal tersimpan. Usulan sesudah ini mengikutinya."))
        return redirect("changes:calendars")
    table = Table(
        request,
        Calendar.objects.newest_first(),
        columns=[
            Column("list", _("Daftar"), cell=lambda row: row.get_list_display()),
            Column("year", _("Tahun"), cell=lambda row: str(row.year)),
            Column("area", _("Daerah"), cell=lambda row: row.area.label if row.area else _("Seluruh Indonesia")),
            Column("cut_off", _("Ditutup"), cell=lambda row: _("tanggal %(day)s") % {"day": row.cut_off}),
            Column("drawn", _("Ditarik"), cell=lambda row: _("tanggal %(day)s") % {"day": row.drawn}),
            Column("source", _("Menurut"), on_phone=False),
        ],
        caption=_("Jadwal usulan"),
    )
    return render(
        request, "changes/calendars.html", {"form": form, "table": table}, status=422 if form.is_bound else 200
    )


@officer("layout.save", personal=False)
def layouts(request: HttpRequest) -> HttpResponse:
    """The layouts of exports, and a new one."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = LayoutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.save_layout(by=by, name=form.cleaned_data["name"], columns=form.columns(), key=form.key)
        messages.success(request, _("Susunan tersimpan."))
        return redirect("changes:layouts")
    known = Layout.objects.for_area(by.area_id)
    context = {"form": form, "known": [(one.name, ", ".join(one.headings), day(one.at)) for one in known]}
    return render(request, "changes/layouts.html", context, status=422 if form.is_bound else 200)


@officer("refusal.publish", personal=False)
def reasons(request: HttpRequest) -> HttpResponse:
    """The codes by which owners of lists say why they refuse."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.publish_reason(by=by, key=form.key, **form.cleaned_data)
        messages.success(request, _("Kode alasan tersimpan."))
        return redirect("changes:reasons")
    table = Table(
        request,
        RefusalReason.objects.order_by("code"),
        columns=[
            Column("code", _("Kode"), sort="code"),
            Column("label", _("Artinya")),
            Column("source", _("Sumber"), on_phone=False),
        ],
        caption=_("Alasan ditolak"),
        order="code",
    )
    return render(request, "changes/reasons.html", {"form": form, "table": table}, status=422 if form.is_bound else 200)
