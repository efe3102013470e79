"""Somebody is proposed as new who is likely known: the officer is shown who, before anything is sent, and decides."""

from typing import Any

import pytest
from django.test import Client

from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.changes.tests.conftest import BIRA
from satupintu.registry.people.actions import register
from satupintu.registry.people.rules import Particulars

ASKED = "/usulan/baru/isian/?jenis="
WHY = {"basis": "musdes", "reason": "Sudah dibicarakan dengan keluarga."}
ALIKE = {"name": "Nurbaya", "birth_year": "1995", "sex": "female", "origin": "Gowa", "happened_on": "2026-11-01"}
NEW_HOME = {"rt": "1", "rw": "1", "name_0": "Baso Tahir", "name_1": "Nurbaya", "relationship_1": "spouse"}
SHOWN = "Orang yang mirip sudah tercatat di wilayah Anda."


@pytest.fixture
def client(family: Any, cast: Any, desk: Any) -> Client:
    """The browser of Ara's facilitator."""
    browser: Client = desk(cast.ara_fasilitator)
    return browser


def sent(cast: Any, under: Any) -> int:
    """How many proposals there are."""
    with under(cast.ara_koordinator):
        return int(ChangeRequest.objects.count())


@pytest.mark.parametrize(
    ("kind", "typed"), [("moving_in", ALIKE), ("new_household", NEW_HOME | {"birth_date_1": "1995-03-01"})]
)
def test_whoever_sounds_like_a_newcomer_is_shown_first(
    kind: str, typed: Any, client: Client, family: Any, cast: Any, under: Any
) -> None:
    answer = client.post(f"{ASKED}{kind}", WHY | typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert SHOWN in page and f'href="/orang/{family[2].pk}/"' in page and "Sudah saya periksa, ini orang lain" in page
    assert sent(cast, under) == 0
    assert client.post(f"{ASKED}{kind}", WHY | typed | {"sure": "on"}).status_code == 302
    assert sent(cast, under) == 1


def test_a_nik_that_is_known_is_told_with_its_bearer(client: Client, family: Any, cast: Any, under: Any) -> None:
    answer = client.post(f"{ASKED}new_household", WHY | {"name_0": "Orang Lain", "nik_0": "7302031211600001"})
    assert answer.status_code == 422
    assert "NIK ini sudah tercatat untuk orang lain" in answer.content.decode()
    assert sent(cast, under) == 0


def test_somebody_of_another_village_is_never_betrayed(client: Client, cast: Any, under: Any) -> None:
    by = cast.bira_koordinator
    who = Particulars(village=BIRA, name="Andi Makkulau", nik="7302031211770009", birth_year=1977)
    with under(by):
        register(by=by, who=who)
    typed = {"name_0": "Andi Makkulau", "nik_0": "7302031211770009", "birth_date_0": "1977-11-12"}
    assert client.post(f"{ASKED}new_household", WHY | typed).status_code == 302


def test_nobody_like_that_is_not_asked_about(client: Client, cast: Any, under: Any) -> None:
    assert client.post(f"{ASKED}new_household", WHY | {"name_0": "Basri Kadir"}).status_code == 302
