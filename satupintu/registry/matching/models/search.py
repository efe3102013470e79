"""A search through the register of an area, and the numbers it compared with."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.foundation.access.errands import Errand
from satupintu.lib.words import Word
from satupintu.registry.matching.words import SearchState


class TrainedModel(models.Model):
    """Numbers that were learned from a register: chances of agreement, thresholds, when, and on whose behalf."""

    area = models.BigIntegerField()
    comparisons = models.IntegerField()
    numbers = models.JSONField()
    sure = models.FloatField()
    least = models.FloatField()
    trained_on = models.IntegerField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {
        *("id", "area", "comparisons", "numbers", "sure", "least", "trained_on", "by", "at"),
    }

    def __str__(self) -> str:
        return f"Model {self.pk}"


class SearchQuerySet(models.QuerySet["Search"]):
    """Questions about searches."""

    def newest_first(self) -> Self:
        """The newest before the older."""
        return self.select_related("model").order_by("-id")

    def at_work(self) -> Self:
        """Those that have not ended."""
        return self.exclude(state__in=[SearchState.DONE, SearchState.FAILED])


class Search(Errand, models.Model):
    """A search for duplicates in an area (its ten-digit number; 0: the whole country). ``counts`` are numbers only."""

    TRACE = "CK"

    area = models.BigIntegerField()
    state = models.CharField(max_length=Word.MAX_LENGTH, choices=SearchState.choices, default=SearchState.WAITING)
    model = models.ForeignKey(TrainedModel, models.PROTECT, null=True, related_name="+")
    counts = models.JSONField(default=dict)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = SearchQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {
        *("id", "area", "state", "model", "counts", "asked_by", "asked_at", "ended_at"),
    }

    class Meta:
        indexes = [models.Index(fields=["area", "-id"], name="search_area")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=SearchState.codes()), name="search_state_known"),
            models.UniqueConstraint(
                fields=["area"], condition=~Q(state__in=["done", "failed"]), name="one_search_at_a_time"
            ),
        ]

    @property
    def word(self) -> SearchState:
        """How it goes, as a word."""
        return SearchState(self.state)
