"""The standard columns of a record, and how any file is read into them by a small mapping."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

COLUMNS = ("id", "nik", "kk", "name", "birth_date", "birth_year", "sex", "village", "mother", "address")
"""What a record may tell. Only ``id`` must be there; whatever else is missing is simply not compared."""

USUAL = {
    "id": ("id", "rec_id", "record_id", "nomor"),
    "nik": ("nik", "no_nik", "nomor_nik"),
    "kk": ("kk", "no_kk", "nomor_kk", "kk_number"),
    "name": ("name", "nama", "nama_lengkap"),
    "birth_date": ("birth_date", "tanggal_lahir", "tgl_lahir"),
    "birth_year": ("birth_year", "tahun_lahir"),
    "sex": ("sex", "jenis_kelamin", "jk"),
    "village": ("village", "kode_desa", "desa"),
    "mother": ("mother", "mother_name", "nama_ibu", "nama_ibu_kandung"),
    "address": ("address", "alamat"),
}
"""Headings that are understood without a mapping."""

_LINE = re.compile(r"\s*([a-z_]+)\s*:\s*(.*?)\s*")


class NoSuchColumn(ValueError):
    """A mapping or a file that cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Standard column → the columns of a file that make it, in their order."""

    sources: Mapping[str, Sequence[str]]

    @classmethod
    def usual(cls, headings: Sequence[str]) -> "Columns":
        """By the headings themselves. Raises NoSuchColumn when no column can be the id."""
        known = {_flat(heading): heading for heading in headings}
        found = {column: next((known[word] for word in words if word in known), "") for column, words in USUAL.items()}
        return cls({column: [heading] for column, heading in found.items() if heading})

    @classmethod
    def read(cls, path: Path) -> "Columns":
        """From a file of lines ``name: given_name, surname`` (plain YAML), or JSON. Raises NoSuchColumn."""
        text = path.read_text(encoding="utf-8")
        told: dict[str, object] = json.loads(text) if text.lstrip().startswith("{") else _lines(text)
        unknown = set(told) - set(COLUMNS)
        if unknown:
            raise NoSuchColumn(f"unknown: {', '.join(sorted(unknown))}; possible: {', '.join(COLUMNS)}")
        return cls({column: [source] if isinstance(source, str) else list(source) for column, source in told.items()})  # type: ignore[call-overload]

    def record(self, row: Mapping[str, str | None]) -> dict[str, str]:
        """A row of the file in standard columns."""
        return {
            column: " ".join(text for source in sources if (text := (row.get(source) or "").strip()))
            for column, sources in self.sources.items()
        }

    def check(self, headings: Sequence[str]) -> None:
        """Raise NoSuchColumn unless there is an id and each column that is named exists."""
        if "id" not in self.sources:
            raise NoSuchColumn("no column is the id")
        missing = {source for sources in self.sources.values() for source in sources} - set(headings)
        if missing:
            raise NoSuchColumn(f"not in the file: {', '.join(sorted(missing))}")


def read_records(path: Path, columns: Columns | None = None) -> Iterator[dict[str, str]]:
    """The rows of a CSV file in standard columns, one after the other. Raises NoSuchColumn."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=_delimiter(file.readline()), fieldnames=None)
        file.seek(0)
        headings = list(rows.fieldnames or ())
        mapping = columns or Columns.usual(headings)
        mapping.check(headings)
        for row in rows:
            yield mapping.record(row)


def read_truth(path: Path, ids: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of ids that are the same person, the smaller first: from pairs, or from id → cluster.

    It is taken for pairs when both columns hold ids of the records. Raises NoSuchColumn for another number of columns.
    """
    known = set(ids)
    with path.open(encoding="utf-8-sig", newline="") as file:
        delimiter = _delimiter(file.readline())
        file.seek(0)
        lines = [line[:2] for line in csv.reader(file, delimiter=delimiter) if len(line) >= 2]
    if not lines:
        raise NoSuchColumn("the truth has no two columns")
    body = lines if lines[0][0] in known else lines[1:]
    if all(other in known for _one, other in body):
        return {(min(one, other), max(one, other)) for one, other in body if one != other}
    groups: dict[str, list[str]] = {}
    for one, cluster in body:
        groups.setdefault(cluster, []).append(one)
    return {
        (min(one, other), max(one, other))
        for members in groups.values()
        for place, one in enumerate(members)
        for other in members[place + 1 :]
    }


def _lines(text: str) -> dict[str, object]:
    told: dict[str, object] = {}
    for line in text.splitlines():
        plain = line.partition("#")[0]
        if not plain.strip():
            continue
        match = _LINE.fullmatch(plain)
        if match is None:
            raise NoSuchColumn(f"not a line of a mapping: {line.strip()}")
        sources = [part.strip().strip("\"'") for part in match[2].strip("[]").split(",")]
        told[match[1]] = [source for source in sources if source]
    return told


def _delimiter(heading: str) -> str:
    return max(",;\t", key=heading.count)


def _flat(heading: str) -> str:
    return re.sub(r"\W+", "_", heading.strip().lower()).strip("_")
