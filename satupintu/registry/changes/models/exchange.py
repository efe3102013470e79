"""What leaves for the owner of the list, in which columns; and what comes back: accepted, or refused for a reason."""

from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.words import Word
from satupintu.registry.changes.models.deeds import DEED, Deed
from satupintu.registry.changes.models.request import ChangeRequest


class LayoutQuerySet(models.QuerySet["Layout"]):
    """Questions about layouts."""

    def for_area(self, area: int | None) -> Self:
        """Those of an area and those of everybody, the newest version of each name last."""
        return self.filter(Q(area=area) | Q(area=None)).order_by("name", "pk")


class Layout(models.Model):
    """The columns of an export, in their order: (field, heading). A version is never changed; a newer one bears its name."""

    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=80)
    fields = ArrayField(models.CharField(max_length=40))
    headings = ArrayField(models.CharField(max_length=80))
    by = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Any] = LayoutQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(fields__len=models.F("headings__len")), name="layout_heading_a_field"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reach(self) -> Reach:
        """Whoever sees the area sees what happened to its layouts."""
        return Reach(village=self.area_id or 0)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.name


class RefusalReason(models.Model):
    """A code by which the owner of a list says why somebody was refused. A list that is kept, not built in."""

    code = models.CharField(max_length=Word.MAX_LENGTH, unique=True)
    label = models.CharField(max_length=160)
    source = models.CharField(max_length=160, blank=True)

    def __str__(self) -> str:
        return f"{self.code} {self.label}"

    @property
    def reach(self) -> Reach:
        """Everybody sees the codes."""
        return Reach(village=0)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.code


class Answer(Deed):
    """What the owner of the list answered about one proposal; a newer answer stands before an older one."""

    request = models.ForeignKey(ChangeRequest, models.PROTECT, related_name="answers")
    accepted = models.BooleanField()
    reason = models.ForeignKey(RefusalReason, models.PROTECT, null=True, db_index=False, related_name="+")
    note = models.CharField(max_length=200, blank=True)

    PERSONAL = frozenset({"accepted", "reason", "note"})
    NOT_PERSONAL = DEED

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted=True, reason=None) | Q(accepted=False, reason__isnull=False),
                name="answer_refused_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.accepted}"
