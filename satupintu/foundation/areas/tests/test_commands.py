"""``load_areas`` and ``import_areas``."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area, Edition
from satupintu.foundation.areas.packaged import packaged_edition, packaged_rows
from satupintu.foundation.areas.tests.lists import as_csv, changed
from satupintu.foundation.areas.words import Kind

pytestmark = pytest.mark.django_db

ARA = 7302032006


def run(*arguments: Any) -> str:
    """Run ``import_areas`` and answer what it said."""
    said = StringIO()
    call_command(
        "import_areas", *map(str, arguments), "--date", "2030-01-02", "--decree", "Kepmendagri uji 2", stdout=said
    )
    return said.getvalue()


@pytest.fixture
def file(tmp_path: Path, db: None) -> Path:
    """A file in which one village has another code and one another name."""
    path = tmp_path / "edisi.csv"
    path.write_bytes(as_csv(changed({ARA: None, 7302032016: "Ara", 7302032005: "Bira Jaya"})))
    return path


def test_a_rehearsal_shows_what_would_change_and_changes_nothing(file: Path) -> None:
    said = run(file, "--dry-run")
    assert "1 berakhir\n    73.02.03.2006 Ara" in said and "1 mulai berlaku\n    73.02.03.2016 Ara" in said
    assert "Bira → Bira Jaya" in said and "73.02.03.2006 Ara → 73.02.03.2016 Ara" in said
    assert Edition.objects.count() == 1


def test_an_import_adopts_the_edition_as_the_house(file: Path) -> None:
    assert "1 pengganti dicatat" in run(file)
    with house("uji"):
        assert Event.objects.get(name="area.edition_adopted").role == "house"
    assert Edition.objects.newest().successions.numbers() == {ARA: 7302032016}


def test_decided_successors_come_from_a_file(file: Path, tmp_path: Path) -> None:
    file.write_bytes(as_csv(changed({ARA: None})))
    pairs = tmp_path / "pengganti.csv"
    pairs.write_text("old,new\n73.02.03.2006,73.02.03.2005\n")
    run(file, "--successors", pairs)
    assert Edition.objects.newest().successions.numbers() == {ARA: 7302032005}


@pytest.mark.parametrize("content", ["code,name\n73.1,X\n", "halo"])
def test_a_file_at_fault_changes_nothing(tmp_path: Path, content: str) -> None:
    path = tmp_path / "salah.csv"
    path.write_text(content)
    with pytest.raises(CommandError, match="tidak ada yang diubah"):
        run(path)
    assert Edition.objects.count() == 1


def test_an_edition_that_cannot_follow_is_told_in_a_sentence(file: Path) -> None:
    with pytest.raises(CommandError, match="tidak lebih baru"):
        call_command(
            "import_areas", str(file), "--date", "2020-01-01", "--decree", "Kepmendagri lama", stdout=StringIO()
        )


def test_the_first_load_is_done_once_only() -> None:
    said = StringIO()
    before = Area.objects.count()
    call_command("load_areas", stdout=said)
    assert "Wilayah sudah termuat" in said.getvalue() and Area.objects.count() == before


def test_the_packaged_list_is_the_whole_country() -> None:
    rows = packaged_rows()
    levels = [sum(row.kind.level == level for row in rows) for level in (1, 2, 3, 4)]
    assert levels == [38, 514, 7285, 83762]
    counted = {kind: sum(row.kind == kind for row in rows) for kind in Kind}
    assert (counted[Kind.KABUPATEN], counted[Kind.KABUPATEN_ADM]) == (415, 1)
    assert (counted[Kind.KOTA], counted[Kind.KOTA_ADM]) == (93, 5)
    assert (counted[Kind.KELURAHAN], counted[Kind.DESA_ADAT]) == (8496, 14)


def test_a_part_of_the_packaged_list_brings_what_stands_above() -> None:
    rows = packaged_edition(["73.02"]).rows
    assert {row.kind.level for row in rows} == {1, 2, 3, 4}
    assert sum(row.kind.level == 3 for row in rows) == 10 and sum(row.kind.level == 4 for row in rows) == 136
