"""Limits and sentences, on plain values."""

import pytest

from satupintu.reports.quality import rules
from satupintu.reports.quality.words import Check


@pytest.mark.parametrize("name", ["Budi", "Sitti Aminah", "St. Nurhayati Dg. Kenang", "Ng Eng", "A. Rahmat"])
def test_a_name_that_people_bear_is_left_alone(name: str) -> None:
    assert not rules.is_odd_name(name)


@pytest.mark.parametrize("name", ["Budi 2", "Tidak ada", "Xx", "Aaab", "NN", "Bayi", "Krt", "test", "-"])
def test_a_name_that_is_none_is_odd(name: str) -> None:
    assert rules.is_odd_name(name)


def test_every_check_has_a_severity_and_says_what_to_do() -> None:
    assert set(rules.CASES) == set(Check)
    assert all(len(rules.advice(check)) > 20 for check in Check)
