"""The rules on plain values: nothing here knows a database."""

from dataclasses import replace

import pytest

from satupintu.work.routing import rules
from satupintu.work.routing.rules import Matter, Place, Rule, above, suggest

ARA, BULUKUMBA, SULSEL = 7302032006, 7302000000, 7300000000
LOCAL = Place(1, "agency", BULUKUMBA, frozenset({"education"}))
PROVINCIAL = Place(2, "agency", SULSEL, frozenset({"education"}))
OTHER_KABUPATEN = Place(3, "agency", 7306000000, frozenset({"education"}))
HEALTH = Place(4, "agency", BULUKUMBA, frozenset({"health"}))
PLACES = (LOCAL, PROVINCIAL, OTHER_KABUPATEN, HEALTH)
BASIC = Rule(
    1, 0, 10, "agency", 2, "SD diurus kabupaten.", field="education", schooling=frozenset({"primary", "junior"})
)
SENIOR = Rule(2, 0, 20, "agency", 1, "SMA diurus provinsi.", field="education", schooling=frozenset({"senior"}))
MATTER = Matter(field="education", village=ARA, asked_from=4, schooling="senior")


def test_schools_go_where_the_law_puts_them() -> None:
    assert [one.office for one in suggest(MATTER, [BASIC, SENIOR], PLACES)] == [2]
    assert [one.office for one in suggest(replace(MATTER, schooling="primary"), [BASIC, SENIOR], PLACES)] == [1]


def test_what_is_not_known_is_not_guessed() -> None:
    assert suggest(replace(MATTER, schooling=""), [BASIC, SENIOR], PLACES) == []


def test_the_nearer_owner_is_asked_first_whatever_its_order() -> None:
    own = Rule(3, 2, 90, "agency", 2, "Di sini lewat dinas kabupaten dulu.", field="education")
    assert [one.reason for one in suggest(MATTER, [SENIOR, own], PLACES)] == [own.reason, SENIOR.reason]


@pytest.mark.parametrize(
    ("change", "speaks"),
    [
        ({}, True),
        ({"nature": "need"}, True),
        ({"nature": "membership"}, False),
        ({"programme": "PIP"}, False),
        ({"asked_from": 4}, True),
        ({"asked_from": 2}, False),
        ({"field": "health"}, False),
        ({"field": ""}, True),
    ],
)
def test_each_part_of_a_rule_narrows_it(change: dict[str, object], speaks: bool) -> None:
    rule = replace(SENIOR, **change)  # type: ignore[arg-type]
    assert rule.speaks_of(replace(MATTER, nature="need")) is speaks


def test_an_office_named_twice_is_suggested_once_with_the_first_reason() -> None:
    again = replace(SENIOR, pk=9, order=99, reason="lagi")
    assert [one.reason for one in suggest(MATTER, [again, SENIOR], PLACES)] == [SENIOR.reason]


def test_the_ladder_goes_up_one_level_at_a_time_and_passes_over_what_is_not_there() -> None:
    centre, slrt = Place(1, "puspelkessos", 7302030000), Place(2, "slrt", BULUKUMBA)
    dinas, other = Place(3, "agency", SULSEL, frozenset({"social"})), Place(4, "agency", SULSEL, frozenset({"health"}))
    assert [one.pk for one in above(4, [other, dinas, slrt, centre])] == [1, 2, 3]
    assert [one.pk for one in above(4, [dinas, slrt])] == [2, 3]
    assert [one.pk for one in above(2, [dinas, slrt, centre])] == [3]
    assert above(1, [dinas]) == []
    assert [one.pk for one in above(2, [dinas, Place(9, "slrt", SULSEL)])] == [9], (
        "a secretariat comes before an agency"
    )


@pytest.mark.parametrize(
    ("area", "level"), [(None, 0), (7300000000, 1), (7302000000, 2), (7302030000, 3), (7302032006, 4)]
)
def test_a_number_says_its_level_and_what_lies_in_it(area: int | None, level: int) -> None:
    assert rules.level_of(area) == level
    assert rules.around(area, ARA)
    assert rules.around(area, 1101012001) is (area is None)
