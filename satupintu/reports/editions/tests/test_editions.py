"""A month is closed once, for good, by the house; and every reader sees a part of the same picture."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.rollup import ROOT, TOTAL
from satupintu.reports.editions import drawing
from satupintu.reports.editions.actions import close
from satupintu.reports.editions.jobs import close_until
from satupintu.reports.editions.models import Cell, Edition
from satupintu.reports.editions.tests.conftest import PANAKKUKANG, closing
from satupintu.reports.editions.words import Subject
from satupintu.work.complaints.models import Complaint
from satupintu.work.daybook.models import ServiceRecord

Desk = Callable[[Any], Client]
BULUKUMBA, GOWA, SULSEL = 7302000000, 7306000000, 7300000000
SULTRA, KOLAKA, BENDE = 7400000000, 7401000000, 7401012001
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def october(taken: Any) -> None:
    """Two kabupaten, two fields, and three of one field in one of them."""
    taken(20)
    taken(3, field=ServiceField.EDUCATION)
    taken(30, village_id=PANAKKUKANG)
    taken(10, village_id=PANAKKUKANG, field=ServiceField.EDUCATION)


def shown(edition: Edition, what: str, area: int) -> dict[str, int | None]:
    return dict(edition.cells.filter(what__in=[what, TOTAL], area=area).values_list("code", "count"))


def test_every_table_counts_the_same_people_and_the_levels_add_up(october: None) -> None:
    edition = closing(Subject.COMPLAINTS, OCTOBER)
    assert [shown(edition, "field", area)[TOTAL] for area in (ROOT, SULSEL, BULUKUMBA, GOWA)] == [63, 63, 23, 40]
    assert shown(edition, "field", BULUKUMBA) == {TOTAL: 23, "health": None, "education": None}
    assert shown(edition, "field", GOWA) == {TOTAL: 40, "health": None, "education": None}, "or three would follow"
    assert shown(edition, "field", SULSEL) == {TOTAL: 63, "health": 50, "education": 13}
    assert shown(edition, "status", SULSEL) == {TOTAL: 63, "received": 63}
    assert not edition.cells.filter(count__range=(1, 4)).exists(), "a small count is not even written down"


def test_a_kabupaten_with_few_takes_its_neighbour(taken: Any) -> None:
    taken(3)
    taken(30, village_id=PANAKKUKANG)
    edition = closing(Subject.COMPLAINTS, OCTOBER)
    assert shown(edition, "field", BULUKUMBA)[TOTAL] is shown(edition, "field", GOWA)[TOTAL] is None
    assert shown(edition, "field", SULSEL)[TOTAL] == 33


def test_a_month_is_that_of_the_place(taken: Any) -> None:
    """23.30 on 31 October in Jakarta is November in Makassar."""
    taken(9, received_at=datetime(2026, 10, 31, 16, 30, tzinfo=UTC))
    taken(8, received_at=datetime(2026, 10, 31, 15, 30, tzinfo=UTC))
    taken(7, received_at=datetime(2026, 9, 30, 16, 30, tzinfo=UTC))
    taken(6, received_at=datetime(2026, 9, 30, 15, 30, tzinfo=UTC))
    assert shown(closing(Subject.COMPLAINTS, OCTOBER), "field", ROOT)[TOTAL] == 15
    assert shown(closing(Subject.COMPLAINTS, date(2026, 11, 1)), "field", ROOT)[TOTAL] == 9


def test_what_happens_after_the_close_changes_nothing(
    october: None, taken: Any, cast: Any, under: Any, enter: Any
) -> None:
    for day in (1, 2):
        enter(cast.ara_depan, date(2026, 10, day), "pengecekan-desil", 20, 20)
    editions = [closing(subject, OCTOBER) for subject in Subject]
    before = list(Cell.objects.order_by("pk").values_list())
    taken(1)
    enter(cast.ara_depan, date(2026, 10, 3), "pengecekan-desil", 1, 1)
    with house("uji", quietly=True):
        Complaint.objects.filter(number="K-0").update(field=ServiceField.SOCIAL)
    with under(cast.ara_depan):
        ServiceRecord.objects.filter(day=date(2026, 10, 1)).update(current=False)
    assert [closing(subject, OCTOBER) for subject in Subject] == editions
    assert list(Cell.objects.order_by("pk").values_list()) == before
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update editions_cell set count = 8")


def test_closing_twice_is_once_and_leaves_one_event(october: None) -> None:
    with house("uji", quietly=True) as by:
        for _turn in range(2):
            close(Subject.COMPLAINTS, by=by, month=OCTOBER, today=date(2026, 11, 10), key="tutup")
    with house("uji", quietly=True):
        (event,) = Event.objects.filter(name="edition.closed")
    assert (event.trace, event.village, event.facts["month"]) == ("T-complaints-2026-10", 0, "10-2026")


def test_nobody_closes_a_month_before_its_day_and_no_officer_ever(cast: Any, under: Any) -> None:
    with house("uji", quietly=True) as by, pytest.raises(WrongState):
        close(Subject.COMPLAINTS, by=by, month=OCTOBER, today=date(2026, 11, 9))
    for who in (cast.bulukumba_manajer, cast.sulsel_pemantau, cast.bira_koordinator):
        with under(who), pytest.raises(Refused):
            close(Subject.COMPLAINTS, by=who, month=OCTOBER, today=date(2026, 11, 10))
    assert not Edition.objects.exists()


def test_the_clock_makes_good_what_was_missed(october: None) -> None:
    assert close_until(date(2026, 11, 9)) == 12 * len(Subject)
    assert not Edition.objects.filter(month=OCTOBER).exists()
    assert close_until(date(2026, 11, 11)) == len(Subject)
    assert close_until(date(2026, 11, 11)) == 0
    assert Cell.objects.get(edition__subject="complaints", what=TOTAL, area=ROOT).count == 63


def test_the_province_reads_kabupaten_and_the_nation_provinces(october: None, cast: Any, desk: Desk) -> None:
    closing(Subject.COMPLAINTS, OCTOBER)
    province = desk(cast.sulsel_pemantau).get("/").content.decode()
    for words in ("Menurut keadaan", "Menurut bidang", "Bulan demi bulan", "Okt 2026", "Bulukumba", "Gowa"):
        assert words in province
    assert "K-1" not in province and '<figure class="chart">' in province and "November 2026 terbit" in province
    nation = desk(cast.nasional_pemantau).get("/angka/").content.decode()
    assert "Sulawesi Selatan" in nation and "Bulukumba" not in nation
    assert desk(cast.bulukumba_manajer).get("/angka/").status_code == 403
    assert "Belum ada bulan yang ditutup" in desk(cast.sulsel_pemantau).get("/laporan/angka/").content.decode()


def test_a_province_s_sums_are_its_line_in_the_nation(october: None, cast: Any) -> None:
    edition = closing(Subject.COMPLAINTS, OCTOBER)
    seen = [
        set(edition.cells.seen_by(by).filter(area=SULSEL).values_list("what", "code", "count"))
        for by in (cast.sulsel_pemantau, cast.nasional_pemantau)
    ]
    assert seen[0] == seen[1] and seen[0]
    assert not edition.cells.seen_by(cast.nasional_pemantau).filter(area=BULUKUMBA).exists()


def test_a_province_reads_nothing_of_another_one_nor_of_the_nation(october: None, taken: Any, cast: Any) -> None:
    taken(25, village_id=BENDE)
    edition = closing(Subject.COMPLAINTS, OCTOBER)
    areas = set(edition.cells.values_list("area", flat=True))
    assert {ROOT, SULTRA, KOLAKA} < areas
    seen = set(edition.cells.seen_by(cast.sulsel_pemantau).values_list("area", flat=True))
    assert seen == {SULSEL, BULUKUMBA, GOWA}
    assert set(Cell.objects.seen_by(cast.nasional_pemantau).values_list("area", flat=True)) == {ROOT, SULSEL, SULTRA}


def test_visitors_of_a_month_by_service_and_area(cast: Any, desk: Desk, enter: Any) -> None:
    for code, people in (("pengecekan-desil", 40), ("kartu-kusuka", 3), ("konflik-sosial", 7)):
        enter(cast.ara_depan, date(2026, 10, 19), code, people, people)
    enter(cast.panakkukang_koordinator, date(2026, 10, 20), "pengecekan-desil", 60, 60)
    closing(Subject.VISITORS, OCTOBER)
    for who in (cast.sulsel_pemantau, cast.nasional_pemantau):
        browser = desk(who)
        assert browser.get("/laporan/")["Location"] == "/laporan/angka/"
        page = browser.get("/laporan/angka/").content.decode()
        assert ">110<" in page and ">100<" in page
        assert ">3<" not in page and ">7<" not in page and "–" in page
        assert browser.get("/laporan/layanan/").status_code == 403


def test_months_stand_side_by_side_without_a_sum(taken: Any, cast: Any, desk: Desk) -> None:
    taken(31)
    taken(12, received_at=datetime(2026, 9, 15, tzinfo=UTC))
    closing(Subject.COMPLAINTS, date(2026, 9, 1))
    closing(Subject.COMPLAINTS, OCTOBER)
    reader = desk(cast.sulsel_pemantau)
    page = reader.get("/angka/").content.decode()
    side_by_side = page[page.index("Bulan demi bulan") :]
    assert ">31<" in side_by_side and ">12<" in side_by_side and ">43<" not in page
    before = reader.get("/angka/?bulan=01-09-2026").content.decode()
    assert "September 2026" in before and "Bulan berikutnya" in before and ">31<" not in before


def test_few_areas_stand_beside_each_other_and_many_one_under_the_other(
    october: None, cast: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    closing(Subject.COMPLAINTS, OCTOBER)
    reader = desk(cast.sulsel_pemantau)

    def told() -> tuple[str, dict[str, list[str]]]:
        page = reader.get("/angka/").content.decode()
        table = page[page.index("Menurut bidang") : page.index("Bulan demi bulan")]
        rows = re.findall(r"<tr\b.*?</tr>", table, re.DOTALL)
        cells = [
            [re.sub("<[^>]+>", "", one) for one in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)] for row in rows
        ]
        return cells[0][0], {cell[0]: cell[1:] for cell in cells}

    first, rows = told()
    assert first == "Bidang" and rows["Bidang"] == ["Kab. Bulukumba", "Kab. Gowa", "Semua"]
    assert rows["Pendidikan"] == ["–", "–", "13"] and rows["Semua"] == ["23", "40", "63"]
    monkeypatch.setattr(drawing, "SIDE_BY_SIDE", 2)
    first, rows = told()
    assert first == "Daerah" and rows["Daerah"] == ["Pendidikan", "Kesehatan", "Semua"]
    assert rows["Kab. Gowa"] == ["–", "–", "40"] and rows["Semua"] == ["13", "50", "63"]


def test_where_every_number_is_hidden_no_table_of_dashes_stands(taken: Any, cast: Any, desk: Desk) -> None:
    taken(3)
    closing(Subject.COMPLAINTS, OCTOBER)
    page = desk(cast.sulsel_pemantau).get("/angka/").content.decode()
    part = page[page.index("<h2>Menurut keadaan") : page.index("<h2>Bulan demi bulan")]
    assert part.count("Semua angkanya disembunyikan") == 2 and "–" not in part and "<table" not in part
