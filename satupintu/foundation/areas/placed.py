"""Rows that lie in a village: the village's number, and the areas above it computed from that number."""

from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import F, Func

from satupintu.engine.events import Reach
from satupintu.foundation.areas.models import Area
from satupintu.lib.codes import area_level

Row = TypeVar("Row", bound=models.Model, covariant=True)

COLUMNS = {4: "village", 3: "kecamatan", 2: "kabupaten", 1: "provinsi"}
"""Area level → the column that holds it."""
DIVISORS = {4: 1, 3: 10**4, 2: 10**6, 1: 10**8}
"""Area level → what the ten-digit number is divided by in that column."""
SHORT = {2: 1, 4: 2, 6: 3}
"""Digits of an area's number without its zeros → its level; all ten are a village's."""


def column_of(short: int) -> str:
    """The column that holds an area by its short number: 73 provinsi, 7302 kabupaten, 730203 kecamatan, else a village."""
    return COLUMNS[SHORT.get(len(str(short)), 4)]


class PlacedQuerySet(models.QuerySet[Row]):
    """Questions about rows that lie in a village."""

    def within(self, by: Any) -> Self:
        """Rows in the area of an appointment: exactly one filter, the narrowest; none for the whole country.

        The wall already hides everything else; this one lets the planner use an index.
        """
        return self.in_area(getattr(by, "area_id", None))

    def in_area(self, number: int | None) -> Self:
        """Rows in the area with this ten-digit number, of any level."""
        if number is None:
            return self
        level = area_level(number)
        return self.filter(**{COLUMNS[level]: number // DIVISORS[level]})


def above(divisor: int) -> models.GeneratedField:
    """A column that PostgreSQL computes from the village: the number of an area above it, without its zeros."""
    number = models.BigIntegerField()
    quotient = Func(F("village"), template=f"(%(expressions)s / {divisor})", output_field=number)
    return models.GeneratedField(expression=quotient, output_field=number, db_persist=True)


class Placed(models.Model):
    """A row that lies in a village and is seen by those in whose area the village is."""

    village = models.ForeignKey(Area, models.PROTECT, db_column="village", db_index=False, related_name="+")
    kecamatan = above(10**4)
    kabupaten = above(10**6)
    provinsi = above(10**8)

    class Meta:
        abstract = True

    @property
    def reach(self) -> Reach:
        """Whoever sees the village sees what happened to the row."""
        return Reach(village=self.village_id)


class Beside(models.Model):
    """A row that belongs to a person and is seen from the person's village.

    That the village exists is checked on the person; a second check of each row would only make imports slow.
    """

    village = models.ForeignKey(
        Area, models.PROTECT, db_column="village", db_index=False, db_constraint=False, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def reach(self) -> Reach:
        """Whoever sees the person sees what happened to the row."""
        return Reach(village=self.village_id)


PLACED_FIELDS = frozenset({"village", "kecamatan", "kabupaten", "provinsi"})
