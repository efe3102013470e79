"""A mother and her child of Ara, and requests about the child."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from satupintu.registry.people.actions import register
from satupintu.registry.people.models import Person
from satupintu.registry.people.rules import Particulars
from satupintu.registry.privacy.actions import ask
from satupintu.registry.privacy.models import DataRequest
from satupintu.registry.privacy.words import Asker, Proof, RequestKind

ARA = 7302032006


@pytest.fixture
def child(cast: Any, under: Any) -> Person:
    """A girl of Ara, ten years old."""
    born = date(timezone.localdate().year - 10, 1, 2)
    who = Particulars(village=ARA, name="Nur Aisyah", nik="7302034201160001", sex="female", birth_date=born)
    with under(cast.ara_koordinator):
        return register(by=cast.ara_koordinator, who=who, kk_number="7302031203090001")


@pytest.fixture
def asked(cast: Any, under: Any, child: Person) -> Callable[..., DataRequest]:
    """Write a request about the child down at the desk of Ara, by the mother if not said otherwise."""

    def make(kind: RequestKind, **words: Any) -> DataRequest:
        usual = {"asker": Asker.PARENT, "asker_name": "Sitti Caya", "proof": Proof.FAMILY_CARD}
        with under(cast.ara_koordinator):
            return ask(child, by=cast.ara_koordinator, kind=kind, **(usual | words))

    return make
