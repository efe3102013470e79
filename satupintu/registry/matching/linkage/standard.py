"""A record in the forms that are compared: names by their parts and sounds, dates by their parts, numbers as they are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from satupintu.lib.names import name_key, phonetic_key

FORMS = {
    "unique_id": "varchar",
    "nik": "varchar",
    "kk": "varchar",
    "name": "varchar",
    "parts": "varchar",
    "sounds": "varchar[]",
    "born": "varchar",
    "swapped": "varchar",
    "year": "integer",
    "day": "varchar",
    "sex": "varchar",
    "village": "varchar",
    "kecamatan": "varchar",
    "mother": "varchar",
    "mother_sounds": "varchar[]",
    "address": "varchar",
    "address_words": "varchar[]",
}
"""The columns of a standardised record, with their types in DuckDB.

``parts`` are the words of the name in alphabetical order, ``sounds`` how each sounds; ``born`` is year-month-day,
``swapped`` the same with month and day exchanged (None where that is no other day), ``day`` its month and day.
"""

_DIGITS = re.compile(r"\D+")
_SEXES = {"l": "m", "lk": "m", "laki": "m", "male": "m", "m": "m", "1": "m", "p": "f", "pr": "f", "perempuan": "f",
          "female": "f", "f": "f", "2": "f"}  # fmt: skip


def standardised(records: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """The records in the order of ``FORMS``."""
    return map(standard, records)


def standard(record: Mapping[str, Any]) -> tuple[Any, ...]:
    """One record with columns of `columns.COLUMNS`, any of them missing or empty, as a row of ``FORMS``."""
    name, parts, sounds = _called(record.get("name") or "")
    _mother, mother, mother_sounds = _called(record.get("mother") or "")
    address = sorted(set(re.findall(r"\w+", (record.get("address") or "").lower())))
    year, month, day = _date(str(record.get("birth_date") or ""))
    village = str(record.get("village") or "")
    known_year = year or str(record.get("birth_year") or "")
    return (
        str(record["id"]),
        _DIGITS.sub("", record.get("nik") or "") or None,
        _DIGITS.sub("", record.get("kk") or "") or None,
        name,
        parts,
        sounds,
        f"{year}-{month}-{day}" if year else None,
        f"{year}-{day}-{month}" if year and day != month else None,
        int(known_year) if known_year.isdecimal() else None,
        f"{month}-{day}" if year else None,
        _SEXES.get((record.get("sex") or "").strip().lower().split("-")[0] or "?"),
        village or None,
        village[:6] or None,
        mother,
        mother_sounds,
        " ".join(address) or None,
        address or None,
    )


@lru_cache(maxsize=200_000)
def _called(written: str) -> tuple[str | None, str | None, list[str] | None]:
    """A name's key, its words in alphabetical order, and their sounds. Many people share a name, so it is kept."""
    key = name_key(written)
    words = key.split()
    sounds = sorted({sound for word in words if (sound := phonetic_key(word))})
    return key or None, " ".join(sorted(words)) or None, sounds or None


def _date(text: str) -> tuple[str, str, str]:
    """Year, month and day as digits; three empty texts when it is no full date. Impossible days are kept as written."""
    parts = re.findall(r"\d+", text.partition("T")[0].partition(" ")[0])
    if len(parts) == 1 and len(parts[0]) == 8:
        return parts[0][:4], parts[0][4:6], parts[0][6:]
    if len(parts) != 3:
        return "", "", ""
    if len(parts[0]) == 4:
        return parts[0], parts[1].zfill(2), parts[2].zfill(2)
    return (parts[2], parts[1].zfill(2), parts[0].zfill(2)) if len(parts[2]) == 4 else ("", "", "")
