"""What one reader sees of the editions: tables of areas, and the chart of all of them together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from satupintu.engine.ui.charts import Bar, bars
from satupintu.engine.ui.moments import short_month
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.areas.models import labels
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.rollup import ROOT, TOTAL
from satupintu.reports.editions.models import Cell, Edition
from satupintu.reports.editions.words import Subject

HIDDEN = "–"
"""What stands where a count is too small, or would tell one that is."""
SIDE_BY_SIDE = 7
"""Areas that fit beside each other, all of them together among them; more stand one under the other."""
UPRIGHT = 9
"""Columns of counts from which on their heads are written upwards, or the table would not fit the page."""
Head = tuple[Any, str]
"""What a line or a column is of, and its words."""
Found = dict[tuple[str, str], dict[int, int | None]]
"""Table and value → area → count; None is hidden, what is missing is nought."""


@dataclass(frozen=True)
class Part:
    """One part of the page: a table, and the chart of its last line ("" where there is none)."""

    title: str
    table: Table
    chart: SafeString | str = ""
    upright: bool = False


@dataclass(frozen=True)
class Wanted:
    """A table of an edition: its name there, its title, what one of its values is, their words, whether there is a chart."""

    what: str
    title: str
    one: str
    words: Mapping[str, str]
    drawn: bool = False


@dataclass(frozen=True)
class Drawer:
    """Draws parts for one reader; ``unit`` names what is counted."""

    request: HttpRequest
    by: Appointment
    unit: str
    empty: str

    def parts(self, edition: Edition, wanted: Sequence[Wanted]) -> list[Part]:
        """Tables of one edition."""
        found: Found = {}
        for what, area, code, count in edition.cells.seen_by(self.by).values_list("what", "area", "code", "count"):
            found.setdefault((what, code), {})[area] = count
        return [self._part(found, one) for one in wanted]

    def over(self, subject: Subject, months: list[date], title: str) -> Part:
        """The totals of some months side by side. They are never added up: a sum would tell a month that is hidden."""
        found: Found = {}
        rows = Cell.objects.seen_by(self.by).totals(subject, months).values_list("edition__month", "area", "count")
        for month, area, count in rows:
            found.setdefault(("", f"{month:%Y-%m}"), {})[area] = count
        words = {f"{month:%Y-%m}": short_month(month) for month in months}
        return self._draw(Wanted("", title, "", words, drawn=True), found, [("", code) for code in words])

    def _part(self, found: Found, wanted: Wanted) -> Part:
        used = [(wanted.what, code) for code in wanted.words if (wanted.what, code) in found]
        return self._draw(wanted, found, [*used, (TOTAL, TOTAL)])

    def _draw(self, wanted: Wanted, found: Found, keys: list[tuple[str, str]]) -> Part:
        own = self.by.area.number if self.by.area else ROOT
        areas = sorted({area for key in keys for area in found.get(key, {})} - {own})
        names = labels(areas)
        down: list[Head] = [*((one, names.get(one) or _("Tingkat provinsi")) for one in areas), (own, _("Semua"))]
        across: list[Head] = [(key, wanted.words.get(key[1]) or _("Semua")) for key in keys]
        counts = {(area, key): found.get(key, {}).get(area, 0) for area, _name in down for key in keys}
        points = [
            Bar(wanted.words[key[1]], count)
            for key in keys
            if key[1] in wanted.words and (count := counts[own, key]) is not None
        ]
        known = len(points) == sum(code in wanted.words for _what, code in keys)
        heading = _("Semua daerah bersama") if known else _("Semua daerah bersama, tanpa yang disembunyikan")
        chart = bars(points, title=heading, unit=self.unit) if wanted.drawn and areas else ""
        first, empty = _("Daerah"), self.empty
        if areas and all(count is None for count in counts.values()):
            areas, empty = [], _("Semua angkanya disembunyikan supaya tidak ada orang yang dapat ditebak.")
        if wanted.one and len(down) <= SIDE_BY_SIDE:
            first, down, across = wanted.one, across, down
            counts = {(key, area): count for (area, key), count in counts.items()}
        columns = [Column("first", first, cell=lambda line: line[1]), *(_column(*head, counts) for head in across)]
        rows = down if areas else []
        table = Table(self.request, rows, columns=columns, caption=wanted.title, empty=empty, size=200, counted=False)
        return Part(wanted.title, table, chart, upright=bool(wanted.one) and len(across) > UPRIGHT)


def _column(key: Any, label: str, counts: Mapping[tuple[Any, Any], int | None]) -> Column:
    def cell(line: Head) -> Any:
        count = counts[line[0], key]
        return HIDDEN if count is None else count

    name = "-".join(key) if isinstance(key, tuple) else str(key)
    return Column(name or "total", label, cell=cell, numeric=True)
