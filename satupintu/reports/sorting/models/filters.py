"""A selection that an office keeps under a name."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from satupintu.engine.events import Reach
from satupintu.foundation.offices.models import Appointment, Office


class SavedFilter(models.Model):
    """Who is counted, kept under a name by an office: the questions of the page and their answers, nobody's data."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    asked = models.JSONField()
    by = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    saved_at = models.DateTimeField(auto_now_add=True)

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "office", "name", "asked", "by", "saved_at"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "name"], name="saved_filter_once"),
            models.CheckConstraint(condition=~Q(name=""), name="saved_filter_named"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def reach(self) -> Reach:
        """The office sees what happened to it, and so does the area it works for."""
        return Reach(self.by.span[0], (self.office_id, self.office_id))

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.name
