"""Which office a matter usually goes to, and which office stands above another. Plain values: no database, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NATION = 0


@dataclass(frozen=True)
class Matter:
    """What is known of a matter when somebody asks where it goes. Empty means not known.

    ``asked_from`` is the level of the asking office (1 provinsi … 4 village), ``village`` where the person lives.
    """

    field: str
    village: int
    asked_from: int
    nature: str = ""
    programme: str = ""
    schooling: str = ""


@dataclass(frozen=True)
class Rule:
    """One rule of an area: which matters it speaks of (empty: any), which kind of office at which level takes them.

    ``owner`` is the level of the area that keeps it, 0 for the nation; a nearer owner is asked first, then ``order``.
    """

    pk: int
    owner: int
    order: int
    kind: str
    level: int
    reason: str
    field: str = ""
    nature: str = ""
    programme: str = ""
    schooling: frozenset[str] = frozenset()
    asked_from: int | None = None

    def speaks_of(self, matter: Matter) -> bool:
        """Whether it says something about this matter. What is not known matches only a rule that does not ask."""
        return (
            self.field in {"", matter.field}
            and self.nature in {"", matter.nature}
            and self.programme in {"", matter.programme}
            and (not self.schooling or matter.schooling in self.schooling)
            and self.asked_from in {None, matter.asked_from}
        )


@dataclass(frozen=True)
class Place:
    """An office as far as a rule looks at it: ``area`` is None for the whole country."""

    pk: int
    kind: str
    area: int | None
    fields: frozenset[str] = frozenset()

    @property
    def level(self) -> int:
        """0 the nation, 1 provinsi, 2 kabupaten, 3 kecamatan, 4 village."""
        return level_of(self.area)


@dataclass(frozen=True)
class Named:
    """An office that a rule names for a matter, by its number, and the rule's reason as a sentence of the source language."""

    office: int
    reason: str
    rule: int


def suggest(matter: Matter, rules: Iterable[Rule], places: Sequence[Place]) -> list[Named]:
    """Where the matter may go, the best first, each office once: the nearest owner's rules, in their order.

    An office is named when it has the kind and level of the rule, lies around the village, and takes the field.
    """
    found: dict[int, Named] = {}
    for rule in sorted(rules, key=lambda rule: (-rule.owner, rule.order, rule.pk)):
        if not rule.speaks_of(matter):
            continue
        for place in places:
            if (
                place.kind == rule.kind
                and place.level == rule.level
                and around(place.area, matter.village)
                and matter.field in place.fields
            ):
                found.setdefault(place.pk, Named(place.pk, rule.reason, rule.pk))
    return list(found.values())


LADDER: tuple[tuple[int, str, str], ...] = (
    (3, "puspelkessos", ""),
    (2, "slrt", ""),
    (1, "slrt", ""),
    (1, "agency", "social"),
)
"""Who stands above whom: level, kind of office, field it must take ("" any). A kecamatan without a PUSPELKESSOS is passed
over; above the kabupaten stands an SLRT secretariat of the provinsi, or else its agency for social affairs (domain facts
§0: Dinas Sosial provinsi)."""


def above(level: int, places: Sequence[Place]) -> list[Place]:
    """The offices above one of that level, the nearest first, one for each level. ``places`` lie around its area."""
    found: dict[int, Place] = {}
    for rung, kind, field in LADDER:
        for place in sorted(places, key=lambda place: place.pk):
            if rung < level and place.level == rung and place.kind == kind and (not field or field in place.fields):
                found.setdefault(rung, place)
    return [found[rung] for rung in sorted(found, reverse=True)]


def level_of(area: int | None) -> int:
    """The level of an area's number; 0 for the whole country."""
    if area is None:
        return NATION
    return next((level for level, size in ((1, 10**8), (2, 10**6), (3, 10**4)) if area % size == 0), 4)


def around(area: int | None, village: int) -> bool:
    """Whether a village lies in an area; every village lies in the country."""
    if area is None:
        return True
    return area <= village < area + {1: 10**8, 2: 10**6, 3: 10**4, 4: 1}[level_of(area)]
