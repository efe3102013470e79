"""Reading a list of areas and comparing it with the list in force, on plain values.

A list is a CSV with the columns ``code,name,level,kind`` (``level`` and ``kind`` may be left out: the code says them).
``read`` refuses what cannot be a code tree and says so row by row; ``compare`` says what ended, began, was renamed,
and what probably replaced what.
"""

import csv
import gzip
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from satupintu.foundation.areas import rules
from satupintu.foundation.areas.successors import Row, Successor, successors
from satupintu.foundation.areas.words import Kind, Problem
from satupintu.lib.codes import area_code, area_level, area_parent

LONGEST_NAME = 120
LARGEST_FILE = 50 * 10**6
"""Bytes after unpacking; the list of 2025 has 3 million."""

_STAYS = re.compile(r"^([IVX]+|DKI|DI)$")
_KINDS = {label: kind for kind in Kind for label in (kind.value, kind.label_id.lower().replace(" ", "_"))}


@dataclass(frozen=True)
class Fault:
    """What is wrong with one line of a file; line 0 is the file as a whole."""

    line: int
    problem: Problem
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The fault in words, with its line."""
        said = self.problem.label.format(**self.facts)
        return (
            f"{said[0].upper()}{said[1:]}" if not self.line else Problem.AT_LINE.label.format(line=self.line, said=said)
        )


def read(content: bytes) -> tuple[list[Row], list[Fault]]:
    """Read a CSV (UTF-8, comma or semicolon, plain or gzip). With a fault in the list, nothing of it may be adopted."""
    try:
        if content[:2] == b"\x1f\x8b":
            with gzip.open(io.BytesIO(content)) as unpacked:
                content = unpacked.read(LARGEST_FILE + 1)
        text = content.decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError):
        return [], [Fault(0, Problem.NOT_TEXT)]
    if len(content) > LARGEST_FILE:
        return [], [Fault(0, Problem.TOO_LARGE)]
    first_line = text.partition("\n")[0]
    lines = csv.DictReader(io.StringIO(text), delimiter=";" if first_line.count(";") > first_line.count(",") else ",")
    lines.fieldnames = [name.strip().lower() for name in lines.fieldnames or []]
    if not {"code", "name"} <= set(lines.fieldnames):
        return [], [Fault(0, Problem.NO_COLUMNS)]
    return _rows((lines.line_num, line) for line in lines)


def _rows(lines: Iterable[tuple[int, dict[str, str | None]]]) -> tuple[list[Row], list[Fault]]:
    """Rows and faults of all lines. A line at fault still counts as a parent: one mistake is told once."""
    rows: dict[int, Row] = {}
    named: set[int | None] = set()
    line_of: dict[int, int] = {}
    faults: list[Fault] = []
    for at, line in lines:
        named.add(rules.number_of(line.get("code") or ""))
        found = _row(at, line)
        if isinstance(found, Fault):
            faults.append(found)
        elif found.number in rows:
            facts = {"code": area_code(found.number), "first": line_of[found.number]}
            faults.append(Fault(at, Problem.DUPLICATE, facts))
        else:
            rows[found.number] = found
            line_of[found.number] = at
    for number in rows:
        parent = area_parent(number)
        if parent is not None and parent not in named:
            facts = {"code": area_code(number), "parent": area_code(parent)}
            faults.append(Fault(line_of[number], Problem.ORPHAN, facts))
    if not rows and not faults:
        faults.append(Fault(0, Problem.EMPTY))
    return list(rows.values()), sorted(faults, key=lambda fault: fault.line)


def _row(at: int, line: dict[str, str | None]) -> Row | Fault:
    code, name = (line.get("code") or "").strip(), (line.get("name") or "").strip()
    number = rules.number_of(code)
    if number is None:
        return Fault(at, Problem.BAD_CODE, {"code": code})
    level = area_level(number)
    name = tidy(name, level)
    if not rules.name_key(name, level):
        return Fault(at, Problem.NO_NAME, {"code": code})
    if len(name) > LONGEST_NAME:
        return Fault(at, Problem.LONG_NAME, {"code": code, "most": LONGEST_NAME})
    said_level = (line.get("level") or "").strip()
    if said_level and said_level != str(level):
        return Fault(at, Problem.WRONG_LEVEL, {"code": code, "level": level, "said": said_level})
    said_kind = (line.get("kind") or "").strip().lower().replace(" ", "_")
    kind = _KINDS.get(said_kind) if said_kind else rules.kind_of(number, name)
    if kind is None or kind.level != level:
        return Fault(at, Problem.WRONG_KIND, {"code": code, "said": said_kind})
    return Row(number, name, kind)


def tidy(name: str, level: int) -> str:
    """A name as the house writes it: single spaces, "KAB." written out, a list in capitals in ordinary letters."""
    name = " ".join(name.split())
    shouted = name.isupper() and any(len(word) > 4 for word in name.split())  # "RD. PJKA" is its name
    if level == 2:
        name = re.sub(r"^kab\b\.?\s*", "Kabupaten ", name, flags=re.IGNORECASE)
        name = re.sub(r"^(kabupaten|kota) adm\b\.?\s*", r"\1 Administrasi ", name, flags=re.IGNORECASE)
        name = re.sub(r"\bkep\.\s*", "Kepulauan ", name, flags=re.IGNORECASE)
    if not shouted:
        return name
    return " ".join(word if _STAYS.match(word) else word.capitalize() for word in name.split())


@dataclass(frozen=True, slots=True)
class Renamed:
    """One code whose name changed; ``only_written`` when merely capitals, spaces or signs did."""

    number: int
    old: str
    new: str

    @property
    def only_written(self) -> bool:
        """Whether both names are the same when compared."""
        level = area_level(self.number)
        old, new = (rules.name_key(name, level).replace(" ", "") for name in (self.old, self.new))
        return old == new


@dataclass(frozen=True)
class Comparison:
    """What a new list changes."""

    ended: list[Row]
    began: list[Row]
    renamed: list[Renamed]
    rekinded: list[Row]
    successors: list[Successor]
    unchanged: int
    before: int

    @property
    def certain(self) -> list[Successor]:
        """Successors that the names prove."""
        return [successor for successor in self.successors if successor.certain]

    @property
    def without_successor(self) -> list[Row]:
        """Ended areas for which nothing certain was found: a person decides, or the code simply ended."""
        replaced = {successor.old for successor in self.certain}
        return [row for row in self.ended if row.number not in replaced]

    @property
    def incomplete(self) -> bool:
        """Whether so many codes end that the file is probably only a part of the list."""
        return len(self.ended) > max(100, self.before // 10)

    @property
    def nothing_changes(self) -> bool:
        """Whether the list is the one in force."""
        return not (self.ended or self.began or self.renamed or self.rekinded)


def compare(current: Iterable[Row], new: Iterable[Row]) -> Comparison:
    """What changes when the areas ``current`` give way to the list ``new``."""
    old_rows = {row.number: row for row in current}
    new_rows = {row.number: row for row in new}
    ended = [row for number, row in old_rows.items() if number not in new_rows]
    began = [row for number, row in new_rows.items() if number not in old_rows]
    both = [(old_rows[number], row) for number, row in new_rows.items() if number in old_rows]
    return Comparison(
        ended=ended,
        began=began,
        renamed=[Renamed(row.number, old.name, row.name) for old, row in both if old.name != row.name],
        rekinded=[row for old, row in both if old.kind != row.kind],
        successors=successors(old_rows, new_rows),
        unchanged=sum(old == row for old, row in both),
        before=len(old_rows),
    )
