"""A copy of a person's data that was handed to whoever asked."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from satupintu.foundation.offices.models import Appointment
from satupintu.registry.privacy.models.request import DataRequest


class HandedCopy(models.Model):
    """A copy that was made for a request; ``mark`` stands on it and leads back to here. Its bytes are kept nowhere.

    ``tables`` says how many rows of which table it holds.
    """

    request = models.ForeignKey(DataRequest, models.PROTECT, related_name="copies")
    mark = models.CharField(max_length=16, unique=True)
    tables = models.JSONField(default=dict)
    by = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    by_label = models.CharField(max_length=200)
    made_at = models.DateTimeField(db_default=Now())

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "request", "mark", "tables", "by", "by_label", "made_at"}

    def __str__(self) -> str:
        return self.mark
