"""From a cell to a value: what a column may hold, and what is said when it holds something else. No database."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from satupintu.lib.codelists import bdt, register
from satupintu.lib.codes import CodeList, fold_words
from satupintu.lib.nik import KkNumber, Nik, NotANumber, read_kk, read_nik
from satupintu.lib.periods import NotADate, read_date
from satupintu.lib.sentences import Said, say
from satupintu.lib.sheets import Cell
from satupintu.registry.imports.problems import Unreadable
from satupintu.registry.people.words import BDT_RELATIONSHIPS, RELATIONSHIPS, DepartureKind, Relationship, Sex

NOTHING = {"", "-", "--", "0", "n a", "na", "null", "nihil", "tidak ada", "kosong", "belum ada", "tidak tahu"}
"""How people write that they know nothing."""
_PLACE = re.compile(r"\d{1,3}")
_PRESENT = {"1"}
_GONE = {"2": DepartureKind.DIED, "3": DepartureKind.MOVED, "4": DepartureKind.MISSING, "6": DepartureKind.MOVED}


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
    return _sixteen(cell, say("NIK"), read_nik)


def kk_number(cell: Cell) -> str:
    """The number of a family card, from text only."""
    return _sixteen(cell, say("Nomor KK"), read_kk)


def _sixteen(cell: Cell, what: Said, read: Callable[[str], Nik | KkNumber]) -> str:
    if not isinstance(cell, str):
        raise Unreadable(
            "number_cell",
            say(
                "{what} tersimpan sebagai bilangan, angka terakhirnya bisa sudah rusak: perlu periksa. "
                "Ubah kolomnya menjadi Teks, lalu ketik ulang dari KTP/KK.",
                what=what,
            ),
        )
    if set(cell.strip()) <= {"0", "-", " "}:
        return ""
    try:
        return read(cell).digits
    except NotANumber as problem:
        raise Unreadable(f"number_{problem.code}", problem.sentence) from None


def day(cell: Cell) -> date:
    """A birth date; the day comes before the month."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    try:
        return read_date(str(cell))
    except NotADate as problem:
        raise Unreadable("date", problem.sentence) from None


def birth_date(cell: Cell, today: date) -> date:
    """A birth date in the past of a living memory."""
    found = day(cell)
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


def sex(cell: Cell) -> Sex:
    """L/P, Laki-laki/Perempuan, 1/2."""
    return Sex.MALE if coded(cell, bdt.SEX)[2] == "1" else Sex.FEMALE


def coded(cell: Cell, codes: CodeList) -> list[str]:
    """[system, version, code] of a code or its words."""
    plain = cell if isinstance(cell, str | float) else str(cell)
    found = codes.read(plain)
    if found is None:
        some = ", ".join(f"{entry.code} {entry.label_id}" for entry in list(codes)[:4])
        unknown = say("“{cell}” tidak dikenal di kolom ini. Misalnya: {some}.", cell=str(cell)[:40], some=some)
        raise Unreadable("code", unknown)
    return list(found.key)


def relationship(cell: Cell) -> Relationship:
    """What somebody is to the head of the household, by BDT/DTKS codes or words of either list."""
    return _relation(cell, bdt.RELATION_TO_HOUSEHOLD_HEAD, BDT_RELATIONSHIPS, register.RELATION, RELATIONSHIPS)


def card_relationship(cell: Cell, *, ambiguous: bool = False) -> Relationship:
    """SHDK, by codes of the village register or words of either list; bare numbers not where the heading is vague."""
    bare = isinstance(cell, int | float) or (isinstance(cell, str) and cell.strip().isdecimal())
    if ambiguous and bare and fold_words(str(cell)).lstrip("0") != "1":
        raise Unreadable(
            "two_lists",
            say(
                "Kode {cell} pada kolom ini bermakna ganda (SHDK atau BDT). Tulis dengan kata, misalnya Istri atau Anak, "
                "atau beri judul kolom “SHDK”.",
                cell=str(cell),
            ),
        )
    return _relation(cell, register.RELATION, RELATIONSHIPS, bdt.RELATION_TO_FAMILY_HEAD, BDT_RELATIONSHIPS)


def _relation(
    cell: Cell, first: CodeList, first_words: dict[str, Relationship], other: CodeList, others: dict[str, Relationship]
) -> Relationship:
    try:
        return first_words[coded(cell, first)[2]]
    except Unreadable:
        if isinstance(cell, str) and not cell.strip().isdecimal():
            found = other.read(cell)
            if found is not None:
                return others[found.code]
        raise


def departure(cell: Cell) -> DepartureKind | None:
    """Why somebody is no longer here, by the status of the village register; None for the living."""
    code = coded(cell, register.LIFE_STATUS)[2]
    if code in _PRESENT:
        return None
    if code not in _GONE:
        raise Unreadable("life_status", say("Status “tidak valid” tidak diimpor. Periksa dulu orangnya."))
    return _GONE[code]
