"""Looking at a file before it is read: its first rows, and what a layout would make of them. Nothing is staged."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from tempfile import NamedTemporaryFile
from typing import Any

from satupintu.lib.codelists import CATALOGUE
from satupintu.lib.codes import fold_words
from satupintu.lib.sentences import Said, again
from satupintu.lib.sheets import Cell, Row, SheetRefused, open_sheet
from satupintu.registry.imports.cells import Coded, is_nothing
from satupintu.registry.imports.layout import Book, ColumnRule, Layout, Unbound, book_of
from satupintu.registry.imports.models import Batch, Upload
from satupintu.registry.imports.staged import as_rows
from satupintu.registry.imports.staging import reader_of

HEAD, SHEETS, SHOWN, MOST_VALUES = 500, 6, 8, 40
"""Rows of each sheet that are kept for looking, sheets, rows that are shown, values of a coded column that are shown."""
Heads = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a coded column: as it is written, how often among the first rows, what it is taken for ("" unknown)."""

    written: str
    count: int
    means: str


@dataclass
class Outcome:
    """What a layout makes of the first rows: why it cannot be read, or rows, and the values of each coded column."""

    failure: Said | None = None
    book: Book | None = None
    rows: list[dict[str, Any]] = field(default_factory=list)
    values: dict[int, list[Value]] = field(default_factory=dict)
    coded: list[dict[str, Any]] = field(default_factory=list)


def heads_of(batch: Batch) -> Heads:
    """The first rows of each sheet of a batch's file; empty when the file is gone or cannot be read."""
    upload = Upload.objects.filter(pk=batch.pk).first()
    if upload is None:
        return {}
    if upload.heads is None:
        with NamedTemporaryFile(prefix="batch-") as file:
            file.write(bytes(upload.content))
            file.flush()
            upload.heads = [[name, [_packed(row) for row in rows]] for name, rows in _read(file.name)]
        Upload.objects.filter(pk=batch.pk).update(heads=upload.heads)
    return {name: [_unpacked(row) for row in rows] for name, rows in upload.heads}


def _read(path: str) -> Iterator[tuple[str, list[Row]]]:
    try:
        with open_sheet(path) as first:
            names = first.names
            yield first.name, list(islice(iter(first), HEAD))
        for name in [name for name in names if name != first.name][: SHEETS - 1]:
            with open_sheet(path, sheet=name) as sheet:
                yield name, list(islice(iter(sheet), HEAD))
    except SheetRefused:
        return


def _packed(row: Row) -> list[Any]:
    return [row.number, [[cell.isoformat()] if isinstance(cell, date) else _plain(cell) for cell in row.cells]]


def _plain(cell: Cell) -> Any:
    return cell if cell is None or isinstance(cell, str | int | float) else str(cell)


def _unpacked(packed: list[Any]) -> Row:
    number, cells = packed
    return Row(number, tuple(_day(cell[0]) if isinstance(cell, list) else cell for cell in cells))


def _day(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def outcome(batch: Batch, heads: Heads, layout: Layout) -> Outcome:
    """What a layout makes of the first rows of a file."""
    if not heads:
        return Outcome()
    try:
        book = book_of(heads, layout)
    except Unbound as problem:
        return Outcome(failure=problem.sentence)
    reader = reader_of(book.layout, book.bound, batch.span)
    rows = list(book.rows)
    read = as_rows(reader.read(rows[:SHOWN]))
    values = {
        column.places[0]: _values(column.rule, [row.cells for row, _odd in rows], column.places[0])
        for column in book.bound.columns
        if column.rule.codes and len(column.places) == 1
    }
    return Outcome(book=book, rows=[_shown(row, reader.places.names) for row in read], values=values)


def _shown(row: dict[str, Any], names: dict[int, str]) -> dict[str, Any]:
    return row | {
        "place": names.get(row["village"], "–"),
        "wrong": [again(said) for _code, _column, *said in row["errors"]],
    }


def _born(row: dict[str, Any]) -> str:
    if row["birth_date"]:
        return f"{date.fromisoformat(row['birth_date']):%d-%m-%Y}"
    return str(row["birth_year"] or "–")


def _values(rule: ColumnRule, rows: list[tuple[Cell, ...]], place: int) -> list[Value]:
    """The values that stand in a coded column, the unknown ones first, then the most frequent."""
    lists = tuple(CATALOGUE[key] for key in rule.codes)
    coded = Coded(rule.field, lists, {fold_words(word): code for word, code in rule.values.items()}, rule.numbers)
    counts: dict[str, tuple[int, Cell]] = {}
    for cells in rows:
        cell = cells[place] if place < len(cells) else None
        if cell is None or (is_nothing(cell) and not coded.knows(cell)):
            continue
        words = written(cell)
        counts[words] = counts.get(words, (0, cell))[0] + 1, cell
    found = [Value(words[:60], count, coded.says(cell)) for words, (count, cell) in counts.items()]
    return sorted(found, key=lambda value: (value.means != "", -value.count))[:MOST_VALUES]


def written(cell: Cell) -> str:
    """A cell as a spreadsheet shows it."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return " ".join(str(cell).split())


def sample(rows: list[Row], place: int) -> str:
    """The first three values of a column, for showing."""
    cells = [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place] is not None]
    return " · ".join(written(cell)[:30] for cell in cells[:3])
