"""What may be done with answers of the civil registry: take a file of them in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from satupintu.engine.actions import action
from satupintu.engine.events import record
from satupintu.registry.civil.adapters import Answer, Problem, Source
from satupintu.registry.civil.models import AnswerFile, CivilAnswer
from satupintu.registry.civil.words import RowProblem
from satupintu.registry.people.models import Person

AT_ONCE = 4000
"""Rows that are looked up and written together."""
KEPT = 1000
"""Problems that are kept with the file; all of them are counted."""


@dataclass(frozen=True)
class Delivery:
    """A file as it was handed over: its name, the fingerprint of its content, the day it speaks of, for which area."""

    name: str
    sha256: str
    answered_on: date
    area: int


@action("civil.load")
def load(source: Source, *, by: Any, delivery: Delivery) -> AnswerFile:
    """Take answers in: each becomes the current one of its person; nothing of the person changes. All rows or none.

    The same content for the same area again is the same file and changes nothing. Only persons of the area that ``by``
    works for are found. Raises what the source raises when it is no list of answers.
    """
    known = AnswerFile.objects.filter(area=delivery.area, sha256=delivery.sha256).first()
    if known is not None:
        return known
    file = AnswerFile.objects.create(**vars(delivery), loaded_by=by.label[:200])
    counts: Counter[str] = Counter()
    answered: set[int] = set()
    for some in _chunks(source.answers()):
        counts["rows"] += len(some)
        _save(file, some, answered, counts)
    file.counts = dict(counts)
    file.save()
    told = {what: counts[what] for what in ("rows", "matched", "not_matched", "refused")}
    record("civil.loaded", file, by=by, **told)
    return file


def _chunks(rows: Iterable[Answer | Problem]) -> Iterator[list[Answer | Problem]]:
    rows = iter(rows)
    while some := list(islice(rows, AT_ONCE)):
        yield some


def _save(file: AnswerFile, some: list[Answer | Problem], answered: set[int], counts: Counter[str]) -> None:
    """Write what some rows say; what is wrong with the others goes with the file."""
    niks, people = _known(some)
    found: dict[int, CivilAnswer] = {}
    for one in some:
        person = one.code if isinstance(one, Problem) else _meant(one, niks, people, answered)
        if isinstance(person, RowProblem):
            counts["refused"] += 1
            counts[person.value] += 1
            if len(file.problems) < KEPT:
                file.problems.append([one.row, person.value])
            continue
        assert isinstance(one, Answer)
        answered.add(person)
        counts[one.verdict.value] += 1
        found[person] = CivilAnswer(
            person_id=person,
            file=file,
            answered_on=file.answered_on,
            source=file.name,
            verdict=one.verdict,
            presence=one.presence or "",
            **one.values,
        )
    CivilAnswer.objects.standing().filter(person__in=list(found)).update(current=False)
    CivilAnswer.objects.bulk_create(found.values(), batch_size=AT_ONCE)


def _known(some: Iterable[Answer | Problem]) -> tuple[dict[str, list[int]], set[int]]:
    """Whom these rows may mean: persons by NIK, and by number."""
    rows = [one for one in some if isinstance(one, Answer)]
    niks: dict[str, list[int]] = {}
    asked = {one.nik for one in rows if one.nik}
    for nik, person in Person.objects.filter(nik__in=asked).order_by("pk").values_list("nik", "pk"):
        assert nik is not None
        niks.setdefault(nik, []).append(person)
    numbers = {one.person for one in rows if one.person is not None}
    return niks, set(Person.objects.filter(pk__in=numbers).values_list("pk", flat=True))


def _meant(one: Answer, niks: dict[str, list[int]], people: set[int], answered: set[int]) -> int | RowProblem:
    """The person that a row is about, or why there is none."""
    meant = [one.person] if one.person in people else niks.get(one.nik, []) if one.person is None else []
    if len(meant) != 1:
        return RowProblem.SEVERAL if meant else RowProblem.UNKNOWN
    person = meant[0]
    assert person is not None
    return RowProblem.TWICE if person in answered else person
