"""A household (rumah tangga): people who live and cook together, whatever papers they have."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from satupintu.engine.actions.models import Versioned
from satupintu.foundation.areas.placed import Beside, Placed, PlacedQuerySet
from satupintu.lib.words import Word
from satupintu.registry.people.models.person import Person
from satupintu.registry.people.words import Relationship


class HouseholdQuerySet(PlacedQuerySet["Household"]):
    """Questions about households."""

    def of(self, person: Person) -> Self:
        """The household in which a person lives now."""
        return self.filter(members__person=person, members__until=None)

    def with_head(self) -> Self:
        """With head and village, read in one query."""
        return self.select_related("head", "village")


class Household(Placed, Versioned):
    """A household at one address. Its head is one of its members; several family cards may live in it."""

    head = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    dusun = models.CharField(max_length=60, blank=True)
    rt = models.CharField(max_length=3, blank=True)
    rw = models.CharField(max_length=3, blank=True)
    address = models.CharField(max_length=200, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    registered_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[Any] = HouseholdQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"head", "dusun", "rt", "rw", "address", "latitude", "longitude"}
    NOT_PERSONAL: ClassVar[set[str]] = {
        *("id", "version", "village", "kecamatan", "kabupaten", "provinsi", "registered_at"),
    }

    class Meta:
        indexes = [
            models.Index(fields=["village", "rw", "rt"], name="household_village"),
            models.Index(fields=["kecamatan"], include=["village"], name="household_kecamatan"),
            models.Index(fields=["kabupaten"], include=["village"], name="household_kabupaten"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False)
                & Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="household_point",
            )
        ]

    def __str__(self) -> str:
        return f"Keluarga {self.head.shown_name}" if self.head else self.trace

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"RT-{self.pk}"

    @property
    def point(self) -> str:
        """Latitude and longitude as maps take them; empty where nobody has noted them."""
        return "" if self.latitude is None else f"{self.latitude}, {self.longitude}"


class HouseholdMemberQuerySet(models.QuerySet["HouseholdMember"]):
    """Questions about who lives where."""

    def now(self) -> Self:
        """Memberships that have not ended."""
        return self.filter(until=None)

    def on(self, day: date) -> Self:
        """Memberships that held on that day; one whose beginning nobody knows has always held."""
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gt=day))


class HouseholdMember(Beside):
    """A person lives in a household from a day to a day; unknown ends are empty. One household at a time."""

    household = models.ForeignKey(Household, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="homes")
    relationship = models.CharField(max_length=Word.MAX_LENGTH, choices=Relationship.choices)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    objects: ClassVar[Any] = HouseholdMemberQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"person", "relationship", "since", "until"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village", "household"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(until=None), name="one_household_at_a_time"),
            models.CheckConstraint(
                condition=Q(relationship__in=Relationship.codes()), name="member_relationship_known"
            ),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="member_days"),
        ]

    def __str__(self) -> str:
        return f"RT-{self.household_id}/O-{self.person_id}"

    @property
    def word(self) -> Relationship:
        """What the person is to the head."""
        return Relationship(self.relationship)
