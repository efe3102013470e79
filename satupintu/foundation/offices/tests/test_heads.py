"""The head of a letter names each authority once, however the decree writes its name."""

from typing import Any

import pytest

from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.heads import head_of_office
from satupintu.foundation.offices.models import Office


@pytest.mark.parametrize("name", ["Bulukumba", "Kabupaten Bulukumba"])
def test_the_kind_of_an_area_is_written_once(name: str, cast: Any) -> None:
    Area.objects.filter(pk=7302000000).update(name=name)
    village, secretariat = (head_of_office(Office.objects.get(code=code).pk) for code in ("P7302032006", "S7302"))
    assert village.above == ("Pemerintah Kabupaten Bulukumba", "Kecamatan Bonto Bahari")
    assert secretariat.above == ("Pemerintah Kabupaten Bulukumba",)
    assert (village.place, secretariat.place) == ("Ara", "Bulukumba")


def test_a_hospital_writes_in_its_own_name(cast: Any) -> None:
    assert head_of_office(Office.objects.get(code="H7302RSUD").pk).above == ()
