"""The names of a hand-over: read by both ends, copied by the receiver with a mark in every line."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.ui.tables import Column, Table
from satupintu.engine.ui.tables.files import response
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.confirmation import confirm_first
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.nik import Sex
from satupintu.lib.printed_codes import grouped
from satupintu.registry.exports.marks import stamp_of
from satupintu.reports.sorting.actions import take_copy
from satupintu.reports.sorting.desk.handovers import ENDED, find
from satupintu.reports.sorting.handing_forms import CopyForm
from satupintu.reports.sorting.models import HandOver
from satupintu.reports.sorting.words import HandOverKind, TableKind


def _list_of(request: HttpRequest, number: str) -> HandOver:
    """The hand-over of that number, if it is a list that this officer may open now."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    found = find(request, number)
    waits = by.office_id == found.to_office_id and found.received_at is None
    if found.kind_word is not HandOverKind.NAMES or found.state_word in ENDED or waits:
        raise Http404
    return found


@officer("handover.read")
def names(request: HttpRequest, number: str) -> HttpResponse:
    """The names, as they were handed over."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    handover = _list_of(request, number)
    table = Table(
        request,
        handover.names.order_by("place"),
        columns=_columns(handover),
        caption=handover.heading,
        empty=_("Daftar ini kosong."),
    )
    shown = "identity,address" + (",nik" if any(row.nik for row in table.page.rows) else "")
    opened(
        request,
        "handover.names_listed",
        [row.person_id for row in table.page.rows],
        shown=shown,
        reach=handover.reach,
        why=handover.purpose,
    )
    context = {
        "handover": handover,
        "table": table,
        "may_copy": allows(by, "handover.take_copy", handover),
        "copies": [(copy, grouped(copy.mark)) for copy in handover.copies.order_by("-taken_at")],
    }
    return render(request, "sorting/names.html", context)


@officer("handover.take_copy")
def copy(request: HttpRequest, number: str) -> HttpResponse:
    """Take the list away as a workbook: the password first, then the purpose, and a mark in every line."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    handover = _list_of(request, number)
    if not allows(by, "handover.take_copy", handover):
        raise Refused(_("Salinan hanya untuk kantor penerima."))
    confirm_first(request)
    form = CopyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = take_copy(handover, by=by, why=form.cleaned_data["why"], key=form.key)
        except WrongState as problem:
            form.add_error(None, problem.sentence)
        else:
            return redirect("sorting:copied", number, made.pk)
    opened(request, "handover.opened", [handover.pk], shown="numbers", reach=handover.reach)
    context = {"form": form, "handover": handover}
    return render(request, "sorting/copy.html", context, status=422 if form.is_bound else 200)


@officer("handover.take_copy")
def copied(request: HttpRequest, number: str, pk: int) -> HttpResponseBase:
    """The copy itself, for whoever took it, with its mark in every line."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    handover = _list_of(request, number)
    made = handover.copies.filter(pk=pk, by=by).first()
    if made is None:
        raise Http404
    confirm_first(request)
    rows = list(handover.names.order_by("place"))
    ids = [row.person_id for row in rows]
    opened(request, "handover.names_listed", ids, shown="file", reach=handover.reach, why=made.why)
    stamp = stamp_of(handover.number, made.mark, by.office.name, handover.purpose)
    return response("xlsx", _columns(handover), rows, _("daftar nama"), handover.number, stamp)


def _columns(handover: HandOver) -> list[Column]:
    sexes = {sex.value: sex.label for sex in Sex}
    about = TableKind(handover.tables[0]).label
    return [
        Column("place", _("No."), numeric=True, on_phone=False),
        Column("name", _("Nama")),
        Column("nik", "NIK"),
        Column("sex", _("Jenis kelamin"), cell=lambda row: sexes.get(row.sex, "")),
        Column("born", _("Lahir")),
        Column("address", _("Alamat")),
        Column("village_name", _("Desa")),
        Column("about", about),
    ]
