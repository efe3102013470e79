"""The tables of one population made fit to leave the area: what one table hides no other may tell.

All seven tables of a population are veiled together, always the same way (`lib.rollup`), whichever of them are handed over:
every office sees a part of one picture. A document of a set is a table of its own (holds it, does not, not known); of it only
"holds it" is shown, and "not known" only where no document's table hides it.
"""

from collections.abc import Mapping
from typing import Any

from satupintu.lib.rollup import ROOT, TOTAL, Published, publishable
from satupintu.lib.words import in_english
from satupintu.reports.sorting.columns import UNKNOWN
from satupintu.reports.sorting.rules import CrossTab
from satupintu.reports.sorting.words import TableKind

HOLDS, LACKS, ASKED_NOT = "holds", "lacks", "unknown"
Picture = dict[str, Any]
"""``{"places": [[number, name]], "tables": {kind: {"heads": [[id, en]], "rows": [[cell …, people]]}}}``; the last row is of
all places, None is hidden. It is kept as JSON."""


def veiled(tables: Mapping[TableKind, CrossTab], names: Mapping[int, str]) -> Picture:
    """The picture of tables that count the same people. Raises ValueError when they do not."""
    counted: dict[str, dict[int, dict[str, int]]] = {}
    for kind, table in tables.items():
        counted |= _of_set(kind, table) if table.is_set else {kind.value: _of_columns(table)}
    places = [line.place for line in next(iter(tables.values())).lines]
    published = publishable(counted, dict.fromkeys(places, ROOT))
    return {
        "places": [[place, names.get(place, "")] for place in places],
        "tables": {kind.value: _drawn(kind, table, published, places) for kind, table in tables.items()},
    }


def _of_columns(table: CrossTab) -> dict[int, dict[str, int]]:
    return {
        line.place: {
            str(heading.number): count for heading, count in zip(table.headings, line.cells, strict=True) if count
        }
        for line in table.lines
        if line.people
    }


def _of_set(kind: TableKind, table: CrossTab) -> dict[str, dict[int, dict[str, int]]]:
    """A table for each column of a set."""
    unknown = next(at for at, heading in enumerate(table.headings) if heading.number == UNKNOWN)
    return {
        f"{kind.value}:{heading.number}": {
            line.place: {
                HOLDS: line.cells[at],
                ASKED_NOT: line.cells[unknown],
                LACKS: line.people - line.cells[at] - line.cells[unknown],
            }
            for line in table.lines
            if line.people
        }
        for at, heading in enumerate(table.headings)
        if at != unknown
    }


def _drawn(kind: TableKind, table: CrossTab, published: Published, places: list[int]) -> dict[str, Any]:
    rows = [
        [
            *(_cell(kind, table, heading.number, published, place) for heading in table.headings),
            _people(published, place),
        ]
        for place in (*places, ROOT)
    ]
    return {"heads": [[one.label_id, one.label_en] for one in table.headings], "rows": rows}


def _cell(kind: TableKind, table: CrossTab, number: int, published: Published, place: int) -> int | None:
    if not table.is_set:
        return _shown(published, kind.value, place, str(number))
    if number != UNKNOWN:
        return _shown(published, f"{kind.value}:{number}", place, HOLDS)
    names = [f"{kind.value}:{one.number}" for one in table.headings if one.number != UNKNOWN]
    found = [_shown(published, name, place, ASKED_NOT) for name in names]
    return None if None in found else found[0]


def _shown(published: Published, name: str, place: int, code: str) -> int | None:
    return published.tables[name].get(place, {}).get(code, 0)


def _people(published: Published, place: int) -> int | None:
    return _shown(published, next(iter(published.tables)), place, TOTAL)


def heads(drawn: Mapping[str, Any]) -> list[str]:
    """The heads of a kept table in the language now spoken."""
    return [english if in_english() else indonesian for indonesian, english in drawn["heads"]]
