"""Taking in a file of answers: whom it finds, what it leaves out, what it never changes."""

import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from satupintu.engine.actions import Refused
from satupintu.engine.events.models import Event
from satupintu.foundation.access import House, house
from satupintu.lib.sheets import write_xlsx
from satupintu.registry.civil.actions import Delivery, load
from satupintu.registry.civil.adapters.file import AnswersOfFile, NotAnAnswer
from satupintu.registry.civil.models import AnswerFile, CivilAnswer
from satupintu.registry.people.models import Person

KABUPATEN, ARA, BIRA, GOWA = 7302000000, 7302032006, 7302032005, 7306072008
NIK, OTHER = "7302031211870001", "7302034508680002"
HEAD = "nik,orang,flag_nik,keberadaan,duk_nik,duk_nama,duk_ibu,duk_tanggal_lahir,duk_jenis_kelamin,duk_rt"
ROW = f"{NIK},,1,1,{NIK},MUHAMMAD RAHMAT,SITTI AMINAH,12-11-1987,LAKI-LAKI,002"


def somebody(village: int = ARA, nik: str | None = NIK, name: str = "Muh. Rahmat") -> Person:
    with house("uji", quietly=True):
        return Person.objects.create(village_id=village, name=name, nik=nik, rt="2", birth_date=date(1987, 11, 13))


@pytest.fixture
def brought(tmp_path: Path, db: None) -> Any:
    """``brought(row, …)`` loads a file of these rows for Bulukumba, as the house in that area."""

    def bring(*rows: str, name: str = "padan.csv", on: date = date(2026, 11, 1)) -> AnswerFile:
        path = tmp_path / name
        path.write_text("\n".join((HEAD, *rows)))
        with house("uji", spans=((KABUPATEN, KABUPATEN + 10**6),), quietly=True) as by:
            return load(AnswersOfFile(path), by=by, delivery=Delivery(name, f"{hash(rows)}", on, KABUPATEN))

    return bring


def answers() -> list[CivilAnswer]:
    with house("uji", quietly=True):
        return list(CivilAnswer.objects.select_related("file").order_by("pk"))


def test_an_answer_stands_beside_the_person_and_changes_nothing_of_them(brought: Any) -> None:
    person = somebody()
    file = brought(ROW)
    [answer] = answers()
    assert (answer.person_id, answer.verdict, answer.presence) == (person.pk, "matched", "confirmed")
    assert (answer.name, answer.birth_date, answer.sex, answer.rt) == (
        "MUHAMMAD RAHMAT",
        date(1987, 11, 12),
        "male",
        "002",
    )
    with house("uji", quietly=True):
        same = Person.objects.get(pk=person.pk)
        event = Event.objects.get(name="civil.loaded")
    assert (same.name, same.birth_date, same.version) == ("Muh. Rahmat", date(1987, 11, 13), person.version)
    assert (event.subject_id, event.village, event.facts["matched"]) == (file.pk, KABUPATEN, 1)


def test_a_newer_answer_is_the_current_one_and_the_older_stays(brought: Any) -> None:
    somebody()
    brought(ROW)
    brought(ROW.replace(",1,1,", ",2,4,"), name="lagi.csv", on=date(2026, 12, 1))
    assert [(one.verdict, one.current) for one in answers()] == [("matched", False), ("not_matched", True)]


def test_the_same_file_again_changes_nothing(brought: Any) -> None:
    somebody()
    assert brought(ROW).pk == brought(ROW).pk
    assert len(answers()) == 1
    with house("uji", quietly=True):
        assert Event.objects.filter(name="civil.loaded").count() == 1


def test_each_row_that_is_left_out_says_why(brought: Any) -> None:
    somebody()
    first, second = somebody(nik=OTHER), somebody(nik=OTHER, village=BIRA)
    file = brought(
        ROW,
        ROW,
        ROW.replace(",1,1,", ",7,1,"),
        ",,1,1",
        f"{OTHER},,1,1",
        f"{OTHER},O-{second.pk},1,1",
        "7302030101010001,,1,1",
    )
    told = [(3, "twice"), (4, "no_verdict"), (5, "no_key"), (6, "several"), (8, "unknown")]
    assert [tuple(problem) for problem in file.problems] == told
    assert file.counts["rows"] == 7
    assert first.pk not in {one.person_id for one in answers()}


def test_nobody_outside_the_area_of_the_file_is_found_by_nik_or_number(brought: Any) -> None:
    stranger = somebody(GOWA)
    file = brought(ROW, f",O-{stranger.pk},1,1")
    assert [code for _row, code in file.problems] == ["unknown", "unknown"]
    assert answers() == []


def test_a_nik_that_a_spreadsheet_made_a_number_is_told_and_never_guessed(tmp_path: Path) -> None:
    path = tmp_path / "padan.xlsx"
    write_xlsx(["nik", "flag_nik"], [[7302031211870001, "1"]], path, name="Data")
    [row] = AnswersOfFile(path).answers()
    assert row.code == "number"  # type: ignore[union-attr]


def test_a_file_of_something_else_is_refused_with_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "lain.csv"
    path.write_text("nama,umur\nA,1\n")
    with pytest.raises(NotAnAnswer, match="flag_nik"):
        list(AnswersOfFile(path).answers())


def test_an_officer_without_the_verb_is_refused(cast: Any, under: Any, tmp_path: Path) -> None:
    by = cast.ara_koordinator
    with under(by), pytest.raises(Refused):
        load(AnswersOfFile(tmp_path / "x.csv"), by=by, delivery=Delivery("x", "0", date(2026, 11, 1), by.area_id))


def test_whoever_does_not_see_the_person_does_not_see_the_answer(cast: Any, under: Any, brought: Any) -> None:
    somebody()
    brought(ROW)
    with under(cast.ara_koordinator):
        assert CivilAnswer.objects.count() == 1
        assert not AnswerFile.objects.exists()  # of the whole kabupaten
    with under(cast.bira_koordinator):
        assert not CivilAnswer.objects.exists()


def test_the_command_tells_what_became_of_the_rows(tmp_path: Path, db: None) -> None:
    somebody()
    path, told = tmp_path / "padan.csv", StringIO()
    path.write_text("\n".join((HEAD, ROW, "7302030101010001,,1,1")))
    call_command("load_civil_matches", str(path), "--area", "73.02", "--date", "2026-11-01", "--json", stdout=told)
    report = json.loads(told.getvalue())
    assert {name: report[name] for name in ("rows", "matched", "not_matched", "refused")} == {
        "rows": 2,
        "matched": 1,
        "not_matched": 0,
        "refused": 1,
    }
    assert report["errors_by_kind"] == {"unknown": 1}
    assert report["errors"][0]["row"] == 3
    with pytest.raises(CommandError, match="wilayah"):
        call_command("load_civil_matches", str(path), "--area", "x")


def test_the_command_works_in_the_name_of_an_officer_inside_their_area(cast: Any, tmp_path: Path) -> None:
    somebody()
    path, told = tmp_path / "padan.csv", StringIO()
    path.write_text("\n".join((HEAD, ROW)))
    call_command("load_civil_matches", str(path), "--by", "bulukumba.manajer", "--json", stdout=told)
    assert json.loads(told.getvalue())["matched"] == 1
    with pytest.raises(CommandError, match="penugasan"):
        call_command("load_civil_matches", str(path), "--by", "tidak.ada")


def test_the_page_of_a_person_shows_both_sides(cast: Any, desk: Any, brought: Any) -> None:
    person = somebody()
    browser = desk(cast.ara_koordinator)
    assert "Belum pernah dipadankan" in browser.get(f"/orang/{person.pk}/").content.decode()
    brought(ROW)
    page = browser.get(f"/orang/{person.pk}/").content.decode()
    for words in ("Menurut Dukcapil", "Padan", "MUHAMMAD RAHMAT", "12 Nov 1987", "berbeda", "padan.csv"):
        assert words in page
    assert desk(cast.bira_koordinator).get(f"/orang/{person.pk}/").status_code == 404


def test_the_house_has_a_name_in_the_file(brought: Any) -> None:
    assert brought(ROW).loaded_by == House("uji").label


def test_a_manager_hands_a_file_over_in_the_browser_once_however_often_it_is_sent(cast: Any, desk: Any) -> None:
    somebody()
    browser = desk(cast.bulukumba_manajer)
    sent = {"key": "00000000-0000-4000-8000-000000000001", "answered_on": "01-11-2026"}
    for _turn in range(2):
        file = SimpleUploadedFile("padan.csv", f"{HEAD}\n{ROW}\n,,1".encode())
        answer = browser.post("/pemadanan/", sent | {"file": file}, follow=True)
    page = answer.content.decode()
    assert "2 baris dimuat: 1 padan, 0 tidak padan." in page
    assert "1: Kolom “nik” dan “orang” kosong. (baris 3)" in page
    assert len(answers()) == 1


def test_a_file_of_something_else_is_told_on_the_page_and_a_village_has_no_such_page(cast: Any, desk: Any) -> None:
    file = SimpleUploadedFile("lain.csv", b"nama\nA\n")
    answer = desk(cast.bulukumba_manajer).post("/pemadanan/", {"file": file, "answered_on": "01-11-2026"})
    assert answer.status_code == 422
    assert "flag_nik" in answer.content.decode()
    assert desk(cast.ara_koordinator).get("/pemadanan/").status_code == 403
