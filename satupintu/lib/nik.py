"""NIK and family card numbers: what their sixteen digits say, what cannot be one, and what only deserves a look.

NIK = kecamatan of first registration (6) + day, month, year of birth (6; women: day + 40) + serial (4).
KK  = kecamatan (6) + date of issue (6) + serial (4); nothing about sex.
Source: PP 37/2007 art. 37; PP 40/2019 art. 30(2). The pattern of the KK number is general knowledge.

A NIK never changes: it keeps a kecamatan that has since been split, and a birth date that was corrected later. So only
what cannot be a NIK at all is refused (NotANumber); everything else is a Caution, which stops nobody.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from satupintu.lib.sentences import Said, say
from satupintu.lib.words import Word

KnownArea = Callable[[int], bool]
"""Says of a ten-digit kecamatan number whether it is, or ever was, in force."""

_Name = Callable[[], Said]
"""What a number is called; said only when there is something to say, for most numbers are right."""
_INVISIBLE = {"Cf", "Cc", "Zs", "Zl", "Zp"}
_BETWEEN = set(".-_–—'’`")  # what people and spreadsheets put between digits
_LETTERS_FOR_DIGITS = {"O": 0, "I": 1, "L": 1, "S": 5, "B": 8}


class Sex(Word):
    """What civil registration knows (KK, KTP; a NIK tells it by the day of birth)."""

    MALE = "male", "Laki-laki", "Male"
    FEMALE = "female", "Perempuan", "Female"


class NotANumber(ValueError):
    """The text cannot be a NIK or KK number. `code` is stable, `sentence` (also args[0]) says what to do."""

    def __init__(self, code: str, sentence: Said) -> None:
        super().__init__(sentence)
        self.code, self.sentence = code, sentence


@dataclass(frozen=True, slots=True)
class Caution:
    """Something odd that an officer should look at. `code` is stable, `sentence` says what."""

    code: str
    sentence: Said


@dataclass(frozen=True, slots=True)
class _Sixteen:
    digits: str

    def __str__(self) -> str:
        return self.digits

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.masked!r})"  # logs and tracebacks must not carry the number

    @property
    def area(self) -> int:
        """Ten-digit number of the kecamatan in the first six digits (it may be historic)."""
        return int(self.digits[:6]) * 10_000

    @property
    def serial(self) -> str:
        return self.digits[12:]

    @property
    def grouped(self) -> str:
        """For reading aloud: "7302 0312 1187 0001"."""
        return " ".join(self.digits[i : i + 4] for i in range(0, 16, 4))

    @property
    def masked(self) -> str:
        """For lists: "7302••••••••0001"."""
        return f"{self.digits[:4]}••••••••{self.digits[12:]}"

    @property
    def dates(self) -> tuple[date, ...]:
        """The dates its digits may mean, 19yy before 20yy; empty when there is no such day."""
        found = []
        for century in (1900, 2000):
            try:
                found.append(date(century + int(self.digits[10:12]), int(self.digits[8:10]), self._day))
            except ValueError:
                continue
        return tuple(found)

    @property
    def written_date(self) -> str:
        """Day-month-year as the digits have it, the year with two digits: "12-11-87"."""
        return f"{self._day:02d}-{self.digits[8:10]}-{self.digits[10:12]}"

    @property
    def _day(self) -> int:
        return int(self.digits[6:8])


class Nik(_Sixteen):
    """A NIK: sixteen digits, never changed."""

    __slots__ = ()

    @property
    def sex(self) -> Sex | None:
        """By the day: 1 to 31 a man, 41 to 71 a woman, None for anything else."""
        day = int(self.digits[6:8])
        return Sex.MALE if 1 <= day <= 31 else Sex.FEMALE if 41 <= day <= 71 else None

    def birth_date(self, on: date) -> date | None:
        """The likeliest birth date for someone alive on that day: the latest not after it; None if there is none."""
        return max((born for born in self.dates if born <= on), default=None)

    @property
    def _day(self) -> int:
        day = int(self.digits[6:8])
        return day - 40 if day > 40 else day


class KkNumber(_Sixteen):
    """The number of a family card; `dates` are its possible dates of issue."""

    __slots__ = ()


def read_nik(text: str) -> Nik:
    """The NIK in a text; spaces, dots and dashes are forgiven, Arabic-Indic and other decimal digits are mapped.

    Raises NotANumber with codes "empty", "letter", "not_digits", "spreadsheet", "length"; a letter O is told, not
    guessed. Text only: a number from a spreadsheet has lost its last digits (TypeError).
    """
    return Nik(_sixteen_digits(text, _nik))


def read_kk(text: str) -> KkNumber:
    """The family card number in a text; as `read_nik`."""
    return KkNumber(_sixteen_digits(text, _kk))


def warnings(
    nik: Nik, *, birth_date: date | None = None, sex: Sex | None = None, known_area: KnownArea | None = None
) -> list[Caution]:
    """What an officer should look at: codes "area_unknown", "date_impossible", "birth_date_differs",
    "sex_unreadable", "sex_differs", "serial_zero". What is not given is not compared.
    """
    found = _common(nik, _nik, known_area)
    if birth_date is not None and nik.dates and birth_date not in nik.dates:
        shown = _nearest(nik.dates, birth_date).strftime("%d-%m-%Y")
        differs = say("Tanggal lahir pada NIK ({shown}) berbeda dari yang ditulis.", shown=shown)
        found.append(Caution("birth_date_differs", differs))
    if nik.sex is None:
        found.append(Caution("sex_unreadable", say("Jenis kelamin tidak terbaca dari NIK.")))
    elif sex is not None and sex != nik.sex:
        man = say("Menurut NIK ini laki-laki; yang ditulis lain.")
        differs = say("Menurut NIK ini perempuan; yang ditulis lain.") if nik.sex is Sex.FEMALE else man
        found.append(Caution("sex_differs", differs))
    return found


def kk_warnings(kk: KkNumber, *, known_area: KnownArea | None = None) -> list[Caution]:
    """What an officer should look at in a family card number: "area_unknown", "date_impossible", "serial_zero"."""
    return _common(kk, _kk, known_area)


def _nik() -> Said:
    return say("NIK")


def _kk() -> Said:
    return say("Nomor KK")


def _common(number: _Sixteen, name: _Name, known_area: KnownArea | None) -> list[Caution]:
    found = []
    if known_area is not None and not known_area(number.area):
        code = f"{number.digits[:2]}.{number.digits[2:4]}.{number.digits[4:6]}"
        unknown = say("Enam angka pertama {name} ({code}) bukan kode kecamatan yang dikenal.", name=name(), code=code)
        found.append(Caution("area_unknown", unknown))
    if not number.dates:
        impossible = say("Tanggal pada {name} ({date}) tidak ada.", name=name(), date=number.written_date)
        found.append(Caution("date_impossible", impossible))
    if number.serial == "0000":
        zero = say("Empat angka terakhir {name} 0000; biasanya mulai dari 0001.", name=name())
        found.append(Caution("serial_zero", zero))
    return found


def _nearest(dates: tuple[date, ...], to: date) -> date:
    return min(dates, key=lambda each: abs(each - to))


def _sixteen_digits(text: str, name: _Name) -> str:
    if not isinstance(text, str):
        raise TypeError(f"{name} must be read from text, not from {type(text).__name__}: numbers lose digits")
    if len(text) == 16 and text.isascii() and text.isdigit():
        return text
    seen = [c for c in text.strip() if unicodedata.category(c) not in _INVISIBLE and c not in _BETWEEN]
    if not seen:
        raise NotANumber("empty", say("{name} belum diisi.", name=name()))
    if "".join(seen).upper().replace(",", "").replace("+", "").partition("E")[2].isdecimal() and seen[0].isdecimal():
        spoilt = say(
            "{name} ini sudah diubah Excel menjadi bilangan dan angkanya rusak; salin lagi dari KTP/KK.", name=name()
        )
        raise NotANumber("spreadsheet", spoilt)
    digits = []
    for place, char in enumerate(seen, start=1):
        value = unicodedata.decimal(char, None)
        if value is None:
            raise _not_a_digit(char, place, name)
        digits.append(str(value))
    if len(digits) != 16:
        count = len(digits)
        if count < 16:
            raise NotANumber("length", say("{name} harus 16 angka; ini baru {count}.", name=name(), count=count))
        raise NotANumber("length", say("{name} harus 16 angka; ini {count}.", name=name(), count=count))
    return "".join(digits)


def _not_a_digit(char: str, place: int, name: _Name) -> NotANumber:
    meant = _LETTERS_FOR_DIGITS.get(char.upper())
    if meant is not None:
        asked = say(
            "{name} memuat huruf {char} di tempat ke-{place}; apakah maksudnya angka {meant}?",
            name=name(),
            char=char,
            place=place,
            meant=meant,
        )
        return NotANumber("letter", asked)
    other = say(
        "{name} hanya boleh berisi angka; di tempat ke-{place} ada “{char}”.", name=name(), place=place, char=char
    )
    return NotANumber("not_digits", other)


def made_up(area: int, born: date, sex: Sex, serial: int) -> Nik:
    """A NIK put together from its parts, for tests and demonstration data. `area`: ten-digit kecamatan number."""
    return Nik(f"{area // 10_000:06d}{told_digits(born, sex)}{serial:04d}")


def told_digits(born: date, sex: Sex) -> str:
    """The six digits in the middle of a NIK that tell birth and sex: day (women: + 40), month, year. A NIK with just these
    has nothing odd about birth or sex, if the birth was in 1900 or later.
    """
    day = born.day + (40 if sex is Sex.FEMALE else 0)
    return f"{day:02d}{born.month:02d}{born.year % 100:02d}"


__all__ = ["Caution", "KkNumber", "KnownArea", "Nik", "NotANumber", "Sex", "kk_warnings", "made_up", "read_kk",
           "read_nik", "told_digits", "warnings"]  # fmt: skip
