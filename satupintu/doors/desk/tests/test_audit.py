"""Jejak: who may read it, how far it reaches, and that it carries no content."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from satupintu.engine.events import Reach, note, record
from satupintu.engine.events.words import Kind

pytestmark = pytest.mark.django_db
Desk = Callable[[Any], Client]


@pytest.fixture
def trail(cast: Any, under: Callable[[Any], Any]) -> None:
    """A change and a refusal in Ara, a change in Gowa."""
    with under(cast.ara_koordinator):
        record("office.changed", cast.ara_koordinator.office, by=cast.ara_koordinator)
        reach = Reach(village=cast.ara_koordinator.area_id)
        note("access.refused", by=cast.ara_koordinator, kind=Kind.REFUSAL, reach=reach, route="orang/", status=404)
    with under(cast.panakkukang_koordinator):
        record("office.changed", cast.panakkukang_koordinator.office, by=cast.panakkukang_koordinator)


@pytest.mark.parametrize("reader", ["nasional_auditor", "bulukumba_kadis", "bulukumba_manajer"])
def test_auditor_head_and_manager_read_the_trail(cast: Any, desk: Desk, trail: None, reader: str) -> None:
    page = desk(getattr(cast, reader)).get("/jejak/").content.decode()
    assert "Mengubah data kantor" in page
    assert "Penolakan akses" in page
    assert "P7302032006" in page


@pytest.mark.parametrize("nobody", ["ara_koordinator", "bulukumba_admin", "bulukumba_dukcapil", "sulsel_pemantau"])
def test_others_do_not(cast: Any, desk: Desk, trail: None, nobody: str) -> None:
    assert desk(getattr(cast, nobody)).get("/jejak/").status_code == 403


def test_the_trail_of_another_kabupaten_does_not_exist(cast: Any, desk: Desk, trail: None) -> None:
    page = desk(cast.bulukumba_manajer).get("/jejak/").content.decode()
    assert "P7306072008" not in page
    assert "P7306072008" in desk(cast.gowa_manajer).get("/jejak/").content.decode()


def test_the_trail_narrows(cast: Any, desk: Desk, trail: None) -> None:
    client = desk(cast.bulukumba_manajer)
    refusals = client.post("/jejak/", {"jenis": "refusal"}, follow=True).content.decode()
    assert "ditolak membuka" in refusals
    assert "Mengubah data kantor" not in refusals
    assert "Mengubah data kantor" in client.post("/jejak/", {"nomor": "P7302032006"}, follow=True).content.decode()
    assert "P7302032006" not in client.post("/jejak/", {"petugas": "Hamzah"}, follow=True).content.decode()
    assert "P7302032006" not in client.post("/jejak/", {"sampai": "2020-01-01"}, follow=True).content.decode()
    assert client.post("/jejak/", {"dari": "kemarin dulu"}, follow=True).status_code == 200
