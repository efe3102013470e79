"""How answers of the civil registry come to us. Whatever the way, an adapter gives `Answer` and `Problem`, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from satupintu.registry.civil.words import Presence, RowProblem, Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered about one person: by our number (``person``) or by the NIK that we sent.

    ``values`` are columns of `CivilAnswer`, as the civil registry writes them.
    """

    row: int
    person: int | None
    nik: str
    verdict: Verdict
    presence: Presence | None = None
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that is left out, and why."""

    row: int
    code: RowProblem


class Source(Protocol):
    """Where answers come from."""

    def answers(self) -> Iterator[Answer | Problem]:
        """Every row, in its order."""
