"""People of Ara that tests stand on, and how to describe one."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from satupintu.registry.people.actions import register
from satupintu.registry.people.models import Person
from satupintu.registry.people.rules import Particulars

ARA, BIRA, PANAKKUKANG = 7302032006, 7302032005, 7306072008
NIK = "7302031211870001"


@pytest.fixture
def who() -> Callable[..., Particulars]:
    """A man of Ara as he would be described; anything can be said otherwise."""

    def describe(**words: Any) -> Particulars:
        usual: dict[str, Any] = {
            "village": ARA,
            "name": "Muh. Rahmatullah Dg. Mattawang",
            "nik": NIK,
            "sex": "male",
            "birth_date": date(1987, 11, 12),
        }
        return Particulars(**(usual | words))

    return describe


@pytest.fixture
def person(cast: Any, under: Any, who: Any) -> Person:
    """A person of Ara. Tests enter the scope that they act in."""
    with under(cast.ara_koordinator):
        return register(by=cast.ara_koordinator, who=who())
