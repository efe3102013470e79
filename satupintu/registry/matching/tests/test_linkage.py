"""The search for duplicates on records alone: no database of ours, no register."""

import json
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from satupintu.cast.copies import write_files
from satupintu.registry.matching.linkage.columns import Columns, NoSuchColumn, read_records, read_truth
from satupintu.registry.matching.linkage.engine import is_installed, searching
from satupintu.registry.matching.linkage.evaluation import score
from satupintu.registry.matching.linkage.model import COMPARISONS, Model, Settings
from satupintu.registry.matching.linkage.pairs import Pair, evidence, groups, held_by
from satupintu.registry.matching.linkage.standard import FORMS, standard, standardised

FORM = {name: place for place, name in enumerate(FORMS)}


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """People written twice, and who is who."""
    folder = tmp_path_factory.mktemp("copies")
    write_files(11, 3000, folder / "records.csv", folder / "truth.csv")
    return folder / "records.csv", folder / "truth.csv"


def test_a_name_is_compared_by_parts_and_sounds_and_a_date_in_any_spelling() -> None:
    row = standard(
        {"id": 7, "name": "MUH. Djamal", "birth_date": "03-02-1990", "sex": "Laki-laki", "village": 7302012001}
    )
    assert row[FORM["parts"]] == "djamal muhammad"
    assert row[FORM["sounds"]] == standard({"id": 8, "name": "Mohamad Jamal"})[FORM["sounds"]]
    assert (row[FORM["born"]], row[FORM["swapped"]], row[FORM["year"]]) == ("1990-02-03", "1990-03-02", 1990)
    assert (row[FORM["sex"]], row[FORM["kecamatan"]], row[FORM["nik"]]) == ("m", "730201", None)


def test_columns_of_any_name_are_read_by_a_mapping(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("rec;given;sur;dob\na;Siti;Aminah;19900102\n")
    (tmp_path / "m.yaml").write_text("id: rec\nname: [given, sur]  # two columns\nbirth_date: dob\n")
    (record,) = read_records(tmp_path / "r.csv", Columns.read(tmp_path / "m.yaml"))
    assert record == {"id": "a", "name": "Siti Aminah", "birth_date": "19900102"}
    (tmp_path / "wrong.yaml").write_text("id: rec\nname: surname\n")
    with pytest.raises(NoSuchColumn):
        list(read_records(tmp_path / "r.csv", Columns.read(tmp_path / "wrong.yaml")))


def test_usual_headings_need_no_mapping_and_an_id_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("ID,Nama Lengkap,Tgl Lahir\n1,Caya,1990-01-02\n")
    assert list(read_records(tmp_path / "r.csv")) == [{"id": "1", "name": "Caya", "birth_date": "1990-01-02"}]
    (tmp_path / "r.csv").write_text("Nama\nCaya\n")
    with pytest.raises(NoSuchColumn):
        list(read_records(tmp_path / "r.csv"))


def test_a_truth_is_pairs_or_groups(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("left,right\nb,a\n")
    assert read_truth(file, "abc") == {("a", "b")}
    file.write_text("id,cluster\na,1\nb,1\nc,1\nd,2\n")
    assert read_truth(file, "abcd") == {("a", "b"), ("a", "c"), ("b", "c")}


def test_twins_are_held_back_and_a_wrong_nik_alone_is_not() -> None:
    twins = {"nik": "other", "born": "same", "family": "same", "name": "one_part"}
    assert held_by(twins) == "twins"
    assert held_by(twins | {"name": "same"}) == ""
    assert held_by(twins | {"nik": "same"}) == ""
    assert Pair.of("b", "a", 20.0, twins, 6.0) == Pair("a", "b", 5.0, twins, "twins")


def test_pairs_make_groups() -> None:
    assert groups([(1, 2), (5, 6), (2, 3)]) == [[1, 2, 3], [5, 6]]


def test_evidence_is_told_for_each_comparison() -> None:
    model = Model(0.001, {"sex": {"same": (1.0, 0.5), "other": (0.01, 0.5)}})
    assert evidence({"sex": "same", "nik": "same"}, model) == {"sex": 1.0, "nik": 0.0}


def test_the_numbers_that_come_along_fit_the_comparisons() -> None:
    weights = Model.shipped().weights
    for comparison in COMPARISONS:
        if comparison.code in weights:
            assert set(weights[comparison.code]) == {level.code for level in comparison.levels}


def test_duplicates_are_found_in_any_file(copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    call_command("matching_evaluate", *map(str, copies), "--json")
    report = json.loads(capsys.readouterr().out)
    assert report["pairs"]["precision"] >= 0.985
    assert report["pairs"]["recall"] >= 0.94
    assert set(report["seconds"]) == {"reading", "training", "comparing", "all"}
    assert report["peak_memory_mb"] > 0


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        call_command("matching_evaluate", str(tmp_path / "no.csv"), str(tmp_path / "no.csv"))


if is_installed("spark") and shutil.which("java"):  # an extra of half a gigabyte, which no lock of ours brings

    @pytest.mark.slow
    def test_spark_finds_what_duckdb_finds(copies: tuple[Path, Path]) -> None:
        records, truth = copies
        found = {}
        for backend in ("duckdb", "spark"):
            with searching(Settings(backend=backend)) as search:
                search.read(standardised(read_records(records)))
                found[backend] = {pair.ids for pair in search.rows(search.pairs(Model.shipped())) if pair.weight >= 6}
        everyone = {record["id"] for record in read_records(records)}
        assert score(found["spark"], found["duckdb"]).f1 > 0.995
        assert score(found["spark"], read_truth(truth, everyone)).f1 > 0.95
