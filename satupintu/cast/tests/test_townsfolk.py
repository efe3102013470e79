"""The demo's citizens: what they send, say and object to stands where a new user would look for it."""

from typing import Any

import pytest
from django.test import Client, override_settings

from satupintu.cast import townsfolk
from satupintu.cast.acts import ACTS, Wanted
from satupintu.foundation.access import house
from satupintu.foundation.access.visitors import FIELD, ticket
from satupintu.work.complaints import worklist
from satupintu.work.complaints.models import Complaint, Verdict

FEW = Wanted(households=60, complaints=220)


@pytest.fixture
def played(db: None) -> None:
    """Offices, a small year, and the citizens."""
    acts = {act.title: act for act in ACTS}
    for title in ("Kantor dan petugas", "Keluhan selama setahun", "Warga sendiri"):
        acts[title].play(FEW, lambda line: None)


def test_they_act_once_and_leave_work_for_the_desk(played: None, cast: Any, under: Any) -> None:
    assert townsfolk.is_played()
    with under(cast.ara_koordinator):
        rows = worklist.items(worklist.waiting(cast.ara_koordinator), limit=99)
    assert sum("belum diperiksa" in row.what for row in rows) == 3
    with under(cast.bontobahari_tksk):
        assert Complaint.objects.filter(waits_at=cast.bontobahari_tksk.office, previous__isnull=False).count() <= 1
    with house("uji", quietly=True):
        said = set(Verdict.objects.values_list("judgement", flat=True))
    assert said == {"solved", "unsolved"}


def test_a_report_of_violence_is_not_shown_in_the_village(played: None, cast: Any, under: Any) -> None:
    with under(cast.bira_koordinator):
        assert not Complaint.objects.filter(author=None, clearance=2).exists()
    with under(cast.bulukumba_manajer):
        assert Complaint.objects.filter(author=None, clearance=2, village_id=7302032005).count() == 1


def test_the_example_can_be_followed_in_the_demo_only(played: None) -> None:
    assert "Untuk mencoba" not in Client().get("/lacak/").content.decode()
    found = townsfolk.example()
    assert found is not None
    with override_settings(DEMO=True):
        assert found[1] in Client().get("/lacak/").content.decode()
    answer = Client().post("/lacak/", {"number": found[0], "code": found[1], FIELD: ticket()})
    assert "Kabar pengaduan Anda" in answer.content.decode()
