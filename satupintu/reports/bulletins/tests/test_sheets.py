"""The sheet from the book: the sample sheet of thirteen services and five days, posts, areas, clocks, walls."""

import re
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from satupintu.lib.sheets import open_sheet
from satupintu.reports.bulletins import places, sheets
from satupintu.reports.bulletins.rules import Pair
from satupintu.reports.bulletins.words import SheetKind
from satupintu.work.catalogue.models import Service
from satupintu.work.daybook.actions import Entry, correct

MONDAY = date(2026, 11, 16)
SAMPLE = {
    "pengaktifan-bpjs": [(6, 5), (4, 4), (7, 7), (3, 3), (5, 4)],
    "pengecekan-desil": [(11, 9), (8, 8), (9, 9), (12, 10), (6, 6)],
    "pembuatan-dtks": [(2, 2), (0, 0), (3, 3), (1, 1), (2, 2)],
    "rekomendasi-jampersal": [(1, 1), (0, 0), (0, 0), (2, 2), (0, 0)],
    "rekomendasi-kip-kuliah": [(0, 0), (3, 3), (1, 1), (0, 0), (4, 4)],
    "surat-terdaftar-dtks": [(5, 5), (6, 6), (4, 4), (5, 5), (7, 7)],
    "kartu-kusuka": [(0, 0), (1, 1), (0, 0), (0, 0), (0, 0)],
    "laporan-anak-terlantar": [(0, 0), (0, 0), (1, 1), (0, 0), (0, 0)],
    "laporan-lansia-terlantar": [(1, 1), (0, 0), (0, 0), (0, 0), (1, 1)],
    "konflik-sosial": [(0, 0), (2, 1), (0, 0), (0, 0), (0, 0)],
    "bantuan-masa-panik": [(0, 0), (0, 0), (0, 4), (0, 0), (0, 0)],
    "rumah-layak-huni": [(2, 2), (1, 1), (0, 0), (1, 1), (0, 0)],
    "surat-kematian": [(1, 1), (0, 0), (1, 1), (0, 0), (2, 2)],
}
"""A week of a secretariat as its sheet shows it: visitors and KK of thirteen services on five days."""


def single(pair: tuple[int, int]) -> list[tuple[int, int]]:
    """The entries that such a cell comes from: one visitor at a time, and cards that nobody came for at the end."""
    people, cards = pair
    entries = [(1, 1 if n < cards else 0) for n in range(people)]
    return [*entries, (0, cards - people)] if cards > people else entries


@pytest.fixture
def sample(cast: Any, enter: Any) -> None:
    for code, days in SAMPLE.items():
        for day, pair in enumerate(days):
            for visitors, kk in single(pair):
                enter(cast.ara_depan, MONDAY + timedelta(days=day), code, visitors, kk)


def place_of(by: Any, code: str = "") -> places.Place:
    found = places.chosen(code, places.offered(by))
    assert found is not None
    return found


def test_the_sample_sheet_comes_out_of_single_entries(sample: None, cast: Any, under: Any) -> None:
    with under(cast.ara_depan):
        drawn = sheets.draw(SheetKind.WEEK, place_of(cast.ara_depan), MONDAY + timedelta(days=3))
    by_code = dict(Service.objects.values_list("pk", "code"))
    assert {by_code[line.service]: [tuple(pair) for pair in line.cells] for line in drawn.sheet.lines} == SAMPLE
    assert [head.name for head in drawn.heads] == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat"]
    assert drawn.sheet.totals == tuple(
        Pair(*(sum(days[day][part] for days in SAMPLE.values()) for part in (0, 1))) for day in range(5)
    )
    assert drawn.sheet.total == Pair(131, 128)


def test_the_file_and_the_paper_say_the_same(sample: None, cast: Any, desk: Any, tmp_path: Any) -> None:
    browser, path = desk(cast.ara_depan), f"/laporan/layanan/?lembar=minggu&hari={MONDAY:%d-%m-%Y}"
    page = browser.get(path).content.decode()
    whole = re.findall(r'whole">([\d.]+)</td>', page)[-2:]
    assert whole == ["131", "128"]
    (tmp_path / "sheet.xlsx").write_bytes(b"".join(browser.get(f"{path}&unduh=xlsx").streaming_content))
    with open_sheet(tmp_path / "sheet.xlsx") as file:
        rows = [row.cells for row in file]
    assert len(rows) == 15 and rows[-1][0] == "Jumlah"
    assert tuple(rows[-1][-2:]) == (131, 128)
    assert [rows[1][1], rows[1][2]] == [6, 5]
    paper = browser.get(f"{path}&unduh=pdf")
    assert paper.status_code == 200 and paper.content.startswith(b"%PDF")


@pytest.mark.parametrize("kind", SheetKind)
def test_a_sheet_costs_one_sum(kind: SheetKind, sample: None, cast: Any, under: Any) -> None:
    with under(cast.ara_depan):
        place = place_of(cast.ara_depan)
        with CaptureQueriesContext(connection) as asked:
            drawn = sheets.draw(kind, place, MONDAY)
        assert sum("daybook_servicerecord" in one["sql"] for one in asked) == 1 and len(asked) <= 4
    assert kind is SheetKind.DAY or drawn.sheet.total == Pair(131, 128)


def test_a_correction_counts_at_once(cast: Any, under: Any, enter: Any) -> None:
    by = cast.ara_depan
    row = enter(by, MONDAY, "pengecekan-desil", 5, 5)
    with under(by):
        correct(row, by=by, entry=Entry(row.service, 2, 1), reason="Salah hitung")
        assert sheets.draw(SheetKind.DAY, place_of(by), MONDAY).sheet.total == Pair(2, 1)


@pytest.mark.parametrize("seed", range(4))
def test_a_kecamatan_and_a_kabupaten_are_the_sums_of_their_posts(seed: int, cast: Any, under: Any, enter: Any) -> None:
    dice, codes, posts = Random(seed), list(SAMPLE), (cast.ara_depan, cast.bira_koordinator, cast.bontobahari_tksk)
    written = {by: Pair() for by in posts}
    for _entry in range(40):
        by, visitors, kk = dice.choice(posts), dice.randrange(1, 9), dice.randrange(9)
        enter(by, MONDAY + timedelta(days=dice.randrange(7)), dice.choice(codes), visitors, kk)
        written[by] = written[by].plus(Pair(visitors, kk))
    enter(cast.panakkukang_koordinator, MONDAY, codes[0], 50, 50)
    whole = Pair(*(sum(pair[part] for pair in written.values()) for part in (0, 1)))
    with under(cast.bulukumba_manajer):
        offered = places.offered(cast.bulukumba_manajer)
        for code in ("w7302000000", "w7302030000"):
            assert sheets.draw(SheetKind.WEEK, place_of(cast.bulukumba_manajer, code), MONDAY).sheet.total == whole
        for by in posts:
            place = next(one for one in offered if one.office == by.office)
            assert sheets.draw(SheetKind.YEAR, place, MONDAY).sheet.total == written[by]
        assert not any("Panakkukang" in one.label for one in offered)
    with under(cast.bontobahari_tksk):
        assert sheets.draw(SheetKind.MONTH, place_of(cast.bontobahari_tksk, "w7302030000"), MONDAY).sheet.total == whole


def test_a_village_officer_chooses_nothing_but_the_own_post(cast: Any, desk: Any, enter: Any) -> None:
    enter(cast.bira_koordinator, MONDAY, "pengecekan-desil", 77, 76)
    assert [one.label for one in places.offered(cast.ara_koordinator)] == ["Puskesos Desa Ara"]
    bira = places.of_office(cast.bira_koordinator.office)
    for code in (bira.code, "w7302030000", "w7302000000", "x"):
        page = desk(cast.ara_koordinator).get(f"/laporan/layanan/?lembar=bulan&hari=16-11-2026&tempat={code}")
        assert page.status_code == 200
        assert "Puskesos Desa Ara" in page.content.decode() and ">77<" not in page.content.decode()


def test_a_service_that_was_ended_still_stands_where_it_was_given(cast: Any, under: Any, enter: Any) -> None:
    enter(cast.ara_depan, MONDAY, "rekomendasi-bpnt", 2, 2)
    with under(cast.ara_depan):
        drawn = sheets.draw(SheetKind.WEEK, place_of(cast.ara_depan), MONDAY)
    assert len(drawn.names) == 14 and drawn.sheet.total == Pair(2, 2)
