"""A complaint of Ara, and how to take one down."""

from collections.abc import Callable
from typing import Any

import pytest

from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.actions import register
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Channel, Kind, Nature


@pytest.fixture
def told() -> Callable[..., Intake]:
    """What a citizen of Ara told; anything can be said otherwise."""

    def say(**words: Any) -> Intake:
        usual: dict[str, Any] = {
            "village_id": 7302032006,
            "channel": Channel.WALK_IN,
            "kind": Kind.GRIEVANCE,
            "nature": Nature.NEED,
            "field": ServiceField.CIVIL_REGISTRATION,
            "text": "Anak saya belum punya akta kelahiran.",
            "about": "Daeng Caya",
        }
        return Intake(**(usual | words))

    return say


@pytest.fixture
def complaint(cast: Any, under: Any, told: Any) -> Complaint:
    """A complaint of Ara that waits for a decision. Tests enter the scope that they act in."""
    with under(cast.ara_depan):
        return register(told(), by=cast.ara_depan)
