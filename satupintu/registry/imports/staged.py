"""Rows on their way into the staging table: as columns of plain values, and as the lines that PostgreSQL's COPY takes."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import repeat
from typing import Any, Final

from satupintu.lib.names import name_key
from satupintu.lib.sheets import Cell
from satupintu.registry.imports.layout.fields import TRAITS
from satupintu.registry.imports.words import Column
from satupintu.registry.people.rules import keys_of


class _Nothing:
    """What a cell holds that says nothing; None may be an answer."""


NOTHING: Final = _Nothing()
Staged = dict[str, list[Any]]
"""Columns of the staging table, one value a row."""
COLUMNS = tuple(
    (
        "number cells village household_key kk_number nik name name_key keys sex birth_date birth_year birth_place "
        "mother_name dusun rt rw address occupation traits relationship card_relationship departure desil member_id raw "
        "errors cautions"
    ).split()
)
"""The columns that are read from a file, in the order in which lines hold them."""
_AS_READ = (
    *(Column.SEX, Column.BIRTH_PLACE, Column.MOTHER_NAME, Column.DUSUN, Column.RT, Column.RW, Column.ADDRESS),
    *(Column.OCCUPATION, Column.CARD_RELATIONSHIP, Column.DESIL, Column.MEMBER_ID),
)
_SPECIAL = re.compile(r"[\\\t\n\r]")
_BETWEEN = "\x1f"
"""A sign that JSON never holds unescaped."""


def staged(
    numbers: list[int],
    rows: Sequence[Sequence[Cell]],
    villages: list[int | None],
    values: dict[Any, list[Any]],
    today: date,
) -> Staged:
    """What was read, under the names of the staging table; ``values`` are by field, None where nothing was read."""
    count = len(numbers)
    unknown: list[Any] = [None] * count

    def of(column: Column) -> list[Any]:
        return values.get(column, unknown)

    names = of(Column.NAME)
    keys = {name: _key(name) for name in set(names)}
    births = of(Column.BIRTH_DATE)
    cards = [card or None for card in of(Column.KK_NUMBER)]
    homes = [home or card for home, card in zip(of(Column.HOUSEHOLD_KEY), cards, strict=True)]
    relations = zip(of(Column.RELATIONSHIP), of(Column.CARD_RELATIONSHIP), strict=True)
    return {
        "number": numbers,
        "cells": list(rows),
        "village": villages,
        "household_key": [
            f"{village}:{home}" if home and village else None for village, home in zip(villages, homes, strict=True)
        ],
        "kk_number": cards,
        "nik": [nik or None for nik in of(Column.NIK)],
        "name": names,
        "name_key": [keys[name] for name in names],
        "keys": [_sounds(keys[name]) for name in names],
        "birth_date": [_iso(day) if day else None for day in births],
        "birth_year": _years(births, of(Column.BIRTH_YEAR), of(Column.AGE), today),
        "traits": _traits(values, count),
        "relationship": [own or on_card for own, on_card in relations],
        "departure": of(Column.LIFE_STATUS),
        "raw": _raw(values, count),
        **{column.value: of(column) for column in _AS_READ},
    }


def as_rows(made: Staged) -> list[dict[str, Any]]:
    """The same, row by row."""
    return [dict(zip(made, row, strict=True)) for row in zip(*made.values(), strict=True)]


def as_lines(made: Staged) -> bytes:
    """The same as lines of text for COPY, their columns in the order of ``COLUMNS``."""
    columns = [_ENCODED.get(name, _texts)(made[name]) for name in COLUMNS]
    return "".join(f"{line}\n" for line in map("\t".join, zip(*columns, strict=True))).encode()


def _key(name: str | None) -> str | None:
    return name_key(name) if name else None


@lru_cache(maxsize=32_768)
def _sounds(key: str | None) -> list[str]:
    return keys_of(key.split()) if key else []


@lru_cache(maxsize=65_536)
def _iso(day: date) -> str:
    return day.isoformat()


def _years(births: list[Any], years: list[Any], ages: list[Any], today: date) -> list[int | None]:
    """The year of birth: of the date, else as it is told, else reckoned from the age."""
    return [
        birth.year if birth else year if year is not None or age is None else today.year - age
        for birth, year, age in zip(births, years, ages, strict=True)
    ]


def _traits(values: dict[Any, list[Any]], count: int) -> list[dict[str, Any]]:
    """Coded particulars; rows in which they are alike share them."""
    told = [(column.value, values[column]) for column in TRAITS if column in values]
    if not told:
        return [{}] * count
    known: dict[tuple[int, ...], dict[str, Any]] = {}
    made = []
    for codes in zip(*(column for _name, column in told), strict=True):
        # Cells that stand alike were read into one list, so that the list itself tells them apart.
        alike = tuple(map(id, codes))
        if alike not in known:
            pairs = zip(told, codes, strict=True)
            known[alike] = {name: code for (name, _column), code in pairs if code is not None}
        made.append(known[alike])
    return made


def _raw(values: dict[Any, list[Any]], count: int) -> list[dict[str, Any]]:
    told = {column.removeprefix("raw:"): values[column] for column in values if column.startswith("raw:")}
    if not told:
        return [{}] * count
    return [
        {name: value for name, value in zip(told, row, strict=True) if value is not None}
        for row in zip(*told.values(), strict=True)
    ]


def _texts(column: list[Any]) -> list[str]:
    if _SPECIAL.search("".join(filter(None, column))):
        return [r"\N" if value is None else _escaped(value) for value in column]
    return [r"\N" if value is None else value for value in column]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _numbers(column: list[Any]) -> list[str]:
    return [r"\N" if value is None else str(value) for value in column]


def _each_once(written: Callable[[Any], str]) -> Callable[[list[Any]], list[str]]:
    """Writes a column whose rows share their values: each value once."""

    def write(column: list[Any]) -> list[str]:
        same = {id(value): value for value in column}
        texts = {number: _escaped(written(value)) for number, value in same.items()}
        return [texts[id(value)] for value in column]

    return write


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _array(values: Iterable[str]) -> str:
    quoted = (value.replace("\\", "\\\\").replace('"', '\\"') for value in values)
    return "{" + ",".join(f'"{value}"' for value in quoted) + "}"


def _cells(rows: list[Any]) -> list[str]:
    """The rows as they were written, as JSON: all at once, cut where one ends and the next begins."""
    whole = json.dumps([*rows, []], ensure_ascii=False, separators=(_BETWEEN, ":"), default=str)
    lines = whole.replace("\\", "\\\\")[2:].split(f"]{_BETWEEN}[")[: len(rows)]
    return [f"[{line}]" for line in map(str.replace, lines, repeat(_BETWEEN), repeat(","))]


_ENCODED: dict[str, Callable[[list[Any]], list[str]]] = {
    "number": _numbers,
    "village": _numbers,
    "birth_year": _numbers,
    "desil": _numbers,
    "cells": _cells,
    "keys": _each_once(_array),
    **dict.fromkeys(("traits", "raw", "errors", "cautions"), _each_once(_json)),
}
