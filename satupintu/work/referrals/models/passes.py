"""The codes with which a receiver without an account reads and answers one letter."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from satupintu.engine.events.reach import Reach
from satupintu.foundation.offices.models import Appointment
from satupintu.work.referrals import rules
from satupintu.work.referrals.models.referral import Referral
from satupintu.work.referrals.words import PassState


class PassQuerySet(models.QuerySet["Pass"]):
    """Questions about codes."""

    def live(self) -> Self:
        """Codes that open their letter now."""
        return self.filter(revoked_at=None, used_at=None, expires_at__gt=timezone.now())


class Pass(models.Model):
    """A code that opens exactly one letter. Only fingerprints are kept: of the code, and of the browser it was bound to."""

    PERSONAL: frozenset[str] = frozenset()
    NOT_PERSONAL = frozenset(
        "id referral digest browser issued_by issued_label issued_at expires_at bound_at revoked_at used_at".split()
    )

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="passes")
    digest = models.CharField(max_length=64, unique=True, help_text="Sidik kode; kodenya hanya ada pada penerima")
    browser = models.CharField(max_length=64, blank=True, help_text="Sidik peramban yang pertama membukanya")
    issued_by = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    issued_label = models.CharField(max_length=200)
    issued_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    bound_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    objects = PassQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["browser"], name="pass_browser", condition=~Q(browser=""))]
        constraints = [
            models.CheckConstraint(
                condition=Q(browser="", bound_at__isnull=True) | (~Q(browser="") & Q(bound_at__isnull=False)),
                name="pass_bound_to_a_browser",
            ),
            models.UniqueConstraint(
                fields=["referral"], condition=Q(revoked_at=None, used_at=None), name="pass_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.referral_id}: {self.expires_at:%Y-%m-%d}"

    @property
    def state(self) -> PassState:
        """What it is good for now."""
        return rules.pass_state(
            revoked=self.revoked_at,
            used=self.used_at,
            expires=self.expires_at,
            bound=self.bound_at,
            now=timezone.now(),
        )

    @property
    def live(self) -> bool:
        """Whether it opens its letter now."""
        return self.state in {PassState.READY, PassState.OPENED}

    @property
    def reach(self) -> Reach:
        """Seen by whoever sees the letter."""
        return self.referral.reach

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.referral.trace
