"""Measuring in pairs: A and B in turn, so that a machine that slows down slows both."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Pair:
    """Seconds of each turn of both sides."""

    ours: list[float]
    bare: list[float]

    @property
    def at_median(self) -> float:
        """How many times as long ours takes, at the median."""
        return median(self.ours) / median(self.bare)

    @property
    def at_p95(self) -> float:
        """The same at the 95th percentile."""
        return percentile(self.ours, 95) / percentile(self.bare, 95)


def percentile(values: list[float], rank: int) -> float:
    """The value that ``rank`` per cent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * rank // 100)]


def in_turn(ours: Callable[[], object], bare: Callable[[], object], *, turns: int = 200, warm: int = 20) -> Pair:
    """Run both in turn, ``turns`` counted times each."""
    pair = Pair([], [])
    for turn in range(turns + warm):
        for side, act in ((pair.ours, ours), (pair.bare, bare)):
            start = time.perf_counter()
            act()
            if turn >= warm:
                side.append(time.perf_counter() - start)
    return pair
