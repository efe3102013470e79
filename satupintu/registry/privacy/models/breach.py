"""A suspected breach (dugaan kebocoran): an account by which data may have got out, and the three days to tell people."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.engine.events import Reach
from satupintu.foundation.offices.models import Account, Appointment


class BreachQuerySet(models.QuerySet["Breach"]):
    """Questions about breaches."""

    def open(self) -> Self:
        """Those of which nobody has been told yet, the first due first."""
        return self.filter(told_at=None).order_by("due_at", "pk")


class Breach(Versioned):
    """Somebody may have got at data through ``account`` from ``since`` to ``until``; ``due_at`` is three days after it was
    known. ``area`` is where it is looked into.
    """

    number = models.CharField(max_length=40, unique=True)
    area = models.BigIntegerField()
    account = models.ForeignKey(Account, models.PROTECT, db_index=False, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField()
    what = models.TextField()
    known_at = models.DateTimeField(db_default=Now())
    due_at = models.DateTimeField()
    by = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    by_label = models.CharField(max_length=200)
    told_at = models.DateTimeField(null=True)
    told_label = models.CharField(max_length=200, blank=True)
    told_what = models.TextField(blank=True)

    objects: ClassVar[Any] = BreachQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = set(
        "id version number area account since until what known_at due_at by by_label told_at told_label told_what".split()
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("since")), name="breach_window"),
            models.CheckConstraint(condition=~Q(what=""), name="breach_says_what"),
        ]
        indexes = [models.Index(fields=["area", "due_at"], name="breach_area")]

    def __str__(self) -> str:
        return self.number

    @property
    def reach(self) -> Reach:
        """Seen where it is looked into."""
        return Reach(village=self.area)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.number

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"/kebocoran/{self.number}/"

    def is_late(self, now: datetime) -> bool:
        """Whether three days have passed and nobody was told."""
        return self.told_at is None and self.due_at < now
