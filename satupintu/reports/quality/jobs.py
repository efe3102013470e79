"""By the clock: every kabupaten is counted anew each night, one after the other."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from satupintu.engine.jobs import every, job
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import CAPITAL
from satupintu.lib.codes import area_span
from satupintu.registry.people.models import Person
from satupintu.reports.quality import actions
from satupintu.reports.quality.models import Counting

REASON = "menghitung mutu data"


@every("50 18 * * *", "quality.count_all")
def count_all(timestamp: int) -> None:
    """At 1.50 in the capital (the clock of jobs is UTC): put off the count of each kabupaten."""
    day = f"{timezone.localdate(timezone=CAPITAL):%Y-%m-%d}"
    with transaction.atomic():
        for number in Area.objects.current().at_level(2).values_list("number", flat=True):
            count_kabupaten.defer(kabupaten=number, day=day)


@job("quality.count_kabupaten")
def count_kabupaten(kabupaten: int, day: str) -> None:
    """Count one kabupaten, once a day; one without people that was never counted is left alone."""
    with house(REASON, spans=(area_span(kabupaten),), quietly=True) as by:
        there = Counting.objects.filter(pk=kabupaten // 10**6).exists()
        if there or Person.objects.in_area(kabupaten).exists():
            key = f"quality.count:{kabupaten}:{day}"
            actions.count(by=by, kabupaten=kabupaten, today=date.fromisoformat(day), key=key)
