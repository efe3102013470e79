"""The night's count: how many rows of a village a check found in a month. A month that is over keeps its last night."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Max, Q

from satupintu.engine.events import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.placed import COLUMNS, DIVISORS, above
from satupintu.lib.codes import area_level
from satupintu.lib.words import Word

PEOPLE = ""
"""Instead of a check: how many persons are present."""


class TallyQuerySet(models.QuerySet["Tally"]):
    """Questions about counts."""

    def seen_from(self, own: int, area: int) -> Self:
        """The counts of an area as somebody of ``own`` (which holds it) may read them: pairs are those inside ``own``."""
        level = area_level(area)
        column = "village_id" if level == 4 else COLUMNS[level]
        rows = self.filter(**{column: area // DIVISORS[level]})
        return rows.filter(Q(sought_in=F("village_id"), paired=False) | Q(sought_in=own, paired=True))

    def newest_month(self) -> date | None:
        """The month that was counted last."""
        found: date | None = self.aggregate(newest=Max("month"))["newest"]
        return found


class Tally(models.Model):
    """So many rows of a village a check found in a month (its first day); with no check, how many persons there were.

    ``sought_in`` is the area (ten digits) in which the other half of a pair was sought: whoever does not see all of it does
    not see the count, which would tell that another village knows the NIK. Of all other checks it is the village.
    """

    village = models.ForeignKey(
        Area, models.PROTECT, db_column="village", db_index=False, db_constraint=False, related_name="+"
    )
    kecamatan = above(10**4)
    kabupaten = above(10**6)
    sought_in = models.BigIntegerField()
    paired = models.BooleanField(default=False)
    check_code = models.CharField(max_length=Word.MAX_LENGTH, blank=True)
    month = models.DateField()
    count = models.IntegerField()

    objects: ClassVar[Any] = TallyQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"check_code", "count"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village", "kecamatan", "kabupaten", "sought_in", "paired", "month"}

    class Meta:
        indexes = [
            models.Index(fields=[area, "month"], include=["sought_in", "check_code", "count"], name=f"quality_{area}")
            for area in ("kabupaten", "kecamatan", "village")
        ] + [models.Index(fields=["sought_in", "month"], name="quality_sought")]
        constraints = [
            models.UniqueConstraint(fields=["village", "sought_in", "check_code", "month"], name="quality_once"),
        ]

    def __str__(self) -> str:
        return f"{self.village_id} {self.check_code} {self.month:%Y-%m}: {self.count}"


class Counting(models.Model):
    """When a kabupaten (four digits) was counted last."""

    kabupaten = models.IntegerField(primary_key=True)
    counted_on = models.DateField()

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"kabupaten", "counted_on"}

    def __str__(self) -> str:
        return self.trace

    @property
    def reach(self) -> Reach:
        """Whoever sees the whole kabupaten sees that it was counted."""
        return Reach(village=self.kabupaten * 10**6)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"MUTU-{self.kabupaten}"
