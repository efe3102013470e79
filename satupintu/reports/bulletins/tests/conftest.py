"""A book with entries on any day: written into the table, since a day long past is closed to actions."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from satupintu.work.catalogue.models import Service
from satupintu.work.daybook.models import ServiceRecord


@pytest.fixture
def enter(under: Any) -> Callable[..., ServiceRecord]:
    """``enter(cast.ara_depan, day, "pengecekan-desil", 3, 2)``: an entry of that officer's post."""

    def write(by: Any, day: date, code: str, visitors: int, kk: int, **more: Any) -> ServiceRecord:
        with under(by):
            return ServiceRecord.objects.create(
                office=by.office, village_id=by.office.area_id, day=day, service=Service.objects.get(code=code),
                visitors=visitors, kk=kk, by=by, by_label=by.label, **more,
            )  # fmt: skip

    return write
