"""Tables as words: what a page, a workbook and a paper show alike."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from satupintu.engine.documents.handing import sealed
from satupintu.engine.documents.paper.printing import table_pdf
from satupintu.engine.ui.moments import day, moment
from satupintu.engine.ui.numerals import number
from satupintu.engine.ui.tables.files import book
from satupintu.reports.sorting.questions import Answered
from satupintu.reports.sorting.rules import CrossTab, Line, Selection
from satupintu.reports.sorting.words import TableKind

HIDDEN = "–"
"""What stands where a count is too small, or would tell one that is."""
Grid = tuple[list[str], list[list[int | str]]]
"""Heads, and lines with the place first and all of them last."""


def title(selection: Selection, place: str, tables: Sequence[TableKind] = ()) -> str:
    """Who is counted, where, as of when; before it by what."""
    words = {"who": selection.population.label, "place": place, "day": day(selection.on)}
    told = _("%(who)s, %(place)s, per %(day)s") % words
    return ": ".join([", ".join(kind.label for kind in tables), told]) if tables else told


def total_word(table: CrossTab) -> str:
    """What the last column is called: of a set it is people, no sum."""
    return _("Orang") if table.is_set else _("Jumlah")


def grid(table: CrossTab, names: dict[int, str]) -> Grid:
    """A table as heads and rows, the line of all places last."""
    heads = [_("Wilayah"), *(heading.label for heading in table.headings), total_word(table)]
    rows = [_row(names.get(line.place, ""), line) for line in table.lines]
    return heads, [*rows, _row(_("Semua"), table.whole)]


def _row(name: str, line: Line) -> list[int | str]:
    return [name, *line.cells, line.people]


def notes(answered: Answered, kinds: Iterable[TableKind]) -> list[str]:
    """What a reader must know: where the numbers come from, whose age is estimated, which columns do not add up."""
    tables = [answered.tables[kind] for kind in kinds]
    told = []
    if answered.snapshot is not None:
        at = moment(answered.snapshot.taken_at, timezone.get_current_timezone())
        told.append(_("Dihitung %(at)s; perubahan sesudahnya ikut dalam hitungan malam berikutnya.") % {"at": at})
    else:
        told.append(_("Dihitung langsung dari data saat ini."))
    if tables and tables[0].estimated and answered.selection.by_age:
        count = {"count": number(tables[0].estimated)}
        told.append(_("%(count)s orang hanya diketahui tahun lahirnya; umurnya perkiraan.") % count)
    if any(table.is_set for table in tables):
        told.append(
            _(
                "Kepemilikan identitas: satu orang dapat memiliki beberapa dokumen, jadi kolomnya tidak dapat dijumlahkan. "
                "KIA hanya ditanyakan Regsosek; kartu pelajar dan SIM hanya BDT/DTKS."
            )
        )
    told.append(_("“Tidak diketahui”: belum pernah ditanyakan, atau kodenya tidak ada padanannya."))
    return told


def workbook(grids: Sequence[tuple[str, Grid]], told: Sequence[str], name: str) -> HttpResponseBase:
    """One sheet a table; below each the notes."""
    sheets = [(caption, heads, [*rows, *_below(told)]) for caption, (heads, rows) in grids]
    return book(sheets, name)


def _below(told: Sequence[str]) -> list[list[int | str]]:
    """Notes as rows below a table."""
    notes: list[list[int | str]] = [[note] for note in told]
    return [[], *notes]


def paper(
    heading: str, head: Sequence[str], grids: Sequence[tuple[str, Grid]], told: Sequence[str], **more: Any
) -> bytes:
    """The tables as a PDF, one below the other."""
    now: datetime = timezone.now()
    printed = _("Dicetak %(moment)s dari Satu Pintu") % {"moment": moment(now, timezone.get_current_timezone())}
    return table_pdf(
        {
            "title": heading,
            "author": head[0] if head else "Satu Pintu",
            "language": (get_language() or "id")[:2],
            "wide": True,
            "head": list(head),
            "facts": [],
            "tables": [_set(caption, *one) for caption, one in grids],
            "notes": list(told),
            "signatures": [],
            "foot": printed,
            "page_word": _("Halaman"),
            **more,
        },
        now,
    )


def _set(caption: str, heads: list[str], rows: list[list[int | str]]) -> dict[str, Any]:
    words = [[one if isinstance(one, str) else number(one) for one in row] for row in rows]
    columns = [["auto", "left"], *([["1fr", "right"]] * (len(heads) - 1))]
    return {
        "caption": caption,
        "columns": columns,
        "head": [[(one, 1, 1) for one in heads]],
        "rows": words[:-1],
        "total": words[-1],
    }


def pdf(data: bytes, name: str) -> HttpResponse:
    """A paper that the browser saves."""
    return sealed(data, "application/pdf", f"{slugify(name)}-{timezone.localdate():%Y-%m-%d}.pdf")
