"""Codes: Kemendagri area codes as numbers, and code lists that never meet without a map.

An area code is a tree of 2-2-2-4 digits. As a number it always has ten digits, the missing end filled with zeros:
"73" = 7300000000, "73.02" = 7302000000, "73.02.03.2005" = 7302032005. Everything inside a place is then one
half-open span of numbers. Source: Permendagri 58/2021, Kepmendagri 300.2.2-2138/2025. BPS area codes are ten digits
too and are another system: nothing here reads them.

Code lists of different editions collide (disability 3 is "deaf" in one and "speech" in the next), so a code is only
worth something together with its system, version and list.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from satupintu.lib.sentences import Said, say
from satupintu.lib.words import in_english

_SIZES = {1: 10**8, 2: 10**6, 3: 10**4, 4: 1}
_LEVEL_OF_LENGTH = {2: 1, 4: 2, 6: 3, 10: 4}
_DOTTED = re.compile(r"\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?")


class NotAnAreaCode(ValueError):
    """The text is no Kemendagri area code; `sentence` (also args[0]) says what to write."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def area_number(code: str | int) -> int:
    """The ten-digit number of a code written "73.02.03.2005", "7302032005", "73.02", "7302", or as that number.

    Spaces around dots are forgiven. Raises NotAnAreaCode for anything else. Whether the place exists is not asked.
    """
    text = re.sub(r"\s+", "", str(code))
    digits = text.replace(".", "")
    dotted_right = "." not in text or _DOTTED.fullmatch(text)
    level = _LEVEL_OF_LENGTH.get(len(digits))
    if not (dotted_right and level and digits.isascii() and digits.isdigit()) or digits.startswith("0"):
        raise NotAnAreaCode(say("“{code}” bukan kode wilayah. Contoh yang benar: 73.02.03.2005.", code=str(code)[:40]))
    return int(digits.ljust(10, "0"))


def area_code(number: int) -> str:
    """The dotted code of an area number: 7302032005 → "73.02.03.2005", 7302000000 → "73.02"."""
    digits = str(number)
    if len(digits) != 10 or number < 0:
        raise NotAnAreaCode(say("“{number}” bukan nomor wilayah: harus sepuluh angka.", number=number))
    parts = (digits[:2], digits[2:4], digits[4:6], digits[6:])
    return ".".join(parts[: area_level(number)])


def area_level(number: int) -> int:
    """1 provinsi, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan."""
    return next(level for level, size in _SIZES.items() if number % size == 0)


def area_span(number: int) -> tuple[int, int]:
    """[start, end): exactly the numbers of the area itself and of everything inside it."""
    return number, number + _SIZES[area_level(number)]


def area_contains(number: int, other: int) -> bool:
    """Whether `other` is this area or lies inside it."""
    start, end = area_span(number)
    return start <= other < end


def area_parent(number: int) -> int | None:
    """The number of the area one level up; None for a province."""
    level = area_level(number)
    return None if level == 1 else area_at(number, level - 1)


def area_at(number: int, level: int) -> int:
    """The area of the given level that `number` lies in: area_at(7302032005, 2) = 7302000000.

    Raises ValueError when the level is below the area's own.
    """
    if level > area_level(number):
        raise ValueError(f"{number} has no single area of level {level} above it")
    return number - number % _SIZES[level]


def area_path(number: int) -> tuple[int, ...]:
    """The area and all above it, from the province down."""
    return tuple(area_at(number, level) for level in range(1, area_level(number) + 1))


def fold_words(text: str) -> str:
    """Words for comparing: lower case, no accents, everything but letters and digits one space."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.split(r"[\W_]+", bare.casefold())).strip()


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list: `system`, `version` and `list` say which list; a bare `code` means nothing."""

    system: str
    version: str
    list: str
    code: str
    label_id: str
    label_en: str

    @property
    def label(self) -> str:
        """What it means, in the language now spoken."""
        return self.label_en if in_english() else self.label_id

    @property
    def key(self) -> tuple[str, str, str]:
        """What is stored beside a value: (system, version, code)."""
        return self.system, self.version, self.code


class CodeList:
    """A closed list of codes from one system and version, with the words by which people write them.

    `rows` are (code, Indonesian label, English label, other words), the words separated by "|". In a list whose codes are
    `added` up, a value is the sum of the codes that hold (identity papers: 5 = 1 birth certificate + 4 KTP). `called` is
    what people call the system and its version, where that is more than both side by side.
    Raises ValueError when a code repeats or one word would mean two codes.
    """

    def __init__(
        self,
        system: str,
        version: str,
        name: str,
        title_id: str,
        source: str,
        rows: list[tuple[str, str, str, str]],
        *,
        added: bool = False,
        called: str = "",
    ) -> None:
        self.system, self.version, self.name, self.added = system, version, name, added
        self.title_id, self.source = title_id, source
        self.edition = called or f"{system.upper().replace('_', ' ')} {version}"
        self._codes: dict[str, Code] = {}
        self._words: dict[str, str] = {}
        for code, label_id, label_en, others in rows:
            if code in self._codes:
                raise ValueError(f"{name}: code {code} twice")
            self._codes[code] = Code(system, version, name, code, label_id, label_en)
            for word in {fold_words(w) for w in (label_id, *others.split("|"))} - {""}:
                if self._words.setdefault(word, code) != code:
                    raise ValueError(f"{name}: {word!r} means {self._words[word]} and {code}")
        self._numbers = {_without_zeros(code): code for code in self._codes}

    def __iter__(self) -> Iterator[Code]:
        return iter(self._codes.values())

    def __len__(self) -> int:
        return len(self._codes)

    def __getitem__(self, code: str) -> Code:
        return self._codes[code]

    def __repr__(self) -> str:
        return f"<CodeList {self.system} {self.version} {self.name}: {len(self)}>"

    @property
    def key(self) -> str:
        """What mappings call it: "bdt/2015/disability"."""
        return f"{self.system}/{self.version}/{self.name}"

    def choices(self) -> list[tuple[str, str]]:
        """(code, label) pairs in the order of the list, in the language now spoken."""
        return [(entry.code, entry.label) for entry in self]

    def read(self, text: str | float | None) -> Code | None:
        """The code that a cell means: "1", "01", 1.0, "Laki-laki", "LK", "1. Laki-laki". None when it means none.

        A code and a label that contradict each other ("2 - Laki-laki") mean none.
        """
        if isinstance(text, float):
            text = str(int(text)) if text.is_integer() else ""
        words = fold_words("" if text is None else str(text))
        found = self._words.get(words) or self._numbers.get(_without_zeros(words))
        if found is None:
            number, _, rest = words.partition(" ")
            by_number, by_word = self._numbers.get(_without_zeros(number)), self._words.get(rest)
            found = by_number if by_number is not None and by_number == by_word else None
        return None if found is None else self._codes[found]

    def held(self, total: int) -> list[Code]:
        """What a sum of codes stands for, smallest first; 0 stands for nothing. Raises ValueError for no such sum."""
        found = [entry for entry in self if int(entry.code) and total & int(entry.code)]
        if total < 0 or sum(int(entry.code) for entry in found) != total:
            raise ValueError(f"{total} is no sum of {self.name}")
        return found


class CodeMap:
    """An explicit translation from one list into another; a code without an honest equal has none.

    Raises ValueError when a code of `pairs` stands in neither list, or a code of the source is forgotten
    (write None for "no equal").
    """

    def __init__(self, source: CodeList, target: CodeList, pairs: Mapping[str, str | None]) -> None:
        self.source, self.target, self.pairs = source, target, MappingProxyType(dict(pairs))
        if set(pairs) != {entry.code for entry in source}:
            raise ValueError(f"{source.name} → {target.name}: not every code is answered")
        known = {entry.code for entry in target}
        if unknown := {code for code in pairs.values() if code is not None} - known:
            raise ValueError(f"{source.name} → {target.name}: {unknown} unknown")

    def translate(self, code: Code) -> Code | None:
        """The code of the target list with the same meaning, or None. Raises ValueError for a code of another list."""
        if (code.system, code.version, code.list) != (self.source.system, self.source.version, self.source.name):
            raise ValueError(f"{code.system} {code.version} {code.list} is not {self.source!r}")
        target = self.pairs[code.code]
        return None if target is None else self.target[target]


def _without_zeros(code: str) -> str:
    return code.lstrip("0") or "0" if code else ""
