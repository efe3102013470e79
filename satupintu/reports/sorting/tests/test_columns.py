"""Codes of different systems become columns by explicit maps, and what no map knows is unknown."""

import pytest

from satupintu.registry.people.words import LISTS
from satupintu.reports.sorting.columns import (
    NO_PAPERS,
    UNKNOWN,
    VARIABLES,
    age_group,
    bit,
    coding,
    headings,
    in_columns,
)
from satupintu.reports.sorting.words import AgeGroup, Document, TableKind


def column(kind: TableKind, *stored: str) -> str:
    """What the column of a stored particular is called; "" when it is unknown."""
    number = coding(kind).number(stored)
    return next((one.label_id for one in headings(kind) if one.number == number), "")


def test_the_same_code_of_two_lists_stands_in_two_columns() -> None:
    assert column(TableKind.DISABILITY, "bdt", "2015", "03") == "Tuna rungu"
    assert column(TableKind.DISABILITY, "dtks_verval", "2019", "3") == "Tuna wicara"
    assert column(TableKind.SCHOOLING, "bdt", "2015", "1") == "Masih sekolah"
    assert column(TableKind.SCHOOLING, "regsosek", "2022", "1") == "Tidak/belum pernah sekolah"
    assert column(TableKind.ILLNESS, "bdt", "2015", "3") == "Asma"
    assert column(TableKind.ILLNESS, "regsosek", "2022", "3") == "Rematik"
    assert column(TableKind.ILLNESS, "register", "siak", "3").startswith("Lainnya")


def test_the_verval_app_prints_four_lists_as_bdt_does() -> None:
    for kind, code in ((TableKind.MARITAL_STATUS, "2"), (TableKind.ILLNESS, "6"), (TableKind.SCHOOLING, "0")):
        assert column(kind, "dtks_verval", "2019", code) == column(kind, "bdt", "2015", code) != ""


@pytest.mark.parametrize(
    "stored",
    [
        ("register", "siak", "3"),
        ("bdt", "2015", "99"),
        ("regsosek", "2022", "1"),
        ("bdt", "2014", "03"),
        ("x", "y", "z"),
    ],
)
def test_what_no_map_translates_is_unknown_and_never_guessed(stored: tuple[str, str, str]) -> None:
    assert coding(TableKind.DISABILITY).number(stored) == UNKNOWN


def test_nothing_stored_is_unknown() -> None:
    assert coding(TableKind.MARITAL_STATUS).number(None) == UNKNOWN
    assert coding(TableKind.PAPERS).number([]) == UNKNOWN


def test_bit_two_is_a_student_card_in_bdt_and_a_child_card_in_regsosek() -> None:
    papers = coding(TableKind.PAPERS)
    assert papers.number(("bdt", "2015", "3")) == bit(Document.BIRTH_CERTIFICATE) | bit(Document.STUDENT_CARD)
    assert papers.number(("regsosek", "2022", "3")) == bit(Document.BIRTH_CERTIFICATE) | bit(Document.CHILD_CARD)
    assert papers.number(("bdt", "2015", "8")) == bit(Document.LICENCE)
    assert papers.number(("regsosek", "2022", "8")) == UNKNOWN


@pytest.mark.parametrize("total", range(16))
def test_every_sum_of_bdt_holds_exactly_its_addends(total: int) -> None:
    number = coding(TableKind.PAPERS).number(("bdt", "2015", str(total)))
    meaning = {1: Document.BIRTH_CERTIFICATE, 2: Document.STUDENT_CARD, 4: Document.KTP, 8: Document.LICENCE}
    expected = [bit(document) for addend, document in meaning.items() if total & addend]
    assert sorted(in_columns(TableKind.PAPERS, number)) == sorted(expected or [NO_PAPERS])


def test_no_papers_is_something_else_than_nobody_asked() -> None:
    assert in_columns(TableKind.PAPERS, NO_PAPERS) == [NO_PAPERS]
    assert in_columns(TableKind.PAPERS, UNKNOWN) == [UNKNOWN]
    assert in_columns(TableKind.MARITAL_STATUS, 0) == [0]


def test_every_list_that_a_particular_may_be_coded_in_is_translated_or_left_out_on_purpose() -> None:
    untranslated = {
        codes.key
        for kind, variable in VARIABLES.items()
        for codes in LISTS[variable]
        if not any((codes.system, codes.version) == trait[:2] for trait in coding(kind).numbers)
    }
    assert untranslated == {"bdt/2015/certificate", "regsosek/2022/certificate"}, (
        "a certificate is no level of schooling"
    )


def test_every_age_has_one_group() -> None:
    assert [age_group(age) for age in (0, 4, 5, 12, 17, 18, 60, 120)] == [0, 0, 1, 2, 4, 5, 8, 10]
    assert age_group(-1) == UNKNOWN
    assert len({age_group(age) for age in range(130)}) == len(AgeGroup)
