"""A member of an external list whom the register did not know: a record that waits for somebody to look."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from satupintu.foundation.areas.placed import Beside, PlacedQuerySet
from satupintu.lib.words import Word
from satupintu.registry.people.models.person import Person
from satupintu.registry.people.models.rosters import ListEdition
from satupintu.registry.people.words import Verdict


class UnverifiedQuerySet(PlacedQuerySet["Unverified"]):
    """Questions about whom nobody has looked for yet."""

    def waiting(self) -> Self:
        """Those that nobody has settled; a record that was merged into another waits no more."""
        return self.filter(settled_at=None, person__merged_into=None)

    def inside(self, span: tuple[int, int]) -> Self:
        """Those in an area, as a span of village numbers: one condition that the index on the village serves."""
        return self.filter(village__gte=span[0], village__lt=span[1])


class Unverified(Beside):
    """A list named a person whom the register did not know. The record stands, and says so, until somebody has looked.

    Saving a file of that list writes it. ``verdict`` is what the look found, ``note`` who was asked or what was seen.
    """

    person = models.OneToOneField(Person, models.PROTECT, related_name="unverified")
    edition = models.ForeignKey(ListEdition, models.PROTECT, db_index=False, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    verdict = models.CharField(max_length=Word.MAX_LENGTH, choices=Verdict.choices, blank=True)
    note = models.CharField(max_length=200, blank=True)
    settled_at = models.DateTimeField(null=True)
    settled_label = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = UnverifiedQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"person", "verdict", "note"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village", "edition", "recorded_at", "settled_at", "settled_label"}

    class Meta:
        indexes = [models.Index(fields=["village"], name="unverified_waiting", condition=Q(settled_at=None))]
        constraints = [
            models.CheckConstraint(condition=Q(verdict__in=["", *Verdict.codes()]), name="unverified_verdict_known"),
            models.CheckConstraint(
                condition=Q(verdict="", settled_at=None) | (~Q(verdict="") & Q(settled_at__isnull=False)),
                name="unverified_settled_with_a_verdict",
            ),
        ]

    def __str__(self) -> str:
        return f"O-{self.person_id} {self.edition_id}"
