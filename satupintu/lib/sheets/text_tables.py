"""CSV as it really comes: UTF-8 with or without mark, UTF-16, Windows; comma, semicolon or tab; `sep=;` in front."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator

from satupintu.lib.sheets.refusals import MAX_COLUMNS, MAX_ROWS, SheetRefused

_DELIMITERS = ";,\t|"
_SAMPLE = 65_536
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(data: bytes) -> str:
    """The text of a CSV file. Raises SheetRefused for what is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data.removeprefix(mark), encoding)
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    if even + odd > len(data[:_SAMPLE]) // 5:
        return _decoded(data, "utf-16-be" if even > odd else "utf-16-le")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def rows(text: str) -> Iterator[list[str]]:
    """The records of a CSV text, cells as written. Raises SheetRefused for too wide, too long or unclosed ones."""
    if any(ord(c) < 32 and c not in "\t\r\n\f\0" for c in text[:_SAMPLE]):
        raise SheetRefused("not_a_table")
    text = text.replace("\0", "\ufffd")
    delimiter = ""
    if text[:4].lower() == "sep=" and text[5:6] in ("\r", "\n"):
        delimiter, text = text[4], text[5:].lstrip("\r\n")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text))
    number = 0
    try:
        for number, record in enumerate(reader, start=1):
            if number > MAX_ROWS:
                raise SheetRefused("rows")
            if len(record) > MAX_COLUMNS and any(record[MAX_COLUMNS:]):
                raise SheetRefused("columns", number)
            yield record
    except csv.Error:
        raise SheetRefused("long_cell", number + 1) from None


def _delimiter(text: str) -> str:
    """The separator that cuts the first lines most evenly into most cells; semicolon, as Indonesian Excel writes."""
    lines = text[:_SAMPLE].splitlines()[:20]
    best, best_score = ";", (0.0, 0)
    for candidate in _DELIMITERS:
        try:
            counts = Counter(len(record) for record in csv.reader(lines, delimiter=candidate) if record)
        except csv.Error:
            continue
        width, often = max(counts.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        score = (often / max(sum(counts.values()), 1), width) if width > 1 else (0.0, 0)
        if score > best_score:
            best, best_score = candidate, score
    return best


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise SheetRefused("damaged") from None
