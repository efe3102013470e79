"""The pages: tables on the screen and in files, names behind a cell, kept selections."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest

from satupintu.engine.actions import Refused
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.reports.sorting.actions import drop_filter, save_filter
from satupintu.reports.sorting.models import SavedFilter
from satupintu.reports.sorting.tests.conftest import ARA, BIRA, PANAKKUKANG


@pytest.fixture
def three(born: Any) -> None:
    """A schoolchild and a married child of Ara, an elderly man of Bira, a child of another kabupaten."""
    school, married = ("bdt", "2015", "1"), ("bdt", "2015", "2")
    born(ARA, date(2014, 3, 1), name="Rahmat Kadir", sex="male", schooling=school, identity_papers=("bdt", "2015", "3"))
    born(ARA, date(2010, 3, 1), name="Sitti Aminah", marital_status=married, identity_papers=("regsosek", "2022", "2"))
    born(BIRA, 1950, name="Baso Tua", sex="male")
    born(PANAKKUKANG, date(2014, 3, 1), name="Daeng Gowa", schooling=school)


def text(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_the_page_shows_the_table_of_the_own_area(three: None, cast: Any, desk: Any) -> None:
    manager = desk(cast.bulukumba_manajer)
    page = text(manager.get("/sortir/?tabel=schooling"))
    assert "Bonto Bahari" in page and "Masih sekolah" in page and "Tidak diketahui" in page
    assert "tempat=7302030000&amp;kolom=1" in page and "Daeng" not in page
    assert "1 anak tercatat kawin" in text(manager.get("/sortir/?tabel=marital_status"))
    assert "kawin atau pernah" not in text(manager.get("/sortir/?tabel=marital_status&populasi=elderly"))
    assert "tidak dapat dijumlahkan" in text(manager.get("/sortir/?tabel=papers"))
    assert "umurnya perkiraan" in text(manager.get("/sortir/?populasi=elderly"))
    assert "Desa Ara" in text(desk(cast.ara_koordinator).get("/sortir/?tabel=sex"))


def test_who_sees_no_persons_sees_no_table(three: None, cast: Any, desk: Any) -> None:
    for who in (
        cast.bulukumba_dikbud,
        cast.sulsel_pemantau,
        cast.ara_depan,
        cast.nasional_auditor,
        cast.bulukumba_admin,
    ):
        for path in ("/sortir/", "/sortir/orang/", "/sortir/saringan/"):
            assert desk(who).get(path).status_code == 403, (who, path)


def test_the_seven_tables_make_one_workbook(three: None, cast: Any, desk: Any) -> None:
    answer = desk(cast.bulukumba_manajer).get("/sortir/?unduh=xlsx")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert book.sheetnames == [
        *("Jumlah", "Jenis kelamin", "Status kawin", "Kepemilikan identitas", "Penyakit kronis", "Jenis disabilitas"),
        "Partisipasi sekolah",
    ]
    rows = {row[0]: row[1:] for row in book["Kepemilikan identitas"].iter_rows(values_only=True)}
    heads = rows["Wilayah"]
    whole = dict(zip(heads, rows["Semua"], strict=True))
    assert (whole["Akta kelahiran"], whole["KIA"], whole["Kartu pelajar"], whole["Orang"]) == (1, 1, 1, 2)
    paper = desk(cast.bulukumba_manajer).get("/sortir/?unduh=pdf")
    assert paper["Content-Type"] == "application/pdf" and paper.content.startswith(b"%PDF")


def test_the_names_behind_a_cell_are_a_reading(three: None, cast: Any, desk: Any) -> None:
    manager = desk(cast.bulukumba_manajer)
    page = text(manager.get(f"/sortir/orang/?tabel=schooling&kolom=1&tempat={ARA}"))
    assert "Rahmat Kadir" in page and "Sitti" not in page and "Baso" not in page
    assert "Daeng Gowa" not in text(manager.get(f"/sortir/orang/?tabel=schooling&kolom=1&tempat={PANAKKUKANG}"))
    with house("uji", quietly=True):
        (first, *_more) = Event.objects.filter(name="sorting.listed").order_by("pk")
        assert first.facts["shown"] == "identity,address,schooling" and len(first.shown_ids) == 1
    assert "Sitti Aminah" in text(manager.get("/sortir/orang/?tabel=marital_status&kolom=1"))
    assert "Sitti" not in text(desk(cast.bira_koordinator).get(f"/sortir/orang/?tempat={ARA}"))


@pytest.mark.parametrize(
    "query",
    [
        "populasi=x&tabel=y&hari=z&wilayah=1&dari=a&sampai=-4&desil=77&hanya=schooling:9&hanya=b&keadaan=q&nik=w",
        "hari=31-12-9999",
        "hari=01-01-0001",
        "saringan=99999999999999999999",
        "saringan=-1",
        "tempat=99999999999999999999&kolom=99999999999",
        "tempat=1&kolom=-99&tabel=number",
        "kolom=99&tabel=number",
        "dari=90&sampai=3",
    ],
)
def test_whatever_the_address_says_there_is_a_page(query: str, cast: Any, desk: Any) -> None:
    for path in ("/sortir/", "/sortir/orang/"):
        assert desk(cast.bulukumba_manajer).get(f"{path}?{query}").status_code == 200, path


def test_a_selection_is_kept_for_the_office(three: None, cast: Any, desk: Any, under: Any) -> None:
    manager = desk(cast.bulukumba_manajer)
    asked = "populasi=children&dari=7&sampai=12&hanya=schooling:0&hanya=schooling:2&hari=01-01-2020"
    sent = manager.post("/sortir/saringan/", {"name": "Tidak sekolah 7–12", "asked": asked})
    with under(cast.bulukumba_manajer):
        (saved,) = SavedFilter.objects.all()
        assert saved.asked["hanya"] == ["schooling:0", "schooling:2"] and "hari" not in saved.asked
    assert sent["Location"] == f"/sortir/?saringan={saved.pk}"
    page = text(manager.get(sent["Location"]))
    assert 'value="7"' in page and 'value="schooling:0" selected' in page
    assert "Tidak sekolah" in text(desk(cast.bulukumba_belakang).get("/sortir/"))
    assert "Tidak sekolah" not in text(desk(cast.ara_koordinator).get("/sortir/"))


def test_a_kept_selection_is_dropped_by_its_office_alone(cast: Any, under: Any, desk: Any) -> None:
    with under(cast.ara_koordinator):
        words = {"name": "Anak", "asked": {"populasi": "children"}}
        saved = save_filter(by=cast.ara_koordinator, key="sekali", **words)
        assert save_filter(by=cast.ara_koordinator, key="sekali", **words) == saved
        assert save_filter(by=cast.ara_koordinator, **words) == saved, "the same name is the same filter"
    path = f"/sortir/saringan/{saved.pk}/penghapusan/"
    assert desk(cast.bira_koordinator).post(path).status_code == 404
    with under(cast.bira_koordinator), pytest.raises(Refused):
        drop_filter(saved, by=cast.bira_koordinator)
    assert desk(cast.ara_koordinator).get(path).status_code == 405
    assert desk(cast.ara_koordinator).post(path).status_code == 302
    with under(cast.ara_koordinator):
        assert not SavedFilter.objects.exists()
        names = Event.objects.filter(name__startswith="sorting.filter").order_by("pk").values_list("name", flat=True)
        assert list(names) == ["sorting.filter_saved", "sorting.filter_saved", "sorting.filter_dropped"]
