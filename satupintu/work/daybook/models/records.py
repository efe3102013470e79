"""Pelayanan: services given at a post in a day, counted by visitors and family cards."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q, Sum
from django.db.models.functions import Now

from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.placed import PlacedQuerySet
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.registry.people.models import Household, Person
from satupintu.work.catalogue.models import Service

COUNTED = ["service", "visitors", "kk"]
"""What a sheet reads; with it and the village, which the wall looks at, in the index a sum needs no rows."""
CURRENT = Q(current=True)


class ServiceRecordQuerySet(PlacedQuerySet["ServiceRecord"]):
    """Questions about what was done in a day."""

    def current(self) -> Self:
        """As it stands: without what a correction replaced."""
        return self.filter(current=True)

    def at_office(self, office_id: int) -> Self:
        """Of one post."""
        return self.filter(office_id=office_id)

    def between(self, start: date, end: date) -> Self:
        """Of the days [start, end)."""
        return self.filter(day__gte=start, day__lt=end)

    def sums(self, *by: str) -> "models.QuerySet[ServiceRecord, tuple[int, ...]]":
        """Rows (*by, visitors, kk): what stands, added up in the database."""
        added = self.current().order_by().values(*by).annotate(people=Sum("visitors"), cards=Sum("kk"))
        return added.values_list(*by, "people", "cards")  # type: ignore[return-value]


class ServiceRecord(models.Model):
    """One entry of the daybook: a service given to so many visitors, for so many family cards.

    Written once. A correction is a new entry that ``replaces`` the old one, which stays, no longer ``current``.
    ``village`` is the area of the post, so a secretariat's entry carries the number of its kabupaten.
    """

    PERSONAL = frozenset({"person", "household", "note"})
    NOT_PERSONAL = frozenset(
        "id office day service visitors kk village kecamatan kabupaten provinsi by by_label at replaces current "
        "reason".split()
    )

    office = models.ForeignKey(Office, models.PROTECT, db_index=False, related_name="+")
    day = models.DateField()
    service = models.ForeignKey(Service, models.PROTECT, db_index=False, related_name="+")
    visitors = models.PositiveSmallIntegerField()
    kk = models.PositiveSmallIntegerField(default=0)
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
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=250, blank=True)
    by = models.ForeignKey(Appointment, models.PROTECT, db_index=False, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    current = models.BooleanField(default=True)
    reason = models.CharField(max_length=250, blank=True)

    objects = ServiceRecordQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["office", "day"], name="record_office_day", condition=CURRENT, include=[*COUNTED, "village"]
            ),
            models.Index(fields=["village", "day"], name="record_village_day", condition=CURRENT, include=COUNTED),
            models.Index(
                fields=["kecamatan", "day"],
                name="record_kecamatan_day",
                condition=CURRENT,
                include=[*COUNTED, "village"],
            ),
            models.Index(
                fields=["kabupaten", "day"],
                name="record_kabupaten_day",
                condition=CURRENT,
                include=[*COUNTED, "village"],
            ),
            models.Index(
                fields=["provinsi", "day"], name="record_provinsi_day", condition=CURRENT, include=[*COUNTED, "village"]
            ),
            models.Index(fields=["by", "day"], name="record_by_day", condition=CURRENT, include=[*COUNTED, "village"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(visitors__gt=0) | Q(kk__gt=0) | Q(replaces__isnull=False), name="record_counts_something"
            ),
        ]

    def __str__(self) -> str:
        return self.trace

    @property
    def reach(self) -> Reach:
        """Seen in the area of the post, and at the post."""
        return Reach(self.village_id, (self.office_id,))

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"BH-{self.pk}"


class ListedCard(models.Model):
    """The number of a family card that was written down with an entry."""

    PERSONAL = frozenset({"kk_number"})
    NOT_PERSONAL = frozenset({"id", "record"})

    record = models.ForeignKey(ServiceRecord, models.PROTECT, db_index=False, related_name="cards")
    kk_number = models.CharField(max_length=16)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "kk_number"], name="listed_card_once"),
            models.CheckConstraint(condition=Q(kk_number__regex=r"^\d{16}$"), name="listed_card_digits"),
        ]
