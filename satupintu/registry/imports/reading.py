"""From a row of a file to a staged row: every cell read by its column, every problem kept. No database."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from typing import Any

from satupintu.lib.names import name_key
from satupintu.lib.nik import KkNumber, Nik, Sex, kk_warnings, warnings
from satupintu.lib.sentences import say
from satupintu.lib.sheets import Cell
from satupintu.registry.imports import cells as read
from satupintu.registry.imports.headers import Heading
from satupintu.registry.imports.places import Places
from satupintu.registry.imports.problems import Problem, Unreadable
from satupintu.registry.imports.words import Column
from satupintu.registry.people.rules import keys_of
from satupintu.registry.people.words import LISTS, Variable

_TEXTS = {
    Column.BIRTH_PLACE: 80,
    Column.MOTHER_NAME: 120,
    Column.DUSUN: 60,
    Column.ADDRESS: 200,
    Column.OCCUPATION: 80,
    Column.MEMBER_ID: 40,
    Column.HOUSEHOLD_KEY: 40,
}
_EVER_NEW = {Column.NAME, Column.NIK, Column.MOTHER_NAME, Column.MEMBER_ID}
_TRAITS = {Column(variable.value): LISTS[variable][0] for variable in Variable if not LISTS[variable][0].added}


@dataclass
class Reader:
    """Reads rows under one row of headings, for one area, as of one day."""

    heading: Heading
    places: Places
    today: date
    known_kecamatan: frozenset[int] = frozenset()
    _readers: dict[Column, Callable[[Cell], Any]] = field(init=False)

    def __post_init__(self) -> None:
        ambiguous = Column.CARD_RELATIONSHIP in self.heading.ambiguous
        readers: dict[Column, Callable[[Any], Any]] = {
            Column.NAME: read.name,
            Column.NIK: read.nik,
            Column.KK_NUMBER: read.kk_number,
            Column.RELATIONSHIP: read.relationship,
            Column.CARD_RELATIONSHIP: lambda cell: read.card_relationship(cell, ambiguous=ambiguous),
            Column.SEX: read.sex,
            Column.BIRTH_DATE: lambda cell: read.birth_date(cell, self.today),
            Column.BIRTH_YEAR: lambda cell: read.whole(cell, 1890, self.today.year),
            Column.AGE: lambda cell: read.whole(cell, 0, 130),
            Column.RT: read.rt,
            Column.RW: read.rt,
            Column.LIFE_STATUS: read.departure,
            Column.DESIL: lambda cell: read.whole(cell, 1, 10),
            Column.VILLAGE_CODE: self.places.by_code,
            Column.VILLAGE_NAME: lambda cell: read.text(cell, 120),
            Column.KECAMATAN_NAME: lambda cell: read.text(cell, 120),
            **{column: partial(read.text, most=most) for column, most in _TEXTS.items()},
            **{column: partial(read.coded, codes=codes) for column, codes in _TRAITS.items()},
        }
        # The same few cells come again and again; `typed` keeps 1 and "1" and True apart.
        self._readers = {
            column: reader if column in _EVER_NEW else lru_cache(maxsize=4096, typed=True)(reader)
            for column, reader in readers.items()
        }

    def row(self, number: int, cells: Sequence[Cell]) -> dict[str, Any]:
        """The staged row as columns of its table; values that cannot be read are left out and told in ``errors``."""
        found: dict[Column, Any] = {}
        errors: list[Problem] = []
        for place, column in self.heading.columns.items():
            cell = cells[place] if place < len(cells) else None
            if read.is_nothing(cell) and not (column is Column.AGE and cell is not None):
                continue
            try:
                found[column] = self._readers[column](cell)
            except Unreadable as problem:
                errors.append(Problem(problem.code, problem.sentence, column.value))
        self._must_have(found, errors)
        village = self._village(found, errors)
        values = _values(found, village, self.today)
        if values["name"] and not values["name_key"]:
            errors.append(Problem("name", say("Nama belum diisi dengan huruf."), Column.NAME.value))
        return {
            "number": number,
            "cells": [_written(cell) for cell in cells],
            "village": village,
            "errors": [problem.packed() for problem in errors],
            "cautions": [problem.packed() for problem in self._cautions(found)],
            **values,
        }

    def _must_have(self, found: Mapping[Column, Any], errors: list[Problem]) -> None:
        told = {problem.column for problem in errors}
        if Column.NAME not in found and Column.NAME.value not in told:
            errors.append(Problem("name", say("Nama belum diisi."), Column.NAME.value))

    def _village(self, found: Mapping[Column, Any], errors: list[Problem]) -> int | None:
        """The village by code, else by name, else the only one there is."""
        told = {problem.column for problem in errors}
        if Column.VILLAGE_CODE.value in told:
            return None
        if Column.VILLAGE_CODE in found:
            return int(found[Column.VILLAGE_CODE])
        if Column.VILLAGE_NAME in found:
            try:
                return self.places.by_names(found[Column.VILLAGE_NAME], found.get(Column.KECAMATAN_NAME, ""))
            except Unreadable as problem:
                errors.append(Problem(problem.code, problem.sentence, Column.VILLAGE_NAME.value))
                return None
        if self.places.only is None:
            errors.append(Problem("village", say("Desa belum diisi."), Column.VILLAGE_CODE.value))
        return self.places.only

    def _cautions(self, found: Mapping[Column, Any]) -> list[Problem]:
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


def _values(found: Mapping[Column, Any], village: int | None, today: date) -> dict[str, Any]:
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
        "traits": {column.value: found[column] for column in _TRAITS if column in found},
        "relationship": found.get(Column.RELATIONSHIP) or card_relationship,
        "card_relationship": card_relationship,
        "departure": found.get(Column.LIFE_STATUS),
        "desil": found.get(Column.DESIL),
        **{
            column.value: found.get(column)
            for column in (*_TEXTS, Column.RT, Column.RW)
            if column is not Column.HOUSEHOLD_KEY
        },
    }


def _written(cell: Cell) -> str | int | float | bool | None:
    """A cell as JSON can keep it."""
    return cell if cell is None or isinstance(cell, str | int | float) else str(cell)
