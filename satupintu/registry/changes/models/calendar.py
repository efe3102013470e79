"""When a round closes and when its data are drawn: for each list, area and year, in versions that are never changed."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from satupintu.engine.events.reach import Reach
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.codes import area_level
from satupintu.lib.words import Word
from satupintu.registry.people.words import ExternalList


class CalendarQuerySet(models.QuerySet["Calendar"]):
    """Questions about calendars."""

    def of(self, place: int, day: date, external: str) -> "Calendar | None":
        """The calendar that counts for a place on a day: the narrowest area, then the newest version."""
        level = area_level(place)
        above = [place // 10**zeros * 10**zeros for zeros in (0, 4, 6, 8)][4 - level :] if level else []
        known = self.filter(list=external, year=day.year).filter(Q(area=None) | Q(area__in=above))
        ranked = [(area_level(one.area_id) if one.area_id else 0, one.pk, one) for one in known]
        return max(ranked)[2] if ranked else None

    def newest_first(self) -> Self:
        """With areas, the newest first."""
        return self.select_related("area").order_by("-year", "-pk")


class Calendar(models.Model):
    """The days of a month on which a list's round closes and its data are drawn. ``area`` None: the whole country.

    DTSEN: closed on the 17th, drawn on the 18th of each month (Desa Tlogojati, Dec 2025); others differ by programme, level
    and year, so it is a setting.
    """

    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    list = models.CharField(max_length=Word.MAX_LENGTH, choices=ExternalList.choices)
    year = models.SmallIntegerField()
    cut_off = models.SmallIntegerField()
    drawn = models.SmallIntegerField()
    source = models.CharField(max_length=160)
    by = models.ForeignKey(Appointment, models.PROTECT, null=True, db_index=False, related_name="+")
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Any] = CalendarQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["list", "year"], name="calendar_list")]
        constraints = [
            models.CheckConstraint(condition=Q(list__in=ExternalList.codes()), name="calendar_list_known"),
            # A day that every month has.
            models.CheckConstraint(condition=Q(cut_off__range=(1, 28), drawn__range=(1, 28)), name="calendar_days"),
        ]

    def __str__(self) -> str:
        return f"{self.list} {self.year}"

    @property
    def reach(self) -> Reach:
        """Whoever sees the area sees what happened to its calendar."""
        return Reach(village=self.area_id or 0)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"{ExternalList(self.list).label_id} {self.year}"
