"""A table as a file. No cell of a file ever is a live formula, whoever typed its text.

The whole file is made inside the view: rows must be read while the request's transaction, and with it the row-level
security of the reader, still stands.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from html import unescape
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

from django.db.models import QuerySet
from django.http import FileResponse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext

from satupintu.engine.ui.tables.column import Column, Getter
from satupintu.lib.sheets import Imprint, sheet_name, write_book, write_csv, write_xlsx

FORMATS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
"""The formats of a file and their content types."""

# Characters that neither a workbook nor UTF-8 can hold.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CELL_LIMIT = 32_767  # characters in one cell of a workbook
_EXACT = 10**15  # a workbook keeps fifteen digits of a number


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one copy from every other: ``lines``, each a heading and a value, stand in every row of it, so that it is
    known again whatever else is cut away; ``head`` and ``foot`` on each page, ``number`` in the name of the file."""

    number: str
    head: str
    foot: str
    lines: tuple[tuple[str, str], ...]

    def columns(self) -> list[Column]:
        """The lines as the last columns of a table."""
        return [Column(f"stamp{at}", head, cell=_always(value)) for at, (head, value) in enumerate(self.lines)]

    def beside(self, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> tuple[list[str], list[list[object]]]:
        """Heads and rows with the lines at their end."""
        titles, values = [head for head, _value in self.lines], [value for _head, value in self.lines]
        return [*heads, *titles], [[*row, *values] for row in rows]


def _always(value: str) -> Getter:
    return lambda _row: value


Value = str | int | float | Decimal | date | datetime | None


def plain(value: object) -> Value:
    """Turn a cell into a value for a file: markup becomes its words, a moment local time, what a file would spoil text."""
    if value is None:
        return None
    if isinstance(value, bool):
        return gettext("Ya") if value else gettext("Tidak")
    if isinstance(value, datetime):
        return _day(timezone.make_naive(value) if timezone.is_aware(value) else value)
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, int | float | Decimal):
        return value if math.isfinite(value) and -_EXACT < value < _EXACT else str(value)
    text = " ".join(unescape(strip_tags(value)).split()) if isinstance(value, SafeString) else str(value)
    return _UNWRITABLE.sub("", text)[:_CELL_LIMIT]


def _day(value: date) -> date | str:
    return value if value.year >= 1900 else value.isoformat()  # a workbook knows no earlier day


def _lines(columns: Sequence[Column], rows: QuerySet[Any] | Sequence[Any]) -> Iterator[list[Value]]:
    getters = [column.file_getter for column in columns]
    for row in rows.iterator(chunk_size=2000) if isinstance(rows, QuerySet) else rows:
        yield [plain(get(row)) for get in getters]


def response(
    form: str,
    columns: Sequence[Column],
    rows: QuerySet[Any] | Sequence[Any],
    name: str,
    title: str,
    stamp: Stamp | None = None,
) -> FileResponse:
    """Make the file of a format in FORMATS and answer with it. The name carries the day, and the number of a ``stamp``."""
    chosen = [*(column for column in columns if column.in_file), *(stamp.columns() if stamp else ())]
    heads, lines = [str(column.label) for column in chosen], _lines(chosen, rows)
    with NamedTemporaryFile(suffix=f".{form}") as place:
        path = Path(place.name)
        if form == "csv":
            write_csv(heads, lines, path)
        else:
            write_xlsx(heads, lines, path, name=sheet_name(title), imprint=_imprint(stamp, title))
        content = path.open("rb")  # lives on when the name goes; the response closes it
    return _handed(content, form, named(name, stamp))


def named(name: str, stamp: Stamp | None) -> str:
    """The name of a file with the number of its copy."""
    return f"{name} {stamp.number}" if stamp else name


def _imprint(stamp: Stamp | None, title: str) -> Imprint | None:
    return Imprint(stamp.head, stamp.foot, title) if stamp else None


def book(
    sheets: Sequence[tuple[str, Sequence[str], Sequence[Sequence[object]]]], name: str, stamp: Stamp | None = None
) -> FileResponse:
    """A workbook of several sheets (title, heads, rows), as an answer; every row of each bears the ``stamp``."""
    if stamp:
        sheets = [(title, *stamp.beside(heads, rows)) for title, heads, rows in sheets]
    with NamedTemporaryFile(suffix=".xlsx") as place:
        path = Path(place.name)
        write_book(
            [
                (sheet_name(title), heads, [[plain(value) for value in row] for row in rows])
                for title, heads, rows in sheets
            ],
            path,
            imprint=_imprint(stamp, name),
        )
        content = path.open("rb")
    return _handed(content, "xlsx", named(name, stamp))


def _handed(content: IO[bytes], form: str, name: str) -> FileResponse:
    stem = f"{slugify(name) or 'daftar'}-{timezone.localdate():%Y-%m-%d}.{form}"
    answer = FileResponse(content, as_attachment=True, filename=stem, content_type=FORMATS[form])
    answer["Cache-Control"] = "no-store"
    return answer
