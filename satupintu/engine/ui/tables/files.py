"""A table as a file. No cell of a file ever is a live formula, whoever typed its text.

The whole file is made inside the view: rows must be read while the request's transaction, and with it the row-level
security of the reader, still stands.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from html import unescape
from tempfile import SpooledTemporaryFile
from typing import IO, Any

import xlsxwriter
from django.db.models import QuerySet
from django.http import FileResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext

from satupintu.engine.ui.tables.column import Column

# What a spreadsheet may take for the start of a formula, half and full width, also behind blanks.
_FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@\t\r\n\x00\uff1d\uff0b\uff0d\uff20]")
# A program that splits at semicolons or tabs would start a new cell behind one of these, even inside quotes.
_HIDDEN = re.compile(r"([;\t\r\n\x00][\s\u200b\ufeff]*)([=+\-@\uff1d\uff0b\uff0d\uff20])")
# Characters that XML, and so a workbook, cannot hold.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CELL_LIMIT = 32_767  # characters in one cell of a workbook (Excel's limit)
_MEMORY = 5 * 1024 * 1024  # bytes of a file kept in memory before it goes to disk

Value = str | int | float | Decimal | date | datetime


def plain(value: object) -> Value:
    """Turn a cell into a plain value for a file: markup becomes its words, a moment loses its zone (local time)."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return gettext("Ya") if value else gettext("Tidak")
    if isinstance(value, SafeString):
        return " ".join(unescape(strip_tags(value)).split())
    if isinstance(value, datetime):
        return timezone.make_naive(value) if timezone.is_aware(value) else value
    if isinstance(value, int | float | Decimal | date) and not isinstance(value, Promise):
        return value
    return str(value)


def looks_live(text: str) -> bool:
    """Say whether a spreadsheet could take a text for a formula."""
    return _FORMULA.match(text) is not None


def quiet(text: str) -> str:
    """Make a text harmless in a CSV file: an apostrophe before whatever could start a formula."""
    text = _HIDDEN.sub(r"\1'\2", text)
    text = f"'{text}" if looks_live(text) else text
    return text.replace("\x00", "")


def _lines(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[list[Value]]:
    getters = [column.file_getter for column in columns]
    for row in rows:
        yield [plain(get(row)) for get in getters]


def write_csv(out: IO[bytes], columns: Sequence[Column], rows: Iterable[Any], title: str) -> None:
    """Write UTF-8 with a byte order mark, comma separated, every text quoted."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([quiet(str(column.label)) for column in columns])
    for line in _lines(columns, rows):
        writer.writerow([quiet(cell) if isinstance(cell, str) else cell for cell in line])
    text.detach()


def write_xlsx(out: IO[bytes], columns: Sequence[Column], rows: Iterable[Any], title: str) -> None:
    """Write a workbook row by row in constant memory; every text is written as text, never guessed."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    sheet = book.add_worksheet(_sheet_name(title))
    bold = book.add_format({"bold": True})
    quoted = book.add_format({"quote_prefix": True})
    day = book.add_format({"num_format": "dd mmm yyyy"})
    instant = book.add_format({"num_format": "dd mmm yyyy hh:mm"})
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, max(12, min(40, len(str(column.label)) + 6)))
        sheet.write_string(0, place, str(column.label), bold)
    for number, line in enumerate(_lines(columns, rows), start=1):
        for place, cell in enumerate(line):
            if isinstance(cell, str):
                text = _UNWRITABLE.sub("", cell)[:_CELL_LIMIT]
                sheet.write_string(number, place, text, quoted if looks_live(cell) else None)
            elif isinstance(cell, date) and cell.year < 1900:
                sheet.write_string(number, place, cell.isoformat())  # a workbook knows no earlier day
            elif isinstance(cell, datetime):
                sheet.write_datetime(number, place, cell, instant)
            elif isinstance(cell, date):
                sheet.write_datetime(number, place, datetime(cell.year, cell.month, cell.day), day)
            elif abs(cell) < 10**15:
                sheet.write_number(number, place, cell)
            else:
                sheet.write_string(number, place, str(cell))  # a workbook keeps 15 digits only
    book.close()


def _sheet_name(title: str) -> str:
    """A workbook's sheet name: at most 31 characters, none of []:*?/\\ and no apostrophe at its ends."""
    return re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title)[:31].strip("' ") or "Data"


Writer = Callable[[IO[bytes], Sequence[Column], Iterable[Any], str], None]
FORMATS: dict[str, tuple[str, Writer]] = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx),
    "csv": ("text/csv; charset=utf-8", write_csv),
}


def response(
    form: str, columns: Sequence[Column], rows: QuerySet[Any] | Sequence[Any], name: str, title: str
) -> FileResponse:
    """Make the file of a format in FORMATS and answer with it. The name carries the day."""
    kind, write = FORMATS[form]
    chosen = [column for column in columns if column.in_file]
    spool = SpooledTemporaryFile(max_size=_MEMORY)  # noqa: SIM115 - the response closes it
    source = rows.iterator(chunk_size=2000) if isinstance(rows, QuerySet) else rows
    write(spool, chosen, source, title)
    spool.seek(0)
    stem = f"{slugify(name) or 'daftar'}-{timezone.localdate():%Y-%m-%d}.{form}"
    answer = FileResponse(spool, as_attachment=True, filename=stem, content_type=kind)
    answer["Cache-Control"] = "no-store"
    return answer
