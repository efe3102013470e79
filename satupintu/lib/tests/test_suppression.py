"""No small count is shown, and none can be worked out: tried by somebody who tries every table that would look the same."""

from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as some

from satupintu.lib.suppression import LIMIT, publishable, publishable_list, to_hide, with_sums

COUNT = some.one_of(some.integers(0, 4), some.integers(0, 9))
TABLE = some.integers(1, 3).flatmap(
    lambda width: some.lists(some.lists(COUNT, min_size=width, max_size=width), min_size=2, max_size=3)
)
MOST = 12


def alike(counts: list[list[int]], shown: list[list[int | None]]) -> list[list[set[int]]]:
    """For each hidden count every number that it may be, by all tables whose published form agrees with what is shown."""
    height, width = len(counts), len(counts[0])
    free = [(r, c) for r in range(height) for c in range(width) if shown[r][c] is None]
    may_be: list[list[set[int]]] = [[set() for _c in range(width + 1)] for _r in range(height + 1)]
    for values in product(range(MOST), repeat=len(free)):
        guess = [list(row) for row in counts]
        for (r, c), value in zip(free, values, strict=True):
            guess[r][c] = value
        table = with_sums(guess)
        if all(told is None or told == table[r][c] for r, row in enumerate(shown) for c, told in enumerate(row)):
            for r, row in enumerate(shown):
                for c, told in enumerate(row):
                    if told is None:
                        may_be[r][c].add(table[r][c])
    return may_be


@settings(max_examples=150, deadline=None)
@given(TABLE)
def test_no_small_count_is_shown_and_none_can_be_told(counts: list[list[int]]) -> None:
    shown = publishable(counts)
    assert all(told is None or told == 0 or told >= LIMIT for row in shown for told in row)
    assume(sum(told is None for row in shown[:-1] for told in row[:-1]) <= 5)
    may_be = alike(counts, shown)
    assert [
        (r, c) for r, row in enumerate(shown) for c, told in enumerate(row) if told is None and len(may_be[r][c]) < 2
    ] == []


@settings(max_examples=300, deadline=None)
@given(some.lists(COUNT, min_size=1, max_size=5))
def test_a_list_tells_no_small_count_either(counts: list[int]) -> None:
    shown = publishable_list(counts)
    assert all(told is None or told == 0 or told >= LIMIT for told in shown)
    hidden = [place for place, told in enumerate(shown[:-1]) if told is None]
    if shown[-1] is not None and hidden:
        left = shown[-1] - sum(told for told in shown[:-1] if told)
        ways = [values for values in product(range(1, MOST), repeat=len(hidden)) if sum(values) == left]
        assert all(len({way[at] for way in ways}) > 1 for at in range(len(hidden)))


def test_the_last_small_count_of_a_row_takes_a_neighbour_with_it() -> None:
    assert publishable([[3, 20, 30], [10, 20, 30]]) == [[None, None, 30, 53], [None, None, 30, 60], [13, 40, 60, 113]]


def test_large_counts_and_zeros_stay() -> None:
    assert publishable([[0, 20], [10, 5]]) == [[0, 20, 20], [10, 5, 15], [10, 25, 35]]
    assert to_hide(with_sums([])) == set()
