"""Mappings as plain data: what is read, what is refused with a sentence, and where columns are found. No database."""

from pathlib import Path
from typing import Any

import pytest

from satupintu.lib.codelists import CATALOGUE, bdt, register
from satupintu.lib.sheets import Row
from satupintu.registry.imports.cells import Coded, birth, day, desil_of, rt_rw
from satupintu.registry.imports.layout import NotALayout, from_yaml, propose, read_layout, to_yaml
from satupintu.registry.imports.layout.binding import Unbound, bind, heading_paths, letter_of, place_of
from satupintu.registry.imports.layout.document import FORMAT
from satupintu.registry.imports.layout.fields import CODED, USUAL, meaning
from satupintu.registry.imports.presets import FOLDER, presets
from satupintu.registry.imports.problems import Unreadable
from satupintu.registry.imports.words import Column, DateStyle

TWO = {
    "format": FORMAT,
    "name": "uji",
    "member": {"sheet": "Anggota", "key": "No", "columns": [{"field": "name", "from": "Nama"}]},
    "household": {"sheet": "Keluarga", "key": "No", "columns": [{"field": "address", "from": "Alamat"}]},
}


def one(*columns: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "name": "uji",
        "member": {"columns": [{"field": "name", "from": "Nama"}, *columns]},
        **more,
    }


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_each_preset_is_read_and_says_the_same_after_writing_it_out(path: Path) -> None:
    layout = from_yaml(path.read_text())
    assert from_yaml(to_yaml(layout)) == layout
    assert read_layout(layout.document()) == layout


def test_there_are_presets_for_each_family_of_files() -> None:
    assert list(presets()) == ["bdt-2015", "dtks-verval", "penduduk-desa", "penerima-program", "regsosek-2022"]


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("halo", "pasangan nama dan nilai"),
        ({}, "pasangan|format"),
        (one() | {"format": "lain/1"}, "harus berisi satupintu.mapping/1"),
        (one(warna="merah"), "warna tidak dikenal"),
        (one({"field": "warna", "from": "Warna"}), "field tidak dikenal"),
        (one({"field": "name", "from": "Alias"}), "dibaca dari dua kolom"),
        (one({"field": "nik", "parts": ["A", "B"]}), "dari satu kolom apa adanya"),
        (one({"field": "sex", "from": "JK", "codes": "bdt/2015/disability"}), "tidak dapat dipakai di sini"),
        (one({"field": "sex", "from": "JK", "codes": "bdt/2015/sex", "values": {"x": "9"}}), "kode 9 tidak ada"),
        (one({"field": "rt"}), "judul kolomnya"),
        (one({"field": "rt", "from": {"letter": "C4"}}), "huruf kolom"),
        (one({"field": "raw", "from": "Lantai"}), "perlu nama"),
        (one({"field": "raw", "name": "lantai", "from": "Lantai"}), "isi list"),
        (one({"field": "rt", "from": "RT", "required": "ya"}), "true atau false"),
        (one(constants={"nik": "7302031211870001"}), "tidak dapat sama untuk semua baris"),
        (one({"field": "village_code", "from": "Kode"}, areas="names"), "kemendagri atau bps"),
        (one(areas="dukcapil"), "dukcapil tidak dikenal"),
        ({**TWO, "household": {"columns": [{"field": "address", "from": "Alamat"}]}}, "isi key pada"),
        ({**one(), "member": {"columns": [{"field": "rt", "from": "RT"}]}}, "belum ada kolom yang dibaca sebagai nama"),
        ({**one(), "member": {"heading_rows": 9, "columns": [{"field": "name", "from": "Nama"}]}}, "angka 1 sampai 5"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(document: Any, said: str) -> None:
    with pytest.raises(NotALayout, match=said):
        read_layout(document)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(NotALayout) as problem:
        read_layout(one({"field": "warna", "from": "X"}, {"field": "rt"}, areas="lain"))
    assert len(problem.value.sentences) == 3


def test_yaml_keeps_codes_as_text_and_refuses_what_could_unfold() -> None:
    text = to_yaml(read_layout(one({"field": "disability", "from": "Cacat", "codes": "bdt/2015/disability",
                                    "values": {"no": "01"}})))  # fmt: skip
    assert from_yaml(text).rules[1].values == {"no": "01"}
    for bad in ("a: &x [1]\nb: *x", "a: [", "\t- x", "x" * 200_001, "!!python/object:os.system {}"):
        with pytest.raises(NotALayout):
            from_yaml(bad)


def test_merged_headings_become_paths() -> None:
    upper = ("No", "Nama", "Alamat", None, None, "Orang tua", None, "Ket")
    lower = (None, None, "Dusun", "RT", "RW", "Ayah", "Ibu")
    assert heading_paths([upper, lower]) == [
        ("No",), ("Nama",), ("Alamat", "Dusun"), ("Alamat", "RT"), ("Alamat", "RW"), ("Orang tua", "Ayah"),
        ("Orang tua", "Ibu"), ("Ket",),
    ]  # fmt: skip


def test_a_heading_that_two_columns_bear_is_told_by_its_path_and_never_guessed() -> None:
    rows = [
        Row(1, ("Nama", "Suami", None, "Istri")),
        Row(2, (None, "NIK", "Umur", "NIK")),
        Row(3, ("Baso", "1", 2, "3")),
    ]
    document = one({"field": "nik", "from": "Istri / NIK"})
    document["member"]["heading_rows"] = 2
    layout = read_layout(document)
    assert bind(layout, layout.member, rows).columns[1].places == (3,)
    document["member"]["columns"][1] |= {"from": "NIK", "required": True}
    layout = read_layout(document)
    with pytest.raises(Unbound, match=r"Kolom “NIK” tidak ada di berkas ini\. Judul yang ada: Nama, Suami / NIK"):
        bind(layout, layout.member, rows)


def test_titles_above_and_counted_columns_below_the_headings_are_passed_over() -> None:
    rows = [
        Row(1, ("DAFTAR PENDUDUK",)),
        Row(3, ("Nama", "Alamat", None)),
        Row(4, (None, "RT", "RW")),
        Row(5, ("(1)", "(2)", "(3)")),
        Row(6, ("Baso", "1", "2")),
    ]
    layout = propose(rows)
    assert layout is not None
    bound = bind(layout, layout.member, rows)
    assert (bound.heading_row, bound.first_row) == (3, 6)
    assert bound.headings == ("Nama", "Alamat / RT", "Alamat / RW")
    assert bound.meanings == {0: Column.NAME, 1: Column.RT, 2: Column.RW}


def test_letters_and_places_are_the_same() -> None:
    assert [place_of(letter_of(place)) for place in (0, 25, 26, 199, 701)] == [0, 25, 26, 199, 701]


def test_every_usual_list_may_be_used_and_every_code_has_a_meaning() -> None:
    for column, keys in USUAL.items():
        assert set(keys) <= {codes.key for codes in CODED[column]}
    for column, lists in CODED.items():
        for entry in (entry for codes in lists for entry in codes):
            try:
                meaning(column, entry)
            except Unreadable:
                assert column is Column.LIFE_STATUS


@pytest.mark.parametrize(
    ("key", "cell", "becomes"),
    [
        ("bdt/2015/disability", "3", ["bdt", "2015", "03"]),
        ("dtks_verval/2019/disability", "3", ["dtks_verval", "2019", "3"]),
        ("bdt/2015/disability", 0, ["bdt", "2015", "00"]),
        ("bdt/2015/identity", 5.0, ["bdt", "2015", "5"]),
        ("regsosek/2022/identity", "3", ["regsosek", "2022", "3"]),
    ],
)
def test_a_code_is_kept_with_its_system_and_version(key: str, cell: Any, becomes: list[str]) -> None:
    column = Column.IDENTITY_PAPERS if "identity" in key else Column.DISABILITY
    assert Coded(column, (CATALOGUE[key],))(cell) == becomes


@pytest.mark.parametrize(("key", "cell"), [("regsosek/2022/identity", "8"), ("bdt/2015/identity", "16"),
                                           ("dtks_verval/2019/disability", "12")])  # fmt: skip
def test_a_code_that_the_list_does_not_hold_is_refused(key: str, cell: str) -> None:
    with pytest.raises(Unreadable):
        Coded(Column.DISABILITY, (CATALOGUE[key],))(cell)


def test_the_file_s_own_words_come_before_the_list_s() -> None:
    coded = Coded(Column.MARITAL_STATUS, (bdt.MARITAL_STATUS,), {"kawin siri": "2", "1": "4"})
    assert coded("Kawin Siri") == ["bdt", "2015", "2"]
    assert coded("1") == ["bdt", "2015", "4"]


def test_two_is_the_husband_or_either_spouse_by_the_list_that_is_named() -> None:
    register_list, bdt_list = register.RELATION, bdt.RELATION_TO_FAMILY_HEAD
    assert Coded(Column.RELATIONSHIP, (register_list,))("4") == "child"
    assert Coded(Column.RELATIONSHIP, (bdt_list,))("4") == "child_in_law"
    agreed = Coded(Column.RELATIONSHIP, (register_list, bdt_list), numbers=False)
    assert (agreed("1"), agreed("2"), agreed("Istri")) == ("head", "spouse", "spouse")
    with pytest.raises(Unreadable, match="ganda"):
        agreed("4")


@pytest.mark.parametrize(
    ("cell", "style", "iso"),
    [
        ("03-02-1987", DateStyle.DAY_FIRST, "1987-02-03"),
        ("03/02/1987", DateStyle.MONTH_FIRST, "1987-03-02"),
        ("1987-02-03", DateStyle.MONTH_FIRST, "1987-02-03"),
        (31811, DateStyle.SERIAL, "1987-02-03"),
        ("31811", DateStyle.SERIAL, "1987-02-03"),
    ],
)
def test_a_date_is_read_as_the_file_writes_it(cell: Any, style: DateStyle, iso: str) -> None:
    assert day(cell, style).isoformat() == iso


def test_a_serial_number_is_no_date_unless_the_mapping_says_so() -> None:
    with pytest.raises(Unreadable):
        day(31811)


@pytest.mark.parametrize("cell", ["Ara, 21-11-1987", "ARA 21 November 1987", "Ara/21/11/1987", "Ara, 1987-11-21"])
def test_place_and_date_of_birth_in_one_cell_are_parted(cell: str) -> None:
    today = day("01-01-2026")
    place, born = birth(cell, DateStyle.DAY_FIRST, today)
    assert (place.lower(), born.isoformat()) == ("ara", "1987-11-21")


def test_rt_and_rw_in_one_cell_and_percentiles_as_tenths() -> None:
    assert rt_rw("3/2") == rt_rw("RT 003 / RW 002") == ("003", "002")
    assert [desil_of(p) for p in (1, 10, 11, "50", 100)] == [1, 1, 2, 5, 10]
    with pytest.raises(Unreadable):
        rt_rw("3")
