"""PPKS: that a person or household is among those whom social welfare is for, of which kind, since when, who says so."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from satupintu.engine.events import Reach
from satupintu.foundation.offices.models import Office
from satupintu.lib.codelists import welfare
from satupintu.lib.words import Word
from satupintu.registry.people.models.household import Household
from satupintu.registry.people.models.person import Person
from satupintu.registry.people.words import PpksBasis, PpksEnd


class PpksQuerySet(models.QuerySet["Ppks"]):
    """Questions about who counts among which kind."""

    def now(self) -> Self:
        """Those that have not ended."""
        return self.filter(until=None)

    def on(self, day: date) -> Self:
        """Those that held on that day."""
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)

    def of(self, subject: Person | Household) -> Self:
        """Of one person or household, the newest first."""
        whose = "person" if isinstance(subject, Person) else "household"
        return self.filter(**{whose: subject}).select_related("office").order_by("-since", "-pk")


class Ppks(models.Model):
    """One kind of need of one person or household, by the code of a list, from a day to a day.

    It is seen by whoever sees the person. ``office`` looks after it, ``evidence`` names the paper or what was seen,
    ``recorded_label`` wrote it down. Whoever is not cleared for the kind does not see that the row exists (``clearance``,
    from `rules.ppks_clearance`).
    """

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="ppks")
    household = models.ForeignKey(Household, models.PROTECT, null=True, related_name="ppks")
    system = models.CharField(max_length=20)
    version = models.CharField(max_length=30)
    code = models.CharField(max_length=10)
    clearance = models.SmallIntegerField()
    office = models.ForeignKey(Office, models.PROTECT, null=True, db_index=False, related_name="+")
    basis = models.CharField(max_length=Word.MAX_LENGTH, choices=PpksBasis.choices)
    evidence = models.CharField(max_length=200, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    ended_because = models.CharField(max_length=Word.MAX_LENGTH, choices=PpksEnd.choices, blank=True)
    recorded_label = models.CharField(max_length=200)
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[Any] = PpksQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {
        *("person", "household", "system", "version", "code", "basis", "evidence", "since", "until", "ended_because"),
    }
    NOT_PERSONAL: ClassVar[set[str]] = {"id", "clearance", "office", "recorded_label", "recorded_at"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, household=None) | Q(person=None, household__isnull=False),
                name="ppks_of_one",
            ),
            models.UniqueConstraint(
                fields=["person", "system", "version", "code"], condition=Q(until=None), name="ppks_person_once"
            ),
            models.UniqueConstraint(
                fields=["household", "system", "version", "code"], condition=Q(until=None), name="ppks_household_once"
            ),
            models.CheckConstraint(condition=Q(basis__in=PpksBasis.codes()), name="ppks_basis_known"),
            models.CheckConstraint(condition=Q(ended_because__in=["", *PpksEnd.codes()]), name="ppks_end_known"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="ppks_days"),
            models.CheckConstraint(condition=Q(clearance__range=(0, 2)), name="ppks_clearance_known"),
        ]

    def __str__(self) -> str:
        return self.trace

    @property
    def subject(self) -> Person | Household:
        """Whose it is."""
        found: Person | Household | None = self.person or self.household
        assert found is not None
        return found

    @property
    def village_id(self) -> int:
        """The village that its person or household is seen from."""
        return self.subject.village_id

    @property
    def reach(self) -> Reach:
        """Whoever sees the person and is cleared for the kind."""
        return Reach(self.village_id, (), self.clearance)

    @property
    def trace(self) -> str:
        """What timelines call it: whose it is, never which kind."""
        return f"O-{self.person_id}" if self.person_id else f"RT-{self.household_id}"

    @property
    def label(self) -> str:
        """The kind in words; a code of a list that the house does not know is shown as it is."""
        known = {entry.key: entry.label for entry in welfare.PPKS}
        return known.get((self.system, self.version, self.code), f"{self.system} {self.version} {self.code}")
