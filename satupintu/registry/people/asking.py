"""What somebody asks for when they look for a person, read from one line of typing. No database."""

import re
from dataclasses import dataclass

from satupintu.lib.codes import fold_words

_YEAR = re.compile(r"\b(19\d\d|20\d\d)\b")
_MOTHER = {"ibu", "mother", "anak dari", "ibunya", "nama ibu"}
_PLACE = {"desa", "kel", "kelurahan", "kec", "kecamatan", "village", "di"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A name, and what narrows it: the birth year, the mother's name, the village or kecamatan; each may be empty."""

    name: str = ""
    birth_year: int | None = None
    mother: str = ""
    place: str = ""

    def __str__(self) -> str:
        """The line that reads as this."""
        year = str(self.birth_year) if self.birth_year else ""
        first = " ".join(part for part in (self.name, year) if part)
        more = [f"ibu {self.mother}" if self.mother else "", f"desa {self.place}" if self.place else ""]
        return ", ".join(part for part in (first, *more) if part)


def read(text: str) -> Asked:
    """Read "Andi Baso 1987, ibu Sitti Aminah, desa Ara": parts behind a comma may name the mother or the place.

    A part that says neither belongs to the name, so "Basri, S.Pd" stays a name. The first year of four digits is the
    birth year, wherever it stands.
    """
    text = " ".join(text.split())
    year = _YEAR.search(text)
    name: list[str] = []
    mother = place = ""
    for part in (_YEAR.sub(" ", text, count=1) if year else text).split(","):
        words, rest = part.strip(), ""
        for known in (_MOTHER, _PLACE):
            if name and (rest := _behind(words, known)):
                mother, place = (rest, place) if known is _MOTHER else (mother, rest)
                break
        if not rest and words:
            name.append(words)
    return Asked(", ".join(name), int(year.group()) if year else None, mother, place)


def _behind(words: str, known: set[str]) -> str:
    """What stands behind one of the known beginnings; "" when none is there or nothing follows."""
    for count in (2, 1):
        start = words.split()[:count]
        rest = " ".join(words.split()[count:])
        if rest and fold_words(" ".join(start)) in known:
            return rest
    return ""
