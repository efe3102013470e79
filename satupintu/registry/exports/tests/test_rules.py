"""Exports on plain values."""

from satupintu.registry.exports import rules


def test_a_thousand_rows_are_taken_alone_and_one_more_by_two() -> None:
    assert not rules.needs_second(1000, 1000)
    assert rules.needs_second(1001, 1000)


def test_a_list_that_was_asked_for_alone_may_grow_to_the_limit_only() -> None:
    assert rules.may_hold(1000, asked=900, alone=1000, by_two=False)
    assert not rules.may_hold(1001, asked=900, alone=1000, by_two=False)


def test_a_list_that_a_second_person_let_go_may_grow_by_a_tenth() -> None:
    assert rules.may_hold(2200, asked=2000, alone=1000, by_two=True)
    assert not rules.may_hold(2201, asked=2000, alone=1000, by_two=True)
