"""An officer brings a file of a layout nobody has seen, says what its columns hold, repairs what was refused, saves it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import expect

from satupintu.registry.imports.tests.workbooks import xlsx
from tests.journeys.officer import Officer
from tests.journeys.site import Site

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]
WORK = """
import django; django.setup()
from satupintu.foundation.access import house
from satupintu.registry.imports import jobs
from satupintu.registry.imports.models import Batch
with house('uji', quietly=True):
    found = list(Batch.objects.filter(state__in=['received', 'applying']).values_list('pk', 'state'))
for pk, state in found:
    (jobs.check if state == 'received' else jobs.apply)(pk)
"""
"""What a worker does meanwhile."""
UPPER = ["No", "Identitas warga", None, None, "Lahir", None, "Golongan"]
LOWER = [None, "Sebutan", "Nomor kependudukan", "Kel", "Tmpt", "Tgl", None]
PEOPLE = [
    [1, "Daeng Bollo", "7302031211800011", "cowo", "Ara", "12-11-1980", "hijau"],
    [2, "Daeng Kenna", "7302035208850012", "cewe", "Ara", "12-08-1985", "merah"],
    [3, "Daeng Lira", "7302035301900013", "cewe", "Ara", "31-31-1990", "merah"],
]
BELOW = [["PENDATAAN DUSUN 2026"], UPPER, LOWER, *PEOPLE]
SHOTS = os.environ.get("SATUPINTU_SHOTS", "")


def picture(who: Officer, name: str) -> None:
    """The open page, for somebody to look at, where that was asked."""
    if SHOTS:
        who.page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


def says(who: Officer, column: str, meaning: str) -> None:
    """Say what the column of that heading holds; the page answers by itself."""
    with who.page.expect_response(lambda answer: "/kolom/" in answer.url):
        who.page.get_by_label(column, exact=True).select_option(label=who.said(meaning))


def brings(who: Officer, file: Path, site: Site, mapping: str = "") -> None:
    """Upload a file, and let a worker read it."""
    who.goes_to("/impor/baru/")
    who.page.locator("input[name=file]").set_input_files(str(file))
    if mapping:
        who.page.locator("select[name=mapping]").select_option(label=mapping)
    who.leaves_by("Unggah dan periksa")
    site.run(WORK)
    who.looks_again()


def repaired(path: Path) -> None:
    """Correct what the message column speaks of, as anybody would in a spreadsheet."""
    book = openpyxl.load_workbook(path)
    sheet: Any = book.active
    headings = [cell.value for cell in sheet[1]]
    assert headings[-3:] == ["Yang perlu diperbaiki", "Kode salinan", "Hanya untuk"]
    assert sheet.max_row == 2
    assert "31-31-1990" in str(sheet.cell(2, headings.index("Lahir / Tgl") + 1).value)
    sheet.cell(2, headings.index("Lahir / Tgl") + 1).value = "13-01-1990"
    book.save(path)


FAMILIES = [
    ["DATA KELUARGA"],
    ["Nomor rumah", "Desa", "Dusun", "Tempat tinggal"],
    ["R-1", "Ara", "Maroanging", "Jalan Poros"],
    ["R-2", "Ara", "Lambua", "Dekat masjid"],
]
MEMBERS = [
    ["Rumah", "Sebutan", "Nomor kependudukan", "Kel"],
    ["R-1", "Daeng Tarra", "7302031211700011", "L"],
    ["R-1", "Daeng Tene", "7302035208750012", "P"],
    ["R-2", "Daeng Tika", "7302035301820013", "P"],
]


def joins(who: Officer) -> None:
    """Say which sheet holds the households, what its columns hold, and by which column a member finds theirs."""
    who.follows("Tunjukkan isi kolomnya")
    who.page.locator("select[name=sheet]").select_option("Warga")
    who.page.locator("select[name=household_sheet]").select_option("Rumah")
    who.leaves_by("Baca ulang judulnya")
    who.page.locator("input[name=household_heading_row]").fill("2")
    with who.page.expect_navigation():
        who.page.get_by_role("button", name=who.whole("Baca ulang judulnya"), exact=True).first.click()
    for column, meaning in (
        ("Sebutan", "name"),
        ("Nomor kependudukan", "nik"),
        ("Kel", "sex"),
        ("Desa", "village_name"),
        ("Dusun", "dusun"),
        ("Tempat tinggal", "address"),
    ):
        with who.page.expect_response(lambda answer: "/kolom/" in answer.url):
            who.page.get_by_label(column, exact=True).select_option(meaning)
    who.page.locator("select[name=member_link]").select_option("A")
    with who.page.expect_response(lambda answer: "/kolom/" in answer.url):
        who.page.locator("select[name=household_link]").select_option("A")
    who.reads("Begini jadinya", "Daeng Tika")


def maps(who: Officer) -> None:
    """Say sheet, headings, columns, and what the file's own words mean; the page shows at once what becomes of it."""
    who.follows("Tunjukkan isi kolomnya")
    who.page.locator("select[name=sheet]").select_option("Warga")
    who.writes("Baris judul pertama", "2")
    who.writes("Banyak baris judul", "2")
    who.leaves_by("Baca ulang judulnya")
    for column, meaning in (
        ("Identitas warga / Sebutan", "Nama"),
        ("Identitas warga / Nomor kependudukan", "NIK"),
        ("Lahir / Tmpt", "Tempat lahir"),
        ("Lahir / Tgl", "Tanggal lahir"),
        ("Identitas warga / Kel", "Jenis kelamin"),
    ):
        says(who, column, meaning)
    who.reads("Begini jadinya", "Daeng Bollo", "31-31-1990 tidak ada")
    for word, code in (("cewe", "2"), ("cowo", "1")):
        with who.page.expect_response(lambda answer: "/kolom/" in answer.url):
            who.page.get_by_label(word, exact=True).select_option(code)
    expect(who.page.locator("#hasil")).not_to_contain_text("“cewe” tidak dikenal")


@pytest.mark.parametrize("width", [1366, 390])
def test_a_layout_nobody_has_seen_is_mapped_repaired_and_saved(
    officer: Enter, site: Site, tmp_path: Path, width: int
) -> None:
    tail, name = str(width)[-2:], f"Pendataan dusun {width}"
    rows = [
        [f"{cell[:-2]}{tail}" if isinstance(cell, str) and len(cell) == 16 else cell for cell in row] for row in BELOW
    ]
    for row in rows[3:]:
        row[1] = f"{row[1]} {'Satu' if width > 600 else 'Dua'}"
    file = tmp_path / "dusun.xlsx"
    file.write_bytes(xlsx({"Catatan": [["Bukan data"]], "Warga": rows}))
    who = officer("ara.koordinator", width=width)
    brings(who, file, site)
    who.reads("Judul kolom tidak ditemukan")
    maps(who)
    who.writes("Nama pemetaan", name)
    picture(who, f"mapping-{width}")
    who.finds_nothing_to_complain_of()
    who.leaves_by("Simpan pemetaan dan periksa lagi")
    site.run(WORK)
    who.looks_again()
    who.reads("2 baris siap disimpan", "31-31-1990 tidak ada")
    picture(who, f"batch-{width}")
    who.finds_nothing_to_complain_of()
    again = tmp_path / "perbaikan.xlsx"
    who.takes_away("Unduh baris yang ditolak (Excel)", again)
    who.presses("Simpan ke data warga")
    repaired(again)
    brings(who, again, site, mapping=name)
    who.reads("1 baris siap disimpan")
    who.leaves_by("Simpan ke data warga")
    site.run(WORK)
    who.looks_again()
    who.reads("Selesai disimpan")
    found = site.ask(
        "select count(*) from people_person where name like %s", f"Daeng % {'Satu' if width > 600 else 'Dua'}"
    )
    assert found == [(3,)]


@pytest.mark.parametrize(("width", "language"), [(1366, "id"), (390, "en")])
def test_households_on_a_sheet_of_their_own_are_joined_by_hand(
    officer: Enter, site: Site, tmp_path: Path, width: int, language: str
) -> None:
    tail = {"id": "1", "en": "2"}[language]
    members = [[f"{cell[:-1]}{tail}" if len(cell) == 16 else cell for cell in row] for row in MEMBERS]
    for row in members[1:]:
        row[1] = f"{row[1]} {'Jauh' if tail == '1' else 'Dekat'}"
    file = tmp_path / "rumah.xlsx"
    file.write_bytes(xlsx({"Rumah": FAMILIES, "Warga": members}))
    who = officer("ara.koordinator", width=width, language=language)
    brings(who, file, site)
    joins(who)
    picture(who, f"two-sheets-{width}")
    who.finds_nothing_to_complain_of()
    who.leaves_by("Periksa lagi dengan susunan ini")
    site.run(WORK)
    who.looks_again()
    who.leaves_by("Simpan ke data warga")
    site.run(WORK)
    who.looks_again()
    who.reads("Selesai disimpan")
    found = site.ask(
        "select h.address, count(*) from people_person p join people_householdmember m on m.person_id = p.id "
        "join people_household h on h.id = m.household_id where p.name like %s group by h.address order by 1",
        f"Daeng % {'Jauh' if tail == '1' else 'Dekat'}",
    )
    assert found == [("Dekat masjid", 1), ("Jalan Poros", 2)]
