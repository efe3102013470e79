"""I3: a NIK that a spreadsheet holds as a number is never taken in, whatever number it is."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
import xlsxwriter

from satupintu.lib.sheets import open_sheet
from satupintu.registry.imports import staging
from satupintu.registry.imports.cells import nik
from satupintu.registry.imports.problems import Unreadable


def workbook(path: Path, rows: list[list[Any]]) -> bytes:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path.read_bytes()


def test_a_numeric_nik_cell_is_perlu_periksa_and_a_text_one_is_kept(bring: Any, tmp_path: Path) -> None:
    rows = [["NIK", "Nama", "JK"], [7302031211870001, "Baso", "L"], ["7302031211870001", "Caya", "P"]]
    batch = bring(workbook(tmp_path / "a.xlsx", rows), name="a.xlsx")
    with staging.as_house(batch, "uji"):
        bad, good = batch.rows.order_by("number")
        assert bad.errors[0][0] == "number_cell"
        assert "perlu periksa" in bad.errors[0][2]
        assert (good.nik, good.errors) == ("7302031211870001", [])


def test_no_number_of_a_hundred_thousand_becomes_a_nik_in_silence() -> None:
    dice = Random(2026)
    for _time in range(100_000):
        digits = f"{dice.choice([11, 32, 73, 91, 96])}{dice.randrange(10**14):014d}"
        for damaged in (float(digits), int(digits)):
            with pytest.raises(Unreadable):
                nik(damaged)
        try:
            assert nik(f"{float(digits):.14E}") == digits
        except Unreadable:
            continue
        raise AssertionError(digits)


def random_niks(count: int) -> list[str]:
    """NIK of any province, half of them of Papua, whose numbers a computer cannot hold."""
    dice = Random(2026)
    return [f"{dice.choice([11, 32, 73, 91, 94, 96])}{dice.randrange(10**14):014d}" for _time in range(count)]


def read_or_refused(path: Path) -> list[str]:
    """Every NIK of a file as an import takes it in; "" for one that it refuses."""
    found = []
    with open_sheet(path) as sheet:
        for row in sheet:
            try:
                found.append(nik(row.cells[0]))
            except Unreadable:
                found.append("")
    return found


@pytest.mark.slow
def test_a_hundred_thousand_niks_come_through_files_whole_or_are_refused(tmp_path: Path) -> None:
    niks = random_niks(100_000)
    text, numbers = tmp_path / "teks.csv", tmp_path / "angka.csv"
    text.write_text("\n".join(niks))
    numbers.write_text("\n".join(f"{float(digits):.5E}" for digits in niks))
    assert read_or_refused(text) == niks
    assert not any(read_or_refused(numbers))


@pytest.mark.slow
def test_a_hundred_thousand_niks_come_through_a_workbook_whole_or_are_refused(tmp_path: Path) -> None:
    niks = random_niks(100_000)
    path = tmp_path / "campur.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, digits in enumerate(niks):
            if number % 2:
                sheet.write_string(number, 0, digits)
            else:
                sheet.write_number(number, 0, float(digits))
    assert read_or_refused(path) == [digits if number % 2 else "" for number, digits in enumerate(niks)]
