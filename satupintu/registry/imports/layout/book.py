"""A file as one table of rows, whatever its sheets: the household's columns stand behind those of its members."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from satupintu.lib.codes import fold_words
from satupintu.lib.sentences import Said, say
from satupintu.lib.sheets import Cell, Row, Sheet, SheetRefused, open_sheet
from satupintu.registry.imports.layout.binding import LOOK_AT, Bound, Unbound, bind, is_repair
from satupintu.registry.imports.layout.document import Layout
from satupintu.registry.imports.layout.proposing import propose
from satupintu.registry.imports.problems import Problem
from satupintu.registry.imports.words import Column


@dataclass
class Book:
    """An opened file: the layout it is read by, where its columns stand, and its rows with what is odd about each.

    ``behind`` are the places on the sheet of households of the columns that stand behind those of its members.
    """

    layout: Layout
    bound: Bound
    rows: Iterator[tuple[Row, tuple[Problem, ...]]]
    behind: tuple[int, ...] = ()

    def stands(self, place: int) -> tuple[bool, int]:
        """Whether a column of the wide table comes from the sheet of households, and its place on its own sheet."""
        own = len(self.bound.headings) - len(self.behind)
        return (False, place) if place < own else (True, self.behind[place - own])


@contextmanager
def open_book(path: Path | str, layout: Layout | None) -> Iterator[Book]:
    """Open a file by a layout, or by the one that its headings suggest.

    Raises SheetRefused for a file that is not read and Unbound for one that does not hold what the layout says.
    """
    households: _Households | None = None
    wanted = layout.member.sheet if layout else ""
    if layout and layout.household:
        member, household = _two_sheets(path, layout, layout.household.sheet)
        wanted = member
        if household:
            with open_sheet(path, sheet=household) as other:
                households = _Households(layout, household, iter(other))
        else:
            layout = as_one(layout)
    with _opened(path, wanted) as sheet:
        rows = iter(sheet)
        top = list(islice(rows, LOOK_AT))
        layout = layout or propose(top)
        if layout is None:
            raise Unbound(
                say("Judul kolom tidak ditemukan. Baris judul harus memuat Nama dan sedikitnya satu kolom lain, "
                    "misalnya NIK.")
            )  # fmt: skip
        bound = bind(layout, layout.member, top)
        values = (row for row in chain(top, rows) if row.number >= bound.first_row)
        if households is None:
            yield Book(layout, bound, ((row, ()) for row in values))
        else:
            yield Book(layout, bound.beside(households.bound), households.joined(values, bound))


def book_of(heads: Mapping[str, Sequence[Row]], layout: Layout) -> Book:
    """A book of the first rows of each sheet, to show what a layout makes of them. Raises Unbound."""
    names = list(heads)
    repaired = is_repair(heads[names[0]])
    households: _Households | None = None
    member = names[0] if len(names) == 1 else _named(layout.member.sheet or names[0], names)
    if layout.household and (repaired or (len(names) == 1 and not names[0])):
        layout = as_one(layout)
    elif layout.household:
        other = _named(layout.household.sheet, names)
        households = _Households(layout, other, iter(heads[other]))
    bound = bind(layout, layout.member, heads[member][:LOOK_AT])
    values = (row for row in heads[member] if row.number >= bound.first_row)
    if households is None:
        return Book(layout, bound, ((row, ()) for row in values))
    behind = tuple(households.bound.used_places)
    return Book(layout, bound.beside(households.bound), households.joined(values, bound), behind)


def _two_sheets(path: Path | str, layout: Layout, household: str) -> tuple[str, str]:
    """The names of both sheets in this file; "" for the household's in a file that has come back from repair as one."""
    with open_sheet(path) as sheet:
        names = sheet.names
        repaired = is_repair(list(islice(iter(sheet), 1)))
    if repaired or not names:
        return "", ""
    return _named(layout.member.sheet or names[0], names), _named(household, names)


def _named(wanted: str, names: list[str]) -> str:
    found = [name for name in names if fold_words(name) == fold_words(wanted)]
    if not found:
        there = say("Lembar “{sheet}” tidak ada. Lembar di berkas ini: {names}.", sheet=wanted, names=", ".join(names))
        raise Unbound(there)
    return found[0]


def as_one(layout: Layout) -> Layout:
    """The layout of both sheets as one wide sheet, as refused rows are given back."""
    columns = layout.rules
    return replace(layout, household=None, member=replace(layout.member, columns=columns, key=None, sheet=""))


@contextmanager
def _opened(path: Path | str, wanted: str) -> Iterator[Sheet]:
    """The sheet of that name, however its capitals; whatever name, the only one of a file with one sheet."""
    try:
        with open_sheet(path, sheet=wanted) as sheet:
            yield sheet
        return
    except SheetRefused as refusal:
        if refusal.code != "no_such_sheet" or not wanted:
            raise
    with open_sheet(path) as first:
        names = first.names
    with open_sheet(path, sheet=names[0] if len(names) == 1 else _named(wanted, names)) as sheet:
        yield sheet


class _Households:
    """The rows of the household sheet by their key; only the cells that are read are kept."""

    def __init__(self, layout: Layout, name: str, rows: Iterator[Row]) -> None:
        self.name = name
        self._rows: dict[str, tuple[int, tuple[Cell, ...]]] = {}
        self._twice: dict[str, int] = {}
        assert layout.household is not None
        top = list(islice(rows, LOOK_AT))
        self.bound = bind(layout, layout.household, top)
        places = self.bound.used_places
        for row in chain(top, rows):
            key = _key(row, self.bound.key)
            if row.number < self.bound.first_row or not key:
                continue
            if key in self._rows:
                self._twice.setdefault(key, row.number)
                continue
            cells = tuple(row.cells[place] if place < len(row.cells) else None for place in places)
            self._rows[key] = row.number, cells

    def joined(self, rows: Iterator[Row], member: Bound) -> Iterator[tuple[Row, tuple[Problem, ...]]]:
        """Each member with the cells of their household behind their own."""
        width = len(member.headings)
        for row in rows:
            own = (*row.cells, *[None] * (width - len(row.cells)))[:width]
            key = _key(row, member.key)
            number, cells = self._rows.get(key, (0, ()))
            yield Row(row.number, own + cells), tuple(self._problems(key, number))

    def _problems(self, key: str, number: int) -> Iterator[Problem]:
        said: Said
        if not number:
            said = say("Nomor penghubung “{key}” tidak ada di lembar {sheet}.", key=key, sheet=self.name)
            yield Problem("no_household", said, Column.HOUSEHOLD_KEY.value)
        elif key in self._twice:
            said = say(
                "Nomor penghubung “{key}” tertulis dua kali di lembar {sheet} (baris {first} dan {second}).",
                key=key, sheet=self.name, first=number, second=self._twice[key],
            )  # fmt: skip
            yield Problem("two_households", said, Column.HOUSEHOLD_KEY.value)


def _key(row: Row, place: int | None) -> str:
    cell = row.cells[place] if place is not None and place < len(row.cells) else None
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else " ".join(str(cell).split())
