"""The cross table as a page and as a file: counts with a ground the darker the more, each leading to its rows."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from satupintu.engine.ui.charts import heat
from satupintu.engine.ui.moments import day, short_month
from satupintu.engine.ui.tables import Column, Table
from satupintu.foundation.offices.models import Appointment
from satupintu.reports.indicators.crossing import REST, Crossing, crossing
from satupintu.reports.indicators.drilling import Behind
from satupintu.reports.indicators.forms import AnalysisForm
from satupintu.reports.indicators.ways import ways
from satupintu.reports.indicators.words import Dimension

WHOLE = object()
"""The key of the line, and of the column, of all together."""


def crossed(request: HttpRequest, by: Appointment, form: AnalysisForm) -> HttpResponseBase:
    """Complaints by what the form names down and across."""
    down, across, (since, until) = form.dimension, form.crossed, form.days
    assert across is not None
    found = crossing(by, since, until, down, across)
    table = Table(
        request,
        [*found.rows, WHOLE] if found.rows else [],
        columns=_Drawn(found, down, across, Behind(since, until)).columns(),
        caption=_("Keluhan menurut %(down)s dan %(across)s")
        % {"down": down.label.lower(), "across": across.label.lower()},
        filters=form,
        empty=_("Tidak ada keluhan dalam jangka waktu ini."),
        size=200,
        may_export=True,
        file_name=f"analisis-{down.value}-{across.value}",
    )
    period = _("Banyaknya keluhan, %(since)s sampai %(until)s") % {"since": day(since), "until": day(until)}
    context = {"table": table, "ways": ways(request), "period": period}
    return table.export() or render(request, "indicators/crossed.html", context)


class _Drawn:
    """A crossing in words, with the address behind each number."""

    def __init__(self, found: Crossing, down: Dimension, across: Dimension, behind: Behind) -> None:
        self.found, self.down, self.across, self.behind = found, down, across, behind

    def columns(self) -> list[Column]:
        """The first names the row; the last is its total."""
        keys = [*self.found.columns, WHOLE]
        return [Column("label", self.down.short, cell=self._row), *(self._column(n, key) for n, key in enumerate(keys))]

    def _row(self, row: Any) -> str:
        return _("Semua") if row is WHOLE else self.found.row_names[row] or _("Tanpa")

    def _head(self, column: Any) -> str:
        if column is WHOLE:
            return _("Semua")
        if column is REST:
            return _("Sebelumnya") if self.across == Dimension.MONTH else _("Lainnya")
        if self.across == Dimension.MONTH:
            return short_month(column)
        return self.found.column_names[column] or _("Tanpa")

    def _column(self, place: int, column: Any) -> Column:
        head = self._head(column)
        count: Callable[[Any], int] = lambda row: self._count(row, column)  # noqa: E731

        def cell(row: Any) -> Any:
            number = count(row)
            if not number:
                return ""
            told = f"{self._row(row)}, {head}"
            whole = row is WHOLE or column is WHOLE
            return heat(number, 0 if whole else self.found.largest, self._address(row, column), told)

        return Column(f"c{place}", head, cell=cell, export=count, numeric=True)

    def _count(self, row: Any, column: Any) -> int:
        if row is WHOLE:
            return self.found.total if column is WHOLE else self.found.column(column)
        return self.found.line(row) if column is WHOLE else self.found.cells[row, column]

    def _address(self, row: Any, column: Any) -> str:
        if column is REST:
            return ""
        values = {self.down: row, self.across: column}
        return self.behind.those({dimension: key for dimension, key in values.items() if key is not WHOLE})
