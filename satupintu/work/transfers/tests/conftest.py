"""An offer for the tests of offers."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from satupintu.foundation.offices.models import Office
from satupintu.work.transfers import actions
from satupintu.work.transfers.models import Transfer
from satupintu.work.transfers.words import Reason

ARA, BIRA, GOWA, DUKCAPIL = "P7302032006", "P7302032005", "P7306072008", "D7302DUKCAPIL"


@pytest.fixture
def offered() -> Callable[..., actions.Offer]:
    """What Ara offers of a matter that no room knows; anything can be said otherwise."""

    def say(**words: Any) -> actions.Offer:
        usual: dict[str, Any] = {
            "origin_type": "x",
            "origin_id": 1,
            "origin_number": "X-1",
            "village_id": 7302032006,
            "field": "health",
            "due_at": timezone.now() + timedelta(days=5),
            "reason": Reason.DOMICILE,
            "summary": "Warga tinggal di desa sebelah dan perlu kontrol rutin.",
        }
        return actions.Offer(**(usual | words))

    return say


@pytest.fixture
def transfer(cast: Any, under: Any, offered: Any) -> Transfer:
    """An offer of Ara to Bira. Tests enter the scope that they act in."""
    with under(cast.ara_koordinator):
        return actions.offer(offered(), to=Office.objects.get(code=BIRA), by=cast.ara_koordinator)
