"""The civil registry of the demo answers, and the data quality report has something to show."""

from datetime import date
from typing import Any

from satupintu.cast import dukcapil
from satupintu.foundation.access import house
from satupintu.registry.civil.models import CivilAnswer
from satupintu.registry.people.models import Person
from satupintu.reports.quality.models import Tally


def test_most_people_are_answered_once_and_six_months_are_counted(db: None, cast: Any) -> None:
    with house("uji", quietly=True):
        for number in range(60):
            Person.objects.create(
                village_id=7302012004,
                name="Aminah",
                nik=f"73020112{number:02d}870001"[:16],
                birth_date=date(1987, 1, 2),
            )
    assert not dukcapil.has_answered()
    dukcapil.answer(lambda words: None)
    assert dukcapil.has_answered()
    with house("uji", quietly=True):
        assert 40 < CivilAnswer.objects.count() < 60
        assert Tally.objects.values("month").distinct().count() == 6
