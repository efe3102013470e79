"""Answers as a file: CSV, XLSX or ODS with one row a person, the names of the columns in its first row.

======================  =======================================================================
``nik``                 the NIK that is registered here, as text
``orang``               our number of the person ("O-123"), instead of ``nik`` or where several have one NIK
``flag_nik``            1 padan, 2 tidak padan (required)
``keberadaan``          1 terkonfirmasi, 2 tidak terkonfirmasi, 3 ganda, 4 meninggal, 5 tanpa dokumen
``duk_nik duk_kk``      what the civil registry has, as it writes it; all of these may be missing:
``duk_nama duk_hubungan duk_rt duk_rw duk_tempat_lahir duk_tanggal_lahir duk_jenis_kelamin
duk_kawin duk_ayah duk_ibu duk_pekerjaan duk_pendidikan``
======================  =======================================================================

The names are those of the matched copy that the ministry's verval application keeps (DUK_NIK, DUK_KK, …, flag_nik).
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from satupintu.lib.codelists import bdt
from satupintu.lib.codes import fold_words
from satupintu.lib.nik import Sex
from satupintu.lib.periods import date_in
from satupintu.lib.sentences import say
from satupintu.lib.sheets import Cell, SheetRefused, open_sheet
from satupintu.registry.civil.adapters import Answer, Problem
from satupintu.registry.civil.words import PRESENCES, VERDICTS, RowProblem

COLUMNS = {
    "duk_nik": ("nik", 16),
    "duk_kk": ("kk_number", 16),
    "duk_nama": ("name", 120),
    "duk_hubungan": ("relationship", 60),
    "duk_rt": ("rt", 3),
    "duk_rw": ("rw", 3),
    "duk_tempat_lahir": ("birth_place", 80),
    "duk_kawin": ("marital_status", 60),
    "duk_ayah": ("father_name", 120),
    "duk_ibu": ("mother_name", 120),
    "duk_pekerjaan": ("occupation", 80),
    "duk_pendidikan": ("education", 80),
}
"""Column of the file → our column and its width."""
NUMBERS = ("nik", "duk_nik", "duk_kk")
"""Sixteen digits: a cell that is a number has lost some of them."""
SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}


class NotAnAnswer(ValueError):
    """The file is no file of answers; the sentence (args[0]) says what is missing."""


class AnswersOfFile:
    """The rows of a file, read in the limited child."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def answers(self) -> Iterator[Answer | Problem]:
        """Every row. Raises NotAnAnswer when its columns are not those above, or it is no table at all."""
        try:
            with open_sheet(self.path) as sheet:
                rows = iter(sheet)
                head = next(rows, None)
                names = [fold_words(str(cell or "")).replace(" ", "_") for cell in head.cells] if head else []
                if "flag_nik" not in names or not {"nik", "orang"} & set(names):
                    raise NotAnAnswer(say("Baris pertama harus memuat kolom flag_nik, dan nik atau orang."))
                for row in rows:
                    yield _read(row.number, dict(zip(names, row.cells, strict=False)))
        except SheetRefused as refusal:
            raise NotAnAnswer(refusal.sentence) from None


def _read(number: int, cells: Mapping[str, Cell]) -> Answer | Problem:
    """One row as an answer, or why it is none."""
    if any(isinstance(cells.get(name), int | float) for name in NUMBERS):
        return Problem(number, RowProblem.NUMBER)
    nik, person = _text(cells.get("nik")), _text(cells.get("orang")).upper().removeprefix("O-")
    if not nik and not (person.isascii() and person.isdecimal() and len(person) < 19):
        return Problem(number, RowProblem.NO_KEY)
    verdict = VERDICTS.get(_text(cells.get("flag_nik")))
    if verdict is None:
        return Problem(number, RowProblem.NO_VERDICT)
    values: dict[str, Any] = {ours: _text(cells.get(name))[:width] for name, (ours, width) in COLUMNS.items()}
    values |= {"birth_date": _day(cells.get("duk_tanggal_lahir")), "sex": _sex(_text(cells.get("duk_jenis_kelamin")))}
    presence = PRESENCES.get(_text(cells.get("keberadaan")))
    return Answer(number, int(person) if person.isdecimal() else None, nik, verdict, presence, values)


def _text(cell: Cell) -> str:
    """A cell as text, whole numbers without a fraction."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else " ".join(str(cell).split())


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else date_in(_text(cell))


def _sex(text: str) -> str:
    found = bdt.SEX.read(text) if text else None
    return SEXES[found.code].value if found is not None else ""
