"""Writing tables that a spreadsheet opens without running anything and without losing digits."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
# A program that splits at semicolons, commas or tabs starts a new cell behind one of these, even inside quotes.
_HIDDEN = re.compile(r"([;,\t\r\n][\s\u200b\ufeff]*)([=+\-@\uff1d\uff0b\uff0d\uff20])")


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula: what starts like one gets an apostrophe in front.

    Full-width forms and leading blanks count too, and so does what would start a cell if the text were split at a comma,
    semicolon, tab or line break.
    """
    text = _HIDDEN.sub(r"\1'\2", text)
    seen = unicodedata.normalize("NFKC", text[:40]).lstrip(" \u00a0\u200b\ufeff")
    return f"'{text}" if seen.startswith(_STARTS) or text.startswith(_STARTS) else text


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]], path: Path | str) -> None:
    """Write a CSV that Indonesian Excel opens with its letters and columns: UTF-8 with a mark, semicolons, decimal commas,
    dates day-month-year, every text quoted and harmless.
    """
    with Path(path).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow([harmless(title) for title in header])
        writer.writerows([_csv_value(value) for value in row] for row in rows)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands above and below each printed page of a workbook, and in its properties."""

    head: str
    foot: str
    title: str


Sheet = tuple[str, Sequence[str], Iterable[Sequence[object]]]
"""A sheet of a workbook: its name, its heads, its rows."""


def write_xlsx(
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    path: Path | str,
    *,
    name: str = "Data",
    imprint: Imprint | None = None,
) -> None:
    """Write an XLSX of one sheet; see `write_book`."""
    write_book([(name, header, rows)], path, imprint=imprint)


def write_book(sheets: Iterable[Sheet], path: Path | str, *, imprint: Imprint | None = None) -> None:
    """Write an XLSX in constant memory: text stays text (a NIK keeps its digits, "=…" is no formula), numbers numbers,
    dates dates, None empty. Names of sheets are unique and fit (see `sheet_name`). With an ``imprint`` on each page.
    """
    options = {"constant_memory": True} | dict.fromkeys(("strings_to_formulas", "strings_to_urls"), False)
    with xlsxwriter.Workbook(str(path), options) as book:
        if imprint:
            book.set_properties({"title": imprint.title, "subject": imprint.head, "comments": imprint.foot})
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        moment = book.add_format({"num_format": "dd-mm-yyyy hh:mm"})
        bold = book.add_format({"bold": True})
        for name, header, rows in sheets:
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, list(header), bold)
            sheet.freeze_panes(1, 0)
            if imprint:
                sheet.set_header(f"&L{_printed(imprint.head)}")
                sheet.set_footer(f"&L{_printed(imprint.foot)}&R&P/&N")
            for at, row in enumerate(rows, start=1):
                for column, value in enumerate(row):
                    _write(sheet, at, column, value, day, moment)


def _printed(text: str) -> str:
    """Text for the edge of a page: no codes of its own, at most as long as a workbook keeps."""
    return text.replace("&", "&&")[:200]


def _write(sheet: Any, at: int, column: int, value: object, day: Any, moment: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(at, column, value)
    elif isinstance(value, datetime):
        sheet.write_datetime(at, column, value.replace(tzinfo=None), moment)
    elif isinstance(value, date | time):
        sheet.write_datetime(at, column, value, day)
    elif isinstance(value, bool):
        sheet.write_boolean(at, column, value)
    elif value is not None:
        sheet.write_number(at, column, value)


def sheet_name(title: str) -> str:
    """A name that a sheet may have: at most 31 characters, none of []:*?/\\ and no apostrophe at its ends."""
    return re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title)[:31].strip("' ") or "Data"


def _csv_value(value: object) -> object:
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, datetime):
        return value.strftime("%d-%m-%Y %H:%M")
    if isinstance(value, float | Decimal):
        return str(value).replace(".", ",")
    return value.strftime("%d-%m-%Y") if isinstance(value, date) else value
