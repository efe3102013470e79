"""Early detection in the demo: somebody in every state, and a sign of the kabupaten's own."""

from typing import Any

from satupintu.cast import scouts
from satupintu.cast.officers import ARA, BIRA
from satupintu.foundation.access import house
from satupintu.work.detection.models import Opened, Outreach, Sign
from satupintu.work.detection.tests.conftest import born


def test_somebody_stands_in_every_state_and_a_complaint_came_of_one(db: None, cast: Any) -> None:
    with house("uji", quietly=True):
        for number in range(30):
            born(ARA, f"Anak Besar {chr(65 + number)}")
        for number in range(6):
            born(BIRA, f"Anak Kecil {chr(65 + number)}")
    assert not scouts.have_looked()
    assert scouts.look(lambda line: None).endswith("orang di daftar jangkauan")
    assert scouts.have_looked()
    with house("uji", quietly=True):
        results = set(Outreach.objects.values_list("result", flat=True))
        assert results >= {"", "in_need", "helped", "not_found", "wrong_data", "moved", "refused", "same"}
        assert set(Outreach.objects.values_list("state", flat=True)) == {"found", "shared", "closed"}
        assert Opened.objects.count() == 1
        assert Sign.objects.filter(area=7302000000).count() == 1
