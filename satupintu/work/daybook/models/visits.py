"""Kunjungan and penjangkauan: going to people instead of waiting for them."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.placed import PlacedQuerySet
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.lib.words import Word
from satupintu.registry.people.models import Household, Person
from satupintu.work.daybook.words import Survey, VisitKind, VisitResult

CODE = Word.MAX_LENGTH
GUARD = ["clearance", "author", "topic"]


class VisitQuerySet(PlacedQuerySet["Visit"]):
    """Questions about visits."""

    def between(self, start: date, end: date) -> Self:
        """On the days [start, end)."""
        return self.filter(on__gte=start, on__lt=end)

    def by_visitor(self, appointment_id: int) -> Self:
        """That one officer went on."""
        return self.filter(visitor_id=appointment_id)

    def about(self, origin_type: str, origin_id: int) -> Self:
        """That one matter gave rise to, newest first, with who went and what was found."""
        rows = self.filter(origin_type=origin_type, origin_id=origin_id).order_by("-on", "-pk")
        return rows.select_related("finding", "village")

    def of_person(self, person: Person) -> Self:
        """To one person, newest first."""
        return self.filter(person=person).order_by("-on", "-pk")

    def of_household(self, household: Household) -> Self:
        """To one household, newest first."""
        return self.filter(household=household).order_by("-on", "-pk")


class Visit(Versioned):
    """A visit to a home, or an outreach where nobody had asked. A complaint's home visit is the same noun.

    ``origin_type`` and ``origin_id`` name the matter it was made for, if any, and ``topic`` its service field. ``visitor``
    went, ``author`` wrote it down.
    """

    PERSONAL = frozenset({"person", "household", "about", "place", "latitude", "longitude"})
    NOT_PERSONAL = frozenset(
        "id version kind on visitor visitor_label author office village kecamatan kabupaten provinsi clearance topic "
        "surveys result origin_type origin_id origin_number at".split()
    )

    kind = models.CharField(max_length=CODE, choices=VisitKind.choices)
    on = models.DateField()
    visitor = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    visitor_label = models.CharField(max_length=200)
    author = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    village = models.ForeignKey(Area, models.PROTECT, db_column="village", db_index=False, related_name="+")
    kecamatan = models.GeneratedField(
        expression=F("village") / 10**4, output_field=models.BigIntegerField(), db_persist=True
    )
    kabupaten = models.GeneratedField(
        expression=F("village") / 10**6, output_field=models.BigIntegerField(), db_persist=True
    )
    provinsi = models.GeneratedField(
        expression=F("village") / 10**8, output_field=models.BigIntegerField(), db_persist=True
    )
    clearance = models.SmallIntegerField(default=0)
    topic = models.CharField(max_length=CODE, blank=True, db_default="")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, null=True, related_name="+")
    about = models.CharField(max_length=160, blank=True)
    place = models.CharField(max_length=120, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    surveys = ArrayField(models.CharField(max_length=CODE, choices=Survey.choices), default=list)
    result = models.CharField(max_length=CODE, choices=VisitResult.choices)
    origin_type = models.CharField(max_length=40, blank=True)
    origin_id = models.BigIntegerField(null=True)
    origin_number = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField(db_default=Now())

    objects = VisitQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["visitor", "on"], name="visit_visitor"),
            models.Index(fields=["office", "on"], name="visit_office", include=["village", *GUARD]),
            models.Index(fields=["village", "-on", "-id"], name="visit_village", include=GUARD),
            models.Index(fields=["kecamatan", "-on", "-id"], name="visit_kecamatan", include=["village", *GUARD]),
            models.Index(fields=["kabupaten", "-on", "-id"], name="visit_kabupaten", include=["village", *GUARD]),
            models.Index(
                fields=["origin_type", "origin_id"], name="visit_origin", condition=Q(origin_id__isnull=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=VisitKind.codes()), name="visit_kind_known"),
            models.CheckConstraint(condition=Q(result__in=VisitResult.codes()), name="visit_result_known"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="visit_place_on_earth",
            ),
            models.CheckConstraint(
                condition=Q(origin_type="", origin_id=None) | (~Q(origin_type="") & Q(origin_id__isnull=False)),
                name="visit_origin_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.trace

    @property
    def reach(self) -> Reach:
        """Whoever sees the area, is cleared and works on the field of the matter sees what happened."""
        return Reach(self.village_id, (), self.clearance, topic=self.topic)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"KJ-{self.pk}"

    @property
    def kind_word(self) -> VisitKind:
        """Why somebody went out, as a word."""
        return VisitKind(self.kind)

    @property
    def result_word(self) -> VisitResult:
        """How it ended, as a word."""
        return VisitResult(self.result)

    @property
    def survey_words(self) -> list[Survey]:
        """What was collected on the way."""
        return [Survey(code) for code in self.surveys]


class Finding(models.Model):
    """What was found at a visit, apart from everything that lists show. Read on opening, never on a list."""

    PERSONAL = frozenset({"text"})
    NOT_PERSONAL = frozenset({"visit"})

    visit = models.OneToOneField(Visit, models.CASCADE, primary_key=True, related_name="finding")
    text = models.TextField(blank=True)
