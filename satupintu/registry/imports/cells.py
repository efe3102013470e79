"""From a cell to a value: what a column may hold, and what is said when it holds something else. No database."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from satupintu.lib.codes import CodeList, fold_words
from satupintu.lib.nik import KkNumber, Nik, NotANumber, read_kk, read_nik
from satupintu.lib.periods import NotADate, read_date
from satupintu.lib.sentences import Said, say
from satupintu.lib.sheets import Cell
from satupintu.lib.words import Word
from satupintu.registry.imports.layout.fields import meaning
from satupintu.registry.imports.problems import Unreadable
from satupintu.registry.imports.words import Column, DateStyle

NOTHING = {"", "-", "--", "0", "n a", "na", "null", "nihil", "tidak ada", "kosong", "belum ada", "tidak tahu"}
"""How people write that they know nothing."""
_PLACE = re.compile(r"\d{1,3}")


def is_nothing(cell: Cell) -> bool:
    """Whether the cell says nothing."""
    return cell is None or (isinstance(cell, str) and len(cell) < 12 and _says_nothing(cell))


@lru_cache(maxsize=4096)
def _says_nothing(words: str) -> bool:
    return not words.strip() or fold_words(words) in NOTHING


def text(cell: Cell, most: int) -> str:
    """Plain text of at most so many characters. A number is written as it stands, without ".0"."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    words = " ".join(str(cell).replace("\ufffd", "").split())
    if len(words) > most:
        raise Unreadable("too_long", say("Isian ini lebih dari {most} huruf. Ringkas dulu.", most=most))
    return words


def name(cell: Cell) -> str:
    """A name: text with a letter in it."""
    words = text(cell, 120)
    if not any(sign.isalpha() for sign in words):
        raise Unreadable("name", say("Nama belum diisi dengan huruf."))
    return words


def nik(cell: Cell) -> str:
    """A NIK from text; a number has lost its last digits and is never guessed."""
    return _sixteen(cell, lambda: say("NIK"), read_nik)


def kk_number(cell: Cell) -> str:
    """The number of a family card, from text only."""
    return _sixteen(cell, lambda: say("Nomor KK"), read_kk)


def _sixteen(cell: Cell, what: Callable[[], Said], read: Callable[[str], Nik | KkNumber]) -> str:
    if not isinstance(cell, str):
        raise Unreadable(
            "number_cell",
            say(
                "{what} tersimpan sebagai bilangan, angka terakhirnya bisa sudah rusak: perlu periksa. "
                "Ubah kolomnya menjadi Teks, lalu ketik ulang dari KTP/KK.",
                what=what(),
            ),
        )
    if set(cell.strip()) <= {"0", "-", " "}:
        return ""
    try:
        return read(cell).digits
    except NotANumber as problem:
        raise Unreadable(f"number_{problem.code}", problem.sentence) from None


_MONTH_FIRST = re.compile(r"\s*(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})\s*")
_FIRST_OF_EXCEL = date(1899, 12, 30)
_LAST_DAY = re.compile(r"(?P<place>.*?\D)?[,\s]*(?P<day>\d{1,2}[-/. ]\s*\w{1,10}[-/. ]\s*\d{4}|\d{4}-\d{2}-\d{2})\s*")


def day(cell: Cell, style: DateStyle = DateStyle.DAY_FIRST) -> date:
    """A date as the file writes dates; a cell that a spreadsheet keeps as a date is one in any style."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if style is DateStyle.SERIAL and (number := _serial(cell)):
        return _FIRST_OF_EXCEL + timedelta(days=number)
    words = str(cell)
    if style is DateStyle.MONTH_FIRST and (match := _MONTH_FIRST.fullmatch(words)):
        words = f"{match[3]}-{match[1]}-{match[4]}"
    try:
        return read_date(words)
    except NotADate as problem:
        raise Unreadable("date", problem.sentence) from None


def _serial(cell: Cell) -> int:
    words = str(cell).removesuffix(".0")
    return int(words) if words.isascii() and words.isdecimal() and 0 < len(words) < 6 else 0


def birth(cell: Cell, style: DateStyle, today: date) -> tuple[str, date]:
    """Place and date of birth in one cell: "Ara, 21-11-1987"."""
    words = text(cell, 140)
    found = _LAST_DAY.fullmatch(words)
    if found is None:
        raise Unreadable(
            "date", say("“{cell}” bukan tempat dan tanggal lahir. Tulis seperti Ara, 21-11-1987.", cell=words[:40])
        )
    place = (found["place"] or "").strip(" ,.;-/")
    return text(place, 80), birth_date(found["day"], style, today)


def rt_rw(cell: Cell) -> tuple[str, str]:
    """RT and RW in one cell: "003/002"."""
    one, slash, other = text(cell, 20).partition("/")
    if not slash:
        raise Unreadable("rt", say("RT/RW ditulis dengan angka dan garis miring, misalnya 003/002."))
    return rt(one.strip()), rt(other.strip())


def desil_of(cell: Cell) -> int:
    """The tenth in which a percentile lies: 1–10 is desil 1, 91–100 is desil 10."""
    return (whole(cell, 1, 100) - 1) // 10 + 1


def birth_date(cell: Cell, style: DateStyle, today: date) -> date:
    """A birth date in the past of a living memory."""
    found = day(cell, style)
    if not date(1890, 1, 1) <= found <= today:
        impossible = say("Tanggal lahir {day} tidak mungkin. Periksa tahunnya.", day=f"{found:%d-%m-%Y}")
        raise Unreadable("date", impossible)
    return found


def whole(cell: Cell, least: int, most: int) -> int:
    """A whole number between two bounds."""
    if isinstance(cell, str) and cell.strip().isdecimal():
        cell = int(cell)
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, bool) or not isinstance(cell, int) or not least <= cell <= most:
        raise Unreadable("number", say("Tulis angka dari {least} sampai {most}.", least=least, most=most))
    return cell


def rt(cell: Cell) -> str:
    """RT or RW as three digits."""
    words = text(cell, 20)
    digits = _PLACE.fullmatch(words.upper().removeprefix("RT").removeprefix("RW").strip(" .:"))
    if digits is None:
        raise Unreadable("rt", say("RT/RW ditulis dengan angka, misalnya 003."))
    return digits.group().zfill(3)


@dataclass(frozen=True)
class Coded:
    """Reads a cell by code lists: the first by number and word, the others by word; the file's own words before all.

    Without ``numbers`` a bare number is taken only where all lists mean the same by it.
    """

    column: Column
    lists: tuple[CodeList, ...]
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    numbers: bool = True

    def __call__(self, cell: Cell) -> Any:
        """What the cell means. Raises Unreadable, with what the column may hold."""
        plain = cell if isinstance(cell, str | float) else str(cell)
        first = self.lists[0]
        if first.added and (total := _total(plain)) is not None:
            return self._sum(total)
        own = self.values.get(fold_words(str(cell)))
        if own is not None:
            return meaning(self.column, first[own])
        bare = _total(plain) is not None
        if bare and not self.numbers:
            return self._agreed(plain)
        for place, codes in enumerate(self.lists):
            if (place == 0 or not bare) and (code := codes.read(plain)) is not None:
                return meaning(self.column, code)
        some = ", ".join(f"{entry.code} {entry.label_id}" for entry in list(first)[:4])
        unknown = say("“{cell}” tidak dikenal di kolom ini. Misalnya: {some}.", cell=str(cell)[:40], some=some)
        raise Unreadable("code", unknown)

    def knows(self, cell: Cell) -> bool:
        """Whether the words that usually say nothing ("0", "tidak ada") are an answer in these lists."""
        plain = cell if isinstance(cell, str | float) else str(cell)
        return any(codes.read(plain) is not None for codes in self.lists)

    def says(self, cell: Cell) -> str:
        """What the cell is taken for, in words; "" for what is not known."""
        try:
            found = self(cell)
        except Unreadable:
            return ""
        if isinstance(found, list):
            codes = next(one for one in self.lists if [one.system, one.version] == found[:2])
            held = codes.held(int(found[2])) if codes.added else [codes[found[2]]]
            return ", ".join(code.label for code in held) or codes["0"].label
        return found.label if isinstance(found, Word) else "–"

    def _agreed(self, plain: str | float) -> Any:
        codes = [codes.read(plain) for codes in self.lists]
        meanings = [None if code is None else meaning(self.column, code) for code in codes]
        if meanings[0] is not None and all(each == meanings[0] for each in meanings):
            return meanings[0]
        raise Unreadable(
            "two_lists",
            say(
                "Kode {cell} pada kolom ini bermakna ganda (SHDK atau BDT). Tulis dengan kata, misalnya Istri atau Anak, "
                "atau beri judul kolom “SHDK”.",
                cell=str(plain),
            ),
        )

    def _sum(self, total: int) -> Any:
        first = self.lists[0]
        try:
            first.held(total)
        except ValueError:
            most = sum(int(code.code) for code in first)
            raise Unreadable(
                "code", say("{total} bukan jumlah kode kolom ini (0–{most}).", total=total, most=most)
            ) from None
        return [first.system, first.version, str(total)]


def _total(plain: str | float) -> int | None:
    """The whole number that a cell is; None for words."""
    words = str(plain).strip().removesuffix(".0")
    return int(words) if words.isascii() and words.isdecimal() and len(words) < 6 else None
