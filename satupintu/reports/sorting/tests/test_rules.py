"""Sorting on plain values: ages on a day, cells, sums."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from satupintu.registry.people.rules import age
from satupintu.reports.sorting import columns
from satupintu.reports.sorting.rules import Count, Selection, born_between, headings, is_marked, may_hold_both, tabulate
from satupintu.reports.sorting.words import HeldNik, Population, TableKind

DAY = date(2026, 11, 20)
days = st.dates(date(2000, 1, 1), date(2032, 12, 31))


@given(days, st.dates(date(1930, 1, 1), date(2032, 12, 31)), st.integers(0, 30), st.integers(1, 30))
def test_days_of_birth_agree_with_ages(on: date, birth: date, least: int, more: int) -> None:
    first, last = born_between(on, least, least + more)
    assert first is not None
    assert (first <= birth <= last) == (least <= age(birth, None, on) < least + more)


@given(days)
def test_a_child_is_below_eighteen_to_the_day(on: date) -> None:
    first, last = born_between(on, *Selection(Population.CHILDREN, on).bounds)
    assert first is not None and last == on
    assert age(first, None, on) == 17 and age(first - timedelta(days=1), None, on) == 18


def test_a_filter_narrows_the_ages_of_a_population() -> None:
    assert Selection(Population.CHILDREN, DAY, age_from=7, age_to=12).bounds == (7, 13)
    assert Selection(Population.CHILDREN, DAY, age_to=30).bounds == (0, 18)
    assert Selection(Population.ELDERLY, DAY, age_from=10).bounds == (60, None)
    assert Selection(Population.EVERYBODY, DAY).bounds == (None, None)


def test_the_night_s_count_answers_only_what_it_knows() -> None:
    assert Selection(Population.DISABILITY, DAY, sex="male", age_from=3).is_plain
    assert not Selection(Population.EVERYBODY, DAY, nik=HeldNik.WITHOUT).is_plain
    assert not Selection(Population.EVERYBODY, DAY, desil=2).is_plain
    assert not Selection(Population.EVERYBODY, DAY, traits={TableKind.SEX: frozenset({1})}).is_plain


kinds = st.sampled_from([kind for kind in TableKind if kind is not TableKind.NUMBER])


@given(st.data(), kinds)
def test_cells_add_up_to_people_except_those_of_a_set(data: st.DataObject, kind: TableKind) -> None:
    known = [one.number for one in columns.headings(kind)] + [columns.UNKNOWN]
    cell = st.builds(Count, st.sampled_from([1, 2, 3, 9]), st.sampled_from(known), st.integers(0, 50))
    counts = data.draw(st.lists(cell, max_size=30))
    table = tabulate(kind, Selection(Population.CHILDREN, DAY), [1, 2, 3], counts)
    inside = [count for count in counts if count.place != 9]
    assert table.whole.people == sum(count.people for count in inside)
    for at, _heading in enumerate(table.headings):
        assert table.whole.cells[at] == sum(line.cells[at] for line in table.lines)
    if not table.is_set:
        assert all(sum(line.cells) == line.people for line in (*table.lines, table.whole))


def test_one_person_with_three_papers_stands_in_three_columns_and_is_one_person() -> None:
    counts = [Count(1, 0b1011, 4), Count(1, columns.NO_PAPERS, 2), Count(1, columns.UNKNOWN, 1)]
    table = tabulate(TableKind.PAPERS, Selection(Population.CHILDREN, DAY), [1], counts)
    shown = {heading.label_id: table.whole.cells[at] for at, heading in enumerate(table.headings)}
    assert shown == {
        "Akta kelahiran": 4, "KIA": 4, "Kartu pelajar": 0, "KTP": 4, "SIM": 0,
        "Tidak memiliki satu pun": 2, "Tidak diketahui": 1,
    }  # fmt: skip
    assert table.is_set and table.whole.people == 7


def test_ages_that_a_population_cannot_have_are_no_columns() -> None:
    children = [one.label_id for one in headings(TableKind.NUMBER, Selection(Population.CHILDREN, DAY))]
    assert children == ["0–4 tahun", "5–6 tahun", "7–12 tahun", "13–15 tahun", "16–17 tahun"]
    everybody = headings(TableKind.NUMBER, Selection(Population.EVERYBODY, DAY))
    assert len(everybody) == 12 and everybody[-1].label_id == "Tidak diketahui"


def test_no_office_gets_two_pictures_whose_difference_is_a_few_people() -> None:
    children, elderly, everybody = Population.CHILDREN, Population.ELDERLY, Population.EVERYBODY
    later, much_later = DAY + timedelta(days=29), DAY + timedelta(days=30)
    assert may_hold_both(children, DAY, children, DAY)
    assert may_hold_both(children, DAY, elderly, DAY) and may_hold_both(elderly, DAY, children, later)
    assert not may_hold_both(children, DAY, everybody, DAY)
    assert not may_hold_both(Population.DISABILITY, DAY, children, DAY)
    assert not may_hold_both(children, DAY, children, later) and not may_hold_both(children, later, children, DAY)
    assert may_hold_both(children, DAY, children, much_later)


def test_a_child_that_is_or_was_married_is_marked() -> None:
    heads = columns.headings(TableKind.MARITAL_STATUS)
    assert [is_marked(TableKind.MARITAL_STATUS, Population.CHILDREN, one) for one in heads] == [False, True, True, True]
    assert not any(is_marked(TableKind.MARITAL_STATUS, Population.ELDERLY, one) for one in heads)
    assert not any(is_marked(TableKind.SEX, Population.CHILDREN, one) for one in columns.headings(TableKind.SEX))
