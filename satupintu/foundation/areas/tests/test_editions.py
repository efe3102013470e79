"""Reading and comparing lists of areas, without a database."""

import gzip

import pytest

from satupintu.foundation.areas.editions import Row, compare, read, tidy
from satupintu.foundation.areas.rules import kind_of
from satupintu.foundation.areas.words import Kind, Problem, Reason

GOOD = """code,name,level,kind
91,Papua Barat,1,provinsi
91.01,Kabupaten Sorong,2,kabupaten
91.01.01,Makbon,3,distrik
91.01.01.2001,Batu Lubang,4,desa
"""


def rows(*pairs: tuple[int, str]) -> list[Row]:
    """Rows from numbers and names."""
    return [Row(number, name, kind_of(number, name)) for number, name in pairs]


def faults(text: str) -> list[tuple[int, Problem]]:
    """Line and problem of every fault."""
    return [(fault.line, fault.problem) for fault in read(text.encode())[1]]


def test_a_good_list_is_read_without_fault() -> None:
    found, wrong = read(GOOD.encode())
    assert wrong == []
    assert found[2] == Row(9101010000, "Makbon", Kind.DISTRIK)


@pytest.mark.parametrize("content", [gzip.compress(GOOD.encode()), GOOD.replace(",", ";").encode("utf-8-sig")])
def test_gzip_semicolons_and_a_byte_order_mark_are_read_as_well(content: bytes) -> None:
    assert len(read(content)[0]) == 4


def test_level_and_kind_may_be_left_out() -> None:
    found, wrong = read(b"code,name\n73,Sulawesi Selatan\n73.71,Kota Makassar\n")
    assert (wrong, [row.kind for row in found]) == ([], [Kind.PROVINSI, Kind.KOTA])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("91.1,Sorong,2,kabupaten", Problem.BAD_CODE),
        ("91.02,,2,kabupaten", Problem.NO_NAME),
        ("91.02,Sorong,3,kabupaten", Problem.WRONG_LEVEL),
        ("91.02,Sorong,2,desa", Problem.WRONG_KIND),
        ("91.02,Sorong,2,negeri", Problem.WRONG_KIND),
        ("91.01,Sorong,2,kabupaten", Problem.DUPLICATE),
        ("91.02.01,Aimas,3,distrik", Problem.ORPHAN),
        (f"91.02,{'a' * 121},2,kabupaten", Problem.LONG_NAME),
    ],
)
def test_a_line_at_fault_is_told_with_its_number(line: str, problem: Problem) -> None:
    assert faults(f"{GOOD}{line}\n") == [(6, problem)]


def test_a_fault_is_an_indonesian_sentence() -> None:
    wrong = read(f"{GOOD}91.1,Sorong,2,kabupaten\n".encode())[1][0]
    assert wrong.sentence.startswith("Baris 6: “91.1” bukan kode wilayah")


def test_one_mistake_is_told_once_and_not_for_every_child() -> None:
    assert faults("code,name,level\n91,,1\n91.01,Sorong,2\n") == [(2, Problem.NO_NAME)]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\xff\xfe\x00", Problem.NOT_TEXT),
        (b"\x1f\x8bbroken", Problem.NOT_TEXT),
        (b"nama,kode\nx,y\n", Problem.NO_COLUMNS),
        (b"code,name\n", Problem.EMPTY),
    ],
)
def test_a_file_that_is_no_list_is_told_as_a_whole(content: bytes, problem: Problem) -> None:
    assert [(fault.line, fault.problem) for fault in read(content)[1]] == [(0, problem)]


def test_a_list_in_capitals_is_written_in_ordinary_letters() -> None:
    assert tidy("KAB. ACEH  SELATAN", 2) == "Kabupaten Aceh Selatan"
    assert tidy("KAB. ADM. KEP. SERIBU", 2) == "Kabupaten Administrasi Kepulauan Seribu"
    assert tidy("KOTO XI TARUSAN", 3) == "Koto XI Tarusan"
    assert tidy("Blok XV", 4) == "Blok XV"


OLD = (
    (9200000000, "Papua Barat"),
    (9201000000, "Kabupaten Sorong"),
    (9201010000, "Makbon"),
    (9201012001, "Batu Lubang"),
    (9201012002, "Malaban"),
    (9202000000, "Kabupaten Manokwari"),
    (9202010000, "Masni"),
    (9202012001, "Subsay"),
    (9202012002, "Prafi"),
    (9202012003, "Sairo"),
)
KEPT = ((9200000000, "Papua Barat"), (9202000000, "Kabupaten Manokwari"), (9202010000, "Masni"))
STAYED = ((9202012001, "Subsay"), (9202012002, "Prafi"), (9202012003, "Sairo"))
NEW_PROVINCE = (
    (9600000000, "Papua Barat Daya"),
    (9601000000, "Kabupaten Sorong"),
    (9601010000, "Makbon"),
    (9601012001, "Batu Lubang"),
    (9601012002, "Malabam"),
)


def found(new: tuple[tuple[int, str], ...]) -> dict[tuple[int, int], Reason]:
    """Successors from OLD to a new list."""
    return {(each.old, each.new): each.reason for each in compare(rows(*OLD), rows(*new)).successors}


def test_a_list_compared_with_itself_changes_nothing() -> None:
    same = compare(rows(*OLD), rows(*OLD))
    assert same.nothing_changes and same.unchanged == len(OLD) and not same.successors


def test_a_recoded_kabupaten_carries_everything_in_it_along() -> None:
    assert found(KEPT + STAYED + NEW_PROVINCE) == {
        (9201000000, 9601000000): Reason.TRANSFERRED,
        (9201010000, 9601010000): Reason.RECODED,
        (9201012001, 9601012001): Reason.RECODED,
        (9201012002, 9601012002): Reason.SIMILAR,
    }


def test_a_name_that_is_only_alike_waits_for_a_person() -> None:
    changes = compare(rows(*OLD), rows(*KEPT, *STAYED, *NEW_PROVINCE))
    assert [row.name for row in changes.without_successor] == ["Malaban"]
    assert (9201012002, 9601012002) not in {(each.old, each.new) for each in changes.certain}


def test_a_village_with_a_new_code_in_its_kecamatan_has_moved() -> None:
    new = (*OLD[:9], (9202012009, "Sairo"))
    assert found(new) == {(9202012003, 9202012009): Reason.MOVED}


def test_codes_that_changed_places_in_a_full_circle_are_certain() -> None:
    new = (*OLD[:7], (9202012001, "Prafi"), (9202012002, "Subsay"), (9202012003, "Sairo"))
    assert found(new) == {
        (9202012001, 9202012002): Reason.EXCHANGED,
        (9202012002, 9202012001): Reason.EXCHANGED,
    }


def test_half_a_circle_is_left_to_a_person() -> None:
    new = (*OLD[:7], (9202012001, "Baru"), (9202012002, "Subsay"), (9202012003, "Sairo"))
    changes = compare(rows(*OLD), rows(*new))
    assert [(each.reason, each.certain) for each in changes.successors] == [(Reason.SHIFTED, False)]


def test_a_renamed_code_is_not_replaced_by_a_namesake_far_away() -> None:
    new = (*OLD[:9], (9202012003, "Sairo Indah"), (9202020000, "Prafi"), (9202022001, "Sairo"))
    assert found(new) == {}


def test_only_capitals_spaces_and_signs_are_no_new_name() -> None:
    new = (*OLD[:9], (9202012003, "SAI-RO"))
    assert [each.only_written for each in compare(rows(*OLD), rows(*new)).renamed] == [True]


def test_namesakes_are_told_apart_by_their_kind() -> None:
    old = rows((7300000000, "S"), (7302000000, "B"), (7302010000, "K"), (7302011001, "Ara"), (7302012001, "Ara"))
    new = rows((7300000000, "S"), (7302000000, "B"), (7302020000, "K"), (7302021001, "Ara"), (7302022001, "Ara"))
    pairs = {(each.old, each.new) for each in compare(old, new).successors}
    assert {(7302011001, 7302021001), (7302012001, 7302022001)} <= pairs


def test_a_list_of_one_province_is_recognised_as_incomplete() -> None:
    many = rows(*((7302010000 + 2000 + place, f"Desa {place}") for place in range(1, 200)))
    assert compare(many, many[:20]).incomplete
    assert not compare(many, many[:150]).incomplete
