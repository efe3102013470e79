"""What one reader sees of the editions: tables of areas, and the chart of all of them together."""

from collections.abc import Callable, Mapping, Sequence
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
Line = dict[str, int | None]
Found = dict[tuple[str, str], dict[int, int | None]]
"""Table and value → area → count; None is hidden, what is missing is nought."""


@dataclass(frozen=True)
class Part:
    """One part of the page: a table, and the chart of its last line ("" where there is none)."""

    title: str
    table: Table
    chart: SafeString | str = ""


@dataclass(frozen=True)
class Drawer:
    """Draws parts for one reader; ``unit`` names what is counted."""

    request: HttpRequest
    by: Appointment
    unit: str
    empty: str

    def parts(self, edition: Edition, wanted: Sequence[tuple[str, str, Mapping[str, str], bool]]) -> list[Part]:
        """Tables of one edition: (table, title, words of its values, whether there is a chart)."""
        found: Found = {}
        for what, area, code, count in edition.cells.seen_by(self.by).values_list("what", "area", "code", "count"):
            found.setdefault((what, code), {})[area] = count
        return [self._part(found, what, title, words, drawn) for what, title, words, drawn in wanted]

    def over(self, subject: Subject, months: list[date], title: str) -> Part:
        """The totals of some months side by side. They are never added up: a sum would tell a month that is hidden."""
        found: Found = {}
        rows = Cell.objects.seen_by(self.by).totals(subject, months).values_list("edition__month", "area", "count")
        for month, area, count in rows:
            found.setdefault(("", f"{month:%Y-%m}"), {})[area] = count
        words = {f"{month:%Y-%m}": short_month(month) for month in months}
        return self._draw(title, found, [("", code) for code in words], words, drawn=True)

    def _part(self, found: Found, what: str, title: str, words: Mapping[str, str], drawn: bool) -> Part:
        used = [(what, code) for code in words if (what, code) in found]
        return self._draw(title, found, [*used, (TOTAL, TOTAL)], words, drawn=drawn)

    def _draw(
        self, title: str, found: Found, keys: list[tuple[str, str]], words: Mapping[str, str], *, drawn: bool
    ) -> Part:
        own = self.by.area.number if self.by.area else ROOT
        areas = sorted({area for key in keys for area in found.get(key, {})} - {own})
        names = labels(areas)
        lines = [
            (label, [found.get(key, {}).get(area, 0) for key in keys])
            for area, label in [*((one, names.get(one) or _("Tingkat provinsi")) for one in areas), (own, _("Semua"))]
        ]
        columns = [Column("area", _("Daerah"), cell=lambda line: line[0])]
        columns += [_column(place, code, words.get(code) or _("Semua")) for place, (_what, code) in enumerate(keys)]
        table = Table(self.request, lines if areas else [], columns=columns, caption=title, empty=self.empty, size=200)
        points = [
            Bar(words[code], count)
            for (_what, code), count in zip(keys, lines[-1][1], strict=True)
            if code in words and count is not None
        ]
        known = len(points) == sum(code in words for _what, code in keys)
        heading = _("Semua daerah bersama") if known else _("Semua daerah bersama, tanpa yang disembunyikan")
        chart = bars(points, title=heading, unit=self.unit) if drawn and areas else ""
        return Part(title, table, chart)


def _column(place: int, code: str, label: str) -> Column:
    cell: Callable[[Any], Any] = lambda line: HIDDEN if line[1][place] is None else line[1][place]  # noqa: E731
    return Column(code or "total", label, cell=cell, numeric=True)
