"""The bulletins as papers: what the press is given. Everything is text by then."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from satupintu.engine.documents.handing import sealed
from satupintu.engine.documents.paper.printing import table_pdf
from satupintu.engine.ui.moments import moment
from satupintu.engine.ui.numerals import number
from satupintu.engine.ui.tables import Column
from satupintu.engine.ui.tables.files import plain
from satupintu.reports.bulletins.facilitator import Report
from satupintu.reports.bulletins.rules import Pair
from satupintu.reports.bulletins.sheets import Drawn, month_words
from satupintu.reports.bulletins.words import SheetKind
from satupintu.work.daybook.words import Survey

MOST = 1000
"""Lines that one paper may have; a longer list is taken as a workbook."""
Cell = tuple[str, int, int]


def answer(paper: dict[str, Any], name: str) -> HttpResponse:
    """The paper as a PDF that the browser keeps."""
    now = timezone.now()
    return sealed(table_pdf(paper, now), "application/pdf", f"{slugify(name)}-{timezone.localdate():%Y-%m-%d}.pdf")


def _paper(
    title: str, tables: Sequence[dict[str, Any]], *, wide: bool, head: Sequence[str], **more: Any
) -> dict[str, Any]:
    now: datetime = timezone.now()
    printed = _("Dicetak %(moment)s dari Satu Pintu") % {"moment": moment(now, timezone.get_current_timezone())}
    return {
        "title": title,
        "author": head[0] if head else "Satu Pintu",
        "language": (get_language() or "id")[:2],
        "wide": wide,
        "head": list(head),
        "facts": [],
        "tables": list(tables),
        "notes": [],
        "signatures": [],
        "foot": printed,
        "page_word": _("Halaman"),
        **more,
    }


def _both(pair: Pair) -> list[str]:
    return [number(pair.people), number(pair.cards)]


def of_sheet(drawn: Drawn) -> dict[str, Any]:
    """The sheet of services, two numbers a column; the matrix of dates has its services across."""
    table = _dates(drawn) if drawn.kind is SheetKind.DATES else _services(drawn)
    return _paper(
        _("Laporan pelayanan"), [table], wide=True, head=[drawn.place.label, drawn.title], notes=_notes(drawn)
    )


def _notes(drawn: Drawn) -> list[str]:
    if drawn.kind is SheetKind.DATES:
        return [_("Angka pertama: pengunjung. Angka kedua: KK.")]
    return []


def _services(drawn: Drawn) -> dict[str, Any]:
    people, cards = _("orang"), _("KK")
    names = [f"{head.name} {head.detail}".strip() for head in drawn.heads] + [_("Jumlah")]
    first: list[Cell] = [(_("No."), 1, 2), (_("Jenis layanan"), 1, 2), *((name, 2, 1) for name in names)]
    second: list[Cell] = [(word, 1, 1) for _name in names for word in (people, cards)]
    rows = [
        [str(place), name, *(word for pair in (*line.cells, line.total) for word in _both(pair))]
        for place, (name, line) in enumerate(drawn.lines(), 1)
    ]
    total = ["", _("Jumlah"), *(word for pair in (*drawn.sheet.totals, drawn.sheet.total) for word in _both(pair))]
    columns = [["auto", "right"], ["1fr", "left"], *(["auto", "right"] for _word in second)]
    return {"caption": "", "columns": columns, "head": [first, second], "rows": rows, "total": total}


def _dates(drawn: Drawn) -> dict[str, Any]:
    head: list[Cell] = [(_("Tanggal"), 1, 1), *((name, 1, 1) for name in drawn.names), (_("Jumlah"), 1, 1)]
    rows = [
        [head_.detail, *(_slashed(pair) for pair in pairs), _slashed(total)] for head_, pairs, total in drawn.turned()
    ]
    whole = [_("Jumlah"), *(_slashed(line.total) for line in drawn.sheet.lines), _slashed(drawn.sheet.total)]
    columns = [["auto", "left"], *(["1fr", "center"] for _name in drawn.names), ["auto", "center"]]
    return {"caption": "", "columns": columns, "head": [head], "rows": rows, "total": whole}


def _slashed(pair: Pair) -> str:
    return f"{number(pair.people)} / {number(pair.cards)}" if any(pair) else ""


def of_report(report: Report) -> dict[str, Any]:
    """The monthly report of an officer, in the layout that facilitators hand in."""
    surveys = [survey.label for survey in Survey]
    first: list[Cell] = [
        (_("No."), 1, 2),
        (_("Jadwal"), 1, 2),
        (_("Jumlah layanan"), 1, 2),
        (_("Pendataan"), len(surveys), 1),
        (_("Keterangan"), 1, 2),
        (_("Tantangan"), 1, 2),
    ]
    rows = [
        [
            str(week.number),
            _("Minggu %(number)s") % {"number": week.number},
            number(week.services),
            *map(number, week.collected()),
            week.remarks,
            week.challenges,
        ]
        for week in report.weeks
    ]
    whole = report.total
    table = {
        "caption": "",
        "columns": [
            ["auto", "right"],
            ["auto", "left"],
            *[["auto", "right"]] * (1 + len(surveys)),
            *[["1fr", "left"]] * 2,
        ],
        "head": [first, [(name, 1, 1) for name in surveys]],
        "rows": rows,
        "total": ["", _("Jumlah"), number(whole.services), *map(number, whole.collected()), "", ""],
    }
    return _paper(
        _("Laporan kegiatan bulanan"),
        [table],
        wide=True,
        head=[report.officer.office.name],
        facts=facts_of(report),
        notes=[counted_from(report)],
        signatures=signatures(report),
    )


def facts_of(report: Report) -> list[list[str]]:
    """The header: month, year, and the places from the smallest to the largest."""
    levels = {"4": _("Kelurahan/desa"), "3": _("Kecamatan"), "2": _("Kota/kabupaten"), "1": _("Provinsi")}
    month, year = month_words(report.month.start).rsplit(" ", 1)
    known = [[word, report.places[level]] for level, word in levels.items() if level in report.places]
    return [[_("Bulan"), month], [_("Tahun"), year], [_("Petugas"), report.officer.account.name], *known]


def counted_from(report: Report) -> str:
    """What the number of services is made of."""
    whole = report.total
    numbers = {"served": number(whole.served), "complaints": number(whole.complaints), "visits": number(whole.visits)}
    return (
        _("Jumlah layanan: %(served)s orang dilayani, %(complaints)s keluhan dicatat, %(visits)s kunjungan.") % numbers
    )


def signatures(report: Report) -> list[list[str]]:
    """Who signs, as the form has it."""
    words = {
        "made": _("Dibuat oleh, Fasilitator"),
        "checked": _("Diperiksa oleh, Koordinator"),
        "noted": _("Diketahui oleh, Kepala Sekretariat SLRT"),
    }
    return [[words[role], name] for role, name in report.signatures]


def of_list(
    title: str, columns: Sequence[Column], rows: Iterable[Any], *, head: Sequence[str], facts: Sequence[Any] = ()
) -> dict[str, Any]:
    """A list with numbered lines."""
    chosen = [column for column in columns if column.in_file]
    lines = [[str(place), *(_words(column.file_getter(row)) for column in chosen)] for place, row in enumerate(rows, 1)]
    header: list[Cell] = [(_("No."), 1, 1), *((str(column.label), 1, 1) for column in chosen)]
    kinds = [["auto", "right"], *(["auto", "right"] if one.numeric else ["1fr", "left"] for one in chosen)]
    table = {"caption": "", "columns": kinds, "head": [header], "rows": lines, "total": []}
    return _paper(title, [table], wide=True, head=head, facts=[list(fact) for fact in facts])


def _words(value: object) -> str:
    flat = plain(value)
    if flat is None:
        return ""
    return f"{flat:%d-%m-%Y}" if hasattr(flat, "strftime") else str(flat)
