"""The confined process: looks into the file on standard input, writes rows as JSON lines to standard output.

First line {"names": […], "name": …}, then [[row number, [cells]], …] of some rows that are not empty, last {"rows": n};
or, at any point, {"refused": code, "row": n}. Text is a string, emptiness null, a number a number, anything else an object
{kind: ISO text}. Only the standard library and calamine are needed here.
"""

import io
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any, BinaryIO

from satupintu.lib.sheets import text_tables
from satupintu.lib.sheets.confinement import confine
from satupintu.lib.sheets.prescan import prescan
from satupintu.lib.sheets.refusals import MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, SheetRefused

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")
_WEB_PAGES = (b"<html", b"<!doctype html", b"<table", b"<?xml")

Value = str | int | float | bool | None | dict[str, str]
_AT_ONCE, _MOST = 200, 2**20
"""Rows that are told in one line, and characters in them after which it ends."""


def main(wanted: str = "") -> None:
    """Read standard input (a seekable file) and report; `wanted` names a sheet. Ends the process."""
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", write_through=False)
    try:
        import python_calamine  # noqa: F401 - loaded before memory is limited and files are

        confine()
        with open(0, "rb", closefd=False) as file:
            encoded = json.JSONEncoder(separators=(",", ":")).encode
            for line in _read(file, wanted):
                out.write(encoded(line) + "\n")
    except SheetRefused as refusal:
        out.write(json.dumps({"refused": refusal.code, "row": refusal.row}) + "\n")
    except MemoryError:
        out.write('{"refused":"memory","row":null}\n')
    except BrokenPipeError:
        return
    out.flush()


def _read(file: BinaryIO, wanted: str) -> Iterator[object]:
    start = file.read(512)
    file.seek(0)
    if start.startswith((_ZIP, _OLE)):
        yield from _spreadsheet(file, wanted, packed=start.startswith(_ZIP))
    elif not start:
        raise SheetRefused("empty_file")
    elif start.startswith(_NO_TABLES):
        raise SheetRefused("not_a_table")
    elif start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB_PAGES):
        raise SheetRefused("web_page")
    else:
        yield {"names": [], "name": ""}
        yield from _lines(map(_texts, count(1), text_tables.rows(text_tables.decode(file.read()))))


def _spreadsheet(file: BinaryIO, wanted: str, *, packed: bool) -> Iterator[object]:
    import python_calamine as calamine

    if packed:
        prescan(file)
    try:
        book = calamine.CalamineWorkbook.from_filelike(file)
        visible = [s.name for s in book.sheets_metadata if s.visible == calamine.SheetVisibleEnum.Visible
                   and s.typ == calamine.SheetTypeEnum.WorkSheet]  # fmt: skip
        name = wanted or (visible[0] if visible else "")
        if name not in visible:
            raise SheetRefused("no_such_sheet")
        sheet = book.get_sheet_by_name(name)
    except calamine.PasswordError:
        raise SheetRefused("password") from None
    except MemoryError:
        raise
    except (calamine.CalamineError, OSError, ValueError):
        raise SheetRefused("damaged") from None
    except BaseException as failure:  # a panic of the library arrives as BaseException
        if isinstance(failure, SheetRefused):
            raise
        raise SheetRefused("damaged") from None
    last_row, last_column = sheet.end or (0, 0)
    if last_row >= MAX_ROWS:
        raise SheetRefused("rows")
    if last_column >= MAX_COLUMNS:
        raise SheetRefused("columns")
    yield {"names": visible, "name": name}
    left: list[Any] = [None] * (sheet.start[1] if sheet.start else 0)  # rows are padded on top, not on the left
    yield from _lines(map(_cells, count(1), (left + row for row in sheet.iter_rows())))


def _lines(records: Iterator[list[Any]]) -> Iterator[object]:
    """The rows that hold anything, with the number that a spreadsheet shows beside them, some at a time."""
    found, size = 0, 0
    some: list[object] = []
    try:
        for number, cells in enumerate(records, start=1):
            while cells and cells[-1] is None:
                cells.pop()
            if cells:
                found += 1
                some.append((number, cells))
                size += sum([len(cell) for cell in cells if type(cell) is str])
                if len(some) >= _AT_ONCE or size > _MOST:
                    yield some
                    some, size = [], 0
    except SheetRefused:
        yield some
        raise
    if not found:
        raise SheetRefused("empty_table")
    yield some
    yield {"rows": found}


def _texts(row: int, record: list[str]) -> list[Any]:
    if record and max(map(len, record)) > MAX_CELL_CHARACTERS:
        raise SheetRefused("long_cell", row)
    return [text if text and not text.isspace() else None for text in record]


def _cells(row: int, record: list[Any]) -> list[Any]:
    return [_cell(value, row) for value in record]


def _cell(value: object, row: int) -> Value:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        if len(value) > MAX_CELL_CHARACTERS:
            raise SheetRefused("long_cell", row)
        text = value.replace("\0", "\ufffd")
        return text if text.strip() else None
    if isinstance(value, float):
        return value if value == value and abs(value) != float("inf") else str(value)
    if isinstance(value, datetime):
        return {"date": value.date().isoformat()} if value.time() == time.min else {"datetime": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, time):
        return {"time": value.isoformat()}
    if isinstance(value, timedelta):
        return {"time": str(value)}
    return str(value)
