"""Workbooks of the layouts that go in by mapping alone, made from the code lists: the same ones every time."""

from collections.abc import Sequence
from io import BytesIO
from random import Random
from typing import Any

import xlsxwriter

from satupintu.lib.codelists import CATALOGUE
from satupintu.registry.imports.layout import ColumnRule, SheetRule
from satupintu.registry.imports.presets import presets
from satupintu.registry.imports.words import Column

ARA_BPS = ("73", "02", "030", "004")
"""The BPS code of the village of Ara; its Kemendagri code is 73.02.03.2006."""
NAMES = ("Muh. Rahmatullah", "St. Aminah", "Caya", "Baso Dg. Mattawang", "Andi Tenri", "Syamsuddin")
UNREAD_OF_BDT = ("Provinsi (3)", "Kab/Kota (5)", "Nama KRT (13)", "Nomor HP yang aktif (48)")

Sheets = dict[str, list[list[Any]]]


def xlsx(sheets: Sheets, merged: Sequence[tuple[int, int, int, str]] = ()) -> bytes:
    """A workbook; ``merged`` are (row, first column, last column, text) of the first sheet, counted from 0."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        for place, (name, rows) in enumerate(sheets.items()):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write_string(number, column, cell) if isinstance(cell, str) else sheet.write(
                        number, column, cell
                    )
            for row_number, first, last, text in merged if place == 0 else ():
                sheet.merge_range(row_number, first, row_number, last, text)
    return buffer.getvalue()


def value_of(rule: ColumnRule, number: int, dice: Random) -> list[Any]:
    """What stands in the columns of a rule in the row of person ``number``: codes of its list as that list writes them."""
    home = number // 3
    fixed: dict[Column, Any] = {
        Column.NAME: NAMES[number % len(NAMES)],
        Column.NIK: f"73020312{10 + number % 18:02d}87{number + 1:04d}",
        Column.KK_NUMBER: f"730203010110{home + 1:04d}",
        Column.HOUSEHOLD_KEY: f"K{home + 1:05d}",
        Column.MEMBER_ID: f"ID{number:08d}",
        Column.RELATIONSHIP: ("1", "2", "3")[number % 3],
        Column.CARD_RELATIONSHIP: ("1", "2", "3")[number % 3],
        Column.LIFE_STATUS: "1",
        Column.AGE: 20 + number % 40,
        Column.PERCENTILE: 1 + number % 100,
        Column.BIRTH_DATE: "21-11-1987",
        Column.BIRTH: "Ara, 21-11-1987",
        Column.BIRTH_PLACE: "Ara",
        Column.MOTHER_NAME: "Hj. Rosmini",
        Column.VILLAGE_NAME: "Ara",
        Column.KECAMATAN_NAME: "Bonto Bahari",
        Column.RT_RW: "001/002",
        Column.RT: "1",
        Column.RW: "2",
        Column.DESIL: 1 + number % 10,
    }  # fmt: skip
    if rule.field is Column.VILLAGE_CODE:
        return [*ARA_BPS] if len(rule.sources) > 1 else ["".join(ARA_BPS)]
    if rule.field is Column.BIRTH_DATE and len(rule.sources) == 3:
        return [21, 11, 1987]
    if rule.field not in fixed and rule.codes:
        entries = list(CATALOGUE[rule.codes[0]])
        return [dice.choice(entries).code]
    return [fixed.get(rule.field, str(dice.randrange(1, 9)))]


def table(rule: SheetRule, people: Sequence[int], unread: Sequence[str] = ()) -> list[list[Any]]:
    """One row of headings and a row for each of these people. A heading that two rules read stands once."""
    dice = Random(2022)
    headings: list[str] = list(unread)
    for one in rule.columns:
        headings += [s.headings[0] for s in one.sources if s.headings[0] not in headings]
    rows = []
    for number in people:
        cells = dict.fromkeys(unread, "x")
        for one in rule.columns:
            cells |= zip((s.headings[0] for s in one.sources), value_of(one, number, dice), strict=True)
        rows.append([cells[heading] for heading in headings])
    return [headings, *rows]


def bdt(people: int) -> bytes:
    """One sheet of 101 columns, villages by BPS code in four of them."""
    rows = table(presets()["bdt-2015"].member, range(people), UNREAD_OF_BDT)
    assert len(rows[0]) == 101
    return xlsx({"Sheet1": rows})


def regsosek(people: int) -> bytes:
    """Two sheets: families and their members, three each."""
    layout = presets()["regsosek-2022"]
    assert layout.household is not None
    families = table(layout.household, range(0, people, 3), ["ID Keluarga"])
    for row, number in zip(families[1:], range(0, people, 3), strict=True):
        row[0] = f"K{number // 3 + 1:05d}"
    return xlsx({"Keluarga": families, "Anggota": table(layout.member, range(people))})


def simple(preset: str, people: int) -> bytes:
    """One sheet with one row of headings."""
    return xlsx({"Data": table(presets()[preset].member, range(people))})


def population(people: int) -> bytes:
    """A title, two rows of headings with merged cells, a row that counts the columns, then people."""
    title = ["DAFTAR PENDUDUK DESA ARA KECAMATAN BONTO BAHARI"]
    upper = ["No", "No KK", "NIK", "Nama Lengkap", "L/P", "Tempat dan Tanggal Lahir", None, "Alamat", None, None, "Agama",
             "Pendidikan", "Pekerjaan", "Status Kawin", "SHDK", "Nama Orang Tua", None, "Keterangan"]  # fmt: skip
    lower = [
        None,
        None,
        None,
        None,
        None,
        "Tempat",
        "Tanggal",
        "Dusun",
        "RT",
        "RW",
        None,
        None,
        None,
        None,
        None,
        "Ayah",
        "Ibu",
    ]
    counted = [f"({place})" for place in range(1, 19)]
    rows = [
        [n + 1, f"730203010110{n // 3 + 1:04d}", f"73020312{10 + n % 18:02d}87{n + 1:04d}", NAMES[n % 6], "LP"[n % 2], "Ara",
         "21-11-1987", "Lembanna", "1", "2", "Islam", "SLTA/sederajat", "Nelayan", "Kawin", ("1", "3", "4")[n % 3], "-",
         "Hj. Rosmini", "Hidup"]
        for n in range(people)
    ]  # fmt: skip
    merged = [
        (1, 5, 6, "Tempat dan Tanggal Lahir"),
        (1, 7, 9, "Alamat"),
        (1, 15, 16, "Nama Orang Tua"),
        (0, 0, 17, title[0]),
    ]
    return xlsx({"Penduduk": [title, upper, lower, counted, *rows]}, merged)
