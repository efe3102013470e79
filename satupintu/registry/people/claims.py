"""What a room says of its rows that point to a person: what becomes of them when two records prove to be one person, and
that the person's own data stand there (``registry/privacy`` copies, restricts and erases by the same declaration).

A room declares ``CLAIMS`` in its ``merging.py``, one for each of its fields that names a person. Merging asks every room
and is refused while a field is unclaimed. A claim answers steps in SQL; what each step changed is written down row by row, so
that undoing gives back what was there. In the conditions ``t`` is the room's table; ``%(survivor)s``, ``%(merged)s``,
``%(village)s`` (the survivor's), ``%(same_village)s`` and ``%(today)s`` are known.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Q

Model = type[models.Model]


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a table: ``sets`` maps columns to SQL expressions; without any the rows are taken out.

    ``versioned`` rows count their version up, then and when it is undone: whoever holds one open must notice.
    """

    model: Model
    where: str
    sets: Mapping[str, str] = field(default_factory=dict)
    versioned: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """The rows of one field are claimed. ``field`` is the field's name, ``column`` its column."""

    model: Model
    field: str

    @property
    def column(self) -> str:
        """The column in the database."""
        return str(self.model._meta.get_field(self.field).column)  # type: ignore[union-attr]

    @property
    def its(self) -> str:
        """The condition of rows that point to the merged record."""
        return f"t.{self.column} = %(merged)s"

    def steps(self) -> Sequence[Step]:
        """What is to be done, in this order."""
        return ()


@dataclass(frozen=True, slots=True)
class Keeps(Claim):
    """The rows go on pointing to the merged record; ``reason`` says why that is right."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Moves(Claim):
    """The rows point to the survivor; with ``follows`` they are seen from the survivor's village from then on. ``also`` maps
    further columns to SQL expressions.
    """

    follows: bool = False
    also: Mapping[str, str] = field(default_factory=dict)

    def steps(self) -> Sequence[Step]:
        """One change."""
        return [Step(self.model, self.its, {self.column: "%(survivor)s", **_village(self.follows), **self.also})]


@dataclass(frozen=True, slots=True)
class MovesOnce(Claim):
    """The rows point to the survivor, except where the survivor has a row with the same ``once``: those stay."""

    once: str = ""

    def steps(self) -> Sequence[Step]:
        """One change."""
        table = self.model._meta.db_table
        clash = (
            f"exists (select from {table} other where other.{self.column} = %(survivor)s "
            f"and other.{self.once} = t.{self.once})"
        )
        sets = {self.column: "%(survivor)s"} | _village(True)
        return [Step(self.model, f"{self.its} and not {clash}", sets)]


@dataclass(frozen=True, slots=True)
class Ends(Claim):
    """The rows point to the survivor; of what one has only one at a time, the survivor's own stands and the other ends today.

    ``ended`` is the column of the day it ended (empty: it has not), ``began`` that of the day it began. ``once`` names a
    column within which there is one at a time. ``always`` ends it even when the survivor has none; otherwise also when
    the two records lay in different villages.
    """

    ended: str = "until"
    began: str = "since"
    once: str = ""
    always: bool = False

    def steps(self) -> Sequence[Step]:
        """One change."""
        table = self.model._meta.db_table
        same = f" and other.{self.once} = t.{self.once}" if self.once else ""
        clash = (
            f"exists (select from {table} other where other.{self.column} = %(survivor)s "
            f"and other.{self.ended} is null{same})"
        )
        apart = "" if self.once else "or not %(same_village)s "
        ends = "true" if self.always else f"({clash} {apart})"
        day = f"greatest(%(today)s::date, t.{self.began})" if self.began else "%(today)s::date"
        until = f"case when t.{self.ended} is null and {ends} then {day} else t.{self.ended} end"
        return [Step(self.model, self.its, {self.column: "%(survivor)s", self.ended: until} | _village(True))]


@dataclass(frozen=True, slots=True)
class Removes(Claim):
    """The rows are taken out; undoing puts them back."""

    def steps(self) -> Sequence[Step]:
        """One change."""
        return [Step(self.model, self.its)]


@dataclass(frozen=True, slots=True)
class Held:
    """Rows about a person that no foreign key leads to from below: ``where`` answers for the numbers of a person's records
    which.

    A room declares ``HELD`` beside its ``CLAIMS`` only where the walk along foreign keys and subjects does not find them.
    ``shared`` rows belong to others as well: a family's address, a card's number.
    """

    model: Model
    where: Callable[[Sequence[int]], Q]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Rows with which something is still to be done: while a person has one, nothing of theirs is erased.

    ``says`` is the sentence for whoever asked.
    """

    model: Model
    where: Q
    says: str


def _village(follows: bool) -> dict[str, str]:
    return {"village": "%(village)s"} if follows else {}


def points_to_a_person(one: Any) -> bool:
    """Whether a field names a person: by a foreign key, or by a plain number called after it."""
    from satupintu.registry.people.models import Person

    if isinstance(one, models.ForeignKey):
        return one.related_model is Person
    return isinstance(one, models.IntegerField) and one.name in {"person", "person_id"}
