"""Nothing hidden can be worked out from all tables and all levels together: tried by somebody who tries everything."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from satupintu.lib.rollup import LIMIT, ROOT, TOTAL, Area, Code, Published, publishable

Leaves = dict[Area, dict[Code, int]]
PARENTS = {11: 1, 12: 1, 13: 1, 21: 2, 22: 2, 1: ROOT, 2: ROOT}
COUNT = some.one_of(some.integers(0, 4), some.integers(0, 8))
MOST = 24
"""No count is tried beyond this."""


def below(area: Area) -> set[Area]:
    """The kabupaten that lie in an area."""
    leaves = {one for one in PARENTS if one > 10}
    return leaves if area == ROOT else {area} & leaves or {one for one in leaves if PARENTS[one] == area}


@some.composite
def worlds(draw: some.DrawFn) -> dict[str, Leaves]:
    """The same people of up to five kabupaten by state and by month."""
    areas = draw(some.lists(some.sampled_from([11, 12, 13, 21, 22]), min_size=1, max_size=5, unique=True))
    states = {area: {code: draw(COUNT) for code in "ab"} for area in areas}
    months: Leaves = {}
    for area, row in states.items():
        first = draw(some.integers(0, sum(row.values())))
        months[area] = {"x": first, "y": sum(row.values()) - first}
    return {"state": states, "month": months}


class Reader:
    """Somebody who has all that is published and tries which counts of one table agree with it."""

    def __init__(self, published: Published, name: str, codes: str) -> None:
        self.shown = published.tables[name]
        self.cells = [(area, code) for area in sorted(self.shown) if area > 10 for code in codes]
        known = [(area, code, told) for area, row in self.shown.items() for code, told in row.items()]
        self.sums = [(self._parts(area, code), told) for area, code, told in known if told is not None]
        wholly = {area for area, row in self.shown.items() if row[TOTAL] is None}
        # A hidden count is not zero, for zeros are shown; of an area that is hidden wholly only the total is not.
        self.positive = [
            self._parts(area, code)
            for area, code, told in known
            if told is None and (code == TOTAL or area not in wholly)
        ]

    def _parts(self, area: Area, code: Code) -> frozenset[tuple[Area, Code]]:
        return frozenset((a, c) for a, c in self.cells if a in below(area) and code in {TOTAL, c})

    def tables(self) -> Iterator[dict[tuple[Area, Code], int]]:
        """Every table that would look the same."""
        free = [cell for cell in self.cells if self.shown[cell[0]][cell[1]] is None]
        fixed = {cell: told for cell in self.cells if (told := self.shown[cell[0]][cell[1]]) is not None}
        yield from self._try(free, fixed)

    def _try(self, free: list[tuple[Area, Code]], fixed: dict[tuple[Area, Code], int]) -> Iterator[dict]:
        most = MOST
        for parts, told in self.sums:
            left = told - sum(fixed.get(part, 0) for part in parts)
            open_ = [part for part in parts if part not in fixed]
            if left < 0 or (left and not open_):
                return
            if free and free[0] in open_:
                most = min(most, left)
        if not free:
            if all(sum(fixed[part] for part in parts) for parts in self.positive):
                yield dict(fixed)
            return
        for value in range(most + 1):
            yield from self._try(free[1:], fixed | {free[0]: value})


def told_by_all(tables: dict[str, Leaves], published: Published) -> list[tuple[str, Area, Code]]:
    """The hidden counts of which all that is published leaves only one number."""
    areas = sorted(area for area in published.tables["state"] if area > 10)
    found = {}
    for name, codes in (("state", "ab"), ("month", "xy")):
        by_totals: dict[tuple[int, ...], list[dict]] = {}
        for table in Reader(published, name, codes).tables():
            totals = tuple(sum(table[area, code] for code in codes) for area in areas)
            by_totals.setdefault(totals, []).append(table)
        found[name] = by_totals
    both = found["state"].keys() & found["month"].keys()
    single = []
    for name, codes in (("state", "ab"), ("month", "xy")):
        agreeing = [table for totals in both for table in found[name][totals]]
        assert agreeing, "the truth agrees with what is shown"
        for area, code in product(published.tables[name], (*codes, TOTAL)):
            if published.tables[name][area][code] is None:
                parts = [(a, c) for a in below(area) if a in areas for c in codes if code in {TOTAL, c}]
                numbers = {sum(table[part] for part in parts) for table in agreeing}
                truth = sum(tables[name].get(a, {}).get(c, 0) for a, c in parts)
                if len(numbers) < 2 and truth:
                    single.append((name, area, code))
    return single


def hidden_leaves(published: Published) -> int:
    return sum(
        told is None
        for table in published.tables.values()
        for area, row in table.items()
        if area > 10
        for code, told in row.items()
        if code != TOTAL
    )


@settings(max_examples=250, deadline=None)
@given(worlds())
def test_no_small_count_is_shown_and_none_can_be_told_from_all_that_is(tables: dict[str, Leaves]) -> None:
    published = publishable(tables, PARENTS)
    shown = [told for table in published.tables.values() for row in table.values() for told in row.values()]
    assert all(told is None or told == 0 or told >= LIMIT for told in shown)
    assume(published.tables["state"][ROOT][TOTAL] is not None and hidden_leaves(published) <= 12)
    assert told_by_all(tables, published) == []


def told_small(published: Published, name: str, leaves: Leaves) -> list[frozenset[tuple[Area, Code]]]:
    """Hidden counts that are small together and whose sum follows from all that is shown, whatever is added and taken.

    Every set of hidden counts of kabupaten is tried: its sum follows where it is a combination of the shown ones.
    """
    reader = Reader(published, name, "ab" if name == "state" else "xy")
    open_ = [(a, c) for a, c in reader.cells if published.tables[name][a][c] is None]
    known = [[Fraction(cell in parts) for cell in open_] for parts, _told in reader.sums]
    steps = reduced([row for row in known if any(row)])
    counted = [cell for cell in open_ if leaves.get(cell[0], {}).get(cell[1], 0)]
    nothing = [cell for cell in open_ if cell not in counted]
    found = []
    for size in range(1, LIMIT):
        for some_ in combinations(counted, size):
            if sum(leaves[a][c] for a, c in some_) < LIMIT:
                found += [
                    frozenset(some_)
                    for zeros in subsets(nothing)
                    if follows([Fraction(cell in {*some_, *zeros}) for cell in open_], steps)
                ]
    return found


def subsets(cells: list[tuple[Area, Code]]) -> Iterator[tuple[tuple[Area, Code], ...]]:
    """Every choice of some cells."""
    for size in range(len(cells) + 1):
        yield from combinations(cells, size)


def reduced(rows: list[list[Fraction]]) -> list[tuple[int, list[Fraction]]]:
    """The rows in steps (Gauss), each with the place of its first number, which is one."""
    steps: list[tuple[int, list[Fraction]]] = []
    for row in rows:
        row = less(row, steps)
        if any(row):
            place = next(i for i, one in enumerate(row) if one)
            steps.append((place, [one / row[place] for one in row]))
    return steps


def less(row: list[Fraction], steps: list[tuple[int, list[Fraction]]]) -> list[Fraction]:
    """What is left of a row when every step is taken from it as often as it goes."""
    for place, step in steps:
        if row[place]:
            row = [one - row[place] * other for one, other in zip(row, step, strict=True)]
    return row


def follows(row: list[Fraction], steps: list[tuple[int, list[Fraction]]]) -> bool:
    """Whether a sum is a combination of the known ones."""
    return not any(less(row, steps))


@settings(max_examples=250, deadline=None)
@given(worlds())
def test_what_is_hidden_together_is_not_small_together(tables: dict[str, Leaves]) -> None:
    published = publishable(tables, PARENTS)
    assume(hidden_leaves(published) <= 16)
    for name, leaves in tables.items():
        assert told_small(published, name, leaves) == []


@settings(max_examples=300, deadline=None)
@given(worlds())
def test_what_is_shown_is_true_and_the_same_on_every_level(tables: dict[str, Leaves]) -> None:
    published = publishable(tables, PARENTS)
    for name, leaves in tables.items():
        for area, row in published.tables[name].items():
            for code, told in row.items():
                counted = sum(
                    count for leaf, counts in leaves.items() if leaf in below(area)
                    for c, count in counts.items() if code in {TOTAL, c}
                )  # fmt: skip
                assert told is None or told == counted
    totals = [{area: row[TOTAL] for area, row in table.items()} for table in published.tables.values()]
    assert totals[0] == totals[1], "a total that one table hides is hidden in the other"


def test_the_small_ones_alone_would_be_told() -> None:
    """The reader of this test finds what a careless publisher leaves: each table alone hides its small counts only."""
    tables: dict[str, Leaves] = {
        "state": {11: {"a": 3, "b": 8}, 12: {"a": 9, "b": 7}},
        "month": {11: {"x": 5, "y": 6}, 12: {"x": 8, "y": 8}},
    }
    careful = publishable(tables, PARENTS)
    careless = publishable(tables, PARENTS)
    careless.tables["state"] = {11: {"a": None, "b": 8, TOTAL: 11}, 12: {"a": 9, "b": 7, TOTAL: 16},
                                1: {"a": 12, "b": 15, TOTAL: 27}, ROOT: {"a": 12, "b": 15, TOTAL: 27}}  # fmt: skip
    assert ("state", 11, "a") in told_by_all(tables, careless)
    assert told_by_all(tables, careful) == []


def test_a_nation_that_has_hidden_something_below_tells_it_on_no_level() -> None:
    """The only small count of a province: it would follow from the nation's column if the neighbours stood there."""
    tables: dict[str, Leaves] = {
        "state": {11: {"a": 2, "b": 9}, 12: {"a": 20, "b": 20}, 21: {"a": 30, "b": 30}},
        "month": {11: {"x": 5, "y": 6}, 12: {"x": 20, "y": 20}, 21: {"x": 30, "y": 30}},
    }
    published = publishable(tables, PARENTS)
    state = published.tables["state"]
    assert state[11] == {"a": None, "b": None, TOTAL: 11} and state[12] == {"a": None, "b": None, TOTAL: 40}
    assert state[1] == {"a": 22, "b": 29, TOTAL: 51} and state[ROOT] == {"a": 52, "b": 59, TOTAL: 111}
    assert published.tables["month"][11] == {"x": 5, "y": 6, TOTAL: 11}


def test_a_small_area_takes_a_neighbour_with_it_wholly() -> None:
    tables: dict[str, Leaves] = {"state": {11: {"a": 3}, 12: {"a": 20, "b": 9}, 13: {"a": 50, "b": 50}}}
    state = publishable(tables, PARENTS).tables["state"]
    assert state[11] == state[12] == {"a": None, "b": None, TOTAL: None}
    assert state[13] == {"a": 50, "b": 50, TOTAL: 100} and state[1][TOTAL] == 132


def test_hidden_ones_do_not_hide_each_other() -> None:
    """A hidden count is not zero, so two of them that add up to two are told."""
    tables = {"state": {**{one: {"a": 1, "b": 1, "c": 9} for one in (11, 12)}, 13: {"a": 20, "b": 20, "c": 20}}}
    state = publishable(tables, PARENTS).tables["state"]
    assert state[1]["a"] is None or state[13]["a"] is None
    totals = publishable({"state": {11: {"a": 1}, 12: {"a": 1}, 13: {"a": 50}}}, PARENTS).tables["state"]
    assert (totals[13][TOTAL], totals[1][TOTAL]) == (None, 52)


def test_nothing_and_zeros_stay() -> None:
    assert publishable({}, PARENTS).tables == {}
    assert publishable({"state": {}}, PARENTS).tables == {"state": {ROOT: {TOTAL: 0}}}
    assert publishable({"state": {11: {"a": 0, "b": 9}}}, PARENTS).rows("state", [11, 99], ["a", "b"]) == [
        [0, 9, 9],
        [0, 0, 0],
    ]


def test_tables_of_other_people_are_refused() -> None:
    with pytest.raises(ValueError, match="same people"):
        publishable({"state": {11: {"a": 9}}, "month": {11: {"x": 8}}}, PARENTS)


def test_two_hidden_twos_of_two_provinces_are_no_four() -> None:
    """Nine in the nation less the five that are shown would tell them."""
    tables = {"state": {11: {"a": 3, "b": 2}, 12: {"b": 5}, 21: {"a": 4, "b": 2}}}
    published = publishable(tables, PARENTS)
    assert told_small(published, "state", tables["state"]) == []
    careless = publishable(tables, PARENTS)
    careless.tables["state"] = {11: {"a": None, "b": None, TOTAL: 5}, 12: {"a": 0, "b": 5, TOTAL: 5},
                                21: {"a": None, "b": None, TOTAL: 6}, 1: {"a": None, "b": None, TOTAL: 10},
                                2: {"a": None, "b": None, TOTAL: 6}, ROOT: {"a": 7, "b": 9, TOTAL: 16}}  # fmt: skip
    assert frozenset({(11, "b"), (21, "b")}) in told_small(careless, "state", tables["state"])


def test_two_small_areas_that_are_four_together_take_a_third() -> None:
    tables = {"state": {11: {"a": 2}, 12: {"a": 2}, 13: {"a": 50}, 21: {"a": 60}}}
    state = publishable(tables, PARENTS).tables["state"]
    assert (state[11][TOTAL], state[12][TOTAL], state[13][TOTAL], state[1][TOTAL]) == (None, None, None, 54)
