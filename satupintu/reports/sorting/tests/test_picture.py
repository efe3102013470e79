"""What leaves the area: no count below five, and none that follows from what is shown."""

from datetime import date
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from satupintu.lib.rollup import LIMIT
from satupintu.reports.sorting import columns, picture, rules
from satupintu.reports.sorting.rules import Count, Selection
from satupintu.reports.sorting.words import Population, TableKind

DAY = date(2026, 11, 20)
PLACES = [1, 2, 3, 4]
SELECTION = Selection(Population.CHILDREN, DAY)
Person = tuple[int, int, int, int]
people = st.lists(
    st.tuples(
        st.sampled_from(PLACES),
        st.integers(0, 17),
        st.sampled_from([-1, 0, 0, 0, 0, 1, 3]),
        st.sampled_from([-1, 0, 1, 1, 3, 9]),
    ),
    max_size=160,
)


def tables(crowd: list[Person]) -> dict[TableKind, rules.CrossTab]:
    """The same people by age, marital status and papers."""
    asked = {
        TableKind.NUMBER: lambda one: columns.age_group(one[1]),
        TableKind.MARITAL_STATUS: lambda one: one[2],
        TableKind.PAPERS: lambda one: one[3],
    }
    return {
        kind: rules.tabulate(kind, SELECTION, PLACES, [Count(one[0], number(one), 1) for one in crowd])
        for kind, number in asked.items()
    }


def drawn(crowd: list[Person]) -> Any:
    return picture.veiled(tables(crowd), {place: f"Kecamatan {place}" for place in PLACES})


@settings(max_examples=150, deadline=None)
@given(people)
def test_no_small_count_is_shown_and_what_is_shown_is_true(crowd: list[Person]) -> None:
    shown = drawn(crowd)["tables"]
    true = {kind: table if table.is_set else picture.gathered(table) for kind, table in tables(crowd).items()}
    for kind, table in true.items():
        for line, row in zip((*table.lines, table.whole), shown[kind.value]["rows"], strict=True):
            for right, cell in zip((*line.cells, line.people), row, strict=True):
                assert cell is None or (cell == right and not 0 < cell < LIMIT), (kind, row)


@settings(max_examples=150, deadline=None)
@given(people)
def test_nothing_hidden_follows_from_the_sums(crowd: list[Person]) -> None:
    """Of tables whose columns add up: a hidden cell is never alone in its row or its column."""
    shown = drawn(crowd)["tables"]
    for kind in (TableKind.NUMBER, TableKind.MARITAL_STATUS):
        rows = shown[kind.value]["rows"]
        for line in (*rows, *zip(*rows, strict=True)):
            *cells, total = line
            hidden = [cell for cell in cells if cell is None]
            assert total is None or len(hidden) != 1, (kind, line)


@settings(max_examples=60, deadline=None)
@given(people)
def test_whichever_tables_are_handed_over_they_are_parts_of_one_picture(crowd: list[Person]) -> None:
    assert drawn(crowd) == drawn(list(reversed(crowd)))


def test_a_document_that_few_lack_is_hidden_too() -> None:
    """Ninety-eight of a hundred hold it: who knows the hundred would know the two."""
    crowd: list[Person] = [(place, 3, 0, 1) for place, _n in product(PLACES, range(98))]
    crowd += [(1, 3, 0, 2), (1, 3, 0, 2)]
    certificate = 0
    rows = drawn(crowd)["tables"]["papers"]["rows"]
    assert rows[0][certificate] is None and rows[0][-1] == 100


def test_heads_follow_the_language() -> None:
    heads = picture.heads(drawn([(1, 3, 0, 1)])["tables"]["marital_status"])
    assert heads[0] == "Belum kawin" and heads[-1] == "Tidak diketahui"
