"""By the clock: every kabupaten is searched each night, one after the other."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from satupintu.engine.jobs import every, job
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import CAPITAL
from satupintu.lib.codes import area_span
from satupintu.registry.people.models import Person
from satupintu.work.detection import actions
from satupintu.work.detection.models import Night

REASON = "mencari tanda deteksi dini"


@every("20 19 * * *", "detection.search_all")
def search_all(timestamp: int) -> None:
    """At 2.20 in the capital (the clock of jobs is UTC): put off the search of each kabupaten."""
    day = f"{timezone.localdate(timezone=CAPITAL):%Y-%m-%d}"
    with transaction.atomic():
        for number in Area.objects.current().at_level(2).values_list("number", flat=True):
            search_kabupaten.defer(kabupaten=number, day=day)


@job("detection.search_kabupaten")
def search_kabupaten(kabupaten: int, day: str) -> None:
    """Search one kabupaten, once a day; one without people that was never searched is left alone."""
    with house(REASON, spans=(area_span(kabupaten),), quietly=True) as by:
        there = Night.objects.filter(pk=kabupaten // 10**6).exists()
        if there or Person.objects.in_area(kabupaten).exists():
            key = f"outreach.find:{kabupaten}:{day}"
            actions.find(by=by, kabupaten=kabupaten, today=date.fromisoformat(day), key=key)
