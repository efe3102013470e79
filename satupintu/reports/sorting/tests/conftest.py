"""A village, its neighbour and another kabupaten with people whose particulars are known."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from satupintu.foundation.access import house
from satupintu.registry.people.models import Person

ARA, BIRA, BIALO = 7302032006, 7302032005, 7302012004
"""Two villages of one kecamatan; one of another."""
PANAKKUKANG = 7306072008
DAY = date(2026, 11, 20)


@pytest.fixture
def born(db: None) -> Callable[..., Person]:
    """Register somebody by their particulars alone: ``born(ARA, date(2015, 1, 1), schooling=("bdt", "2015", "1"))``."""

    def make(
        village: int, birth: date | int | None, *, sex: str = "female", name: str = "Anak", **traits: Any
    ) -> Person:
        when = {"birth_date": birth} if isinstance(birth, date) else {"birth_year": birth}
        with house("uji", quietly=True):
            kept = {variable: list(trait) for variable, trait in traits.items()}
            return Person.objects.create(village_id=village, name=name, sex=sex, traits=kept, **when)

    return make
