"""The tables of one population made fit to leave the area: what one table hides no other may tell.

All seven tables of a population are veiled together, always the same way (`lib.rollup`), whichever of them are handed over:
every office sees a part of one picture. A document of a set is a table of its own (holds it, does not, not known); of it only
"holds it" is shown, and "not known" only where no document's table hides it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from satupintu.lib.rollup import ROOT, TOTAL, Published, publishable
from satupintu.lib.words import in_english
from satupintu.reports.sorting.columns import UNKNOWN, Heading
from satupintu.reports.sorting.rules import CrossTab, Line
from satupintu.reports.sorting.words import TableKind

RARE = 20
"""Columns with fewer people in the whole area are shown as one."""
GATHERED = -2
"""The number of that one."""
HOLDS, LACKS, ASKED_NOT = "holds", "lacks", "unknown"
Picture = dict[str, Any]
"""``{"places": [[number, name]], "tables": {kind: {"heads": [[id, en]], "rows": [[cell …, people]]}}}``; the last row is of
all places, None is hidden. It is kept as JSON."""


def veiled(tables: Mapping[TableKind, CrossTab], names: Mapping[int, str]) -> Picture:
    """The picture of tables that count the same people. Raises ValueError when they do not."""
    tables = {kind: table if table.is_set else gathered(table) for kind, table in tables.items()}
    counted: dict[str, dict[int, dict[str, int]]] = {}
    for kind, table in tables.items():
        counted |= _of_set(kind, table) if table.is_set else {kind.value: _of_columns(table)}
    places = [line.place for line in next(iter(tables.values())).lines]
    published = publishable(counted, dict.fromkeys(places, ROOT))
    return {
        "places": [[place, names.get(place, "")] for place in places],
        "tables": {kind.value: _drawn(kind, table, published, places) for kind, table in tables.items()},
    }


def gathered(table: CrossTab) -> CrossTab:
    """The table with its rare columns as one: what next to nobody is in could only be hidden by hiding everything."""
    rare = [
        at for at, count in enumerate(table.whole.cells) if 0 < count < RARE and table.headings[at].number != UNKNOWN
    ]
    others = sorted(
        (at for at, count in enumerate(table.whole.cells) if count >= RARE and table.headings[at].number != UNKNOWN),
        key=lambda at: table.whole.cells[at],
    )
    while rare and others and (len(rare) < 2 or sum(table.whole.cells[at] for at in rare) < RARE):
        rare.append(others.pop(0))
    if len(rare) < 2:
        return table
    kept = [at for at in range(len(table.headings)) if at not in rare]
    together = Heading(GATHERED, ", ".join(table.headings[at].label_id for at in sorted(rare)), "")
    english = ", ".join(table.headings[at].label_en for at in sorted(rare))
    headings = (*(table.headings[at] for at in kept), replace(together, label_en=english))
    return replace(
        table,
        headings=headings,
        lines=tuple(_joined(line, kept, rare) for line in table.lines),
        whole=_joined(table.whole, kept, rare),
    )


def _joined(line: Line, kept: list[int], rare: list[int]) -> Line:
    return replace(line, cells=(*(line.cells[at] for at in kept), sum(line.cells[at] for at in rare)))


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
