"""Decisions about proposals on plain values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from satupintu.registry.changes import rules
from satupintu.registry.changes.words import Found, MoveKind, Status


@pytest.mark.parametrize(
    ("found", "able", "outcome"),
    [
        (Found.FOUND, False, rules.SUBMITTED),
        (Found.FOUND, True, rules.SUBMITTED),
        (Found.NEW, False, rules.SUBMITTED),
        (Found.NEW, True, rules.NOT_FOUND),
        (Found.MISSING, None, rules.NOT_FOUND),
        (Found.DUPLICATE, None, rules.NOT_FOUND),
    ],
)
def test_the_table_of_a_meeting_is_the_ministry_s(found: Found, able: bool | None, outcome: str) -> None:
    assert rules.musdes_outcome(found, able) == outcome


def test_whoever_is_found_is_able_or_not() -> None:
    with pytest.raises(ValueError, match="able or not"):
        rules.musdes_outcome(Found.FOUND, None)


def test_the_codes_are_those_of_the_ministry_s_form() -> None:
    assert [rules.MINISTRY_FOUND[one] for one in Found] == ["1", "2", "3", "4"]
    assert (rules.MINISTRY_ABLE[True], rules.MINISTRY_ABLE[False]) == ("1", "2")
    assert list(rules.MINISTRY_MISSING.values()) == ["1", "2", "3", "4"]
    assert list(rules.MINISTRY_FINDING.values()) == ["1", "2", "3", "4", "5", "6"]


def test_nobody_decides_about_their_own_nor_checks_what_they_verified() -> None:
    assert rules.may_decide(2, 1) and rules.may_decide(3, 1, 2)
    assert not rules.may_decide(1, 1) and not rules.may_decide(2, 1, 2) and not rules.may_decide(None, None)


def test_a_closed_state_goes_nowhere() -> None:
    ended = {state for state in Status if not rules.AFTER[state]}
    assert ended == {Status.APPLIED, Status.DROPPED, Status.WITHDRAWN}
    assert set(rules.OPEN) == set(Status) - ended


@given(some.lists(some.sampled_from(MoveKind), max_size=12))
def test_a_state_is_what_the_moves_say_or_there_is_none(moves: list[MoveKind]) -> None:
    now, done = Status.PROPOSED, [MoveKind.PROPOSED]
    for move in moves:
        if rules.may(now, move):
            now = rules.after(now, move)
            done.append(move)
    assert rules.status(done) is now


def test_the_same_values_keep_their_ground_and_others_are_discussed_anew() -> None:
    assert rules.after_repair(changed=False, grounded=True) is MoveKind.REPAIRED
    assert rules.after_repair(changed=True, grounded=True) is MoveKind.REVISED
    assert rules.after_repair(changed=False, grounded=False) is MoveKind.REVISED


def test_what_somebody_changed_since_clashes_unless_it_says_the_same() -> None:
    before, wanted = {"name": "A", "rt": "001"}, {"name": "B", "rt": "002"}
    assert rules.clashes(before, {"name": "A", "rt": "001"}, wanted) == []
    assert rules.clashes(before, {"name": "B", "rt": "001"}, wanted) == []
    (clash,) = rules.clashes(before, {"name": "C", "rt": "001"}, wanted)
    assert (clash.field, clash.before, clash.now, clash.after) == ("name", "A", "C", "B")


@pytest.mark.parametrize(
    ("day", "turn"),
    [
        (date(2026, 11, 17), (2026, 11)),
        (date(2026, 11, 18), (2026, 12)),
        (date(2026, 12, 31), (2027, 1)),
    ],
)
def test_what_comes_after_the_cut_off_day_belongs_to_the_next_round(day: date, turn: tuple[int, int]) -> None:
    assert rules.round_of(day, 17) == turn


def test_a_meeting_lacks_what_it_has_not() -> None:
    assert rules.lacks(minutes=False, attendance=True, present=0, rows=1) == ["minutes", "present"]
    assert rules.lacks(minutes=True, attendance=True, present=4, rows=1) == []
