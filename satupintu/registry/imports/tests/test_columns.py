"""Rows are read many at a time: each as if it were alone, each cell as it stands, and none loses a letter on its way."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satupintu.lib.nik import Nik, Sex, warnings
from satupintu.lib.sentences import say
from satupintu.lib.sheets import Cell, Row
from satupintu.registry.imports import staging
from satupintu.registry.imports.layout import read_layout
from satupintu.registry.imports.layout.binding import bind
from satupintu.registry.imports.layout.document import FORMAT
from satupintu.registry.imports.models import StagedRow
from satupintu.registry.imports.oddities import Oddities
from satupintu.registry.imports.places import Places
from satupintu.registry.imports.problems import Problem
from satupintu.registry.imports.reading import Reader
from satupintu.registry.imports.staged import as_lines, as_rows
from satupintu.registry.imports.tests.conftest import FAMILY, csv
from satupintu.registry.imports.words import Column

ARA = 7302032006
TODAY = date(2026, 11, 22)
HEADINGS = (
    "Nama",
    "NIK",
    "JK",
    "Lahir",
    "Desa",
    "Umur",
    "Hubungan",
    "Pendidikan",
    "Persentil",
    "Desil",
    "Catatan",
    "RT",
)
FIELDS: tuple[dict[str, Any], ...] = (
    {"field": "name"},
    {"field": "nik"},
    {"field": "sex"},
    {"field": "birth"},
    {"field": "village_name"},
    {"field": "age"},
    {"field": "relationship"},
    {"field": "education"},
    {"field": "percentile"},
    {"field": "desil"},
    {"field": "raw", "name": "catatan"},
    {"field": "rt_rw"},
)
CELLS: tuple[tuple[Cell, ...], ...] = (
    ("Caya", "St. Aminah", "...", None, "Muh. Ali \\ Baso"),
    ("7302031211870001", 7302031211870001, 7302031211870001.0, "7302O31211870001", "0", None, "1111111111111111"),
    ("L", "P", 1, "1", True, "x", None),
    ("Ara, 12-11-1987", "12-11-1987", "besok", None, date(1987, 11, 12)),
    ("Ara", "Arra", None),
    (39, "39", 39.0, "tua", 0, "0", None),
    ("Kepala", "Istri", 3, "3", "Juragan", None),
    ("SMA", "SD", 5, "5", "?", None),
    (12, "12", 101, None),
    (3, "3", 11, None),
    ("a\tb", 'kata "kutip" \\', 7, "7", 7.0, None),
    ("003/002", "3", None),
)


def reader() -> Reader:
    """Reads a sheet of ``HEADINGS`` for one village."""
    columns = [rule | {"from": heading} for rule, heading in zip(FIELDS, HEADINGS, strict=True)]
    layout = read_layout({"format": FORMAT, "name": "uji", "list": "bdt", "member": {"columns": columns}})
    bound = bind(layout, layout.member, [Row(1, HEADINGS)])
    places = Places((ARA, ARA + 1), {ARA: "Ara"}, {"ara": [ARA]}, {7302030000: "bonto bahari"})
    return Reader(layout, bound, places, TODAY, frozenset({7302030000}))


@given(st.lists(st.tuples(*map(st.sampled_from, CELLS)), min_size=1, max_size=12))
def test_a_row_among_others_is_read_as_if_it_were_alone(rows: list[tuple[Cell, ...]]) -> None:
    told = [(Row(number, cells), ()) for number, cells in enumerate(rows, start=2)]
    one = reader()
    alone = [row for each in told for row in as_rows(reader().read([each]))]
    assert as_rows(one.read(told)) == alone
    assert as_rows(one.read(told)) == alone, "what it remembers is what it read"


def test_a_number_a_text_and_yes_are_not_taken_for_each_other() -> None:
    rows = [(Row(n, ("Caya", nik)), ()) for n, nik in enumerate(("7302031211870001", 7302031211870001), start=2)]
    text, number = as_rows(reader().read(rows))
    assert (text["nik"], text["errors"]) == ("7302031211870001", [])
    assert (number["nik"], number["errors"][0][0]) == (None, "number_cell")
    men = as_rows(reader().read([(Row(n, ("Caya", None, sex)), ()) for n, sex in enumerate((1, True, "1"), start=2)]))
    assert [(row["sex"], len(row["errors"])) for row in men] == [("male", 0), (None, 1), ("male", 0)]


def test_what_is_told_first_comes_first_and_a_desil_that_is_told_beats_one_that_is_reckoned() -> None:
    cells = (None, 7302031211870001, "x", "besok", "Arra", None, None, None, "12", "3")
    household = Problem("no_household", say("Nomor penghubung tidak ada."), "household_key")
    row, other = as_rows(reader().read([(Row(2, cells), (household,)), (Row(3, ("Caya", *[None] * 7, "12")), ())]))
    assert [code for code, *_more in row["errors"]] == [
        "no_household", "number_cell", "code", "date", "name", "village_name",
    ]  # fmt: skip
    assert (row["desil"], other["desil"]) == (3, 2)


@given(
    st.from_regex(r"7302(03|99)[0-7][0-9](0[1-9]|1[0-3])[0-9]{2}000[01]", fullmatch=True),
    st.none() | st.dates(date(1890, 1, 1), TODAY),
    st.none() | st.sampled_from(Sex),
    st.booleans(),
)
def test_a_nik_that_is_passed_over_has_nothing_odd_about_it(
    digits: str, born: date | None, sex: Sex | None, agrees: bool
) -> None:
    if agrees and born and sex:
        digits = f"{digits[:6]}{born.day + 40 * (sex is Sex.FEMALE):02}{born:%m%y}{digits[12:]}"
    known = frozenset({7302030000})
    told = warnings(Nik(digits), birth_date=born, sex=sex, known_area=lambda area: area in known)
    values = {Column.NIK: [digits], Column.BIRTH_DATE: [born], Column.SEX: [sex]}
    (found,) = Oddities(known).of(values, [()])
    assert [code for code, *_more in found] == [one.code for one in told]


ODD = 'Muh. "Ali" \\ Baso \\N {a,b}'


def test_odd_letters_arrive_as_they_were_written(bring: Any, cast: Any, under: Any) -> None:
    cells = ["", "", ODD, "Anak", "L", "1-2-2020", "73.02.03.2006", "RT 1 | 'x'", "\\.x"]
    batch = bring(csv(";".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in cells),
                      headings="No KK;NIK;Nama;SHDK;JK;Tanggal Lahir;Kode Desa;Alamat;Dusun"))  # fmt: skip
    with under(cast.ara_koordinator):
        row = StagedRow.objects.get(batch=batch)
    assert (row.name, row.address, row.dusun) == (ODD, "RT 1 | 'x'", "\\.x")
    assert row.cells == [None, None, *cells[2:]]


def test_how_a_row_was_written_is_kept_only_where_it_is_shown(
    bring: Any, cast: Any, under: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "SHOWN", 1)
    batch = bring(csv(*FAMILY, FAMILY[2].replace("Caya", "...")))
    with under(cast.ara_koordinator):
        assert [len(row.cells) for row in batch.rows.order_by("number")] == [9, 0, 0, 8]


def test_a_backslash_is_doubled_for_copy_also_within_json() -> None:
    made = reader().read([(Row(2, ("Caya",)), ()), (Row(3, ("Baso \\", None, "L")), ())])
    first, second = as_lines(made).decode().splitlines()
    assert first.split("\t")[:2] == ["2", '["Caya"]']
    assert second.split("\t")[:2] == ["3", '["Baso \\\\\\\\",null,"L"]']
