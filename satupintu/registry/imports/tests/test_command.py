"""``import_file``: the same from the command line, with answers that a script reads."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from satupintu.registry.imports.actions import publish
from satupintu.registry.imports.layout import from_yaml, to_yaml
from satupintu.registry.imports.models import Batch
from satupintu.registry.imports.tests import workbooks
from satupintu.registry.imports.tests.conftest import FAMILY, by_letter, csv
from satupintu.registry.people.models import ListMembership, Person

KEYS = {
    *(
        "batch",
        "state",
        "failure",
        "mapping",
        "rows_read",
        "accepted",
        "new",
        "changed",
        "unchanged",
        "refused",
        "cautions",
    ),
    *("households", "without_nik", "errors_by_kind", "errors", "check_seconds", "dry_run", "saved"),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "warga.csv"
    path.write_bytes(csv(*FAMILY, FAMILY[0].replace("2006", "2999")))
    return path


def run(file: Path, code: int = 0, **options: Any) -> dict[str, Any]:
    out = StringIO()
    ended = 0
    try:
        call_command("import_file", str(file), json=True, stdout=out, **options)
    except SystemExit as end:
        ended = int(str(end.code))
    except CommandError as problem:
        ended = problem.returncode
    answer: dict[str, Any] = json.loads(out.getvalue())
    assert ended == code, answer
    return answer


def test_a_dry_run_reports_under_stable_names_and_saves_nothing(file: Path, cast: Any, under: Any) -> None:
    report = run(file, 1, by="ara.koordinator", dry_run=True)
    assert set(report) == KEYS
    counted = [report[what] for what in ("rows_read", "accepted", "new", "changed", "refused", "saved")]
    assert counted == [4, 3, 3, 0, 1, False]
    assert report["errors_by_kind"] == {"outside": 1}
    told = "Desa ini di luar wilayah penugasan Anda."
    assert report["errors"] == [{"row": 5, "kind": "outside", "column": "village_code", "message": told}]
    with under(cast.ara_koordinator):
        assert not Person.objects.exists()


def test_an_officer_and_the_house_bring_the_same(file: Path, cast: Any, under: Any) -> None:
    assert run(file, 1, by="ara.koordinator")["new"] == 3
    file.write_bytes(csv(*FAMILY))
    report = run(file, house=True, area="73.02")
    assert (report["new"], report["unchanged"], report["saved"]) == (0, 3, True)
    with under(cast.bulukumba_manajer):
        assert Batch.objects.count() == 2
        assert Person.objects.count() == 3


def test_a_file_is_read_by_a_preset_and_belongs_to_the_edition_that_was_named(
    tmp_path: Path, cast: Any, under: Any
) -> None:
    file = tmp_path / "pkh.xlsx"
    file.write_bytes(workbooks.simple("penerima-program", 4))
    report = run(file, mapping="preset:penerima-program", by="ara.koordinator", edition="pkh 2026-3")
    assert (report["mapping"], report["new"]) == ("Penerima program (PKH, Sembako)", 4)
    with under(cast.ara_koordinator):
        assert {str(one.edition) for one in ListMembership.objects.select_related("edition")} == {"Penerima PKH 2026-3"}


def test_a_file_is_read_by_a_mapping_in_a_file_or_under_a_name(tmp_path: Path, cast: Any, under: Any) -> None:
    file, mapping = tmp_path / "a.csv", tmp_path / "a.yaml"
    file.write_bytes(b"X;Y\nCaya;P\n")
    layout = by_letter(A="name", B="sex")
    mapping.write_text(to_yaml(layout))
    assert run(file, mapping=str(mapping), by="ara.koordinator", dry_run=True)["new"] == 1
    with under(cast.ara_koordinator):
        publish(None, by=cast.ara_koordinator, layout=layout, name="Daftar X")
    assert run(file, mapping="Daftar X", by="ara.koordinator")["new"] == 1
    with under(cast.ara_koordinator):
        assert str(Batch.objects.latest("id").mapping.mapping) == "Daftar X"


def test_the_headings_suggest_a_mapping_to_begin_with(file: Path) -> None:
    out = StringIO()
    call_command("import_file", str(file), propose=True, stdout=out)
    assert [rule.field for rule in from_yaml(out.getvalue()).rules][:3] == ["kk_number", "nik", "name"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"mapping": "preset:tidak-ada", "by": "ara.koordinator"}, "Yang tersedia: preset:bdt-2015"),
        ({"mapping": "preset:bdt-2015", "by": "ara.koordinator"}, "tidak ada di berkas ini"),
        ({"by": "ara.depan"}, "tidak berwenang"),
        ({"by": "ara.koordinator", "edition": "warna 2026"}, "warna"),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_a_sentence(options: Any, said: str, file: Path, cast: Any) -> None:
    assert said in run(file, 2, **options)["failure"]


def test_who_brings_it_has_to_be_told(file: Path, db: None) -> None:
    with pytest.raises(CommandError, match="--by"):
        call_command("import_file", str(file))
