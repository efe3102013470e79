"""Finding a layout's columns in the sheet at hand: rows of headings, merged cells filled, become paths; rules find theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from satupintu.lib.codes import fold_words
from satupintu.lib.sentences import Said, say
from satupintu.lib.sheets import Cell, Row
from satupintu.registry.imports.layout.document import ColumnRule, Layout, SheetRule, Source
from satupintu.registry.imports.words import Column

LOOK_AT = 20
"""Rows from the top among which headings are looked for: titles and logos stand above them."""
BETWEEN = " / "
"""What stands between the headings of a path, in mappings and in the file of refused rows."""
MESSAGE = "Yang perlu diperbaiki"
"""The heading of the column with messages in a file of refused rows; a file that has it comes back from repair."""
_LONGEST = 80


class Unbound(ValueError):
    """The sheet does not hold what the layout says; ``sentence`` says what is missing."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class BoundColumn:
    """A rule and the places of its parts in a row."""

    rule: ColumnRule
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """Where everything stands: headings as paths, the rows of headings, the first row of values, the columns found."""

    headings: tuple[str, ...]
    heading_row: int
    first_row: int
    columns: tuple[BoundColumn, ...]
    key: int | None = None

    @property
    def unused(self) -> list[str]:
        """Headings that no rule reads."""
        used = {place for column in self.columns for place in column.places} | {self.key}
        return [text for place, text in enumerate(self.headings) if text and place not in used]

    @property
    def meanings(self) -> dict[int, Column]:
        """Place → field."""
        return {place: column.rule.field for column in self.columns for place in column.places}

    def beside(self, other: "Bound") -> "Bound":
        """Both as one wide table: the columns that the other reads stand behind ours, in their order."""
        wide = len(self.headings)
        used = other.used_places
        moved = {place: wide + position for position, place in enumerate(used)}
        behind = [replace(c, places=tuple(moved[place] for place in c.places)) for c in other.columns]
        headings = (*self.headings, *(other.headings[place] for place in used))
        return replace(self, headings=headings, columns=(*self.columns, *behind))

    @property
    def used_places(self) -> list[int]:
        """The places that are read, from left to right."""
        return sorted({place for column in self.columns for place in column.places})


def is_repair(rows: Sequence[Row]) -> bool:
    """Whether this file is one of refused rows that somebody has corrected."""
    wanted = fold_words(MESSAGE)
    return bool(rows) and any(fold_words(str(cell)) == wanted for cell in rows[0].cells if isinstance(cell, str))


def bind(layout: Layout, rule: SheetRule, rows: Sequence[Row]) -> Bound:
    """Find the columns of one sheet, of which ``rows`` are the first. Raises Unbound with what is missing."""
    if is_repair(rows):
        rule = replace(rule, heading_row=1, heading_rows=1, first_row=0)
    starts = [rule.heading_row] if rule.heading_row else [row.number for row in rows]
    found = [_bound(rule, rows, start) for start in starts]
    best = max(found, key=lambda bound: len(bound.columns), default=None)
    if best is None or not best.columns:
        raise Unbound(say("Judul kolom menurut pemetaan tidak ditemukan di lembar ini."))
    there = {column.rule for column in best.columns}
    for missing in rule.columns:
        if missing not in there and (missing.required or missing.field is Column.NAME):
            heading = missing.sources[0].letter or missing.sources[0].headings[0]
            known = ", ".join(text for text in best.headings if text)[:200]
            raise Unbound(
                say("Kolom “{heading}” tidak ada di berkas ini. Judul yang ada: {known}.", heading=heading, known=known)
            )
    if rule.key and best.key is None:
        raise Unbound(say("Kolom penghubung dua lembar tidak ada di lembar ini."))
    return best


def _bound(rule: SheetRule, rows: Sequence[Row], start: int) -> Bound:
    paths = heading_paths([row.cells for row in _rows_from(rows, start, rule.heading_rows)])
    finder = _Finder(paths)
    columns = []
    for one in rule.columns:
        places = [finder.place(source) for source in one.sources]
        if None not in places:
            columns.append(BoundColumn(one, tuple(place for place in places if place is not None)))
    return Bound(
        headings=tuple(BETWEEN.join(path)[:_LONGEST] for path in paths),
        heading_row=start,
        first_row=rule.first_row or _first_row(rows, start + rule.heading_rows),
        columns=tuple(columns),
        key=finder.place(rule.key) if rule.key else None,
    )


def _first_row(rows: Sequence[Row], below: int) -> int:
    """The row below the headings, or the next one where that only counts columns: (1) (2) (3) …"""
    counted = next((row.cells for row in rows if row.number == below), ())
    numbers = [_text(cell).strip("()") for cell in counted]
    return below + (len(numbers) > 2 and numbers == [str(place) for place in range(1, len(numbers) + 1)])


def _rows_from(rows: Sequence[Row], start: int, count: int) -> list[Row]:
    by_number = {row.number: row for row in rows}
    return [by_number.get(number) or Row(number, ()) for number in range(start, start + count)]


def heading_paths(rows: Sequence[Sequence[Cell]]) -> list[tuple[str, ...]]:
    """The headings above each column, from the top down; a merged cell counts for all columns that it spans.

    A file keeps a merged cell's text at its first place only. It reaches to the right as long as the places after it are
    empty and have a heading below them.
    """
    width = max((len(row) for row in rows), default=0)
    texts = [[_text(row[place]) if place < len(row) else "" for place in range(width)] for row in rows]
    for depth, line in enumerate(texts[:-1]):
        reaching = ""
        for place in range(width):
            below = any(lower[place] for lower in texts[depth + 1 :])
            if line[place]:
                reaching = line[place] if below else ""
            elif reaching and below:
                line[place] = reaching
    return [_path([line[place] for line in texts]) for place in range(width)]


def _path(texts: Sequence[str]) -> tuple[str, ...]:
    parts = [part.strip() for text in texts for part in text.split(BETWEEN) if part.strip()]
    return tuple(part for place, part in enumerate(parts) if place == 0 or part != parts[place - 1])


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else " ".join(str(cell).split())[:_LONGEST]


class _Finder:
    """Finds the place of a heading: by its whole path before the end of one, and never one of two."""

    def __init__(self, paths: Sequence[tuple[str, ...]]) -> None:
        self._width = len(paths)
        self._whole = _places(paths, whole=True)
        self._ends = _places(paths, whole=False)

    def place(self, source: Source) -> int | None:
        """The place of the one column that is meant; None when there is none, or more than one."""
        if source.letter:
            place = place_of(source.letter)
            return place if place < self._width else None
        for heading in source.headings:
            wanted = fold_words(heading)
            for known in (self._whole, self._ends):
                if len(places := known.get(wanted, [])) == 1:
                    return places[0]
        return None


def _places(paths: Sequence[tuple[str, ...]], *, whole: bool) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, path in enumerate(paths):
        for start in range(1 if whole else len(path)) if path else ():
            places.setdefault(fold_words(" ".join(path[start:])), []).append(place)
    return places


def place_of(letter: str) -> int:
    """The place of a column by its letter: A is 0, AA is 26."""
    number = 0
    for sign in letter.upper():
        number = number * 26 + ord(sign) - 64
    return number - 1


def letter_of(place: int) -> str:
    """The letter of a column by its place."""
    letters, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
