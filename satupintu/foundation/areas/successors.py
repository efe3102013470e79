"""What replaced what: matching the areas that left a code with those that arrived at one, on plain values.

An area leaves when its code ends or when its code now bears another name; it arrives the same way. A name found again
in the same place, and only once on either side, is the same area. Levels are matched from the province down, so that a
recoded kabupaten carries all its villages with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from satupintu.foundation.areas import rules
from satupintu.foundation.areas.words import Kind, Reason
from satupintu.lib.codes import area_level, area_parent

ALIKE = 0.75
"""Names at least this alike are suggested to a person."""


@dataclass(frozen=True, slots=True)
class Row:
    """One area as a list has it."""

    number: int
    name: str
    kind: Kind

    @property
    def key(self) -> str:
        """The compared form of the name; spaces do not count, "Labuhan Haji" is "Labuhanhaji"."""
        return rules.name_key(self.name, area_level(self.number)).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Successor:
    """One area probably replaced another; ``reason`` says what speaks for it."""

    old: int
    new: int
    reason: Reason

    @property
    def certain(self) -> bool:
        """Whether the names alone prove it; anything less only suggests it and waits for a person."""
        return self.reason not in {Reason.SIMILAR, Reason.SHIFTED}


def successors(old: Mapping[int, Row], new: Mapping[int, Row]) -> list[Successor]:
    """All successors that can be found, from the province down; each area has at most one here."""
    search = _Search(old, new)
    found = [successor for level in (1, 2, 3, 4) for successor in search.at(level)]
    shifts = {successor.old: successor.new for successor in found if successor.reason == Reason.SHIFTED}
    return [
        replace(successor, reason=Reason.EXCHANGED) if _returns(successor.old, shifts) else successor
        for successor in found
    ]


def _returns(start: int, shifts: Mapping[int, int]) -> bool:
    """Whether codes changed places in a full circle; half a circle leaves somebody's code with two names."""
    place, seen = shifts.get(start), {start}
    while place is not None and place not in seen:
        seen.add(place)
        place = shifts.get(place)
    return place == start


class _Search:
    def __init__(self, old: Mapping[int, Row], new: Mapping[int, Row]) -> None:
        self.old, self.new = old, new
        self.moved: dict[int, int] = {}
        self.left: dict[int, list[Row]] = defaultdict(list)
        self.arrived: dict[int, list[Row]] = defaultdict(list)
        for number, row in old.items():
            if number not in new or new[number].key != row.key:
                self.left[area_level(number)].append(row)
        for number, row in new.items():
            if number not in old or old[number].key != row.key:
                self.arrived[area_level(number)].append(row)

    def at(self, level: int) -> Iterator[Successor]:
        """Successors at one level, nearest place first: in the own parent, then one place further out."""
        left, arrived = self.left[level], self.arrived[level]
        for outward in (1, 2):
            for row, other in _only_pairs(
                self._keyed(left, outward, old=True), self._keyed(arrived, outward, old=False)
            ):
                self.moved[row.number] = other.number
                yield Successor(row.number, other.number, self._reason(row, other))
            taken = set(self.moved.values())
            # A code that stays moves next door at most: far away the same name is rather another place's.
            left = [row for row in left if row.number not in self.moved and row.number not in self.new]
            arrived = [row for row in arrived if row.number not in taken]
        yield from self._alike(left, arrived)

    def _keyed(self, rows: Iterable[Row], outward: int, *, old: bool) -> dict[tuple[int, str], list[Row]]:
        keyed = defaultdict(list)
        for row in rows:
            keyed[self._place(row.number, outward, old=old), row.key].append(row)
        return keyed

    def _place(self, number: int, outward: int, *, old: bool) -> int:
        """The area so many levels above, by its new number; 0 is the country."""
        above = rules.ancestors_of(number)
        place = above[outward - 1] if len(above) >= outward else 0
        return self.moved.get(place, place) if old else place

    def _reason(self, row: Row, other: Row) -> Reason:
        parent, other_parent = area_parent(row.number), area_parent(other.number)
        if parent == other_parent:
            return Reason.MOVED if row.number not in self.new else Reason.SHIFTED
        return Reason.RECODED if parent is not None and self.moved.get(parent) == other_parent else Reason.TRANSFERRED

    def _alike(self, left: list[Row], arrived: list[Row]) -> Iterator[Successor]:
        near = defaultdict(list)
        for row in arrived:
            if row.number not in self.old:
                near[self._place(row.number, 1, old=False)].append(row)
        for row in left:
            others = near[self._place(row.number, 1, old=True)]
            best = max(others, key=lambda other: _likeness(row, other), default=None)
            if best is not None and _likeness(row, best) >= ALIKE:
                yield Successor(row.number, best.number, Reason.SIMILAR)


def _only_pairs(
    left: Mapping[tuple[int, str], list[Row]], arrived: Mapping[tuple[int, str], list[Row]]
) -> Iterator[tuple[Row, Row]]:
    for place, rows in left.items():
        others = arrived.get(place, [])
        if len(rows) == len(others) == 1:
            yield rows[0], others[0]
        elif others:
            # Namesakes in one place (a desa and a kelurahan): the kind or the last digits must tell them apart.
            for row in rows:
                same = [other for other in others if other.kind == row.kind]
                if len(same) == 1 and sum(each.kind == row.kind for each in rows) == 1:
                    yield row, same[0]


def _likeness(row: Row, other: Row) -> float:
    return SequenceMatcher(None, row.key, other.key).ratio()
