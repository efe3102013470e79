"""An edition: the veiled counts of one subject in one closed month. Written once; nothing of it ever changes."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Mod, Now

from satupintu.engine.events.reach import Reach
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.rollup import TOTAL
from satupintu.reports.editions.words import Subject


class EditionQuerySet(models.QuerySet["Edition"]):
    """Questions about editions."""

    def of(self, subject: Subject) -> Self:
        """Those of a subject, oldest first."""
        return self.filter(subject=subject).order_by("month")


class Edition(models.Model):
    """Terbitan: what was counted of a month when it was closed."""

    subject = models.CharField(max_length=Subject.MAX_LENGTH, choices=Subject.choices)
    month = models.DateField()
    counted_at = models.DateTimeField(db_default=Now())

    objects = EditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "month"], name="edition_once"),
            models.CheckConstraint(condition=Q(subject__in=Subject.codes()), name="edition_subject_known"),
            models.CheckConstraint(condition=Q(month__day=1), name="edition_of_a_month"),
        ]

    def __str__(self) -> str:
        return self.trace

    @property
    def reach(self) -> Reach:
        """Of the whole nation."""
        return Reach(village=0)

    @property
    def trace(self) -> str:
        """What the audit calls it."""
        return f"T-{self.subject}-{self.month:%Y-%m}"


class CellQuerySet(models.QuerySet["Cell"]):
    """Questions about published counts."""

    def seen_by(self, by: Appointment) -> Self:
        """The reader's own area and those one level below: a part of the one picture that everybody sees."""
        if by.area is None:
            return self.annotate(inside=Mod(F("area"), 10**8)).filter(inside=0)
        start, end = by.span
        return self.filter(area__gte=start, area__lt=end)

    def totals(self, subject: Subject, months: list[date]) -> Self:
        """How many there were of each area in some months."""
        found = Edition.objects.filter(subject=subject, month__in=months)
        return self.filter(edition__in=found, what=TOTAL, code=TOTAL)


class Cell(models.Model):
    """One published count: of a table (``what``), an area (0: the nation) and a value; None where it is hidden.

    The total of an area stands once, with neither table nor value. A count that is not there is nought.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, db_index=False, related_name="cells")
    what = models.CharField(max_length=20, blank=True)
    area = models.BigIntegerField()
    code = models.CharField(max_length=20, blank=True)
    count = models.PositiveIntegerField(null=True)

    objects = CellQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "what", "area", "code"], name="cell_once")]

    def __str__(self) -> str:
        return f"{self.what} {self.area} {self.code}: {self.count}"
