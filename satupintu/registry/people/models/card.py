"""The family card (kartu keluarga, KK): what the civil registry calls a family. Not the same as a household."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from satupintu.foundation.areas.placed import Beside, Placed, PlacedQuerySet
from satupintu.lib.words import Word
from satupintu.registry.people.models.person import Person
from satupintu.registry.people.words import Relationship


class FamilyCardQuerySet(PlacedQuerySet["FamilyCard"]):
    """Questions about family cards."""

    def with_number(self, kk_number: str) -> Self:
        """Cards with this number; another village may know the same number."""
        return self.filter(kk_number=kk_number)

    def of(self, person: Person) -> Self:
        """The card a person stands on now."""
        return self.filter(members__person=person, members__until=None)


class FamilyCard(Placed):
    """A family card by its number, as a village knows it.

    The number is not unique: another village may know it too, and a refusal would betray that it does. Within a
    village the actions keep one card a number; two villages that become one may leave two behind.
    """

    kk_number = models.CharField("Nomor KK", max_length=16)

    objects: ClassVar[Any] = FamilyCardQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"kk_number"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village", "kecamatan", "kabupaten", "provinsi"}

    class Meta:
        indexes = [
            models.Index(fields=["kk_number"], include=["village"], name="card_number"),
            models.Index(fields=["village", "kk_number"], name="card_village"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kk_number__regex=r"^[0-9]{16}$"), name="card_number_digits"),
        ]

    def __str__(self) -> str:
        return self.trace

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"KK-{self.pk}"


class CardMemberQuerySet(models.QuerySet["CardMember"]):
    """Questions about who stands on which card."""

    def now(self) -> Self:
        """Memberships that have not ended."""
        return self.filter(until=None)

    def on(self, day: date) -> Self:
        """Memberships that held on that day; one whose beginning nobody knows has always held."""
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gt=day))


class CardMember(Beside):
    """A person stands on a family card from a day to a day, with a relationship to its head (SHDK)."""

    card = models.ForeignKey(FamilyCard, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="cards")
    relationship = models.CharField(max_length=Word.MAX_LENGTH, choices=Relationship.choices, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    objects: ClassVar[Any] = CardMemberQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"person", "relationship", "since", "until"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village", "card"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(until=None), name="one_card_at_a_time"),
            models.CheckConstraint(
                condition=Q(relationship__in=["", *Relationship.codes()]), name="card_relationship_known"
            ),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="card_member_days"),
        ]

    def __str__(self) -> str:
        return f"KK-{self.card_id}/O-{self.person_id}"
