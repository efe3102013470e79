"""What a citizen says after the end."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.work.complaints.models.complaint import CODE, Complaint
from satupintu.work.complaints.models.deeds import Closure
from satupintu.work.complaints.words import Judgement


class Verdict(models.Model):
    """Penilaian warga: solved or not, some days after a closure and once for each."""

    PERSONAL = frozenset({"comment"})
    NOT_PERSONAL = frozenset("id complaint closure judgement at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="verdicts")
    closure = models.OneToOneField(Closure, models.CASCADE, related_name="verdict")
    judgement = models.CharField(max_length=CODE, choices=Judgement.choices)
    comment = models.TextField(blank=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=Q(judgement__in=Judgement.codes()), name="verdict_known")]

    def __str__(self) -> str:
        return f"{self.complaint_id}: {self.judgement}"
