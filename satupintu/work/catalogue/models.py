"""The catalogue: services that posts offer, and the papers each asks for, version by version."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from satupintu.engine.actions.models import Versioned
from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.rules import ancestors_of
from satupintu.foundation.offices.models import NATION, Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.words import Word, in_english


def _here_and_above(place: int) -> list[int]:
    """The numbers of an area and of all areas that it lies in."""
    return [place, *ancestors_of(place)]


class ServiceQuerySet(models.QuerySet["Service"]):
    """Questions about services."""

    def valid_on(self, day: date) -> Self:
        """In the catalogue on that day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)

    def offered(self, place: int | None, day: date) -> Self:
        """What is offered on that day at a place: everywhere, or in an area that the place lies in; in their order.

        ``place`` is the number of a village or of a larger area; None stands for the whole country.
        """
        near = Q(area=None)
        if place:
            near |= Q(area_id__in=_here_and_above(place))
        return self.valid_on(day).filter(near).order_by("position", "pk")


class Service(Versioned):
    """Layanan: something a citizen can ask of a post, such as a letter, a check, a proposal.

    ``area`` is where it is offered, None for the whole country. ``daily`` ones stand on the sheet that a post fills
    each day.
    """

    code = models.SlugField(max_length=60, unique=True, db_index=False)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    field = models.CharField(max_length=Word.MAX_LENGTH, choices=ServiceField.choices)
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    position = models.PositiveSmallIntegerField(default=100)
    daily = models.BooleanField(default=True)
    source = models.CharField(max_length=250, blank=True)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(field__in=ServiceField.codes()), name="service_field_known"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="service_days_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Its name in the reader's language."""
        return self.name_en if self.name_en and in_english() else self.name

    @property
    def field_word(self) -> ServiceField:
        """The field of service, as a word."""
        return ServiceField(self.field)

    @property
    def reach(self) -> Reach:
        """What happened to it is seen where it is kept."""
        return Reach(village=self.area_id or NATION)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return self.code


class RequirementSetQuerySet(models.QuerySet["RequirementSet"]):
    """Questions about lists of requirements."""

    def in_force(self, service: Service, day: date, place: int | None = None) -> "RequirementSet | None":
        """The list that a citizen must bring on that day, with its ``lines``; None when nothing was ever published.

        The nearest list counts: of the village, else of its kecamatan, kabupaten, provinsi, else that of the whole
        country. ``place`` is the number of a village or larger area. Of one area the newest in force wins, of one day
        the latest version.
        """
        known = self.filter(service=service, valid_from__lte=day)
        near = Q(area=None)
        if place:
            near |= Q(area_id__in=_here_and_above(place))
        # Inside one chain of areas the nearer one has the larger number.
        nearest = known.filter(near).order_by(F("area").desc(nulls_last=True), "-valid_from", "-version")
        return nearest.prefetch_related("lines").first()

    def of(self, service: Service) -> Self:
        """Every version, newest first, with its lines."""
        return self.filter(service=service).order_by("-version").select_related("area").prefetch_related("lines")


class RequirementSet(models.Model):
    """Syarat: one version of what a citizen brings for a service, from its day on. Written once, never changed."""

    service = models.ForeignKey(Service, models.PROTECT, related_name="requirement_sets")
    version = models.PositiveIntegerField()
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=250, blank=True)
    by = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    objects = RequirementSetQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "version"], name="requirement_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.service_id} v{self.version}"

    @property
    def reach(self) -> Reach:
        """What happened to it is seen where it counts."""
        return Reach(village=self.area_id or NATION)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"{self.service.code} v{self.version}"


class Requirement(models.Model):
    """One paper of a list, such as KTP, KK, SKTM; ``note`` is for the citizen."""

    set = models.ForeignKey(RequirementSet, models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    document = models.CharField(max_length=160)
    obligatory = models.BooleanField(default=True)
    note = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["set", "position"], name="requirement_position_once"),
            models.CheckConstraint(condition=~Q(document=""), name="requirement_has_a_document"),
        ]

    def __str__(self) -> str:
        return self.document
