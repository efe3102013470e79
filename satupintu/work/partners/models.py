"""What helps beside the offices: one row a person, group or body, with where it works and how many it can serve."""

from datetime import date, timedelta
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from satupintu.engine.actions.models import Versioned
from satupintu.foundation.areas.placed import Placed, PlacedQuerySet
from satupintu.foundation.areas.rules import ancestors_of
from satupintu.lib.words import Word
from satupintu.work.partners.words import EndReason, Kind

CODE = Word.MAX_LENGTH
STALE = timedelta(days=365)
"""After so long nobody knows whether it is still true."""


class ResourceQuerySet(PlacedQuerySet["Resource"]):
    """Questions about resources."""

    def around(self, by: Any) -> Self:
        """Those of the kabupaten that an appointment lies in; of a larger area those inside it."""
        number = getattr(by, "area_id", None)
        if number is None or number % 10**8 == 0:
            return self.in_area(number)
        return self.filter(kabupaten=number // 10**6)

    def active(self) -> Self:
        """Not ended."""
        return self.filter(ended_on=None)

    def stale(self, today: date) -> Self:
        """Not confirmed for a year, or with a permit that has run out."""
        return self.filter(Q(confirmed_on__lt=today - STALE) | Q(legal_until__lt=today))

    def serving(self, village: int) -> Self:
        """Whose area the village is, or lies in: those of the village first, then of the kecamatan and the kabupaten."""
        return (
            self.active().filter(village_id__in=[village, *ancestors_of(village)]).order_by("-village__level", "name")
        )


class Resource(Placed, Versioned):
    """PSKS: a person, group or body that can help. ``village`` is where it works: a village, kecamatan or kabupaten.

    ``capacity`` is how many people it can serve at once, None when nobody has said.
    """

    PERSONAL: ClassVar[set[str]] = {"name", "contact", "phone", "address", "latitude", "longitude", "legal_number"}
    NOT_PERSONAL: ClassVar[set[str]] = {
        *("id", "version", "village", "kecamatan", "kabupaten", "provinsi", "kind", "offers", "capacity"),
        *("legal_until", "confirmed_on", "confirmed_by", "ended_on", "end_reason"),
    }

    kind = models.CharField(max_length=CODE, choices=Kind.choices)
    name = models.CharField(max_length=120)
    contact = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    offers = models.CharField(max_length=300, blank=True)
    capacity = models.PositiveIntegerField(null=True)
    address = models.CharField(max_length=200, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    legal_number = models.CharField(max_length=80, blank=True)
    legal_until = models.DateField(null=True)
    confirmed_on = models.DateField()
    confirmed_by = models.CharField(max_length=200)
    ended_on = models.DateField(null=True)
    end_reason = models.CharField(max_length=CODE, choices=EndReason.choices, blank=True)

    objects: ClassVar[Any] = ResourceQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["village", "name"], name="resource_village", condition=Q(ended_on=None)),
            models.Index(fields=["kecamatan", "name"], name="resource_kecamatan", include=["village"]),
            models.Index(fields=["kabupaten", "name"], name="resource_kabupaten", include=["village"]),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.codes()), name="resource_kind_known"),
            models.CheckConstraint(condition=~Q(name=""), name="resource_has_a_name"),
            models.CheckConstraint(
                condition=Q(ended_on=None, end_reason="") | Q(ended_on__isnull=False, end_reason__in=EndReason.codes()),
                name="resource_end_whole",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="resource_place_on_earth",
            ),
            models.CheckConstraint(condition=Q(village__gt=F("provinsi") * 10**8), name="resource_below_provinsi"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def trace(self) -> str:
        """What timelines call it: a number, never a name."""
        return f"PSKS-{self.pk}"

    @property
    def word(self) -> Kind:
        """What it is."""
        return Kind(self.kind)

    def is_stale(self, today: date) -> bool:
        """Whether somebody should ask if it is still true."""
        return self.confirmed_on < today - STALE or (self.legal_until is not None and self.legal_until < today)
