"""From a row of a file to a staged row: every cell read by its rule, every problem kept. No database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from typing import Any

from satupintu.lib.codelists import CATALOGUE
from satupintu.lib.codes import fold_words
from satupintu.lib.names import name_key
from satupintu.lib.nik import KkNumber, Nik, Sex, kk_warnings, warnings
from satupintu.lib.sentences import say
from satupintu.lib.sheets import Cell
from satupintu.registry.imports import cells as read
from satupintu.registry.imports.layout import Bound, ColumnRule, Layout
from satupintu.registry.imports.layout.fields import TRAITS
from satupintu.registry.imports.places import Places
from satupintu.registry.imports.problems import Problem, Unreadable
from satupintu.registry.imports.words import Column
from satupintu.registry.people.rules import keys_of

_TEXTS = {
    Column.BIRTH_PLACE: 80,
    Column.MOTHER_NAME: 120,
    Column.DUSUN: 60,
    Column.ADDRESS: 200,
    Column.OCCUPATION: 80,
    Column.MEMBER_ID: 40,
    Column.HOUSEHOLD_KEY: 40,
    Column.VILLAGE_NAME: 120,
    Column.KECAMATAN_NAME: 120,
    Column.RAW: 200,
}
_KEPT = (Column.BIRTH_PLACE, Column.MOTHER_NAME, Column.DUSUN, Column.ADDRESS, Column.OCCUPATION, Column.MEMBER_ID)
_EVER_NEW = {Column.NAME, Column.NIK, Column.MOTHER_NAME, Column.MEMBER_ID}
_ZERO_COUNTS = {Column.AGE, Column.RAW}
Found = dict[Column, Any]


@dataclass(frozen=True, slots=True)
class _Reads:
    """How one rule is read: from which places, into what."""

    rule: ColumnRule
    places: tuple[int, ...]
    reader: Callable[[Cell], Any]


@dataclass
class Reader:
    """Reads rows of one file by its layout, for one area, as of one day."""

    layout: Layout
    bound: Bound
    places: Places
    today: date
    known_kecamatan: frozenset[int] = frozenset()
    _reads: list[_Reads] = field(init=False)
    _blank: frozenset[str] = field(init=False)
    _same: Found = field(init=False)

    def __post_init__(self) -> None:
        self._blank = frozenset(fold_words(word) for word in self.layout.blank)
        self._reads = [_Reads(c.rule, c.places, self._reader(c.rule)) for c in self.bound.columns]
        self._same = {}
        self._same_wrong: list[Problem] = []
        for column, text in self.layout.constants.items():
            try:
                self._same[column] = self._plain_reader(ColumnRule(column, (), codes=_usual(column)))(text)
            except Unreadable as problem:
                self._same_wrong.append(Problem(problem.code, problem.sentence, column.value))

    def row(self, number: int, cells: Sequence[Cell], odd: Sequence[Problem] = ()) -> dict[str, Any]:
        """The staged row as columns of its table; values that cannot be read are left out and told in ``errors``.

        ``odd`` is what is wrong with the row before any cell is read: a member without a household on the other sheet.
        """
        found: Found = dict(self._same)
        raw: dict[str, Any] = {}
        errors: list[Problem] = [*self._same_wrong, *(one for one in odd if one.code == "no_household")]
        for reads in self._reads:
            cell = self._cell(reads, cells)
            if cell is None:
                continue
            try:
                self._keep(reads.rule, reads.reader(cell), found, raw)
            except Unreadable as problem:
                errors.append(Problem(problem.code, problem.sentence, reads.rule.field.value))
        self._must_have(found, errors)
        village = self._village(found, errors)
        values = _values(found, village, self.today)
        if values["name"] and not values["name_key"]:
            errors.append(Problem("name", say("Nama belum diisi dengan huruf."), Column.NAME.value))
        cautions = [*(one for one in odd if one.code != "no_household"), *self._cautions(found)]
        return {
            "number": number,
            "cells": [_written(cell) for cell in cells],
            "village": village,
            "errors": [problem.packed() for problem in errors],
            "cautions": [problem.packed() for problem in cautions],
            "raw": raw,
            **values,
        }

    def _reader(self, rule: ColumnRule) -> Callable[[Cell], Any]:
        # The same few cells come again and again; `typed` keeps 1 and "1" and True apart.
        reader = self._plain_reader(rule)
        if isinstance(reader, read.Coded):
            return _Remembering(reader)
        if rule.field in _EVER_NEW:
            return reader
        return lru_cache(maxsize=4096, typed=True)(reader)

    def _plain_reader(self, rule: ColumnRule) -> Callable[[Any], Any]:
        column, dates, today = rule.field, self.layout.dates, self.today
        if keys := rule.codes or _usual(column):
            values = {fold_words(word): _code(keys[0], code) for word, code in rule.values.items()}
            return read.Coded(column, tuple(CATALOGUE[key] for key in keys), values, rule.numbers)
        readers: dict[Column, Callable[[Any], Any]] = {
            Column.NAME: read.name,
            Column.NIK: read.nik,
            Column.KK_NUMBER: read.kk_number,
            Column.BIRTH_DATE: lambda cell: read.birth_date(cell, dates, today),
            Column.BIRTH: lambda cell: read.birth(cell, dates, today),
            Column.BIRTH_YEAR: lambda cell: read.whole(cell, 1890, today.year),
            Column.AGE: lambda cell: read.whole(cell, 0, 130),
            Column.RT: read.rt,
            Column.RW: read.rt,
            Column.RT_RW: read.rt_rw,
            Column.DESIL: lambda cell: read.whole(cell, 1, 10),
            Column.PERCENTILE: read.desil_of,
            Column.VILLAGE_CODE: partial(self.places.by_code, system=self.layout.areas),
            **{column: partial(read.text, most=most) for column, most in _TEXTS.items()},
        }
        return readers[column]

    def _cell(self, reads: _Reads, cells: Sequence[Cell]) -> Cell:
        """What the rule is to read; None when nothing is said."""
        if len(reads.places) == 1 and not reads.rule.sources[0].width:
            place = reads.places[0]
            cell = cells[place] if place < len(cells) else None
            return None if cell is None or self._says_nothing(reads, cell) else cell
        parts = []
        for place, source in zip(reads.places, reads.rule.sources, strict=True):
            part = cells[place] if place < len(cells) else None
            if part is None or self._says_nothing(reads, part):
                return None
            parts.append(read.text(part, 60).zfill(source.width))
        return reads.rule.join.join(parts)

    def _says_nothing(self, reads: _Reads, cell: Cell) -> bool:
        if self._blank and isinstance(cell, str | int | float) and fold_words(str(cell)) in self._blank:
            return True
        if not read.is_nothing(cell):
            return False
        if isinstance(reads.reader, _Remembering):
            return not reads.reader.coded.knows(cell)
        return not (reads.rule.field in _ZERO_COUNTS and str(cell).strip() == "0")

    def _keep(self, rule: ColumnRule, value: Any, found: Found, raw: dict[str, Any]) -> None:
        """Put what was read where it belongs; one cell may tell two things."""
        if rule.field is Column.RAW:
            raw[rule.name] = value
        elif rule.field is Column.BIRTH:
            place, found[Column.BIRTH_DATE] = value
            if place:
                found[Column.BIRTH_PLACE] = place
        elif rule.field is Column.RT_RW:
            found[Column.RT], found[Column.RW] = value
        elif rule.field is Column.PERCENTILE:
            found.setdefault(Column.DESIL, value)
        else:
            found[rule.field] = value

    def _must_have(self, found: Found, errors: list[Problem]) -> None:
        told = {problem.column for problem in errors}
        if Column.NAME not in found and Column.NAME.value not in told:
            errors.append(Problem("name", say("Nama belum diisi."), Column.NAME.value))

    def _village(self, found: Found, errors: list[Problem]) -> int | None:
        """The village by code, else by name, else the only one there is."""
        named = found.get(Column.VILLAGE_NAME, "")
        for place, problem in enumerate(errors):
            if problem.column == Column.VILLAGE_CODE.value:
                errors[place] = self.places.with_candidates(problem, named)
                return None
        if Column.VILLAGE_CODE in found:
            return int(found[Column.VILLAGE_CODE])
        if named:
            try:
                return self.places.by_names(named, found.get(Column.KECAMATAN_NAME, ""))
            except Unreadable as problem:
                told = Problem(problem.code, problem.sentence, Column.VILLAGE_NAME.value)
                errors.append(self.places.with_candidates(told, named))
                return None
        if self.places.only is None:
            errors.append(Problem("village", say("Desa belum diisi."), Column.VILLAGE_CODE.value))
        return self.places.only

    def _cautions(self, found: Found) -> list[Problem]:
        odd: list[Problem] = []
        if nik := found.get(Column.NIK):
            sex = Sex(found[Column.SEX]) if Column.SEX in found else None
            told = warnings(Nik(nik), birth_date=found.get(Column.BIRTH_DATE), sex=sex, known_area=self._known)
            odd += [Problem(one.code, one.sentence, Column.NIK.value) for one in told]
        if kk_number := found.get(Column.KK_NUMBER):
            told = kk_warnings(KkNumber(kk_number), known_area=self._known)
            odd += [Problem(one.code, one.sentence, Column.KK_NUMBER.value) for one in told]
        return odd

    def _known(self, kecamatan: int) -> bool:
        return not self.known_kecamatan or kecamatan in self.known_kecamatan


class _Remembering:
    """A reader by code lists that answers what it has answered before."""

    def __init__(self, coded: read.Coded) -> None:
        self.coded = coded
        self._answer = lru_cache(maxsize=4096, typed=True)(coded.__call__)

    def __call__(self, cell: Cell) -> Any:
        return self._answer(cell)


def _usual(column: Column) -> tuple[str, ...]:
    from satupintu.registry.imports.layout.fields import USUAL

    return USUAL.get(column, ())


def _code(key: str, written: str) -> str:
    """The code of a list as the list writes it. A mapping that was read names only codes that are there."""
    found = CATALOGUE[key].read(written)
    return found.code if found else written


def _values(found: Found, village: int | None, today: date) -> dict[str, Any]:
    """What was read, under the names of the staging table."""
    birth_date = found.get(Column.BIRTH_DATE)
    birth_year = birth_date.year if birth_date else found.get(Column.BIRTH_YEAR)
    if birth_year is None and Column.AGE in found:
        birth_year = today.year - found[Column.AGE]
    name = found.get(Column.NAME)
    key = name_key(name) if name else None
    kk_number = found.get(Column.KK_NUMBER) or None
    home = found.get(Column.HOUSEHOLD_KEY) or kk_number
    card_relationship = found.get(Column.CARD_RELATIONSHIP)
    return {
        "household_key": f"{village}:{home}" if home and village else None,
        "kk_number": kk_number,
        "nik": found.get(Column.NIK) or None,
        "name": name,
        "name_key": key,
        "keys": keys_of(key.split()) if key else [],
        "sex": found.get(Column.SEX),
        "birth_date": birth_date.isoformat() if birth_date else None,
        "birth_year": birth_year,
        "traits": {column.value: found[column] for column in TRAITS if column in found},
        "relationship": found.get(Column.RELATIONSHIP) or card_relationship,
        "card_relationship": card_relationship,
        "departure": found.get(Column.LIFE_STATUS),
        "desil": found.get(Column.DESIL),
        **{column.value: found.get(column) for column in (*_KEPT, Column.RT, Column.RW)},
    }


def _written(cell: Cell) -> str | int | float | bool | None:
    """A cell as JSON can keep it."""
    return cell if cell is None or isinstance(cell, str | int | float) else str(cell)
