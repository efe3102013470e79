"""A day at a post: the sheet filled on a phone, the week's sheet with the same totals, an outreach in the monthly report."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from satupintu.lib.sheets import open_sheet
from tests.journeys.officer import Officer

pytestmark = pytest.mark.browser


def test_a_day_is_filled_in_on_a_phone_and_stands_on_the_week_s_sheet(
    officer: Callable[..., Officer], tmp_path: Path
) -> None:
    rosmiati = officer("ara.depan", width=390)
    page = rosmiati.page
    assert rosmiati.goes_to("/buku-harian/") == 200
    for service, people, cards in (("Pengecekan DESIL", "7", "6"), ("Rekomendasi Jampersal", "2", "2")):
        page.get_by_label(f"{service}: tambah orang").fill(people)
        page.get_by_label(f"{service}: tambah KK").fill(cards)
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_text("Tercatat di buku harian.")).to_be_visible()
    expect(page.get_by_text("sudah 7 orang, 6 KK")).to_be_visible()
    rosmiati.goes_to("/laporan/layanan/")
    whole = page.locator("tfoot .whole")
    assert [whole.nth(place).inner_text() for place in (0, 1)] == ["9", "8"]
    rosmiati.finds_nothing_to_complain_of()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="XLSX").click()
    file = tmp_path / "lembar.xlsx"
    waiting.value.save_as(file)
    with open_sheet(file) as sheet:
        last = [row.cells for row in sheet][-1]
    assert (last[0], last[-2], last[-1]) == ("Jumlah", 9, 8)


def test_an_outreach_without_a_complaint_is_found_in_the_monthly_report(officer: Callable[..., Officer]) -> None:
    nurhayati = officer("ara.fasilitator", width=390)
    page = nurhayati.page
    nurhayati.goes_to("/laporan/petugas/")
    before = int(page.locator("tfoot .whole").first.inner_text())
    nurhayati.goes_to("/kunjungan/baru/")
    page.get_by_label("Siapa yang dikunjungi?").fill("Keluarga Daeng Rola")
    page.get_by_label("Apa yang ditemukan?").fill("Lansia tinggal sendiri.")
    page.get_by_label("Cek bansos").check()
    page.get_by_label("RT/RW atau dusun").fill("RT 2/RW 1")
    nurhayati.finds_nothing_to_complain_of()
    page.get_by_role("button", name="Simpan kunjungan").click()
    expect(page.get_by_text("Lansia tinggal sendiri.")).to_be_visible()
    nurhayati.goes_to("/laporan/petugas/")
    assert int(page.locator("tfoot .whole").first.inner_text()) == before + 1
    assert page.locator("tfoot .whole").nth(1).inner_text() == "1"
    page.get_by_role("link", name="Tulis").first.click()
    page.get_by_label("Tantangan").fill("Jalan putus karena hujan.")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_role("cell", name="Jalan putus karena hujan.")).to_be_visible()
