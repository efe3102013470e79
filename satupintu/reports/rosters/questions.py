"""Two editions of a list compared: one set-wise query over both, under the walls of whoever asks."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models import Q

from satupintu.registry.people.models import Household, ListEdition, Person
from satupintu.reports.rosters.words import Movement
from satupintu.work.complaints.models import Complaint

SQL = Path(__file__).parent / "sql"
COMPARED = (SQL / "compared.sql").read_text(encoding="utf-8")
COUNT = (SQL / "by_village.sql").read_text(encoding="utf-8")
NAMED = (SQL / "moved.sql").read_text(encoding="utf-8")
MOST = 2000
"""People behind one number that a page lists; a village has fewer."""


@dataclass(frozen=True, slots=True)
class VillageLine:
    """One village: how many stood on each edition, and what became of them."""

    village: int
    name: str
    before: int
    after: int
    came: int
    fell: int
    poorer: int
    better: int
    same: int


@dataclass(frozen=True, slots=True)
class Moved:
    """One person or household behind a number: both ranks, what became of them, what they came with."""

    pk: int
    is_person: bool
    name: str
    old_desil: int | None
    new_desil: int | None
    movement: Movement
    complaints: tuple[str, ...]

    @property
    def url(self) -> str:
        """The page of the person or household."""
        return f"/orang/{self.pk}/" if self.is_person else f"/keluarga/{self.pk}/"


def by_village(old: ListEdition, new: ListEdition, span: tuple[int, int]) -> list[VillageLine]:
    """One line a village of ``span`` that stands on either edition, by its number."""
    return [VillageLine(*row) for row in _asked(COUNT, old, new, span)]


def moved(old: ListEdition, new: ListEdition, village: int, movement: Movement | None) -> list[Moved]:
    """Who is behind the numbers of a village, by name; at most `MOST`. None asks for all movements but "same"."""
    wanted = [movement.value] if movement else [one.value for one in Movement if one is not Movement.SAME]
    rows = _asked(NAMED, old, new, (village, village + 1), wanted=wanted, most=MOST)
    people = {pk for pk, is_person, *_rest in rows if is_person}
    homes = {pk for pk, is_person, *_rest in rows if not is_person}
    numbers = _complaints(people, homes)
    names = _names(people, homes)
    found = [
        Moved(pk, is_person, names.get((is_person, pk), ""), before, after, Movement(what), numbers[is_person, pk])
        for pk, is_person, before, after, what in rows
    ]
    return sorted(found, key=lambda one: (one.movement, one.name, one.pk))


def _asked(query: str, old: ListEdition, new: ListEdition, span: tuple[int, int], **more: Any) -> list[tuple[Any, ...]]:
    values = {"old": old.pk, "new": new.pk, "start": span[0], "end": span[1], **more}
    with connection.cursor() as cursor:
        cursor.execute(query.replace("-- compared", COMPARED), values)
        return list(cursor.fetchall())


def _names(people: set[int], homes: set[int]) -> dict[tuple[bool, int], str]:
    found = {(True, one.pk): one.shown_name for one in Person.objects.filter(pk__in=people).only("name")}
    rows = Household.objects.with_head().filter(pk__in=homes)
    return found | {(False, one.pk): str(one) for one in rows}


def _complaints(people: set[int], homes: set[int]) -> defaultdict[tuple[bool, int], tuple[str, ...]]:
    """The numbers of what each came with, the newest first, as far as the reader sees them."""
    found: defaultdict[tuple[bool, int], tuple[str, ...]] = defaultdict(tuple)
    asked = Q(person_id__in=people) | Q(household_id__in=homes)
    for number, person, household in (
        Complaint.objects.filter(asked).order_by("-received_at").values_list("number", "person_id", "household_id")
    ):
        if person in people:
            found[True, person] += (number,)
        if household in homes:
            found[False, household] += (number,)
    return found
