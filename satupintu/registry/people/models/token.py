"""The keys by which names are found: how each part of a name sounds, with the birth year."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.placed import above
from satupintu.registry.people import rules
from satupintu.registry.people.models.person import Person


class NameTokenQuerySet(models.QuerySet["NameToken"]):
    """Questions about keys."""

    def sounding(self, keys: Sequence[str], kabupaten: int) -> Self:
        """Entries of these keys in a kabupaten (its four digits): equality only, so the index serves under the wall."""
        return self.filter(kabupaten=kabupaten, key__in=keys)

    def renew(self, people: Iterable[Person]) -> None:
        """Write the keys of these persons anew."""
        people = list(people)
        self.filter(person__in=people).delete()
        self.bulk_create(
            self.model(person=person, key=key, birth_year=person.birth_year, village_id=person.village_id)
            for person in people
            for key in rules.search_keys(person.name)
        )


class NameToken(models.Model):
    """One part of one person's name, as it sounds."""

    pk = models.CompositePrimaryKey("person_id", "key")
    person = models.ForeignKey(Person, models.CASCADE, db_index=False, db_constraint=False, related_name="+")
    key = models.CharField(max_length=40)
    birth_year = models.SmallIntegerField(null=True)
    village = models.ForeignKey(
        Area, models.PROTECT, db_column="village", db_index=False, db_constraint=False, related_name="+"
    )
    kabupaten = above(10**6)

    objects: ClassVar[Any] = NameTokenQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"person", "key", "birth_year"}
    NOT_PERSONAL: ClassVar[set[str]] = {"pk", "village", "kabupaten"}

    class Meta:
        indexes = [
            models.Index(
                fields=["kabupaten", "key", "birth_year"], include=["village", "person"], name="name_token_search"
            ),
        ]
        constraints = [models.CheckConstraint(condition=~Q(key=""), name="name_token_not_empty")]

    def __str__(self) -> str:
        return f"O-{self.person_id} {self.key}"
