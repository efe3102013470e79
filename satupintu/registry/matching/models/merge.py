"""A merge of two records, and every row that it changed: what undoing it needs."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from satupintu.engine.events import Reach
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.matching.models.pair import Pair
from satupintu.registry.people.models import Person


class MergeQuerySet(models.QuerySet["Merge"]):
    """Questions about merges."""

    def standing(self) -> Self:
        """Those that were not undone."""
        return self.filter(undone_at=None)

    def touching(self, *people: int) -> Self:
        """Those in which one of these records stands or went."""
        return self.filter(Q(survivor__in=people) | Q(merged__in=people))


class Merge(models.Model):
    """``merged`` proved to be the same person as ``survivor``, whose record stands for both since."""

    survivor = models.ForeignKey(Person, models.PROTECT, related_name="+")
    merged = models.ForeignKey(Person, models.PROTECT, related_name="+")
    pair = models.ForeignKey(Pair, models.PROTECT, related_name="merges")
    by = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())
    undone_at = models.DateTimeField(null=True)
    undone_by_label = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = MergeQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"survivor", "merged"}
    OTHERS: ClassVar[set[str]] = {"survivor", "merged"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "pair", "by", "by_label", "at", "undone_at", "undone_by_label"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["merged"], condition=Q(undone_at=None), name="merged_away_once"),
            models.CheckConstraint(condition=~Q(survivor=F("merged")), name="merge_of_two"),
        ]

    def __str__(self) -> str:
        return self.trace

    @property
    def reach(self) -> Reach:
        """What happened to a merge is seen where the survivor lives."""
        return Reach(village=self.survivor.village_id)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"G-{self.pk}"


class MovedRow(models.Model):
    """A row that a merge changed, as it was and as it is since; ``now`` is empty for a row that was taken out.

    ``place`` is the step that changed it: undoing goes from the last to the first.
    """

    merge = models.ForeignKey(Merge, models.CASCADE, related_name="rows")
    place = models.SmallIntegerField()
    table = models.CharField(max_length=80, db_column="table_name")
    versioned = models.BooleanField()
    key = models.JSONField()
    was = models.JSONField()
    now = models.JSONField(null=True)

    PERSONAL: ClassVar[set[str]] = {"key", "was", "now"}
    OTHERS: ClassVar[set[str]] = {"key", "was", "now"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "merge", "place", "table", "versioned"}

    def __str__(self) -> str:
        return f"G-{self.merge_id}/{self.place}"
