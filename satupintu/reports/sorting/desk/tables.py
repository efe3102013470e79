"""The tables: one on the page, all seven in a file; and the names behind a cell."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.ui.charts import Bar, bars
from satupintu.engine.ui.numerals import number
from satupintu.engine.ui.pieces import Tab
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.access import officer, opened
from satupintu.foundation.access.roles import may
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people import panels
from satupintu.registry.people.words import Variable
from satupintu.reports.sorting import columns, papers, questions, rules
from satupintu.reports.sorting.forms import Asked
from satupintu.reports.sorting.models import SavedFilter
from satupintu.reports.sorting.questions import Answered
from satupintu.reports.sorting.rules import CrossTab
from satupintu.reports.sorting.words import TableKind

NONE_FIRST = {TableKind.ILLNESS, TableKind.DISABILITY}
"""Tables whose first column is "none": a chart of them leaves it out, or nothing else would be seen."""


def areas_of(by: Appointment) -> list[Area]:
    """The own area, and one level below as far as the kecamatan: what a table can be of."""
    assert by.area is not None, "whoever sees persons is appointed for an area"
    below = Area.objects.current().children_of(by.area).order_by("number") if by.area.level == 2 else ()
    return [by.area, *below]


def asked_of(request: HttpRequest, by: Appointment) -> Asked:
    """What the address asks for, or the form that was sent from there; a saved filter (``saringan``) answers for it."""
    query = QueryDict(request.POST.get("asked", "")[:2000]) if request.method == "POST" else request.GET
    kept = query.get("saringan", "")
    saved = SavedFilter.objects.filter(pk=int(kept)).first() if kept.isdecimal() and len(kept) < 19 else None
    data: Any = {**saved.asked, "tabel": query.get("tabel", "")} if saved else query
    return Asked(data, areas_of(by))


@dataclass(frozen=True)
class Cell:
    """A number on the page, the names behind it, and whether it deserves a look."""

    count: int
    url: str
    marked: bool = False


@officer("sorting.read", personal=False)
def table(request: HttpRequest) -> HttpResponseBase:
    """One table on the page, or the seven as a workbook (``unduh=xlsx``) or a paper (``unduh=pdf``). Numbers only."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    asked = asked_of(request, by)
    form = request.GET.get("unduh", "")
    kinds = asked.files if form in {"xlsx", "pdf"} else (asked.kind,)
    answered = questions.cross_tabs(asked.selection, kinds, asked.area)
    heading = papers.title(asked.selection, asked.area.label)
    told = papers.notes(answered, kinds)
    if form in {"xlsx", "pdf"}:
        grids = [(kind.label, papers.grid(answered.tables[kind], answered.names)) for kind in kinds]
        name = f"sortir {heading}"
        if form == "xlsx":
            return papers.workbook(grids, told, name)
        return papers.pdf(papers.paper(_("Sortir data"), [heading], grids, told), name)
    return render(request, "sorting/table.html", _context(by, asked, answered, heading, told))


def _context(by: Appointment, asked: Asked, answered: Answered, heading: str, told: list[str]) -> dict[str, Any]:
    drawn = answered.tables[asked.kind]
    query = urlencode(asked.query)
    names = may(by.role, "person.read")
    address = f"/sortir/orang/?{query}&tabel={asked.kind.value}" if names else ""
    marked = [rules.is_marked(asked.kind, asked.selection.population, one) for one in drawn.headings]
    return {
        "asked": asked,
        "heading": heading,
        "tabs": [Tab(kind.label, f"?{query}&tabel={kind.value}", kind is asked.kind) for kind in TableKind],
        "table": drawn,
        "heads": list(zip(drawn.headings, marked, strict=True)),
        "total_word": papers.total_word(drawn),
        "lines": [(answered.names.get(line.place, ""), _cells(drawn, line, marked, address)) for line in drawn.lines],
        "whole": _cells(drawn, drawn.whole, marked, address),
        "marked": sum(count for count, one in zip(drawn.whole.cells, marked, strict=True) if one),
        "chart": chart(drawn, answered.names),
        "notes": told,
        "ageless": questions.ageless(asked.area) if asked.selection.by_age else 0,
        "file": f"?{query}&tabel={asked.kind.value}",
        "saved": list(SavedFilter.objects.order_by("name")),
        "query": query,
        "may_save": may(by.role, "sorting.save_filter"),
        "may_hand_over": may(by.role, "handover.send_tables") and asked.area.level == 2,
    }


def _cells(drawn: CrossTab, line: rules.Line, marked: list[bool], address: str) -> list[Cell]:
    """The cells of a line and its people, each with the address of the names behind it."""
    place = f"&tempat={line.place}" if line.place else ""
    behind = [
        f"{address}{place}&kolom={heading.number}" if address and count else ""
        for heading, count in zip(drawn.headings, line.cells, strict=True)
    ]
    cells = [Cell(*one) for one in zip(line.cells, behind, marked, strict=True)]
    return [*cells, Cell(line.people, f"{address}{place}" if address and line.people else "")]


def chart(drawn: CrossTab, names: dict[int, str]) -> SafeString:
    """Bars: places for the table of numbers, columns for every other."""
    if drawn.kind is TableKind.NUMBER:
        points = [Bar(names.get(line.place, ""), line.people) for line in drawn.lines]
        return bars(points, title=_("Jumlah per wilayah"), unit=_("orang"))
    shown = [
        Bar(heading.label, count)
        for heading, count in zip(drawn.headings, drawn.whole.cells, strict=True)
        if not (drawn.kind in NONE_FIRST and heading.number in {0, columns.UNKNOWN})
    ]
    return bars(shown, title=_("%(table)s, semua wilayah bersama") % {"table": drawn.kind.label}, unit=_("orang"))


@officer("sorting.read")
def people(request: HttpRequest) -> HttpResponse:
    """The names behind a cell (``tempat``, ``tabel``, ``kolom``), of the own area alone."""
    by: Appointment = request.appointment  # type: ignore[attr-defined]
    asked = asked_of(request, by)
    area, column = cell_of(asked, by)
    rows = questions.behind(asked.selection, area.number, asked.kind, column).with_place().order_by("name_key", "pk")
    found = Table(
        request,
        rows,
        columns=_columns(asked),
        caption=_("Nama di balik angka"),
        link=lambda row: f"/orang/{row.pk}/",
        empty=_("Tidak ada orang di kotak ini sekarang."),
    )
    opened(request, "sorting.listed", [row.pk for row in found.page.rows], shown=f"identity,address,{asked.kind.value}")
    cell = "" if column is None else f"&kolom={column}"
    heading = next((one.label for one in rules.headings(asked.kind, asked.selection) if one.number == column), "")
    context = {
        "table": found,
        "heading": papers.title(asked.selection, area.label),
        "what": f"{asked.kind.label}: {heading}" if heading else asked.kind.label,
        "back": f"/sortir/?{asked.address}",
        "hand_over": f"/sortir/penyerahan/nama/?{asked.address}&tempat={area.number}{cell}"
        if may(by.role, "handover.send_names")
        else "",
    }
    return render(request, "sorting/people.html", context)


def cell_of(asked: Asked, by: Appointment) -> tuple[Area, int | None]:
    """The area and the column of a cell (``tempat``, ``kolom``); a place outside the own area is the table's own."""
    number = _number(asked.said("tempat"))
    area = questions.area_of(number) if number else None
    inside = area if area and by.span[0] <= area.number < by.span[1] else asked.area
    return inside, _number(asked.said("kolom"))


def _number(text: str) -> int | None:
    """A number of the address, as large as an area's can be; None for anything else."""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() and len(digits) <= 10 else None


def _columns(asked: Asked) -> list[Column]:
    kind = asked.kind if asked.kind in columns.VARIABLES else TableKind.SCHOOLING
    variable: Variable = columns.VARIABLES[kind]
    return [
        Column("name", _("Nama"), cell=lambda row: row.shown_name, sort="name_key"),
        Column("age", _("Umur"), cell=lambda row: _age(row, asked)),
        Column("sex", _("Jenis kelamin"), cell=lambda row: row.sex_word.label if row.sex_word else ""),
        Column("trait", variable.label, cell=lambda row: row.trait(variable)),
        Column("address", _("Alamat"), cell=panels.address),
        Column("village", _("Desa"), cell=lambda row: row.village.name),
    ]


def _age(row: Any, asked: Asked) -> str:
    years = row.age(asked.selection.on)
    if years is None or years < 0:
        return ""
    return number(years) if row.birth_date else _("± %(years)s") % {"years": number(years)}
