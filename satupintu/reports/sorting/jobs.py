"""By the clock: every kabupaten is counted anew each night, one after the other."""

from django.db import transaction
from django.utils import timezone

from satupintu.engine.jobs import every, job
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import CAPITAL
from satupintu.lib.codes import area_span
from satupintu.registry.people.models import Person
from satupintu.reports.sorting import actions
from satupintu.reports.sorting.models import Snapshot

REASON = "menghitung tabel sortir"


@every("20 18 * * *", "sorting.count_all")
def count_all(timestamp: int) -> None:
    """At 1.20 in the capital (the clock of jobs is UTC): put off the count of each kabupaten that has people."""
    day = f"{timezone.localdate(timezone=CAPITAL):%Y-%m-%d}"
    with transaction.atomic():
        for number in Area.objects.current().at_level(2).values_list("number", flat=True):
            count_kabupaten.defer(kabupaten=number, day=day)


@job("sorting.count_kabupaten")
def count_kabupaten(kabupaten: int, day: str) -> None:
    """Count one kabupaten, once a day; one without people and without a count is left alone."""
    with house(REASON, spans=(area_span(kabupaten),), quietly=True) as by:
        there = Person.objects.in_area(kabupaten).exists() or Snapshot.objects.of(kabupaten)
        if there:
            actions.count(by=by, kabupaten=kabupaten, key=f"sorting.count:{kabupaten}:{day}")
