"""Rules of area names, kinds and successions, on plain values. Numbers and codes are in ``lib/codes.py``."""

import re
from collections.abc import Iterable

from satupintu.foundation.areas.words import Kind
from satupintu.lib.codes import NotAnAreaCode, area_at, area_code, area_level, area_number, area_path, fold_words

FIRST_PAPUA = 91
"""From this province on a kecamatan is called distrik (UU 21/2001 on the special autonomy of Papua)."""
FIRST_KOTA = 71
"""Second pair of digits from which a code is a kota; kabupaten stand below (Permendagri 58/2021)."""

_SECOND_LEVEL = re.compile(r"^(kabupaten|kab\b\.?|kota)\s*((administrasi|adm\b\.?)\s*)?", re.IGNORECASE)
_SILENT = re.compile("['’‘`ʼ]")
_ADMINISTRATIVE = re.compile(r"\b(administrasi|adm)\b", re.IGNORECASE)


def number_of(code: str) -> int | None:
    """The number of a code with or without dots; None for what cannot be an area, as 73.00."""
    try:
        number = area_number(code)
    except NotAnAreaCode:
        return None
    parts = area_code(number).split(".")
    return number if "".join(parts) == re.sub(r"[.\s]", "", code) and all(map(int, parts)) else None


def ancestors_of(number: int) -> tuple[int, ...]:
    """The numbers of all areas above, nearest first."""
    return area_path(number)[-2::-1] if area_level(number) > 1 else ()


def name_key(name: str, level: int = 4) -> str:
    """The form of a name that is compared: small letters, no accents or signs, and no "Kabupaten" before it."""
    text = _SECOND_LEVEL.sub("", name.strip()) if level == 2 else name
    return fold_words(_SILENT.sub("", text))


def kind_of(number: int, name: str) -> Kind:
    """What an area is called, from its code and, for the administrative cities of Jakarta, from its name."""
    level = area_level(number)
    if level == 1:
        return Kind.PROVINSI
    if level == 2:
        administrative = _ADMINISTRATIVE.search(name) is not None
        if number // 10**6 % 100 >= FIRST_KOTA:
            return Kind.KOTA_ADM if administrative else Kind.KOTA
        return Kind.KABUPATEN_ADM if administrative else Kind.KABUPATEN
    if level == 3:
        return Kind.DISTRIK if area_at(number, 1) // 10**8 >= FIRST_PAPUA else Kind.KECAMATAN
    return {1: Kind.KELURAHAN, 3: Kind.DESA_ADAT}.get(number // 1000 % 10, Kind.DESA)


def label(kind: str, name: str) -> str:
    """How an address writes one area: "Desa Ara", "Kec. Bonto Bahari", "Kab. Bulukumba", "Sulawesi Selatan"."""
    return f"{Kind(kind).short} {bare(kind, name)}".strip()


def bare(kind: str, name: str) -> str:
    """The name without its kind, which the decree writes into names of the second level: "Bulukumba"."""
    return _SECOND_LEVEL.sub("", name) if Kind(kind).level == 2 else name


def follow(steps: Iterable[dict[int, list[int]]]) -> dict[int, int]:
    """Follow successors through several editions, oldest first: old number → number after the last edition.

    Within one edition all codes change at the same moment, so two codes that changed places do not run in a circle.
    A code with several successors ends the chain: no rule can choose between them.
    """
    now: dict[int, int | None] = {}
    for step in steps:
        single = {old: new[0] if len(new) == 1 else None for old, new in step.items()}
        reached = {old: single.get(place, place) if place is not None else None for old, place in now.items()}
        now = {**single, **reached}
    return {old: new for old, new in now.items() if new is not None and new != old}
