"""Two records that may be one person, what speaks for it, and what was decided."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.engine.events import Reach
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.codes import area_level
from satupintu.lib.words import Word
from satupintu.registry.matching.linkage.model import Settings
from satupintu.registry.matching.models.search import Search
from satupintu.registry.matching.words import PairState, Strength
from satupintu.registry.people.models import Person

UNDECIDED = (PairState.OPEN, PairState.LATER, PairState.PROPOSED)


class PairQuerySet(models.QuerySet["Pair"]):
    """Questions about pairs."""

    def with_people(self) -> Self:
        """With both persons and their villages, read in one query."""
        return self.select_related("one__village", "other__village")

    def standing(self) -> Self:
        """Pairs of two records that both still stand for somebody."""
        return self.filter(one__merged_into=None, other__merged_into=None)

    def to_decide(self) -> Self:
        """What waits for a decision."""
        return self.standing().filter(state__in=UNDECIDED)

    def within(self, by: Any) -> Self:
        """Pairs in the area of an appointment. The wall hides the rest; this lets the planner begin at the persons' index."""
        number = getattr(by, "area_id", None)
        if number is None:
            return self
        level = {1: ("provinsi", 10**8), 2: ("kabupaten", 10**6), 3: ("kecamatan", 10**4), 4: ("village", 1)}
        column, divisor = level[area_level(number)]
        return self.filter(**{f"one__{column}": number // divisor})

    def about(self, person: Person) -> Self:
        """Pairs in which this person is one."""
        return self.filter(Q(one=person) | Q(other=person))

    def best_first(self) -> Self:
        """What weighs most first."""
        return self.order_by("-weight", "id")


class Pair(Versioned):
    """Two records, the one with the smaller number first; once told, never told again, whatever was decided.

    ``weight`` is log2 of the odds that they are one person, ``levels`` how close they are in each comparison (codes, no
    values), ``held`` the rule that held the pair back. ``keeps_one`` says which record is to stand, once somebody chose.
    """

    one = models.ForeignKey(Person, models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, models.PROTECT, related_name="+")
    search = models.ForeignKey(Search, models.PROTECT, null=True, db_index=False, related_name="+")
    weight = models.FloatField()
    levels = models.JSONField(default=dict)
    held = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=Word.MAX_LENGTH, choices=PairState.choices, default=PairState.OPEN)
    keeps_one = models.BooleanField(null=True)
    decided_by = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    decided_by_label = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    found_at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Any] = PairQuerySet.as_manager()

    PERSONAL: ClassVar[set[str]] = {"one", "other", "levels", "keeps_one"}
    OTHERS: ClassVar[set[str]] = {"one", "other", "levels", "keeps_one"}
    NOT_PERSONAL: ClassVar[set[str]] = {
        *("id", "version", "search", "weight", "held", "state", "decided_by", "decided_by_label", "decided_at"),
        "found_at",
    }

    class Meta:
        indexes = [models.Index(fields=["state", "-weight", "id"], name="pair_best")]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="pair_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="pair_smaller_first"),
            models.CheckConstraint(condition=Q(state__in=PairState.codes()), name="pair_state_known"),
        ]

    def __str__(self) -> str:
        return self.trace

    @property
    def reach(self) -> Reach:
        """What happened to a pair is seen in the village of the record with the smaller number."""
        return Reach(village=self.one.village_id)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"K-{self.pk}"

    @property
    def word(self) -> PairState:
        """Where it stands, as a word."""
        return PairState(self.state)

    @property
    def is_across(self) -> bool:
        """Whether the two records lie in different villages: then a second officer is needed."""
        return bool(self.one.village_id != self.other.village_id)

    @property
    def strength(self) -> Strength:
        """How much the evidence weighs."""
        if not self.levels:
            return Strength.TOLD
        if self.weight >= Settings.sure:
            return Strength.SURE
        return Strength.LIKELY if self.weight >= Settings.sure / 2 else Strength.POSSIBLE
