"""Scored pairs, what holds one back, and the groups that pairs make."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2
from typing import Any

from satupintu.registry.matching.linkage.model import Model

HELD = 1.0
"""How far below a suggestion a pair is put that a rule holds back."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records, the smaller id first; ``weight`` is log2 of the odds that they are one person.

    ``levels`` says of each comparison how close the two are; ``held`` which rule held the pair back, if one did.
    """

    one: str
    other: str
    weight: float
    levels: Mapping[str, str] = field(default_factory=dict)
    held: str = ""

    @classmethod
    def of(cls, one: str, other: str, weight: float, levels: Mapping[str, str], sure: float) -> "Pair":
        """A pair as the model scored it, held back where a rule says so."""
        first, second = (one, other) if one < other else (other, one)
        held = held_by(levels)
        return cls(first, second, min(weight, sure - HELD) if held else weight, levels, held)

    @property
    def ids(self) -> tuple[str, str]:
        """Both ids, the smaller first."""
        return self.one, self.other


def held_by(levels: Mapping[str, str]) -> str:
    """The rule that keeps a pair from being suggested, however much else agrees; "" when none does.

    Twins share birth date, mother, village and often a part of the name; their NIK differ.
    """
    if (
        levels.get("nik") == "other"
        and levels.get("born") == "same"
        and levels.get("family", "other") != "other"
        and levels.get("name") in {"like", "one_part", "other"}
    ):
        return "twins"
    return ""


def evidence(levels: Mapping[str, str], model: Model) -> dict[str, float]:
    """How much each comparison speaks for (positive) or against one person, in bits; rarity of values is not in it."""
    told = {}
    for code, level in levels.items():
        m, u = model.weights.get(code, {}).get(level, (1.0, 1.0))
        told[code] = round(log2(m / u), 2)
    return told


def groups(pairs: Iterable[Sequence[Any]]) -> list[list[Any]]:
    """Ids that hang together by pairs, each group sorted, the largest first."""
    leader: dict[Any, Any] = {}

    def find(one: Any) -> Any:
        while leader.setdefault(one, one) != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for one, other in pairs:
        leader[find(one)] = find(other)
    together: dict[Any, list[Any]] = {}
    for one in leader:
        together.setdefault(find(one), []).append(one)
    return sorted((sorted(members) for members in together.values()), key=lambda members: (-len(members), members))
