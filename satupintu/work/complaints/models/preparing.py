"""What the back office does before a decision: check, recommend, and put right what was returned."""

from django.db import models
from django.db.models import Q

from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints.models.complaint import CODE, Complaint
from satupintu.work.complaints.models.deeds import Deed
from satupintu.work.complaints.words import Advice, Eligibility, Listed


class Check(Deed):
    """Pengecekan: whether the person is in the register and may get what is asked for."""

    PERSONAL = frozenset({"listed", "eligible", "note"})
    NOT_PERSONAL = frozenset("id complaint by by_label at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="checks")
    listed = models.CharField(max_length=CODE, choices=Listed.choices)
    eligible = models.CharField(max_length=CODE, choices=Eligibility.choices)
    note = models.TextField(blank=True)

    @property
    def sentence(self) -> str:
        """What was found, in few words."""
        return f"{Listed(self.listed).label} · {Eligibility(self.eligible).label}"


class Recommendation(Deed):
    """Rekomendasi: what the back office recommends to whoever decides, and why. The newest one counts."""

    PERSONAL = frozenset({"reason"})
    NOT_PERSONAL = frozenset("id complaint advice by by_label at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="recommendations")
    advice = models.CharField(max_length=CODE, choices=Advice.choices)
    reason = models.TextField()

    @property
    def advice_word(self) -> Advice:
        """What is recommended, as a word."""
        return Advice(self.advice)


class Repair(Deed):
    """Perbaikan: whoever decides returned a recommendation, and why; it is done when there is a new one.

    It stays undone where the decision came without it.
    """

    PERSONAL = frozenset({"reason"})
    NOT_PERSONAL = frozenset("id complaint recommendation done repaired_by by by_label at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="repairs")
    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="repairs")
    reason = models.TextField()
    done = models.OneToOneField(Recommendation, models.PROTECT, null=True, related_name="repaired")
    repaired_by = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")

    class Meta(Deed.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(done=None, repaired_by=None) | Q(done__isnull=False, repaired_by__isnull=False),
                name="repair_done_by_somebody",
            ),
            models.UniqueConstraint(fields=["recommendation"], name="repair_once_each"),
        ]
