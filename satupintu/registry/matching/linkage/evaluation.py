"""How well duplicates are found, against a truth: precision, recall, F1, seconds and memory."""

import resource
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import combinations
from time import monotonic
from typing import Any

from satupintu.registry.matching.linkage.engine import searching
from satupintu.registry.matching.linkage.model import Model, Settings
from satupintu.registry.matching.linkage.pairs import Pair, groups
from satupintu.registry.matching.linkage.standard import standardised

Ids = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs that were found against pairs that are true."""

    found: int
    true: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that is true; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is true that was found; 1 when nothing is true."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def told(self) -> dict[str, Any]:
        """For JSON."""
        measured = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return asdict(self) | {name: round(value, 5) for name, value in measured.items()}


def score(found: set[Ids], truth: set[Ids]) -> Score:
    """Compare two sets of pairs, the smaller id first in each."""
    return Score(len(found), len(truth), len(found & truth))


def evaluate(
    records: Iterable[Mapping[str, Any]],
    truth: Callable[[Iterable[str]], set[Ids]],
    settings: Settings,
    model: Model | None = None,
) -> dict[str, Any]:
    """Search the records and compare with ``truth(ids)``. Without a model it is trained on the records themselves.

    ``pairs`` are scored as they were suggested; ``groups`` with everything that hangs together by them.
    """
    began = monotonic()
    with searching(settings) as search:
        count = search.read(standardised(records))
        read = monotonic()
        model = model or search.train()
        trained = monotonic()
        scored = list(search.rows(search.pairs(model)))
        ended = monotonic()
        ids = [one for (one,) in search.database.execute("select unique_id from records").fetchall()]
    true = truth(ids)
    sure = suggested(scored, settings)
    together = {pair for members in groups(sure) for pair in combinations(members, 2)}
    return {
        "records": count,
        "backend": settings.backend,
        "threshold": settings.sure,
        "pairs": score(sure, true).told(),
        "groups": score(together, true).told(),
        "seconds": {
            "reading": round(read - began, 2),
            "training": round(trained - read, 2),
            "comparing": round(ended - trained, 2),
            "all": round(ended - began, 2),
        },
        "peak_memory_mb": peak_memory(),
        "model": model.packed(),
    }


def suggested(scored: Iterable[Pair], settings: Settings) -> set[Ids]:
    """The pairs that would be suggested as one person."""
    return {pair.ids for pair in scored if pair.weight >= settings.sure}


def peak_memory() -> int:
    """The most memory that this process ever held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (1024 if sys.platform != "darwin" else 1024 * 1024))
