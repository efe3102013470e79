import csv
import io
import os
import random
import subprocess
import sys
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from satupintu.lib import nik
from satupintu.lib.sheets import Row, SheetRefused, harmless, open_sheet, write_csv, write_xlsx
from satupintu.lib.sheets.prescan import prescan
from satupintu.lib.tests import odd_files as odd
from satupintu.lib.tests.odd_files import cell, ods_cell

HEADER = ["NIK", "Nama", "Umur"]
GOOD = '<row r="1">' + cell("A1", "NIK") + cell("B1", "Nama") + "</row>"
DTD = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">'
LAUGHS = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def read(path: Path, sheet: str = "") -> list[Row]:
    with open_sheet(path, sheet=sheet) as opened:
        return list(opened)


def read_bytes(tmp_path: Path, data: bytes, sheet: str = "") -> list[Row]:
    path = tmp_path / "berkas"
    path.write_bytes(data)
    return read(path, sheet)


def test_an_xlsx_keeps_text_number_date_and_emptiness_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    row = ["0012", 12, 1.5, date(1987, 11, 12), datetime(2026, 1, 2, 3, 4), None, True, "=1+1"]
    write_xlsx(HEADER, [row, [], [None, "", "x"]], path)
    assert [r.number for r in read(path)] == [1, 2, 4]
    assert read(path)[1].cells == tuple(row)
    assert read(path)[2].cells == (None, None, "x")


def test_rows_keep_the_number_a_spreadsheet_shows_even_below_emptiness(tmp_path: Path) -> None:
    rows = read_bytes(tmp_path, odd.xlsx(f'<row r="5">{cell("C5", "x")}</row><row r="9">{cell("D9", "y")}</row>'))
    assert rows == [Row(5, (None, None, "x")), Row(9, (None, None, None, "y"))]


def test_an_old_xls_is_read(tmp_path: Path) -> None:
    rows = read_bytes(tmp_path, odd.xls(["NIK", "Nama"], [3201234567890120.0, 7]))
    assert rows == [Row(1, ("NIK", "Nama")), Row(2, (3201234567890120.0, 7.0))]


def test_an_ods_is_read_with_its_million_empty_rows_at_the_end(tmp_path: Path) -> None:
    empty = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell ' \
            'table:number-columns-repeated="16384"/></table:table-row>'  # fmt: skip
    table = f"<table:table-row>{ods_cell('NIK')}{ods_cell('Nama')}</table:table-row>{empty}"
    assert read_bytes(tmp_path, odd.ods(table)) == [Row(1, ("NIK", "Nama"))]


def test_a_chosen_sheet_is_read_and_hidden_ones_are_not_offered(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Satu"  # type: ignore[union-attr]
    book.active.append(["a"])  # type: ignore[union-attr]
    book.create_sheet("Dua").append(["b"])
    hidden = book.create_sheet("Rahasia")
    hidden.sheet_state = "hidden"
    path = tmp_path / "b.xlsx"
    book.save(path)
    with open_sheet(path) as sheet:
        assert (sheet.name, sheet.names) == ("Satu", ["Satu", "Dua"])
    assert read(path, "Dua") == [Row(1, ("b",))]
    for name in ("Rahasia", "Tiga"):
        with pytest.raises(SheetRefused, match="Lembar yang diminta tidak ada"):
            read(path, name)


@pytest.mark.parametrize("epoch", ["1900", "1904"])
def test_dates_mean_the_same_in_both_epochs_of_excel(tmp_path: Path, epoch: str) -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904 if epoch == "1904" else book.epoch
    book.active.append([date(1987, 11, 12), time(8, 30)])  # type: ignore[union-attr]
    book.save(tmp_path / "d.xlsx")
    [row] = read(tmp_path / "d.xlsx")
    assert row.cells[0] == date(1987, 11, 12)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_csv_is_read_in_any_dress(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = io.StringIO()
    records = [HEADER, ["0073", f'José, {delimiter} "Dg."', ""], [], ["", "", "3"]]
    csv.writer(lines, delimiter=delimiter).writerows(records)
    rows = read_bytes(tmp_path, lines.getvalue().encode(encoding))
    assert rows == [
        Row(1, tuple(HEADER)), Row(2, ("0073", f'José, {delimiter} "Dg."')), Row(4, (None, None, "3")),
    ]  # fmt: skip


def test_a_csv_may_name_its_separator(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, b"sep=;\r\na;b,c\r\n") == [Row(1, ("a", "b,c"))]


def test_one_column_is_a_table_too(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, b"NIK\n7302031211870001\n") == [Row(1, ("NIK",)), Row(2, ("7302031211870001",))]


def test_a_nul_in_a_csv_becomes_visible(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, b"a;b\nc\0;d\n")[1].cells == ("c\ufffd", "d")


FAR_ROWS = {
    "a lone cell at the end of the world": odd.xlsx(f'<row r="1048576">{cell("A1048576", "x")}</row>'),
    "a far row without cell references": odd.xlsx('<row r="200001"><c><v>1</v></c></row>'),
    "single quotes and blanks": odd.xlsx(f"<row>{cell('A1', 'x')}<c  r = 'B200001'><v>1</v></c></row>"),
    "a dimension that lies": odd.xlsx(f'<row r="300000">{cell("A300000", "x")}</row>'),
    "an ods row repeated a million times":
        odd.ods(f'<table:table-row table:number-rows-repeated="1048576">{ods_cell("x")}</table:table-row>'),
    "an ods row below a million empty ones":
        odd.ods('<table:table-row table:number-rows-repeated="1000000"/>'
                f"<table:table-row>{ods_cell('x')}</table:table-row>"),
    "a csv without end": b"a;b\n" * 200_001,
    "a csv of UTF-16 without end": b"\xff\xfe" + "a;b\n".encode("utf-16-le") * 200_001,
    "an ods row repeated a billion times":
        odd.ods(f'<table:table-row table:number-rows-repeated="9999999999">{ods_cell("x")}</table:table-row>'),
}  # fmt: skip
FAR_COLUMNS = {
    "a far column": odd.xlsx(f'<row r="1">{cell("ZZ1", "x")}</row>'),
    "the last column": odd.xlsx(f'<row r="1">{cell("XFD1", "x")}</row>'),
    "a column that Excel does not have": odd.xlsx(f'<row r="1">{cell("ZZZZZZ1", "x")}</row>'),
    "cells without reference": odd.xlsx("<row>" + "<c><v>1</v></c>" * 201 + "</row>"),
    "an ods cell repeated without end":
        odd.ods(f"<table:table-row>{ods_cell('x', 99999999999)}</table:table-row>"),
    "a wide csv of semicolons and commas": b"a;b\n" + b";".join(b"x" for _ in range(300)) + b"\n",
    "an ods cell repeated": odd.ods(f"<table:table-row>{ods_cell('x', 16384)}</table:table-row>"),
    "a wide csv": b";".join(b"%d" % n for n in range(16384)),
}  # fmt: skip
UNSAFE = {
    "an external DTD": odd.xlsx(GOOD, prolog=DTD),
    "a billion laughs": odd.xlsx(GOOD, prolog=LAUGHS),
    "a DTD in shared strings": odd.xlsx(GOOD, {"xl/sharedStrings.xml": DTD + "<sst/>"}),
    "a DTD in UTF-16": odd.xlsx(GOOD, {"xl/styles.xml": (DTD + "<a/>").encode("utf-16")}),
    "a DTD in UTF-7": odd.xlsx(GOOD, {"xl/styles.xml": '<?xml version="1.0" encoding="UTF-7"?><a/>'}),
    "a DTD in an ods": odd.ods("", prolog=DTD),
    "a billion laughs in an ods": odd.ods("", prolog=LAUGHS),
    "entities in the styles": odd.xlsx(GOOD, {"xl/styles.xml": LAUGHS + "<a/>"}),
    "a DTD in the relations": odd.xlsx(GOOD, {"xl/_rels/more.rels": DTD + "<a/>"}),
}  # fmt: skip
UNPACKED = {
    "a ratio bomb": odd.xlsx(GOOD, {"xl/media/image1.bin": b"\0" * 5_000_000}),
    "two hundred and one parts": odd.xlsx(GOOD, {f"xl/p{n}.xml": "<a/>" for n in range(197)}),
    "many parts that are too much together": odd.lying_zip(
        {f"xl/p{n}.xml": random.Random(n).randbytes(30_000) for n in range(90)}, 2_500_000
    ),
    "an ods that is a ratio bomb": odd.zipped({"content.xml": "<a/>", "Pictures/a.png": b"\0" * 5_000_000}),
    "a directory that claims gigabytes": odd.lying_zip({"xl/workbook.xml": "<a/>"}, 2**31),
}
DAMAGED = {
    "half a zip": odd.xlsx(GOOD)[:-200],
    "a directory that claims less than there is": odd.lying_zip({"xl/workbook.xml": "<a/>" * 9}, 5),
    "no workbook": odd.zipped({"xl/nothing.xml": "<a/>"}),
    "broken xml": odd.xlsx("<row><c><v>1</row>"),
    "broken ods": odd.ods("<table:table-row>"),
    "an ods cut in half": odd.ods(f"<table:table-row>{ods_cell('x')}</table:table-row>")[:-150],
    "an xls of noughts behind its magic": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096),
    "an xls of noise behind its magic": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(3).randbytes(8192),
    "half an xls": odd.xls(["a"], [1])[:1024],
    "an xls that is a word document": odd._compound_file("WordDocument", b"x" * 5000),
    "random after the magic": b"PK\x03\x04" + bytes(range(256)) * 8,
    "odd utf-16": b"\xff\xfea\0b\0c",
}
NO_TABLE = {
    "a pdf": b"%PDF-1.7\n%\xe2\xe3",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "a word document": odd.zipped({"word/document.xml": "<a/>"}),
    "a gzip": b"\x1f\x8b\x08\x00" + bytes(64),
    "a rich text": b"{\\rtf1\\ansi NIK;Nama}",
    "a photograph": b"\xff\xd8\xff\xe0" + bytes(64),
    "a program": b"\x7fELF" + bytes(range(1, 30)),
    "a nested zip": odd.zipped({"inner.zip": odd.xlsx(GOOD)}),
}
OTHER = {
    "an empty file": (b"", "empty_file"),
    "empty cells only": (b";;\r\n;;\r\n", "empty_table"),
    "an empty sheet": (odd.xlsx(""), "empty_table"),
    "a web page as xls": (b"  <html><table><tr><td>NIK", "web_page"),
    "an xml spreadsheet of 2003": (b'<?xml version="1.0"?><Workbook/>', "web_page"),
    "a binary workbook": (odd.zipped({"xl/workbook.bin": b"x"}), "xlsb"),
    "a macro": (odd.xlsx(GOOD, {"xl/vbaProject.bin": b"x"}), "macro"),
    "a page of lower letters as ods": (b"<!doctype html><p>NIK;Nama", "web_page"),
    "blanks and nothing else": (b" ", "empty_table"),
    "a huge cell in a csv": (b"a;" + b"x" * 40_000, "long_cell"),
    "a huge cell in an xlsx": (odd.xlsx(f'<row r="1">{cell("A1", "x" * 40_000)}</row>'), "long_cell"),
    "a quote that never closes": (b'a;b\n"c;d\n' + b"e;f\n" * 10_000, "long_cell"),
}
HOSTILE = [
    *((name, data, "rows") for name, data in FAR_ROWS.items()),
    *((name, data, "columns") for name, data in FAR_COLUMNS.items()),
    *((name, data, "unsafe") for name, data in UNSAFE.items()),
    *((name, data, "unpacked") for name, data in UNPACKED.items()),
    *((name, data, "damaged") for name, data in DAMAGED.items()),
    *((name, data, "not_a_table") for name, data in NO_TABLE.items()),
    *((name, data, code) for name, (data, code) in OTHER.items()),
]  # fmt: skip


def test_the_corpus_is_large_enough() -> None:
    assert len(HOSTILE) >= 60
    assert len({name for name, _data, _code in HOSTILE}) == len(HOSTILE)


@pytest.mark.parametrize(("data", "code"), [h[1:] for h in HOSTILE], ids=[h[0] for h in HOSTILE])
def test_a_hostile_or_broken_file_is_refused_with_a_sentence(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(SheetRefused) as refusal:
        read_bytes(tmp_path, data)
    assert refusal.value.code == code
    assert refusal.value.sentence.rstrip(")").endswith(".")


PACKED_AND_FAR = [
    (name, data, code) for name, data, code in HOSTILE
    if code in ("rows", "columns") and data.startswith(b"PK") and name != "cells without reference"
]  # fmt: skip


@pytest.mark.parametrize(("data", "code"), [h[1:] for h in PACKED_AND_FAR], ids=[h[0] for h in PACKED_AND_FAR])
def test_how_far_cells_reach_is_known_before_anything_is_unpacked(data: bytes, code: str) -> None:
    with pytest.raises(SheetRefused) as refusal:
        prescan(io.BytesIO(data))
    assert refusal.value.code == code


def test_a_file_too_large_is_refused_before_anything_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "besar.csv"
    with path.open("wb") as file:
        file.truncate(51 * 2**20)
    with pytest.raises(SheetRefused, match="lebih dari 50 MB"):
        read(path)


def test_what_needs_too_much_memory_ends_the_child_and_not_us(tmp_path: Path) -> None:
    cells = "".join(f'<row r="{n}">{cell(f"{c}{n}", "x")}</row>' for n, c in ((1, "A"), (200_000, "GR")))
    with pytest.raises(SheetRefused, match="memori"):
        read_bytes(tmp_path, odd.xlsx(cells))


def confined(code: str) -> subprocess.CompletedProcess[str]:
    start = "import socket, os, resource; from satupintu.lib.sheets.confinement import confine; confine();"
    return subprocess.run([sys.executable, "-c", start + code], capture_output=True, text=True, cwd=Path.cwd())


@pytest.mark.parametrize("code", ["socket.socket()", "os.execv('/bin/true', ['true'])"])
def test_the_child_opens_no_socket_and_starts_no_program(code: str) -> None:
    assert "PermissionError" in confined(code).stderr


def test_the_child_has_little_memory_little_time_and_writes_no_file(tmp_path: Path) -> None:
    assert "MemoryError" in confined("b = bytes(600 * 2**20)").stderr
    limits = confined("print(resource.getrlimit(resource.RLIMIT_CPU))").stdout
    assert limits.strip() == "(30, 30)"
    written = tmp_path / "x"
    confined(f"open({str(written)!r}, 'w').write('x')")
    assert written.read_text() == ""


def test_leaving_early_ends_the_child(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    path.write_text("a;b\n" * 100_000)
    with open_sheet(path) as sheet:
        assert next(iter(sheet)) == Row(1, ("a", "b"))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_nik_comes_back_whole_or_as_a_number_never_damaged_in_silence(tmp_path: Path) -> None:
    dice = random.Random(1987)
    digits = [str(dice.randrange(10**15, 10**16)) for _ in range(100_000)]
    write_xlsx(["NIK", "Sebagai angka"], [[d, int(d)] for d in digits], tmp_path / "n.xlsx")
    for row, sent in zip(read(tmp_path / "n.xlsx")[1:], digits, strict=True):
        text, number = row.cells
        assert isinstance(text, str)
        assert nik.read_nik(text).digits == sent
        assert isinstance(number, int | float)
        with pytest.raises(TypeError):
            nik.read_nik(number)  # type: ignore[arg-type]


FORMULA_SIGNS = "=+-@\t\r\n\0＝＋－＠"
BLANKS = " \u00a0\u200b\ufeff"


@settings(max_examples=10_000, deadline=None)
@given(st.text(alphabet=st.sampled_from(FORMULA_SIGNS + BLANKS + ";,ab1\"'"), max_size=12) | st.text(max_size=12))
def test_no_text_of_ours_becomes_a_formula_however_it_is_split(text: str) -> None:
    shown = harmless(text)
    assert not shown.lstrip(BLANKS).startswith(tuple(FORMULA_SIGNS))
    for separator in ";,\t\n\r":
        parts = [part.lstrip(BLANKS) for part in shown.split(separator)[1:]]
        assert not [part for part in parts if part.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))]
    assert shown.replace("'", "") == text.replace("'", ""), "nothing but apostrophes is put in"
    assert harmless(shown) == shown


def test_ten_thousand_hostile_texts_stay_text_in_an_xlsx(tmp_path: Path) -> None:
    dice = random.Random(7)
    texts = ["".join(dice.choices("=+-@＝＋－＠ \t{}()!|'cmd1A", k=dice.randint(1, 12))) for _ in range(10_000)]
    write_xlsx(["Teks"], [[text] for text in texts], tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx", read_only=True).active
    assert sheet is not None
    seen = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert len(seen) == len(texts)
    assert {cell.data_type for cell in seen} <= {"s", "inlineStr", "n"}
    assert [cell.value for cell in seen if cell.data_type == "n" and cell.value is not None] == []


def test_ordinary_text_is_left_alone_in_files(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [["Baso", date(2026, 11, 21)], ["=cmd()", 3], [None, "-5"], ["a;=cmd()", Decimal("1.5")]]
    write_csv(["Nama", "Tanggal"], rows, path)
    lines = path.read_bytes().decode("utf-8-sig").split("\r\n")
    assert path.read_bytes()[:3] == b"\xef\xbb\xbf"
    assert lines[:3] == ['"Nama";"Tanggal"', '"Baso";"21-11-2026"', '"\'=cmd()";3']
    assert lines[3:] == ['"";"\'-5"', '"a;\'=cmd()";"1,5"', ""]


def test_text_that_looks_like_a_formula_stays_text_in_an_xlsx(tmp_path: Path) -> None:
    write_xlsx(["=1+1"], [["=2+2"], ["http://example.invalid"], ["+62811"]], tmp_path / "f.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "f.xlsx").active
    assert sheet is not None
    assert {c.data_type for row in sheet.iter_rows() for c in row} == {"s"}
