import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satupintu.lib import codes
from satupintu.lib.codelists import CATALOGUE, bdt, register
from satupintu.lib.codes import CodeList, CodeMap, NotAnAreaCode

LISTS = list(CATALOGUE.values())
parts = st.integers(1, 99).map(lambda n: f"{n:02d}")
area_codes = st.builds(
    lambda province, below, village: ".".join([f"{province}", *below, *([f"{village:04d}"] * (len(below) == 2))]),
    st.integers(11, 96),
    st.lists(parts, min_size=0, max_size=2),
    st.integers(1001, 3999),
)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("73.02.03.2005", 7302032005),
        (" 73 . 02.03.2005 ", 7302032005),
        ("7302032005", 7302032005),
        (7302032005, 7302032005),
        ("730203", 7302030000),
        ("73.02", 7302000000),
        (7302000000, 7302000000),
        ("73", 7300000000),
    ],
)
def test_an_area_code_is_read_however_it_is_dotted(written: str | int, number: int) -> None:
    assert codes.area_number(written) == number


NO_AREA_CODES = ["", "7", "730", "73.2", "73.02.03.205", "73020320051", "7.302.03.2005", "7a", "٧٣", "03.02", "-73"]


@pytest.mark.parametrize("written", NO_AREA_CODES)
def test_what_is_no_area_code_is_refused_with_a_sentence(written: str) -> None:
    with pytest.raises(NotAnAreaCode, match="bukan kode wilayah"):
        codes.area_number(written)


@given(area_codes)
def test_code_and_number_say_the_same(code: str) -> None:
    number = codes.area_number(code)
    assert codes.area_code(number) == code
    assert codes.area_level(number) == code.count(".") + 1


@given(area_codes, area_codes)
def test_an_area_contains_what_begins_with_its_code_and_nothing_else(one: str, other: str) -> None:
    inside = codes.area_contains(codes.area_number(one), codes.area_number(other))
    assert inside == (other == one or other.startswith(one + "."))


def test_a_village_knows_the_way_up() -> None:
    assert codes.area_path(7302032005) == (7300000000, 7302000000, 7302030000, 7302032005)
    assert codes.area_parent(7302030000) == 7302000000
    assert codes.area_parent(7300000000) is None
    assert not codes.area_contains(7302000000, 7303000000)
    assert codes.area_span(7302000000) == (7302000000, 7303000000)
    with pytest.raises(ValueError, match="no single area"):
        codes.area_at(7302000000, 3)


def test_a_number_that_is_too_short_has_no_code() -> None:
    with pytest.raises(NotAnAreaCode):
        codes.area_code(7302)


@pytest.mark.parametrize(
    ("cell", "code"),
    [("L", "1"), ("Lk.", "1"), ("LAKI-LAKI", "1"), ("1", "1"), (1.0, "1"), ("01", "1"), ("1. Laki-laki", "1"),
     ("2 - Perempuan", "2"), ("wanita", "2"), ("P", "2")],
)  # fmt: skip
def test_a_cell_is_read_as_people_write_it(cell: str | float, code: str) -> None:
    found = bdt.SEX.read(cell)
    assert found is not None
    assert found.key == ("bdt", "2015", code)


@pytest.mark.parametrize("cell", ["", None, "3", 1.5, "2. Laki-laki", "laki perempuan", "  ", "-", "W"])
def test_a_cell_that_means_nothing_is_not_guessed(cell: str | float | None) -> None:
    assert bdt.SEX.read(cell) is None


@pytest.mark.parametrize("codelist", LISTS, ids=repr)
def test_every_list_reads_its_own_codes_and_labels(codelist: CodeList) -> None:
    for entry in codelist:
        assert codelist.read(entry.code) == entry
        assert codelist.read(entry.label_id.upper()) == entry
        assert codelist.read(f"{entry.code}. {entry.label_id}") == entry


def test_no_two_lists_share_system_version_and_name() -> None:
    names = [(each.system, each.version, each.name) for each in LISTS]
    assert len(set(names)) == len(names)


def test_disability_three_is_another_thing_in_the_next_edition() -> None:
    assert bdt.DISABILITY.read("3") == bdt.DISABILITY["03"]
    speech = bdt.DISABILITY_FROM_VERVAL_2019.translate(bdt.DISABILITY_VERVAL_2019["3"])
    assert speech == bdt.DISABILITY["04"]


def test_a_relation_of_the_register_becomes_one_of_the_form() -> None:
    pairs = {c.code: register.RELATION_TO_BDT.translate(c) for c in register.RELATION}
    assert [pairs[code].label_id for code in ("2", "3")] == ["Istri/suami", "Istri/suami"]  # type: ignore[union-attr]
    assert register.DISABILITY_TO_BDT.translate(register.DISABILITY["3"]) is None


def test_a_code_of_another_list_is_not_translated() -> None:
    with pytest.raises(ValueError, match="is not"):
        register.RELATION_TO_BDT.translate(bdt.RELATION_TO_FAMILY_HEAD["1"])


def test_a_list_in_which_a_word_means_two_codes_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="means 1 and 2"):
        CodeList("x", "1", "x", "X", "-", [("1", "Satu", "One", "a"), ("2", "Dua", "Two", "A.")])
    with pytest.raises(ValueError, match="twice"):
        CodeList("x", "1", "x", "X", "-", [("1", "Satu", "One", ""), ("1", "Dua", "Two", "")])


def test_a_map_that_forgets_a_code_cannot_be_made() -> None:
    for pairs in ({"1": "1"}, {**dict.fromkeys("12", "1"), "2": "99"}):
        with pytest.raises(ValueError, match="→"):
            CodeMap(bdt.SEX, bdt.SEX, pairs)


@given(st.one_of(st.text(), st.floats(), st.none()))
def test_reading_a_cell_never_fails(cell: str | float | None) -> None:
    for codelist in itertools.chain(LISTS):
        codelist.read(cell)
