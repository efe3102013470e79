"""Type-ahead: what an officer typed, read in every way it can be meant.

"ara bontobahari" may be one name or the village Ara in Bonto Bahari; "kec pallangga" names a kind first. Each reading
becomes one indexed look-up by trigrams; the best rows of all readings win. Areas hold no personal data and stand behind
no wall, so trigram operators keep their index here.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from satupintu.foundation.areas import rules
from satupintu.foundation.areas.words import Kind

SHORTEST = 2
"""Fewer signs than this suggest nothing: half the country begins with them."""
LONGEST = 80
MOST_WORDS = 7
LONGEST_NAME = 3
"""Words; a longer text holds a place besides the name."""

STRICT = "set local pg_trgm.similarity_threshold = 0.4"
"""Names less alike are not looked at: half the time of the default 0.3, and no spelling found in use is lost."""
AS_BEFORE = "set local pg_trgm.similarity_threshold to default"

Span = tuple[int, int]
COUNTRY: Span = (0, 10**10)
"""The span of all Indonesia."""

_CODE = re.compile(r"[\d.\s]+")
_KINDS: dict[str, tuple[Kind, ...]] = {
    "provinsi": (Kind.PROVINSI,),
    "prov": (Kind.PROVINSI,),
    "kabupaten": (Kind.KABUPATEN, Kind.KABUPATEN_ADM),
    "kab": (Kind.KABUPATEN, Kind.KABUPATEN_ADM),
    "kota": (Kind.KOTA, Kind.KOTA_ADM),
    "kecamatan": (Kind.KECAMATAN, Kind.DISTRIK),
    "kec": (Kind.KECAMATAN, Kind.DISTRIK),
    "distrik": (Kind.DISTRIK, Kind.KECAMATAN),
    "desa": (Kind.DESA, Kind.DESA_ADAT, Kind.KELURAHAN),
    "kelurahan": (Kind.KELURAHAN, Kind.DESA),
    "kel": (Kind.KELURAHAN, Kind.DESA),
}


@dataclass(frozen=True)
class Reading:
    """One way to understand what was typed: a name, the words of where it lies, and the kinds it may have."""

    name: str
    place: str = ""
    kinds: tuple[Kind, ...] = ()

    @property
    def places(self) -> list[str]:
        """The words of the place alone, in pairs and all together: "bonto bahari" is one name, "bulukumba" another."""
        words = self.place.split()
        pairs = [" ".join(pair) for pair in pairwise(words)]
        return list(dict.fromkeys([self.place, *pairs, *words]))


def readings(text: str) -> list[Reading]:
    """All readings of a typed text, the plainest first. A comma says itself where the name ends."""
    name, _, place = text[:LONGEST].partition(",")
    words, further = rules.name_key(name).split()[:MOST_WORDS], rules.name_key(place).split()
    if not words:
        return []
    whole = Reading(" ".join(words), _without_kinds(further))
    kinds = _KINDS.get(words[0], ()) if len(words) > 1 else ()
    rest = words[1:] if kinds else words
    sizes = [len(rest)] if further else range(len(rest), 0, -1)
    split = [Reading(" ".join(rest[:size]), _without_kinds(rest[size:] + further), kinds) for size in sizes]
    # A long text is no name alone; in a short one the first word may be a kind and yet part of the name ("Kota Baru").
    return list(dict.fromkeys([whole, *split])) if len(words) <= LONGEST_NAME else split[-LONGEST_NAME:]


def _without_kinds(words: list[str]) -> str:
    return " ".join(word for word in words if word not in _KINDS)


def code_span(text: str) -> tuple[int, int] | None:
    """The span of all numbers that begin with the digits typed; None when the text is no code."""
    digits = re.sub(r"[.\s]", "", text)
    if not (_CODE.fullmatch(text) and SHORTEST <= len(digits) <= 10):
        return None
    return int(digits.ljust(10, "0")), int(digits.ljust(10, "9")) + 1


def statement(text: str, inside: Span, level: int | None, limit: int) -> tuple[str, dict[str, Any]] | None:
    """The SQL that answers numbers of areas, best first, and its parameters; None when there is too little to ask."""
    text = text.strip()
    bounds: dict[str, Any] = {"low": inside[0], "high": inside[1], "level": level, "limit": limit}
    span = code_span(text)
    if span is not None:
        return _sql("by_code"), {**bounds, "first": span[0], "last": span[1]}
    every = readings(text)
    if not every or len(every[0].name) < SHORTEST:
        return None
    narrowed = "and a.level = %(level)s " if level else ""
    if inside != COUNTRY:
        narrowed += "and a.number >= %(low)s and a.number < %(high)s "
    parts = []
    for place, reading in enumerate(every):
        conditions = narrowed + ("and a.kind = any(%(kinds§)s)" if reading.kinds else "")
        template = _sql("reading_with_place" if reading.place else "reading")
        parts.append(template.format(conditions=conditions).replace("§", str(place)))
        bounds |= {
            f"name{place}": reading.name,
            f"begins{place}": f"{reading.name}%",
            f"place{place}": reading.place,
            f"words{place}": reading.places,
            f"kinds{place}": [str(kind) for kind in reading.kinds],
        }
    parts.append(_sql("former").format(conditions=narrowed))
    return _sql("best").format(readings=" union all ".join(parts)), bounds


@cache
def _sql(name: str) -> str:
    return (Path(__file__).parent / "sql" / f"{name}.sql").read_text(encoding="utf-8")
