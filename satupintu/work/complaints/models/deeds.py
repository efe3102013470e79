"""What was done to a complaint, by whom and when: decision, direct service, answer, closure, reopening."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.foundation.offices.models import Appointment, Office
from satupintu.work.complaints.models.complaint import CODE, Complaint
from satupintu.work.complaints.words import (
    DecisionKind,
    Elsewhere,
    Outcome,
    PauseReason,
    Way,
)


class Deed(models.Model):
    """Who did something to a complaint, and when: what every noun of its life has."""

    by = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True
        ordering = ["pk"]


class Decision(Deed):
    """Penetapan: settle here, escalate, or refer; and why."""

    PERSONAL = frozenset({"reason"})
    NOT_PERSONAL = frozenset("id complaint kind by by_label at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=CODE, choices=DecisionKind.choices)
    reason = models.TextField(blank=True)


class DirectService(Deed):
    """Layanan langsung: what is done here, by whom, on which day, with what result."""

    PERSONAL = frozenset({"what", "result"})
    NOT_PERSONAL = frozenset("id complaint server planned_on finished_on by by_label at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="services")
    what = models.TextField()
    server = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    planned_on = models.DateField()
    finished_on = models.DateField(null=True)
    result = models.TextField(blank=True)


class Answer(Deed):
    """Jawaban: the citizen was told, how, and what."""

    PERSONAL = frozenset({"text", "told_to"})
    OTHERS = frozenset({"told_to"})
    NOT_PERSONAL = frozenset("id complaint way told_on by by_label at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="answers")
    way = models.CharField(max_length=CODE, choices=Way.choices)
    told_to = models.CharField(max_length=120, blank=True)
    told_on = models.DateField()
    text = models.TextField()


class Closure(Deed):
    """Penutupan: with the outcome for the citizen."""

    PERSONAL = frozenset({"note"})
    NOT_PERSONAL = frozenset("id complaint outcome by by_label at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="closures")
    outcome = models.CharField(max_length=CODE, choices=Outcome.choices)
    note = models.TextField(blank=True)


class HandOver(Deed):
    """Serah terima: besides the complaint the matter goes on elsewhere, until that room takes it."""

    PERSONAL = frozenset({"note"})
    NOT_PERSONAL = frozenset("id complaint to by by_label at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="handovers")
    to = models.CharField(max_length=CODE, choices=Elsewhere.choices)
    note = models.TextField(blank=True)

    class Meta(Deed.Meta):
        constraints = [models.UniqueConstraint(fields=["complaint", "to"], name="handover_once")]


class Pause(models.Model):
    """Jeda: the clock stands while the office waits for the citizen, from when until when, and why.

    ``expected_on`` is the day on which the clock goes on by itself. ``by`` is None when the house itself paused.
    """

    PERSONAL = frozenset({"note"})
    NOT_PERSONAL = frozenset("id complaint why since until expected_on by by_label".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="pauses")
    why = models.CharField(max_length=CODE, choices=PauseReason.choices)
    note = models.TextField(blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    expected_on = models.DateField()
    by = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["complaint"], condition=Q(until=None), name="pause_one_at_a_time"),
        ]

    @property
    def why_word(self) -> PauseReason:
        """Why, as a word."""
        return PauseReason(self.why)


class EscalationQuerySet(models.QuerySet["Escalation"]):
    """Questions about what the clock brought before an office."""

    def waiting_at(self, office_id: int) -> Self:
        """Not yet acknowledged by that office."""
        return self.filter(office_id=office_id, acknowledged_at=None)


class Escalation(models.Model):
    """Eskalasi oleh jam: an overdue complaint brought before the next office above, which acknowledges it.

    The office that handles the complaint keeps its duty; nobody loses it by being late. ``due_at`` is the deadline that
    was missed, so that the same one is brought before the same office once.
    """

    PERSONAL = frozenset({"note"})
    NOT_PERSONAL = frozenset("id complaint office due_at at acknowledged_at acknowledged_by acknowledged_label".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="escalations")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    due_at = models.DateTimeField()
    at = models.DateTimeField(db_default=Now())
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")
    acknowledged_label = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    objects = EscalationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["office", "complaint"], name="escalation_open", condition=Q(acknowledged_at__isnull=True)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["complaint", "office", "due_at"], name="escalation_once"),
        ]


class Reopening(Deed):
    """Pembukaan kembali: and why."""

    PERSONAL = frozenset({"reason"})
    NOT_PERSONAL = frozenset("id complaint by by_label at".split())

    by = models.ForeignKey(  # type: ignore[assignment]
        Appointment, models.PROTECT, null=True, related_name="+", help_text="Kosong: warga sendiri"
    )
    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="reopenings")
    reason = models.TextField()
