"""``import_households``: the same from the command line."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from satupintu.registry.imports.models import Batch
from satupintu.registry.imports.tests.conftest import FAMILY, csv
from satupintu.registry.people.models import ListMembership, Person


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "warga.csv"
    path.write_bytes(csv(*FAMILY, FAMILY[0].replace("2006", "2999")))
    return path


def run(file: Path, **options: Any) -> dict[str, Any]:
    out = StringIO()
    call_command("import_households", str(file), json=True, stdout=out, **options)
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def test_a_dry_run_reports_and_saves_nothing(file: Path, cast: Any, under: Any) -> None:
    report = run(file, by="ara.koordinator", dry_run=True)
    assert (report["new"], report["refused"], report["saved"]) == (3, 1, False)
    assert report["errors"] == [{"row": 5, "code": "outside", "message": "Desa ini di luar wilayah penugasan Anda."}]
    with under(cast.ara_koordinator):
        assert not Person.objects.exists()


def test_an_officer_and_the_house_bring_the_same(file: Path, cast: Any, under: Any) -> None:
    assert run(file, by="ara.koordinator")["new"] == 3
    report = run(file, house=True, area="73.02")
    assert (report["new"], report["unchanged"], report["saved"]) == (0, 3, True)
    with under(cast.bulukumba_manajer):
        assert Batch.objects.count() == 2
        assert Person.objects.count() == 3


def test_a_desil_column_belongs_to_the_edition_that_was_named(tmp_path: Path, cast: Any, under: Any) -> None:
    file = tmp_path / "desil.csv"
    file.write_bytes(csv("Baso,L,2,ID-9", headings="Nama,JK,Desil,ID DTSEN"))
    run(file, by="ara.koordinator", edition="dtsen 2026-1")
    with under(cast.ara_koordinator):
        listed = ListMembership.objects.get()
        assert (str(listed.edition), listed.desil, listed.member_id) == ("DTSEN 2026-1", 2, "ID-9")


def test_an_officer_without_the_verb_is_refused_with_a_sentence(file: Path, cast: Any) -> None:
    with pytest.raises(CommandError, match="tidak berwenang"):
        run(file, by="ara.depan")
