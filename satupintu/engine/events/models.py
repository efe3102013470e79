"""The event: one row feeds timeline, audit, listeners, jobs, sync and reports."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from satupintu.engine.events import sentences
from satupintu.engine.events.words import Kind

LOOKED_BACK = 5000
"""Readings of one row that are looked through at most."""


class EventQuerySet(models.QuerySet["Event"]):
    """Questions about what happened."""

    def about(self, subject: Any) -> Self:
        """What changed in one row, newest first."""
        return self.changes().filter(subject_type=subject._meta.model_name, subject_id=subject.pk).order_by("-id")

    def changes(self) -> Self:
        """Only what changed something."""
        return self.filter(kind=Kind.CHANGE)

    def showing(self, row_id: int, names: Iterable[str]) -> Self:
        """Readings under these names in which the row of that number was shown, newest first, of its last `LOOKED_BACK`.

        Their numbers are asked first: joined, the planner may walk back through all events until enough are found.
        """
        shown = Shown.objects.filter(row_id=row_id).order_by("-event_id").values_list("event_id", flat=True)
        return self.filter(pk__in=[*shown[:LOOKED_BACK]], kind=Kind.READING, name__in=[*names]).order_by("-id")

    def settled_after(self, cursor: int) -> Self:
        """Events after ``cursor`` whose transactions can no longer be overtaken by an earlier number.

        A sequence alone is not enough: a transaction that took number 7 may commit after one that took 8.
        """
        settled = models.expressions.RawSQL("tx < pg_snapshot_xmin(pg_current_snapshot())", [], models.BooleanField())
        return self.alias(settled=settled).filter(settled=True, id__gt=cursor).order_by("id")


class Event(models.Model):
    """Something that happened. Never changed, never deleted; no foreign keys, so it outlives what it tells of."""

    at = models.DateTimeField(db_default=Now())
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=40)
    subject_id = models.BigIntegerField(null=True)
    shown_ids = ArrayField(models.BigIntegerField(), default=list)
    trace = models.CharField(max_length=60, blank=True)
    village = models.BigIntegerField(null=True)
    offices = ArrayField(models.BigIntegerField(), default=list)
    clearance = models.SmallIntegerField(default=0)
    topic = models.CharField(max_length=20, blank=True, db_default="")
    handler = models.BigIntegerField(null=True)
    account_id = models.BigIntegerField(null=True)
    appointment_id = models.BigIntegerField(null=True)
    office_id = models.BigIntegerField(null=True)
    role = models.CharField(max_length=20)
    actor = models.CharField(max_length=200)
    request_id = models.UUIDField(null=True)
    facts = models.JSONField(default=dict)

    objects = EventQuerySet.as_manager()

    subject: Any = None
    """The row it happened to, while it is told in the act itself."""

    class Meta:
        indexes = [
            models.Index(
                fields=["subject_type", "subject_id", "-id"], name="event_subject", condition=models.Q(kind=Kind.CHANGE)
            ),
            models.Index(fields=["village", "-id"], name="event_village"),
            models.Index(fields=["appointment_id", "-id"], name="event_appointment"),
            models.Index(fields=["request_id"], name="event_request"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.trace}"

    def row(self, model: Any) -> Any:
        """The row of ``model`` that it happened to: that of the act itself, else as it is read now; None if it is not seen."""
        if isinstance(self.subject, model):
            return self.subject
        return model.objects.filter(pk=self.subject_id).first()

    @property
    def sentence(self) -> str:
        """What happened, in the reader's language."""
        return sentences.sentence(self.name, self.facts)

    @property
    def who(self) -> str:
        """Who did it, "name · role · office", the role in the reader's language."""
        return sentences.actor(self.actor, self.role)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the event once. Raises TypeError when somebody tries to write it again."""
        if not self._state.adding:
            raise TypeError("an event is never changed")
        super().save(*args, **kwargs)


class Shown(models.Model):
    """One row that a reading showed: who looked at it is found by this, however many rows were shown at once."""

    pk = models.CompositePrimaryKey("row_id", "event_id")
    row_id = models.BigIntegerField()
    event_id = models.BigIntegerField()

    objects: ClassVar[Any] = models.Manager()

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"pk", "row_id", "event_id"}

    def __str__(self) -> str:
        return f"{self.event_id}/{self.row_id}"
