"""An entry in the book of Ara, a visit there, and how to tell of others."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from satupintu.work.catalogue.models import Service
from satupintu.work.daybook.actions import Entry, Trip, record_day, record_visit, today_of
from satupintu.work.daybook.models import ServiceRecord, Visit
from satupintu.work.daybook.words import Survey, VisitKind, VisitResult

ARA = 7302032006


@pytest.fixture
def entry() -> Callable[..., Entry]:
    """One line of a day; anything can be said otherwise."""

    def say(visitors: int = 3, kk: int = 2, code: str = "pengecekan-desil", **more: Any) -> Entry:
        return Entry(Service.objects.get(code=code), visitors, kk, **more)

    return say


@pytest.fixture
def today(cast: Any) -> date:
    """The day on the wall of Ara."""
    return today_of(cast.ara_depan)


@pytest.fixture
def written(cast: Any, under: Any, entry: Any, today: date) -> ServiceRecord:
    """An entry of today in the book of Ara, with two listed cards."""
    with under(cast.ara_depan):
        told = entry(cards=("7302031201080001", "7302031201080002"), note="Datang bersama")
        (pk,) = record_day([told], by=cast.ara_depan, day=today)
        return ServiceRecord.objects.get(pk=pk)


@pytest.fixture
def trip(today: date) -> Callable[..., Trip]:
    """A visit as it is told; anything can be said otherwise."""

    def say(**words: Any) -> Trip:
        usual: dict[str, Any] = {
            "kind": VisitKind.OUTREACH,
            "on": today,
            "village_id": ARA,
            "result": VisitResult.MET,
            "findings": "Rumah bocor.",
            "surveys": (Survey.AID, Survey.ELIGIBILITY),
            "about": "Keluarga Daeng Caya",
            "place": "RT 2/RW 1",
        }
        return Trip(**(usual | words))

    return say


@pytest.fixture
def visit(cast: Any, under: Any, trip: Any) -> Visit:
    """An outreach of the facilitator of Ara."""
    with under(cast.ara_fasilitator):
        return record_visit(trip(), by=cast.ara_fasilitator)
