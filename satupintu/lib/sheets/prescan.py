"""What is looked at before a packed spreadsheet (XLSX, ODS) is unpacked: size, ratio, DTDs, and how far cells reach.

`<dimension>` lies, so the references of the cells themselves are read, in a stream. A 1 kB file with one cell at
ZZ1048576 would otherwise make any reader that builds the whole rectangle ask for 23 GB.
"""

import re
import zipfile
import zlib
from typing import IO, BinaryIO
from xml.parsers import expat

from satupintu.lib.sheets.refusals import (
    MAX_COLUMNS,
    MAX_ENTRIES,
    MAX_RATIO,
    MAX_ROWS,
    MAX_UNPACKED_BYTES,
    RATIO_COUNTS_FROM,
    SheetRefused,
)

_CHUNK = 2**20
_OVERLAP = 256
_CELL = re.compile(rb"\sr\s*=\s*[\"']\s*\$?([A-Za-z]{1,12})\$?([0-9]{1,12})\s*[\"']")
_ROW = re.compile(rb"row\s[^<>]{0,128}?\br\s*=\s*[\"']\s*([0-9]{1,12})\s*[\"']")
_DTD = re.compile(rb"<!DOCTYPE|<!ENTITY")
_ENCODING = re.compile(rb"<\?xml[^>]{0,128}encoding\s*=\s*[\"']([^\"']{1,40})[\"']")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError)


def prescan(file: BinaryIO) -> None:
    """Look through a packed spreadsheet, leaving the file at its start. Raises SheetRefused."""
    try:
        with zipfile.ZipFile(file) as package:
            entries = package.infolist()
            _check_sizes(entries)
            names = {entry.filename for entry in entries}
            _check_kind(names)
            is_ods = "content.xml" in names
            for entry in entries:
                with package.open(entry) as part:
                    _scan(part, entry.filename, is_ods=is_ods)
    except _BROKEN:
        raise SheetRefused("damaged") from None
    file.seek(0)


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise SheetRefused("unpacked")
    if any(entry.flag_bits & 1 for entry in entries):
        raise SheetRefused("password")
    for entry in entries:
        if entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise SheetRefused("unpacked")


def _check_kind(names: set[str]) -> None:
    if "xl/workbook.bin" in names:
        raise SheetRefused("xlsb")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise SheetRefused("macro")
    if not any(name == "content.xml" or name.startswith("xl/") for name in names):
        raise SheetRefused("not_a_table")


def _scan(part: IO[bytes], name: str, *, is_ods: bool) -> None:
    """Read a part to its end (which also proves its declared size and checksum) and judge what it holds."""
    is_xml = name.endswith((".xml", ".rels", ".rdf", ".vml"))
    is_sheet = name.startswith("xl/worksheets/")
    reach = _OdsReach() if is_ods and name == "content.xml" else None
    tail, first = b"", True
    while chunk := part.read(_CHUNK):
        if first and is_xml:
            _check_encoding(chunk)
            first = False
        if is_xml and (b"\0" in chunk or _DTD.search(tail + chunk)):
            raise SheetRefused("unsafe")
        if is_sheet:
            _check_reach(tail + chunk)
        if reach:
            reach.feed(chunk)
        tail = chunk[-_OVERLAP:]


def _check_encoding(start: bytes) -> None:
    """Only UTF-8 can be searched for DTDs as bytes; spreadsheets are never written in anything else."""
    declared = _ENCODING.search(start[:512])
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        raise SheetRefused("unsafe")


def _check_reach(xml: bytes) -> None:
    found = _CELL.findall(xml)
    rows = {row for _, row in found} | set(_ROW.findall(xml))
    if any(int(row) > MAX_ROWS for row in rows):
        raise SheetRefused("rows")
    if any(_column_number(letters) > MAX_COLUMNS for letters in {letters for letters, _ in found}):
        raise SheetRefused("columns")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class _OdsReach:
    """Follows the rows and cells of an ODS content part: one cell may stand for a million by its repeat counts."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.buffer_text = True
        self._row = self._column = self._repeat = 0
        self._row_filled = False

    def feed(self, chunk: bytes) -> None:
        try:
            self._parser.Parse(chunk, False)
        except expat.ExpatError:
            raise SheetRefused("damaged") from None

    def _doctype(self, *_: object) -> None:
        raise SheetRefused("unsafe")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "table":
            self._row = 0
        elif local == "table-row":
            self._repeat = _repeats(attributes, "number-rows-repeated")
            self._column, self._row_filled = 0, False
        elif local in ("table-cell", "covered-table-cell"):
            self._column += _repeats(attributes, "number-columns-repeated")
            if any(key.rpartition(":")[2] in ("value-type", "value", "formula") for key in attributes):
                self._fill()
        elif local == "p" and self._column:
            self._fill()

    def _fill(self) -> None:
        self._row_filled = True
        if self._column > MAX_COLUMNS:
            raise SheetRefused("columns")

    def _end(self, name: str) -> None:
        if name.rpartition(":")[2] == "table-row":
            self._row += self._repeat
            self._column = 0
            if self._row_filled and self._row > MAX_ROWS:
                raise SheetRefused("rows")


def _repeats(attributes: dict[str, str], wanted: str) -> int:
    for key, value in attributes.items():
        if key.rpartition(":")[2] == wanted:
            return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else MAX_ROWS + 1
    return 1
