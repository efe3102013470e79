"""The columns of a table: what codes of different systems have in common, by explicit maps.

A person's particular is [system, version, code] (`Person.traits`). Each variable has one list whose codes are the columns;
a code of another list is a column only where a map says which. What no map translates is unknown, never guessed: Regsosek
asks for functional difficulties, for instance, which are no kind of disability of BDT. Columns are numbered, because a
number is narrow and compares fast; the numbers live no longer than a night's count.

Identity papers are a set: BDT 2015 adds 1 birth certificate, 2 student card, 4 KTP, 8 SIM, Regsosek 2022 adds 1 birth
certificate, 2 child identity card, 4 KTP. Here they become one set of five documents, a bit each.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from satupintu.lib.codelists import bdt, regsosek
from satupintu.lib.words import in_english
from satupintu.registry.people import meanings
from satupintu.registry.people.words import LISTS, Sex, Variable
from satupintu.reports.sorting.words import AgeGroup, Document, TableKind

UNKNOWN = -1
"""The number of the column "tidak diketahui"."""
NO_PAPERS = 0
"""The set of papers of somebody who was asked and holds none."""

VARIABLES: Mapping[TableKind, Variable] = {
    TableKind.MARITAL_STATUS: Variable.MARITAL_STATUS,
    TableKind.PAPERS: Variable.IDENTITY_PAPERS,
    TableKind.ILLNESS: Variable.ILLNESS,
    TableKind.DISABILITY: Variable.DISABILITY,
    TableKind.SCHOOLING: Variable.SCHOOLING,
    TableKind.RELIGION: Variable.RELIGION,
    TableKind.EDUCATION: Variable.EDUCATION,
    TableKind.EMPLOYMENT: Variable.EMPLOYMENT,
}
"""Tables by a coded particular; the others are by age and sex."""

_PAPERS: tuple[tuple[str, str, Mapping[int, Document]], ...] = (
    *(
        (*system, {1: Document.BIRTH_CERTIFICATE, 2: Document.STUDENT_CARD, 4: Document.KTP, 8: Document.LICENCE})
        for system in ((bdt.IDENTITY.system, bdt.IDENTITY.version), ("dtks_verval", "2019"))
    ),
    (
        regsosek.IDENTITY.system,
        regsosek.IDENTITY.version,
        {1: Document.BIRTH_CERTIFICATE, 2: Document.CHILD_CARD, 4: Document.KTP},
    ),
)
"""System, version, and the document that each addend stands for."""

AGES: Mapping[AgeGroup, tuple[int, int]] = {
    AgeGroup.TODDLER: (0, 5),
    AgeGroup.PRESCHOOL: (5, 7),
    AgeGroup.PRIMARY: (7, 13),
    AgeGroup.JUNIOR: (13, 16),
    AgeGroup.SENIOR: (16, 18),
    AgeGroup.YOUNG: (18, 30),
    AgeGroup.GROWN: (30, 45),
    AgeGroup.MIDDLE: (45, 60),
    AgeGroup.OLD: (60, 70),
    AgeGroup.OLDER: (70, 80),
    AgeGroup.OLDEST: (80, 200),
}
"""Full years from … to below …."""
SEXES: Mapping[str, int] = {Sex.MALE.value: 1, Sex.FEMALE.value: 2}
"""The number of each sex."""


@dataclass(frozen=True)
class Heading:
    """One column: its number and what it is called, in both languages."""

    number: int
    label_id: str
    label_en: str

    @property
    def label(self) -> str:
        """What it is called in the language now spoken."""
        return self.label_en if in_english() else self.label_id


Trait = tuple[str, str, str]
"""System, version, code."""


@dataclass(frozen=True)
class Coding:
    """How the particulars of one variable become columns: ``numbers`` by what is stored; all others are unknown."""

    headings: tuple[Heading, ...]
    numbers: Mapping[Trait, int]

    def number(self, stored: Sequence[str] | None) -> int:
        """The column of a stored particular."""
        return self.numbers.get(tuple(stored), UNKNOWN) if stored else UNKNOWN  # type: ignore[arg-type]

    def stored_as(self, number: int) -> list[list[str]]:
        """All particulars that mean a column, as they are stored."""
        return [list(trait) for trait, one in self.numbers.items() if one == number]

    @property
    def as_json(self) -> str:
        """The numbers by the text that PostgreSQL writes of a stored particular."""
        return json.dumps({json.dumps(list(trait)): number for trait, number in self.numbers.items()})


@cache
def coding(kind: TableKind) -> Coding:
    """The coding of a table by a coded particular. Raises KeyError for a table by age or sex."""
    if kind is TableKind.PAPERS:
        return _papers()
    target = LISTS[VARIABLES[kind]][0]
    numbers = {code.code: place for place, code in enumerate(target)}
    return Coding(
        tuple(Heading(numbers[code.code], code.label_id, code.label_en) for code in target),
        {key: numbers[code] for key, code in meanings.readings(target)},
    )


def bit(document: Document) -> int:
    """The bit of a document in a set of papers."""
    return 1 << list(Document).index(document)


def _papers() -> Coding:
    numbers: dict[Trait, int] = {}
    for system, version, meaning in _PAPERS:
        for total in range(sum(meaning) + 1):
            held = [document for addend, document in meaning.items() if total & addend]
            numbers[system, version, str(total)] = sum(bit(document) for document in held)
    return Coding(tuple(Heading(bit(one), one.label_id, one.label_en) for one in Document), numbers)


@cache
def headings(kind: TableKind) -> tuple[Heading, ...]:
    """The columns of a table, without "tidak diketahui"; of numbers, every age group that there is."""
    if kind is TableKind.NUMBER:
        return tuple(Heading(place, one.label_id, one.label_en) for place, one in enumerate(AgeGroup))
    if kind is TableKind.SEX:
        return tuple(Heading(SEXES[one.value], one.label_id, one.label_en) for one in Sex)
    return coding(kind).headings


def is_set(kind: TableKind) -> bool:
    """Whether a person may stand in several columns at once: such columns do not add up."""
    return kind is TableKind.PAPERS


def in_columns(kind: TableKind, number: int) -> list[int]:
    """The columns that a stored number belongs to: one, or each document of a set; nobody without papers holds one."""
    if not is_set(kind) or number == UNKNOWN:
        return [number]
    return [heading.number for heading in coding(kind).headings if number & heading.number] or [NO_PAPERS]


def age_group(age: int) -> int:
    """The column of an age in the table of numbers."""
    groups = (place for place, (least, below) in enumerate(AGES.values()) if least <= age < below)
    return next(groups, UNKNOWN)
