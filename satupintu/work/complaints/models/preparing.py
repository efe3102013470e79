"""What the back office does before a decision: check, recommend, and put right what was returned."""

from typing import Any, Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints.models.complaint import CODE, Complaint, ComplaintQuerySet
from satupintu.work.complaints.models.deeds import Decision, Deed, DirectService
from satupintu.work.complaints.words import Advice, DecisionKind, Eligibility, Listed, Status


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


class RepairQuerySet(models.QuerySet["Repair"]):
    """Questions about returned work."""

    def waiting(self) -> Self:
        """Returned, and still to be put right: not what was decided without waiting for it."""
        recommended = Q(complaint__status=Status.IN_REPAIR, recommendation__isnull=False)
        recommended &= Q(complaint__handler_office=F("recommendation__by__office"))
        served = Q(complaint__status=Status.IN_SERVICE, service__isnull=False)
        return self.filter(recommended | served, repaired_by=None)

    def returned_to(self, *appointments: int) -> Self:
        """Waiting, and the work of one of these; ``worker`` says whose."""
        worker = Coalesce("recommendation__by_id", "service__server_id")
        return self.waiting().annotate(worker=worker).filter(worker__in=appointments)


class Repair(Deed):
    """Perbaikan: somebody returned a recommendation or a direct service to whoever did it, and why.

    It is done when somebody put it right; it stays undone where the decision came without it. ``result`` is what the
    service had brought when it was returned.
    """

    PERSONAL = frozenset({"reason", "result"})
    NOT_PERSONAL = frozenset("id complaint recommendation service done repaired_by by by_label at".split())

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="repairs")
    recommendation = models.ForeignKey(Recommendation, models.CASCADE, null=True, related_name="repairs")
    service = models.ForeignKey(DirectService, models.CASCADE, null=True, related_name="repairs")
    reason = models.TextField()
    result = models.TextField(blank=True, db_default="")
    done = models.OneToOneField(Recommendation, models.PROTECT, null=True, related_name="repaired")
    repaired_by = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")

    objects = RepairQuerySet.as_manager()

    class Meta(Deed.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(recommendation__isnull=True, service__isnull=False, done=None)
                | Q(recommendation__isnull=False, service__isnull=True),
                name="repair_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(done=None, repaired_by=None)
                | Q(repaired_by__isnull=False, done__isnull=False)
                | Q(repaired_by__isnull=False, service__isnull=False),
                name="repair_done_by_somebody",
            ),
            models.UniqueConstraint(fields=["recommendation"], name="repair_once_each"),
            models.UniqueConstraint(
                fields=["service"], condition=Q(repaired_by=None), name="repair_of_a_service_one_at_a_time"
            ),
        ]


def work_of(person: Appointment) -> ComplaintQuerySet:
    """Complaints whose last word is an officer's recommendation or result of a direct service: work that may be returned."""

    def last(rows: models.QuerySet[Any], column: str) -> Subquery:
        return Subquery(rows.filter(complaint=OuterRef("pk")).order_by("-pk").values(column)[:1])

    here = Complaint.objects.open().filter(handler_office_id=person.office_id)
    found = here.alias(
        recommender=last(Recommendation.objects.all(), "by"),
        decision=last(Decision.objects.all(), "kind"),
        server=last(DirectService.objects.filter(finished_on__isnull=False), "server"),
    )
    return found.filter(
        Q(status=Status.RECOMMENDED, recommender=person.pk)
        | Q(status=Status.ANSWERED, decision=DecisionKind.SETTLE, server=person.pk)
    )
