"""External lists (DTSEN, DTKS, BDT) as editions, and who stands on them. Being listed makes nobody a person."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from satupintu.foundation.areas.placed import Beside
from satupintu.lib.words import Word
from satupintu.registry.people.models.household import Household
from satupintu.registry.people.models.person import Person
from satupintu.registry.people.words import ExternalList


class ListEdition(models.Model):
    """One edition of a list that somebody else keeps, with the day it speaks of."""

    list = models.CharField(max_length=Word.MAX_LENGTH, choices=ExternalList.choices)
    edition = models.CharField(max_length=30)
    as_of = models.DateField()

    PERSONAL: ClassVar[set[str]] = set()
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "list", "edition", "as_of"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["list", "edition"], name="list_edition_once"),
            models.CheckConstraint(condition=Q(list__in=ExternalList.codes()), name="list_known"),
        ]

    def __str__(self) -> str:
        return f"{ExternalList(self.list).label} {self.edition}"

    @classmethod
    def known(cls, text: str, today: date) -> "ListEdition":
        """The edition called "dtsen 2026-1", entered now if it is new. Raises ValueError for an unknown list."""
        name, _, edition = text.strip().lower().partition(" ")
        found, _new = cls._default_manager.get_or_create(
            list=ExternalList(name), edition=edition.strip() or str(today.year), defaults={"as_of": today}
        )
        return found


class ListMembershipQuerySet(models.QuerySet["ListMembership"]):
    """Questions about who stands on which list."""

    def newest_first(self) -> Self:
        """With their editions, the newest before the older."""
        return self.select_related("edition").order_by("-edition__as_of", "-id")


class ListMembership(Beside):
    """A person or household stands on an edition: with that list's own number, rank (desil 1–10) and raw values."""

    edition = models.ForeignKey(ListEdition, models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="listings")
    household = models.ForeignKey(Household, models.PROTECT, null=True, related_name="listings")
    member_id = models.CharField(max_length=40, blank=True)
    desil = models.SmallIntegerField(null=True)
    raw = models.JSONField(default=dict, blank=True)

    objects: ClassVar[Any] = ListMembershipQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"person", "household", "member_id", "desil", "raw"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "village", "edition"}

    class Meta:
        indexes = [
            models.Index(fields=["member_id"], include=["village"], name="list_member", condition=~Q(member_id=""))
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "edition"], name="person_once_in_an_edition"),
            models.UniqueConstraint(fields=["household", "edition"], name="household_once_in_an_edition"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, household=None) | Q(person=None, household__isnull=False),
                name="list_member_is_one",
            ),
            models.CheckConstraint(condition=Q(desil__range=(1, 10)), name="desil_one_to_ten"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}/{self.member_id}"
