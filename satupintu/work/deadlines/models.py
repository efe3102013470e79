"""Time limits as an area publishes them. A version is never changed: a newer one takes its place from its day on."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import NATION, Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.words import Word
from satupintu.work.deadlines import rules
from satupintu.work.deadlines.words import Subject, TimeUnit

CODE = Word.MAX_LENGTH
EMERGENCY = rules.EMERGENCY


class Timed(models.Model):
    """A row that has a deadline: what was promised, by which limit, and the clock that runs or stands."""

    due_at = models.DateTimeField()
    limit = models.ForeignKey("deadlines.TimeLimit", models.PROTECT, null=True, db_index=False, related_name="+")
    clock_at = models.DateTimeField(null=True, help_text="Kapan jam kantor perlu melihatnya lagi")
    paused_since = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class TimeLimitQuerySet(models.QuerySet["TimeLimit"]):
    """Questions about time limits."""

    def reaching(self, area: int | None) -> Self:
        """Of the nation, and of the provinsi and kabupaten that an area lies in."""
        own = [number for number in rules.areas_over(area) if number is not None]
        return self.filter(Q(area=None) | Q(area_id__in=own))

    def begun(self, day: date) -> Self:
        """In force on that day, or once before it."""
        return self.filter(valid_from__lte=day)


class TimeLimit(models.Model):
    """Batas waktu: how long an answer may take, for which matters, in which office, from which day on.

    ``field`` "", ``urgency`` and ``level`` None mean any; ``area`` None is the nation. ``amount`` None takes an area's own
    rule back, so that the wider one counts again.
    """

    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    subject = models.CharField(max_length=CODE, choices=Subject.choices)
    field = models.CharField(max_length=CODE, choices=ServiceField.choices, blank=True)
    urgency = models.SmallIntegerField(null=True)
    level = models.SmallIntegerField(null=True)
    amount = models.PositiveSmallIntegerField(null=True)
    unit = models.CharField(max_length=CODE, choices=TimeUnit.choices)
    remind_before = models.PositiveSmallIntegerField(default=0)
    climb_after = models.PositiveSmallIntegerField(default=0)
    valid_from = models.DateField()
    source = models.CharField(max_length=250)
    published_by = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")
    published_label = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(db_default=Now())

    objects = TimeLimitQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(subject__in=Subject.codes()), name="limit_subject_known"),
            models.CheckConstraint(condition=Q(unit__in=TimeUnit.codes()), name="limit_unit_known"),
            models.CheckConstraint(condition=Q(urgency=None) | Q(urgency__range=(0, 2)), name="limit_urgency_ranked"),
            models.CheckConstraint(condition=Q(level=None) | Q(level__range=(0, 4)), name="limit_level_known"),
            models.CheckConstraint(
                condition=Q(amount=None, remind_before=0) | Q(amount__gt=F("remind_before")),
                name="limit_reminds_before_its_end",
            ),
            # The nation's rule can be replaced, never taken back: some limit always applies.
            models.CheckConstraint(
                condition=Q(area__isnull=False) | Q(amount__isnull=False), name="limit_of_the_nation"
            ),
            # An emergency does not wait for opening hours.
            models.CheckConstraint(
                condition=~Q(urgency=EMERGENCY) | Q(unit="clock_hours"), name="limit_emergency_by_the_clock"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.field or '*'} {self.amount} {self.unit}"

    @property
    def plain(self) -> rules.Limit:
        """The values that the rules decide on."""
        return rules.Limit(
            self.pk, self.area_id, self.subject, self.field, self.urgency, self.level, self.amount,
            TimeUnit(self.unit), self.remind_before, self.climb_after, self.valid_from,
        )  # fmt: skip

    @property
    def reach(self) -> Reach:
        """Configuration is open: whoever sees the area sees what happened to it."""
        return Reach(village=self.area_id or NATION)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"BW-{self.pk}"
