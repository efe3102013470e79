"""The rules as rows: never changed, only ended and replaced, so that an old suggestion can still be explained."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.rules import ancestors_of
from satupintu.foundation.offices.models import NATION
from satupintu.foundation.offices.words import OfficeKind, ServiceField
from satupintu.lib.words import Word
from satupintu.work.routing.rules import Rule, level_of
from satupintu.work.routing.words import Level, Nature, Schooling

CODE = Word.MAX_LENGTH


class RouteQuerySet(models.QuerySet["Route"]):
    """Questions about rules."""

    def in_force(self) -> Self:
        """Not ended."""
        return self.filter(ended_at=None)

    def for_area(self, number: int | None) -> Self:
        """The nation's, and those of the area itself and of the areas above it."""
        here = [] if number is None else [number, *ancestors_of(number)]
        return self.filter(Q(area=None) | Q(area_id__in=here))

    def in_order(self) -> Self:
        """As they are asked: the nearest owner first, then by their order."""
        return self.select_related("area").order_by(models.F("area__level").desc(nulls_last=True), "order", "pk")


class Route(models.Model):
    """Rute: matters of this kind usually go to that kind of office. Empty means any."""

    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+", help_text="Kosong: seluruh Indonesia")
    order = models.PositiveSmallIntegerField(default=10)
    field = models.CharField(max_length=CODE, choices=ServiceField.choices, blank=True)
    nature = models.CharField(max_length=CODE, choices=Nature.choices, blank=True)
    programme = models.CharField(max_length=40, blank=True)
    schooling = ArrayField(models.CharField(max_length=CODE, choices=Schooling.choices), default=list)
    asked_from = models.CharField(max_length=CODE, choices=Level.choices, blank=True)
    to_kind = models.CharField(max_length=CODE, choices=OfficeKind.choices)
    to_level = models.CharField(max_length=CODE, choices=Level.choices)
    reason = models.CharField(max_length=200)
    source = models.CharField(max_length=200, blank=True)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    published_by = models.CharField(max_length=200)
    published_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)

    objects = RouteQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["area", "order"], name="route_area", condition=Q(ended_at=None))]
        constraints = [
            models.CheckConstraint(condition=Q(to_kind__in=OfficeKind.codes()), name="route_kind_known"),
            models.CheckConstraint(condition=Q(to_level__in=Level.codes()), name="route_level_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="route_has_a_reason"),
        ]

    def __str__(self) -> str:
        return self.reason

    @property
    def rule(self) -> Rule:
        """The rule on plain values."""
        return Rule(
            pk=self.pk,
            owner=level_of(self.area_id),
            order=self.order,
            kind=self.to_kind,
            level=Level(self.to_level).number,
            reason=self.reason,
            field=self.field,
            nature=self.nature,
            programme=self.programme,
            schooling=frozenset(self.schooling),
            asked_from=Level(self.asked_from).number if self.asked_from else None,
        )

    @property
    def reach(self) -> Reach:
        """A rule is public: whoever sees its area sees what happened to it."""
        return Reach(village=self.area_id or NATION)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"Rute {self.pk}"
