"""Rules of people on plain values."""

from datetime import date

import pytest

from satupintu.registry.people import rules
from satupintu.registry.people.words import BDT_RELATIONSHIPS, LISTS, RELATIONSHIPS, Mark, Relationship, Variable


def test_age_counts_full_years() -> None:
    assert rules.age(date(1987, 11, 12), None, date(2026, 11, 11)) == 38
    assert rules.age(date(1987, 11, 12), None, date(2026, 11, 12)) == 39
    assert rules.age(None, 1950, date(2026, 1, 1)) == 76
    assert rules.age(None, None, date(2026, 1, 1)) is None


def test_one_code_means_another_thing_in_another_list() -> None:
    assert rules.trait_label(Variable.DISABILITY, ["bdt", "2015", "03"]) == "Tuna rungu"
    assert rules.trait_label(Variable.DISABILITY, ["dtks_verval", "2019", "3"]) == "Tuna wicara"
    assert rules.trait_label(Variable.DISABILITY, ["lain", "1", "9"]) == "lain 1 9"


def test_papers_are_a_set_and_the_same_bit_is_another_paper_elsewhere() -> None:
    assert rules.trait_label(Variable.IDENTITY_PAPERS, ["bdt", "2015", "6"]) == "Kartu pelajar, KTP"
    assert rules.trait_label(Variable.IDENTITY_PAPERS, ["regsosek", "2022", "6"]) == "KIA, KTP"
    assert rules.trait_label(Variable.IDENTITY_PAPERS, ["bdt", "2015", "0"]) == "Tidak memiliki"
    assert rules.trait_label(Variable.IDENTITY_PAPERS, ["regsosek", "2022", "9"]) == "regsosek 2022 9"


def test_no_disability_is_told_by_each_list_in_its_own_code() -> None:
    assert not rules.has_disability(["bdt", "2015", "00"])
    assert not rules.has_disability(["dtks_verval", "2019", "0"])
    assert rules.has_disability(["bdt", "2015", "02"])
    assert not rules.has_disability(None)


def test_every_relationship_code_has_a_word() -> None:
    from satupintu.lib.codelists import bdt, register

    assert set(RELATIONSHIPS) == {entry.code for entry in register.RELATION}
    assert set(BDT_RELATIONSHIPS) == {entry.code for entry in bdt.RELATION_TO_HOUSEHOLD_HEAD}
    assert RELATIONSHIPS["3"] is Relationship.SPOUSE
    assert BDT_RELATIONSHIPS["3"] is Relationship.CHILD


def test_every_variable_has_a_list() -> None:
    assert set(LISTS) == set(Variable)


def test_marks_say_who_needs_attention() -> None:
    assert rules.marks(0, nik=None, disability=None) == [Mark.BABY, Mark.WITHOUT_NIK]
    assert rules.marks(70, nik="x", disability=["bdt", "2015", "02"]) == [Mark.ELDERLY, Mark.DISABILITY]
    assert rules.marks(70, nik="x", disability=None, departure="died") == [Mark.DIED]
    assert rules.marks(30, nik="x", disability=None, listed=False) == [Mark.NOT_LISTED]


@pytest.mark.parametrize(
    ("asked", "known", "alike"),
    [
        ("andi baso", "baso andi", True),
        ("rahmatulla", "rahmatullah daeng mattawang", True),
        ("siti aminah", "sitti aminah", True),
        ("siti aminah", "siti halimah", True),
        ("siti aminah", "muhammad yusuf", False),
        ("m yusuf", "muhammad yusuf", True),
        ("", "muhammad", False),
    ],
)
def test_names_that_are_alike(asked: str, known: str, alike: bool) -> None:
    assert (rules.likeness(asked.split(), known.split()) >= 0.72) is alike
