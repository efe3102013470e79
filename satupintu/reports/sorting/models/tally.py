"""The night's count: how many people of a village are of one age and sex and stand in one column; and when it was made."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models

from satupintu.engine.events import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.placed import COLUMNS, DIVISORS, above
from satupintu.lib.codes import area_level

EVERY_AGE = -2
"""The age of the rows that hold the people of all ages together: who does not ask for ages reads a fiftieth of the rows."""


class TallyQuerySet(models.QuerySet["Tally"]):
    """Questions about the night's count."""

    def in_area(self, number: int) -> Self:
        """The counts of a kabupaten or kecamatan, by its ten-digit number: exactly one filter, which an index serves."""
        level = area_level(number)
        return self.filter(**{COLUMNS[level]: number // DIVISORS[level]})


class Tally(models.Model):
    """So many people of a village are of one age and sex, with a disability or without, and stand in one column.

    ``table`` is the place of a `TableKind`, ``age`` in full years on the day of the snapshot, -1 when unknown, `EVERY_AGE` in
    the rows that hold all ages together, ``sex`` 1 or 2 or 0, ``column`` as `columns` numbers them (a set of papers is one
    number). ``estimated`` of them are known by the year of birth alone. A count of one is one person, so it is personal and
    walled like them.
    """

    village = models.ForeignKey(
        Area, models.PROTECT, db_column="village", db_index=False, db_constraint=False, related_name="+"
    )
    kecamatan = above(10**4)
    kabupaten = above(10**6)
    table = models.SmallIntegerField()
    age = models.SmallIntegerField()
    sex = models.SmallIntegerField()
    disabled = models.BooleanField()
    column = models.SmallIntegerField()
    people = models.IntegerField()
    estimated = models.IntegerField()

    objects: ClassVar[Any] = TallyQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"table", "age", "sex", "disabled", "column", "people", "estimated"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village", "kecamatan", "kabupaten"}

    class Meta:
        indexes = [
            # All that a table reads stands in the index, the village for the wall included.
            models.Index(
                fields=[area, "table", "age"],
                include=["village", *((other,) if other else ()), "sex", "disabled", "column", "people", "estimated"],
                name=f"tally_{area}",
            )
            for area, other in (("kabupaten", "kecamatan"), ("kecamatan", ""))
        ]

    def __str__(self) -> str:
        return f"{self.village_id}/{self.table}/{self.column}"


class SnapshotQuerySet(models.QuerySet["Snapshot"]):
    """Questions about when was counted."""

    def of(self, number: int) -> "Snapshot | None":
        """The count that an area's tables come from; None before the first."""
        return self.filter(kabupaten=number // 10**6).first()


class Snapshot(models.Model):
    """When the people of a kabupaten (four digits) were counted last, and as of which day."""

    kabupaten = models.IntegerField(primary_key=True)
    as_of = models.DateField()
    taken_at = models.DateTimeField()

    objects: ClassVar[Any] = SnapshotQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"kabupaten", "as_of", "taken_at"}

    def __str__(self) -> str:
        return f"{self.kabupaten} {self.as_of}"

    @property
    def reach(self) -> Reach:
        """Whoever sees the whole kabupaten sees that it was counted."""
        return Reach(village=self.kabupaten * 10**6)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"SORTIR-{self.kabupaten}"

    def is_of(self, day: date) -> bool:
        """Whether its ages are those of that day."""
        return self.as_of == day
