"""What others call our areas: read from a file, never made by stripping dots."""

import gzip
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.areas.crosswalk import Pair, adopt_crosswalk, read
from satupintu.foundation.areas.models import Edition, OtherCode

pytestmark = pytest.mark.django_db
FILE = b"system,code,area,edition\nbps,7302030004,73.02.03.2006,MFD 2018\nbps,7302030001,7302032005,MFD 2018\n"
MAROS = Pair("bps", "7308", 7309000000, "MFD 2018")


def load(path: Path, content: bytes, **options: str) -> str:
    path.write_bytes(content)
    said = StringIO()
    call_command("load_crosswalk", str(path), stdout=said, **options)
    return said.getvalue()


def test_a_file_is_loaded_and_looked_up(tmp_path: Path) -> None:
    assert "2 kode dibaca" in load(tmp_path / "a.csv", FILE)
    assert OtherCode.objects.villages("bps", (7302000000, 7303000000)) == {
        "7302030004": 7302032006,
        "7302030001": 7302032005,
    }
    assert OtherCode.objects.villages("bps", (7306000000, 7307000000)) == {}
    with house("uji"):
        assert Event.objects.get(name="area.crosswalk_adopted").facts == {"codes": 2, "edition": "MFD 2018"}


def test_a_packed_file_with_other_headings_is_loaded_too_and_the_newer_one_counts(tmp_path: Path) -> None:
    load(tmp_path / "a.csv", FILE)
    other = b"bps_code,bps_name,kode\n7302030004,A R A,73.02.03.2005\n7302030099,HILANG,\n"
    said = load(
        tmp_path / "b.csv.gz", gzip.compress(other), system="bps", edition="MFD 2024", code="bps_code", area="kode"
    )
    assert "1 baris tanpa padanan; 2 kode dikenal" in said
    assert OtherCode.objects.get(code="7302030004").area_id == 7302032005


@pytest.mark.parametrize(
    "content",
    [
        b"kode,area\n1,2\n",
        b"\xff\xfe\xff",
        FILE + b"bps,73A,73.02,MFD\n",
        FILE + b"dukcapil,7302,73.02,MFD\n",
        FILE + b"bps,7302,73.2,MFD\n",
    ],
)
def test_a_file_at_fault_changes_nothing(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(CommandError, match="tidak ada yang diubah"):
        load(tmp_path / "a.csv", content)
    assert not OtherCode.objects.exists()


def test_the_code_of_maros_is_never_taken_for_the_one_of_bone() -> None:
    assert read(b"system,code,area,edition\nbps,7308,73.09,MFD 2018\n").pairs == [MAROS]
    with house("uji") as by, pytest.raises(WrongState):
        adopt_crosswalk(Edition.objects.newest(), [MAROS], by=by)


def test_only_the_whole_country_may_load_one(cast: Any, under: Any) -> None:
    with under(cast.bulukumba_manajer), pytest.raises(Refused):
        adopt_crosswalk(Edition.objects.newest(), [MAROS], by=cast.bulukumba_manajer)


def test_loading_twice_with_one_key_is_once(tmp_path: Path) -> None:
    pairs = read(FILE).pairs
    with house("uji") as by:
        for _time in (1, 2):
            assert adopt_crosswalk(Edition.objects.newest(), pairs, by=by, key="padanan") == 2
        assert Event.objects.filter(name="area.crosswalk_adopted").count() == 1
