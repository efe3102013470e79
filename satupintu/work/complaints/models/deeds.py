"""What was done to a complaint, by whom and when: decision, direct service, answer, closure, reopening."""

from django.db import models
from django.db.models.functions import Now

from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints.models.complaint import CODE, Complaint
from satupintu.work.complaints.words import (
    DecisionKind,
    Elsewhere,
    Outcome,
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


class Reopening(Deed):
    """Pembukaan kembali: and why."""

    PERSONAL = frozenset({"reason"})
    NOT_PERSONAL = frozenset("id complaint by by_label at".split())

    by = models.ForeignKey(  # type: ignore[assignment]
        Appointment, models.PROTECT, null=True, related_name="+", help_text="Kosong: warga sendiri"
    )
    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="reopenings")
    reason = models.TextField()
