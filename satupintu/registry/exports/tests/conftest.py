"""A thousand people of Ara, whom a check of quality lists."""

from collections.abc import Callable

import pytest

from satupintu.foundation.access import house
from satupintu.registry.people.models import Person

ARA, BIRA = 7302032006, 7302032005


@pytest.fixture
def crowd(db: None) -> Callable[[int], None]:
    """Let so many people live in Ara, besides those who are there."""

    def settle(many: int, village: int = ARA) -> None:
        with house("uji", quietly=True):
            before = Person.objects.count()
            names = [f"Warga {chr(97 + at // 26 % 26)}{chr(97 + at % 26)}" for at in range(before, before + many)]
            Person.objects.bulk_create(
                [Person(village_id=village, name=name, name_key=name.lower()) for name in names], batch_size=500
            )

    return settle
