"""Codes that others give to our areas: read from a file, looked up by whoever takes in their data.

A BPS code has ten digits too and is another code: BPS 7308 is Maros, Kemendagri 73.08 is Bone. Nothing here converts one into
the other; what the table does not say is not known.
"""

import csv
import gzip
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.actions.gate import Actor
from satupintu.engine.events import record
from satupintu.foundation.areas import rules
from satupintu.foundation.areas.actions import NATIONAL_ONLY
from satupintu.foundation.areas.models import COUNTRY, Area, Edition, OtherCode
from satupintu.foundation.areas.words import CodeSystem
from satupintu.lib.sentences import Said, say

COLUMNS = ("system", "code", "area", "edition")
LARGEST = 50 * 2**20
"""Bytes of a file, unpacked."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Somebody else's code and the number of the area that it means."""

    system: str
    code: str
    area: int
    edition: str


@dataclass(frozen=True)
class Crosswalk:
    """What a file says: pairs, lines without an area (left out by whoever made it), and faults by line."""

    pairs: Sequence[Pair]
    without_area: int
    faults: Sequence[Said]


def read(content: bytes, names: Mapping[str, str] | None = None, usual: Mapping[str, str] | None = None) -> Crosswalk:
    """Read a CSV (or .gz) with the columns system, code, area, edition; ``names`` says what they are called in the file.

    ``usual`` gives system and edition to a file that has no such columns. Area codes are Kemendagri's, with or without dots.
    """
    called = {column: (names or {}).get(column, column) for column in COLUMNS}
    usual = usual or {}
    try:
        if content[:2] == b"\x1f\x8b":
            with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
                content = packed.read(LARGEST + 1)
        text = content.decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError):
        return Crosswalk((), 0, [say("Berkas ini bukan CSV yang dapat dibaca (UTF-8, boleh .gz).")])
    lines = csv.DictReader(io.StringIO(text))
    there = {*(lines.fieldnames or ()), *(called[column] for column in usual)}
    if len(content) > LARGEST:
        return Crosswalk((), 0, [say("Berkas ini terlalu besar untuk tabel padanan kode.")])
    if missing := [name for name in called.values() if name not in there]:
        return Crosswalk((), 0, [say("Kolom {columns} tidak ada di berkas ini.", columns=", ".join(missing))])
    pairs: dict[tuple[str, str], Pair] = {}
    faults: list[Said] = []
    without = 0
    for number, line in enumerate(lines, start=2):
        cell = {column: (line.get(name) or usual.get(column, "")).strip() for column, name in called.items()}
        if not cell["area"]:
            without += 1
            continue
        area = rules.number_of(cell["area"])
        if (
            area is None
            or cell["system"] not in CodeSystem.codes()
            or not cell["code"].isdecimal()
            or not cell["edition"]
        ):
            faults.append(say("Baris {line}: sistem, kode, wilayah, atau edisinya tidak terbaca.", line=number))
            continue
        pairs[cell["system"], cell["code"]] = Pair(cell["system"], cell["code"], area, cell["edition"][:40])
    return Crosswalk(list(pairs.values()), without, faults)


@action("area.adopt_crosswalk")
def adopt_crosswalk(newest: Edition | None, pairs: Sequence[Pair], *, by: Actor) -> int:
    """Write down what others call our areas; a code that is known already means what this file says. Answers how many.

    ``newest`` is the list of areas that the pairs point into. Raises Refused unless ``by`` works for the whole country,
    WrongState when the file names no area that we know.
    """
    if getattr(by, "span", COUNTRY) != COUNTRY:
        raise Refused(str(NATIONAL_ONLY))
    known = set(Area.objects.values_list("number", flat=True))
    there = [pair for pair in pairs if pair.area in known]
    if newest is None or not there:
        raise WrongState("Tidak satu pun wilayah dalam berkas ini ada dalam daftar wilayah.")
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into areas_othercode (system, code, area_id, edition) "
            "select * from unnest(%s::text[], %s::text[], %s::bigint[], %s::text[]) "
            "on conflict (system, code) do update set area_id = excluded.area_id, edition = excluded.edition",
            [
                [pair.system for pair in there],
                [pair.code for pair in there],
                [pair.area for pair in there],
                [pair.edition for pair in there],
            ],
        )
    edition = ", ".join(sorted({pair.edition for pair in there}))[:80]
    record("area.crosswalk_adopted", newest, by=by, codes=len(there), edition=edition)
    return OtherCode.objects.count()
