"""What a facilitator adds to the monthly report in own words; everything else there is counted."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment


class Remark(Versioned):
    """Keterangan and tantangan of one week in one officer's monthly report. ``month`` is its first day."""

    PERSONAL = frozenset({"remarks", "challenges"})
    NOT_PERSONAL = frozenset("id version author village month week at".split())

    author = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    village = models.ForeignKey(Area, models.PROTECT, db_column="village", related_name="+")
    month = models.DateField()
    week = models.PositiveSmallIntegerField()
    remarks = models.CharField(max_length=500, blank=True)
    challenges = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "month", "week"], name="remark_once_a_week"),
            models.CheckConstraint(condition=Q(week__range=(1, 5)), name="remark_of_a_week"),
        ]

    def __str__(self) -> str:
        return self.trace

    @property
    def reach(self) -> Reach:
        """Seen in the area of its author."""
        return Reach(self.village_id)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"{self.month:%m-%Y}/{self.week}"
