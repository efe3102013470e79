"""A restriction (pembatasan): somebody's data rest. They are kept, and neither used nor changed until it is lifted."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from satupintu.foundation.areas.placed import Beside
from satupintu.registry.people.models.person import Person


class RestrictionQuerySet(models.QuerySet["Restriction"]):
    """Questions about restrictions."""

    def standing(self) -> Self:
        """Those that have not been lifted."""
        return self.filter(lifted_on=None)


class Restriction(Beside):
    """A person, or whoever may speak for them, asked that their data rest (UU 27/2022, art. 11).

    ``request`` is the number of the request that it answers.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="restrictions")
    request = models.CharField(max_length=40)
    since = models.DateField()
    lifted_on = models.DateField(null=True)

    objects: ClassVar[Any] = RestrictionQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"person", "since", "lifted_on"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village", "request"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(lifted_on=None), name="one_restriction_at_a_time"),
            models.CheckConstraint(condition=Q(lifted_on__gte=F("since")), name="restriction_days"),
        ]

    def __str__(self) -> str:
        return f"O-{self.person_id} {self.since}"
