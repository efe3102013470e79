"""What stood in a person's or household's record before it was changed: written by the database at every change."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from satupintu.registry.people.models.household import Household
from satupintu.registry.people.models.person import Person


class FormerValueQuerySet(models.QuerySet["FormerValue"]):
    """Questions about what was."""

    def of(self, subject: Person | Household) -> Self:
        """Of one person or household, the last change first."""
        whose = "person" if isinstance(subject, Person) else "household"
        return self.filter(**{whose: subject}).order_by("-pk")

    def after(self, moment: datetime) -> Self:
        """What was changed after a moment: taking it back gives what stood there then."""
        return self.filter(changed_at__gt=moment)


class FormerValue(models.Model):
    """One change of one record: ``was`` holds the columns that changed, with what stood in them before.

    A trigger writes it, set-wise, whoever changes the row: an officer, a file of a million rows, a merge. ``tx`` is the
    transaction; the event of the same transaction says who did it. Nobody changes or deletes it.
    """

    person = models.ForeignKey(Person, models.PROTECT, null=True, db_index=False, db_constraint=False, related_name="+")
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, db_index=False, db_constraint=False, related_name="+"
    )
    changed_at = models.DateTimeField()
    tx = models.BigIntegerField()
    appointment = models.BigIntegerField(null=True)
    was = models.JSONField()

    objects: ClassVar[Any] = FormerValueQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"person", "household", "was"}
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "changed_at", "tx", "appointment"}

    class Meta:
        indexes = [
            models.Index(fields=["person", "-id"], name="former_person", condition=Q(person__isnull=False)),
            models.Index(fields=["household", "-id"], name="former_household", condition=Q(household__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, household=None) | Q(person=None, household__isnull=False),
                name="former_of_one",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id or self.household_id} {self.changed_at:%Y-%m-%d}"
