"""What one end of a letter wrote to the other."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.foundation.offices.models import Appointment
from satupintu.lib.words import Word
from satupintu.work.referrals import rules
from satupintu.work.referrals.models.referral import Referral
from satupintu.work.referrals.words import Reason, ReplyKind


class Reply(models.Model):
    """What one end wrote to the other: who, when, why. ``by`` is empty where a code opened the letter."""

    PERSONAL = frozenset({"text", "meet_place"})
    NOT_PERSONAL = frozenset("id referral kind reason meet_at by by_label at".split())

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="replies")
    kind = models.CharField(max_length=Word.MAX_LENGTH, choices=ReplyKind.choices)
    reason = models.CharField(max_length=Word.MAX_LENGTH, choices=Reason.choices, blank=True)
    text = models.TextField(blank=True)
    meet_at = models.DateTimeField(null=True)
    meet_place = models.CharField(max_length=200, blank=True, db_default="")
    by = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="scheduled", meet_at__isnull=False) | (~Q(kind="scheduled") & Q(meet_at__isnull=True)),
                name="reply_schedules_a_moment",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"

    @property
    def by_code(self) -> bool:
        """Whether somebody without an account wrote it; what the house itself writes is only ever an urging."""
        return self.by_id is None and self.kind_word not in rules.URGING

    @property
    def kind_word(self) -> ReplyKind:
        """What kind of reply, as a word."""
        return ReplyKind(self.kind)

    @property
    def reason_word(self) -> Reason | None:
        """Why, as a word."""
        return Reason(self.reason) if self.reason else None
