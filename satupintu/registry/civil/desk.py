"""The page on which answers of the civil registry are handed over, and what became of those before."""

from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from satupintu.engine.ui.numerals import number
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.civil.actions import Delivery, load
from satupintu.registry.civil.adapters.file import AnswersOfFile, NotAnAnswer
from satupintu.registry.civil.forms import AnswersForm
from satupintu.registry.civil.models import AnswerFile
from satupintu.registry.civil.words import RowProblem


@officer("civil.load", personal=False)
def files(request: HttpRequest) -> HttpResponse:
    """The files of the own area, and a form for the next one. Numbers only: nobody's data stand here."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    form = AnswersForm(request.POST, request.FILES) if request.method == "POST" else AnswersForm()
    if request.method == "POST" and form.is_valid():
        try:
            made = _taken_in(form, by)
        except NotAnAnswer as problem:
            form.add_error("file", str(problem))
        else:
            told = {name: number(made.counts.get(name, 0)) for name in ("rows", "matched", "not_matched")}
            messages.success(
                request, _("%(rows)s baris dimuat: %(matched)s padan, %(not_matched)s tidak padan.") % told
            )
            return redirect("civil:files")
    table = Table(
        request,
        AnswerFile.objects.filter(area=by.area_id or 0).order_by("-pk"),
        columns=_columns(),
        caption=_("Berkas yang sudah dimuat"),
        empty=_("Belum ada hasil pemadanan dari Dukcapil."),
        counted=False,
    )
    status = 422 if form.is_bound else 200
    return render(request, "civil/files.html", {"form": form, "table": table}, status=status)


def _taken_in(form: AnswersForm, by: Appointment) -> AnswerFile:
    file = form.cleaned_data["file"]
    content = file.read()
    delivery = Delivery(
        Path(file.name).name[-120:], sha256(content).hexdigest(), form.cleaned_data["answered_on"], by.area_id or 0
    )
    with NamedTemporaryFile(prefix="answers-", suffix=Path(file.name).suffix) as kept:
        kept.write(content)
        kept.flush()
        return load(AnswersOfFile(Path(kept.name)), by=by, delivery=delivery, key=form.key)


def _columns() -> list[Column]:
    return [
        Column("name", _("Berkas")),
        Column("answered_on", _("Tanggal hasil")),
        Column("rows", _("Baris"), cell=_count("rows"), numeric=True),
        Column("matched", _("Padan"), cell=_count("matched"), numeric=True),
        Column("not_matched", _("Tidak padan"), cell=_count("not_matched"), numeric=True),
        Column("left_out", _("Dilewati"), cell=_left_out),
        Column("loaded_by", _("Oleh"), on_phone=False),
    ]


def _count(name: str) -> Any:
    return lambda row: number(row.counts.get(name, 0))


def _left_out(row: AnswerFile) -> str:
    """How many rows were left out and why, with the first rows of each kind."""
    parts = []
    for kind in RowProblem:
        if count := row.counts.get(kind.value, 0):
            lines = [str(line) for line, code in row.problems if code == kind.value][:3]
            more = {"count": number(count), "why": kind.label, "lines": ", ".join(lines)}
            parts.append(_("%(count)s: %(why)s (baris %(lines)s)") % more)
    return " ".join(parts)
