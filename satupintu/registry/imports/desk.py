"""The officers' pages about files: bring one, see what is in it, save it, get its errors back."""

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from satupintu.engine.actions import WrongState
from satupintu.engine.ui.forms import Form
from satupintu.engine.ui.numerals import number
from satupintu.engine.ui.pieces import Fact, badge, when
from satupintu.engine.ui.tables import Column as Cell
from satupintu.engine.ui.tables import Table, files
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.sentences import again
from satupintu.registry.exports.leaving import Leaving, file_of
from satupintu.registry.imports.actions import CHANGEABLE, File, apply, cancel, upload
from satupintu.registry.imports.forms import UploadForm
from satupintu.registry.imports.layout import MESSAGE
from satupintu.registry.imports.models import Batch, StagedRow
from satupintu.registry.imports.undoing import undo
from satupintu.registry.imports.words import BatchState, Column, Verdict
from satupintu.registry.people.models import Unverified

TONES = {
    BatchState.RECEIVED: "new",
    BatchState.CHECKING: "doing",
    BatchState.CHECKED: "waiting",
    BatchState.APPLYING: "doing",
    BatchState.APPLIED: "done",
    BatchState.UNDOING: "doing",
    BatchState.UNDONE: "off",
    BatchState.CANCELLED: "off",
    BatchState.FAILED: "refused",
}
VERDICT_TONES = {Verdict.NEW: "new", Verdict.CHANGED: "doing", Verdict.UNCHANGED: "off", Verdict.REFUSED: "refused"}
SAMPLE = 5
"""Rows of the preview of the columns."""


def batch_of(pk: int) -> Batch:
    """The batch of that number; one behind a wall does not exist."""
    found: Batch | None = Batch.objects.select_related("edition").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@officer("import.read", personal=False)
def listing(request: HttpRequest) -> HttpResponse:
    """Files that were brought into the own area, newest first."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    table = Table(
        request,
        Batch.objects.newest_first(),
        columns=(
            Cell("file_name", _("Berkas")),
            Cell("state", _("Keadaan"), lambda row: badge(row.word.label, TONES[row.word])),
            Cell("rows_read", _("Baris"), lambda row: number(row.rows_read), numeric=True),
            Cell("new", _("Orang baru"), lambda row: number(row.count("new")), numeric=True),
            Cell("refused", _("Ditolak"), lambda row: number(row.count("refused")), numeric=True),
            Cell("uploaded_by", _("Oleh"), on_phone=False),
            Cell("uploaded_at", _("Diunggah"), lambda row: when(row.uploaded_at)),
        ),
        caption=_("Berkas yang diimpor"),
        link=lambda row: f"/impor/{row.pk}/",
        empty=_("Belum ada berkas. Daftar keluarga dari Excel dapat dimasukkan di sini."),
        counted=False,
    )
    return render(request, "imports/list.html", {"table": table, "may_upload": allows(by, "import.upload")})


@officer("import.upload")
def new(request: HttpRequest) -> HttpResponse:
    """Bring a file; a worker reads it."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            sent = form.cleaned_data["file"]
            file = File(sent.name, sent.read())
            how: dict[str, Any] = {"layout": form.known.layout, "mapping": form.known.version}
            batch = upload(by=by, file=file, edition=form.list_edition(), key=form.key, **how)
            return redirect("imports:batch", batch.pk)
    else:
        form = UploadForm()
    return render(request, "imports/new.html", {"form": form}, status=422 if form.is_bound else 200)


@officer("import.read")
def batch(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One file: its progress, what its columns were taken for, what saving it would do, its rows."""
    return _page(request, batch_of(pk))


def _page(request: HttpRequest, found: Batch, wrong: WrongState | None = None, status: int = 200) -> HttpResponseBase:
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    table, shown = _rows(request, found)
    if table is not None and (file := table.export()):
        opened(request, "import.opened", [found.pk], shown="file", reach=found.reach)
        return file
    sample = list(found.rows.order_by("number")[:SAMPLE]) if found.word is BatchState.CHECKED else []
    opened(request, "import.opened", [found.pk], shown="rows" if shown or sample else "counts", reach=found.reach)
    good = found.count("new") + found.count("changed") + found.count("unchanged")
    context = {
        "batch": found,
        "state": badge(found.word.label, TONES[found.word]),
        "counts": _counts(found),
        "facts": _facts(found),
        "columns": _columns(found, sample),
        "sampled": bool(sample),
        "unused": _unused(found),
        "table": table,
        "good": good,
        "wrong": wrong,
        "apply_form": Form()
        if found.word is BatchState.CHECKED and good and allows(by, "import.apply", found)
        else None,
        "undo_form": Form()
        if found.word is BatchState.APPLIED and allows(by, "import.undo", found) and found.applied.exists()
        else None,
        "unverified": _unverified(found, by),
        "may_cancel": found.word in BatchState.unsaved() and allows(by, "import.cancel", found),
        "may_change": found.word in CHANGEABLE and allows(by, "import.upload", found),
    }
    return render(request, "imports/batch.html", context, status=status)


def _unverified(found: Batch, by: Appointment) -> int:
    """How many of the edition nobody has looked for yet, in the own area; 0 before the file is saved."""
    if found.edition_id is None or found.word is not BatchState.APPLIED:
        return 0
    return Unverified.objects.inside(by.span).waiting().filter(edition=found.edition_id).count()


def _rows(request: HttpRequest, found: Batch) -> tuple[Table | None, bool]:
    """The rows to look at, refused ones first; they can be taken away with a message column."""
    rows = found.rows.to_look_at().order_by("number", "id")
    if not found.count("refused") + found.count("cautions"):
        return None, False
    table = Table(
        request,
        rows,
        columns=[
            Cell("number", _("Baris"), numeric=True),
            Cell("name", _("Nama"), lambda row: row.name or "–"),
            Cell("verdict", _("Hasil"), _verdict),
            Cell("message", _("Yang perlu diperhatikan"), message),
        ],
        caption=_("Baris yang perlu diperhatikan"),
        size=50,
        counted=False,
    )
    return table, True


def _verdict(row: StagedRow) -> object:
    verdict = Verdict(row.verdict)
    return badge(verdict.label, VERDICT_TONES[verdict])


def message(row: StagedRow) -> str:
    """Everything that was said about a row, in one cell."""
    told = [(Column(column).label, again(said)) for _code, column, *said in row.errors + row.cautions]
    return " ".join(said if said.startswith(label) else f"{label}: {said}" for label, said in told)


def _counts(found: Batch) -> list[Fact]:
    """What saving would do, in numbers."""
    if not found.counts:
        return []
    lines = [
        (_("Baris terbaca"), "rows", ""),
        (_("Orang baru"), "new", ""),
        (_("Data berubah"), "changed", _("Sel kosong tidak menghapus data lama.")),
        (_("Sudah sama"), "unchanged", ""),
        (_("Ditolak"), "refused", _("Tidak disimpan. Perbaiki lalu unggah lagi.")),
        (_("Disimpan, tetapi perlu dilihat"), "cautions", ""),
        (_("Keluarga"), "households", ""),
        (_("Tanpa NIK"), "without_nik", _("Tetap disimpan.")),
    ]
    return [Fact(label, number(found.count(what)), hint) for label, what, hint in lines]


def _facts(found: Batch) -> list[Fact]:
    return [
        Fact(_("Berkas"), found.file_name, _("%(size)s KB") % {"size": number(-(-found.size // 1024))}),
        Fact(_("Diunggah"), when(found.uploaded_at), found.uploaded_by),
        Fact(_("Daftar asal desil"), str(found.edition) if found.edition else ""),
        Fact(_("Pemetaan"), found.layout.get("name", "") or _("menurut judul kolom")),
        Fact(_("Baris judul"), found.heading_row or ""),
    ]


def _columns(found: Batch, sample: list[StagedRow]) -> list[dict[str, Any]]:
    """Each column: its heading, what it was taken for, and its first cells."""
    lines = []
    for place, heading in enumerate(found.headings):
        meaning = found.columns.get(str(place))
        cells = [str(row.cells[place]) for row in sample if place < len(row.cells) and row.cells[place] is not None]
        if heading or cells:
            label = Column(meaning).label if meaning else ""
            lines.append({"heading": heading, "meaning": label, "sample": " · ".join(cells[:3])})
    return lines


def _unused(found: Batch) -> list[str]:
    return [text for place, text in enumerate(found.headings) if text and str(place) not in found.columns]


@require_POST
@officer("import.apply")
def saving(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Have the good rows saved."""
    return _act(request, pk, apply, _("Penyimpanan dimulai. Halaman ini boleh ditinggalkan."))


@require_POST
@officer("import.cancel")
def cancelling(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Cancel a file that is not saved."""
    return _act(request, pk, cancel, _("Berkas dibatalkan; isinya sudah dihapus."))


@require_POST
@officer("import.undo")
def taking_back(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Have a saved file taken back."""
    return _act(request, pk, undo, _("Berkas sedang ditarik kembali. Halaman ini boleh ditinggalkan."))


def _act(request: HttpRequest, pk: int, act: Any, done: str) -> HttpResponseBase:
    found, form = batch_of(pk), Form(request.POST)
    try:
        act(found, by=request.appointment, key=form.key)  # type: ignore[attr-defined]
    except WrongState as wrong:
        return _page(request, found, wrong, status=409)
    messages.success(request, done)
    return redirect("imports:batch", pk)


@officer("import.read")
def errors(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The refused rows as they were written, with a message behind each: to put right and bring again."""
    found = batch_of(pk)
    headings = [*found.headings, MESSAGE]
    lines = [Cell(str(place), heading, cell=itemgetter(place)) for place, heading in enumerate(headings)]
    title = _("Yang perlu diperbaiki")
    form = request.GET.get("unduh", "xlsx")
    what = Leaving(
        title=f"{title}: {found.file_name}",
        count=found.rows.refused().count,
        rows=lambda: list(_refused(found, len(found.headings))),
        made=lambda stamp, rows: files.response(form, lines, rows, f"perlu-diperbaiki-{pk}", title, stamp),
        ids=lambda rows: [found.pk],
        back=f"/impor/{pk}/",
        about=(found.pk,),
    )
    return file_of(request, what, "import.opened", reach=found.reach)


def _refused(found: Batch, width: int) -> Iterator[list[Any]]:
    for row in found.rows.refused().order_by("number").iterator(chunk_size=2000):
        cells = [*row.cells, *[None] * width][:width]
        yield [*cells, message(row)]
