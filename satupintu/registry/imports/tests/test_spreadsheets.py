"""I3: a NIK that a spreadsheet holds as a number is never taken in, whatever number it is."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
import xlsxwriter

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
