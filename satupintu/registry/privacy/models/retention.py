"""How long what is kept (jadwal retensi): a setting by kind, in versions that never change."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.engine.events import Reach
from satupintu.lib.words import Word
from satupintu.registry.privacy.words import Retained


class RetentionRuleQuerySet(models.QuerySet["RetentionRule"]):
    """Questions about rules of retention."""

    def months(self, kind: Retained, today: date) -> int:
        """For how many months what is of this kind is kept. Raises LookupError before the first rule."""
        rule = self.filter(kind=kind, valid_from__lte=today).order_by("-valid_from", "-pk").first()
        if rule is None:
            raise LookupError(f"no rule says how long {kind} is kept")
        return int(rule.months)


class RetentionRule(models.Model):
    """From a day on, what is of this kind is kept for so many months. Who says so, and where that is written."""

    kind = models.CharField(max_length=Word.MAX_LENGTH, choices=Retained.choices)
    months = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    source = models.CharField(max_length=200)
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Any] = RetentionRuleQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "kind", "months", "valid_from", "source", "by_label", "at"}

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Retained.codes()), name="retained_kind_known"),
            models.CheckConstraint(condition=Q(months__range=(1, 600)), name="retained_months"),
            models.CheckConstraint(condition=~Q(source=""), name="retained_by_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.months}"

    @property
    def reach(self) -> Reach:
        """About nobody and nowhere."""
        return Reach()

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"RETENSI-{self.pk}"

    @property
    def word(self) -> Retained:
        """The kind as a word."""
        return Retained(self.kind)
