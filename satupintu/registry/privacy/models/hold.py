"""A legal hold (penahanan hukum): nothing of a person may be erased while a matter of law wants it."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.foundation.areas.placed import Beside
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people.models import Person


class LegalHoldQuerySet(models.QuerySet["LegalHold"]):
    """Questions about holds."""

    def standing(self) -> Self:
        """Those that have not been released."""
        return self.filter(released_at=None)


class LegalHold(Beside):
    """A court, a prosecutor, an audit or an inspection needs the data as they are: who said so, why, since when."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    set_at = models.DateTimeField(db_default=Now())
    set_by = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    set_label = models.CharField(max_length=200)
    released_at = models.DateTimeField(null=True)
    released_label = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = LegalHoldQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"person", "reason"}
    OTHERS: ClassVar[set[str]] = {"reason"}
    NOT_PERSONAL: ClassVar[set[str]] = {
        *("id", "village", "set_at", "set_by", "set_label", "released_at", "released_label"),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(released_at=None), name="one_hold_at_a_time"),
            models.CheckConstraint(condition=~Q(reason=""), name="hold_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"O-{self.person_id} {self.set_at}"
