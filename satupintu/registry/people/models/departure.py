"""A departure: somebody died, moved away, went missing or was never found; who says so, and since when."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from satupintu.foundation.areas.placed import Beside
from satupintu.lib.words import Word
from satupintu.registry.people.models.person import Person
from satupintu.registry.people.words import DepartureBasis, DepartureKind


class DepartureQuerySet(models.QuerySet["Departure"]):
    """Questions about departures."""

    def standing(self) -> Self:
        """Those that nobody took back."""
        return self.filter(revoked_on=None)

    def on(self, day: date) -> Self:
        """Those that were known on that day and not yet taken back."""
        return self.filter(Q(revoked_on=None) | Q(revoked_on__gt=day), recorded_at__date__lte=day)


class Departure(Beside):
    """A person is no longer here. Taken back by ``revoked_on`` when it proves wrong or the person returns."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="departures")
    kind = models.CharField(max_length=Word.MAX_LENGTH, choices=DepartureKind.choices)
    happened_on = models.DateField(null=True)
    basis = models.CharField(max_length=Word.MAX_LENGTH, choices=DepartureBasis.choices)
    recorded_at = models.DateTimeField(auto_now_add=True)
    revoked_on = models.DateField(null=True)

    objects: ClassVar[Any] = DepartureQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"person", "kind", "happened_on", "basis", "revoked_on"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village", "recorded_at"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(revoked_on=None), name="one_departure_at_a_time"),
            models.CheckConstraint(condition=Q(kind__in=DepartureKind.codes()), name="departure_kind_known"),
            models.CheckConstraint(condition=Q(basis__in=DepartureBasis.codes()), name="departure_basis_known"),
        ]

    def __str__(self) -> str:
        return f"O-{self.person_id} {self.kind}"

    @property
    def word(self) -> DepartureKind:
        """Why the person is not here, as a word."""
        return DepartureKind(self.kind)
