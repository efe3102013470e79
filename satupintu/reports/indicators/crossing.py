"""Complaints by two things at once: a table of counts whose cells lead to the rows behind them."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from satupintu.foundation.offices.models import Appointment
from satupintu.reports.indicators.questions import complaints, grouped
from satupintu.reports.indicators.words import Dimension

WIDEST = 13
"""Columns of values; a year and a piece of one, by months. What comes after them is added up in one more."""
Found = Iterable[tuple[Any, Any, int]]


class Rest:
    """The key of a column that stands for all that have none of their own."""


REST = Rest()


@dataclass(frozen=True)
class Crossing:
    """Counts by ``rows`` and ``columns`` of keys; every total is the sum of its cells."""

    rows: Sequence[Any]
    columns: Sequence[Any]
    cells: Counter[tuple[Any, Any]]
    row_names: dict[Any, str]
    column_names: dict[Any, str]

    @property
    def largest(self) -> int:
        """The largest cell, 0 in an empty table."""
        return max(self.cells.values(), default=0)

    def line(self, row: Any) -> int:
        """The total of a row."""
        return sum(self.cells[row, column] for column in self.columns)

    def column(self, column: Any) -> int:
        """The total of a column."""
        return sum(self.cells[row, column] for row in self.rows)

    @property
    def total(self) -> int:
        """All together."""
        return sum(self.cells.values())


def crossing(by: Appointment, since: date, until: date, down: Dimension, across: Dimension) -> Crossing:
    """The complaints of a period by two dimensions, under the walls of whoever asks. One query counts them all.

    Raises ValueError where both are the same.
    """
    if down == across:
        raise ValueError("a table crosses two dimensions")
    rows, first, first_names = grouped(by, complaints(by, since, until), down)
    rows, second, second_names = grouped(by, rows, across)
    found = list(rows.order_by().values_list(first, second).annotate(total=Count("pk")))
    shown = laid_out(found, in_order=(down == Dimension.MONTH, across == Dimension.MONTH))
    return Crossing(*shown, first_names(shown[0]), second_names(column for column in shown[1] if column is not REST))


def laid_out(found: Found, *, in_order: tuple[bool, bool]) -> tuple[list[Any], list[Any], Counter[tuple[Any, Any]]]:
    """Rows, columns and cells: the largest first, or by their own order; columns that are too many become ``REST``.

    Of ordered columns the last ones stay and the rest stands before them; of others the largest.
    """
    cells: Counter[tuple[Any, Any]] = Counter()
    down: Counter[Hashable] = Counter()
    across: Counter[Hashable] = Counter()
    for row, column, count in found:
        cells[row, column] += count
        down[row] += count
        across[column] += count
    rows, columns = (_ordered(one, ordered) for one, ordered in zip((down, across), in_order, strict=True))
    kept = columns[-WIDEST:] if in_order[1] else columns[:WIDEST]
    if len(kept) < len(columns):
        for row, column in [key for key in cells if key[1] not in kept]:
            cells[row, REST] += cells.pop((row, column))
        kept = [REST, *kept] if in_order[1] else [*kept, REST]
    return rows, kept, cells


def _ordered(totals: Counter[Any], own: bool) -> list[Any]:
    return sorted(totals) if own else [key for key, _count in totals.most_common()]
