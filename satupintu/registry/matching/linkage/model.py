"""The model: what is compared, in which steps, and which records are compared at all. Numbers come from training.

Fellegi and Sunter 1969, as Splink computes it: each level of each comparison has a chance among records of one person (m)
and among records of two (u); their ratio is the evidence. Levels are told by a code, so that a trained model is a small
table of numbers that fits DuckDB and Spark alike, and a page can say in words why two records look the same.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VERSION = 1
"""Counted up when comparisons, levels or blocking rules change: numbers trained for another version are not used."""

Weights = Mapping[str, Mapping[str, Sequence[float]]]
"""Comparison → level → (m, u)."""


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a comparison: its code, its condition in DuckDB's SQL, and the column whose rarity counts, if any."""

    code: str
    sql: str
    rarity: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is compared: ``columns``, of which the data must have one, and ``levels`` from the closest to the farthest."""

    code: str
    columns: Sequence[str]
    levels: Sequence[Level]
    unknown: str = ""
    """When it cannot be compared; "" when either side lacks the first column."""

    @property
    def is_null(self) -> str:
        """The condition of what cannot be compared."""
        return self.unknown or f"{self.columns[0]}_l is null or {self.columns[0]}_r is null"

    def level(self, gamma: int) -> str:
        """The code of the level that Splink gives this number; "" when it could not be compared."""
        return "" if gamma < 0 else self.levels[len(self.levels) - 1 - gamma].code


def _alike(column: str, least: float) -> str:
    return f"jaro_winkler_similarity({column}_l, {column}_r) >= {least}"


def _within(column: str) -> str:
    """All sounds of the shorter are among those of the longer."""
    shared = f"len(list_intersect({column}_l, {column}_r))"
    return f"{_any(column)} and {shared} = least(len({column}_l), len({column}_r))"


def _any(column: str) -> str:
    """At least one in common: quick to ask, so it is asked first."""
    return f"list_has_any({column}_l, {column}_r)"


_MOST_WORDS = f"{_any('address_words')} and " + (
    "len(list_intersect(address_words_l, address_words_r)) >= 0.6 * least(len(address_words_l), len(address_words_r))"
)
_MOTHER_UNKNOWN = "(mother_l is null or mother_r is null)"
_SAME_YEAR = "year_l = year_r"

COMPARISONS: tuple[Comparison, ...] = (
    Comparison("nik", ("nik",), (Level("same", "nik_l = nik_r", "nik"), Level("other", "else"))),
    Comparison(
        "name",
        ("name",),
        (
            Level("same", "parts_l = parts_r", "parts"),
            Level("sounds_same", "sounds_l = sounds_r"),
            Level("very_like", f"{_alike('name', 0.93)} or {_alike('parts', 0.93)}"),
            Level("shorter", _within("sounds")),
            Level("like", f"{_alike('name', 0.86)} or {_alike('parts', 0.86)}"),
            Level("one_part", _any("sounds")),
            Level("other", "else"),
        ),
    ),
    Comparison(
        "born",
        ("year",),
        (
            Level("same", "born_l = born_r", "born"),
            Level("swapped", "born_l = swapped_r"),
            Level("one_digit", "levenshtein(born_l, born_r) <= 1"),
            Level("day_or_month", f"{_SAME_YEAR} and (right(day_l, 2) = right(day_r, 2) or left(day_l, 2) = left(day_r, 2))"),
            Level("same_day", "day_l = day_r and abs(year_l - year_r) <= 10"),
            Level("same_year", _SAME_YEAR),
            Level("near", "abs(year_l - year_r) <= 2"),
            Level("other", "else"),
        ),
    ),
    Comparison("sex", ("sex",), (Level("same", "sex_l = sex_r"), Level("other", "else"))),
    Comparison(
        "family",
        ("mother", "kk"),
        (
            Level("same", "mother_l = mother_r", "mother"),
            Level("like", f"mother_sounds_l = mother_sounds_r or {_alike('mother', 0.9)}"),
            Level("shorter", _within("mother_sounds")),
            Level("card", f"{_MOTHER_UNKNOWN} and kk_l = kk_r"),
            Level("other", "else"),
        ),
        unknown=f"{_MOTHER_UNKNOWN} and (kk_l is null or kk_r is null or kk_l <> kk_r)",
    ),
    Comparison(
        "village",
        ("village",),
        (
            Level("same", "village_l = village_r"),
            Level("kecamatan", "kecamatan_l = kecamatan_r"),
            Level("other", "else"),
        ),
    ),
    Comparison(
        "address",
        ("address",),
        (
            Level("same", "address_l = address_r"),
            Level("most", _MOST_WORDS),
            Level("some", _any("address_words")),
            Level("other", "else"),
        ),
    ),
)  # fmt: skip
"""The family card counts only where the mother is not known: whoever shares it shares the mother too, and brothers would
look like one person. NIK is compared exactly: near numbers belong to neighbours in the queue, not to one person.
"""

BLOCKS: tuple[Sequence[str], ...] = (
    ("nik",),
    ("rare", "year"),
    ("rare", "day"),
    ("rare", "kk"),
    ("rare", "second"),
    ("second", "born"),
    ("born", "village"),
    ("born", "mother_rare"),
    ("born", "address_rare"),
    ("rare", "address_rare"),
    ("second", "address_rare"),
)
"""Records are compared when they agree in all columns of one of these. ``rare`` and ``second`` are the two parts of the
name that fewest others have, by their sound; ``mother_rare`` the mother's,
``address_rare`` the rarest word of the address.
"""
TRAINING: tuple[Sequence[str], ...] = (("nik",), ("born", "village"))
"""What is held equal while the chances of the rest are learned."""
CERTAIN: tuple[str, ...] = (
    "l.nik = r.nik and l.parts = r.parts",
    "l.parts = r.parts and l.born = r.born and l.mother = r.mother",
)
"""Pairs that are certainly one person, from which the share of duplicates is estimated."""
CERTAIN_SHARE = 0.5
"""How many of all duplicates are thought to be among the certain ones."""


RANDOM_A_RECORD = 40
ENOUGH_TO_LEARN = 2000
"""Records from which a register teaches better than the numbers that come along."""
MOST_LIKELY = 0.05
"""The chance of two random records that is never exceeded, however few records there are."""


@dataclass(frozen=True, slots=True)
class Model:
    """Trained numbers: the chance that two records drawn at random are one person, and m and u of each level."""

    prior: float
    weights: Weights
    version: int = VERSION
    trained_on: int = 0
    """How many records taught it."""

    def packed(self) -> dict[str, Any]:
        """For JSON."""
        weights = {one: {level: list(pair) for level, pair in levels.items()} for one, levels in self.weights.items()}
        return {"version": self.version, "trained_on": self.trained_on, "prior": self.prior, "weights": weights}

    @classmethod
    def unpacked(cls, packed: Mapping[str, Any]) -> "Model":
        """From JSON. Raises ValueError when it was trained for another version of the comparisons."""
        if packed["version"] != VERSION:
            raise ValueError(f"trained for version {packed['version']}, not {VERSION}")
        return cls(packed["prior"], packed["weights"], packed["version"], packed["trained_on"])

    def prior_among(self, count: int) -> float:
        """The chance that two of ``count`` records are one person: people are written twice as often in a small register as
        in a large one, so among fewer records a random pair is likelier.
        """
        return (
            min(MOST_LIKELY, self.prior * max(1, self.trained_on) / count) if count and self.trained_on else self.prior
        )

    @classmethod
    def shipped(cls) -> "Model":
        """The numbers that come along, learned from 100,000 people who do not exist: for a register too small to teach."""
        return cls.unpacked(json.loads((Path(__file__).parent / "shipped.json").read_text()))


@dataclass(frozen=True)
class Settings:
    """How a search runs. ``least`` is the weight (log2 odds) from which pairs are kept, ``sure`` that of a suggestion.

    ``backend`` is "duckdb" or "spark"; ``memory`` in MB and ``threads`` bound DuckDB.
    """

    least: float = 0.0
    sure: float = 6.0
    backend: str = "duckdb"
    threads: int = 2
    memory: int = 2500
    seed: int = 7
    max_pairs: float = 5e6
    """Pairs of likely duplicates that training looks at: without a bound it runs away on large registers."""
    random_pairs: float = 1e6
    """Pairs drawn at random, from which chance agreement is learned; of few records, ``RANDOM_A_RECORD`` each."""
