"""Small lists of areas for tests: the list in force with some lines changed."""

from collections.abc import Mapping
from datetime import date

from satupintu.foundation.areas.actions import Draft, current_rows
from satupintu.foundation.areas.editions import Row
from satupintu.foundation.areas.rules import kind_of
from satupintu.lib.codes import area_code, area_level

NEXT = date(2030, 1, 2)


def changed(changes: Mapping[int, str | None], decree: str = "Kepmendagri uji 2", day: date = NEXT) -> Draft:
    """An edition like the one in force but for ``changes``: number → new name, or None where the code ends."""
    kept = [row for row in current_rows() if row.number not in changes]
    named = [Row(number, name, kind_of(number, name)) for number, name in changes.items() if name is not None]
    return Draft(decree, day, [*kept, *named])


def as_csv(draft: Draft) -> bytes:
    """The edition as the file that brings it."""
    lines = [f"{area_code(row.number)},{row.name},{area_level(row.number)},{row.kind}" for row in draft.rows]
    return "\n".join(["code,name,level,kind", *lines, ""]).encode()
