"""What agrees and what differs, on plain values."""

import pytest

from satupintu.registry.civil import rules
from satupintu.registry.civil.words import Likeness


@pytest.mark.parametrize(
    ("here", "there", "verdict"),
    [
        ("Makassar", "MAKASSAR ", Likeness.SAME),
        ("Bira", "Ara", Likeness.DIFFERENT),
        ("", "Ara", Likeness.UNKNOWN),
        ("Ara", "", Likeness.UNKNOWN),
    ],
)
def test_values_are_compared_as_words_and_an_empty_one_says_nothing(here: str, there: str, verdict: Likeness) -> None:
    assert rules.likeness(here, there) is verdict


def test_a_name_is_the_same_however_it_is_abbreviated() -> None:
    assert rules.same_name("Muh. Rahmat", "MUHAMMAD RAHMAT") is Likeness.SAME
    assert rules.same_name("Muh. Rahmat", "AHMAD RAHMAT") is Likeness.DIFFERENT


def test_an_rt_is_the_same_with_and_without_zeros() -> None:
    assert rules.same_number("2", "002") is Likeness.SAME
    assert rules.same_number("2", "003") is Likeness.DIFFERENT
