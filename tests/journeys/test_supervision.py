"""Those above see who has what on their hands, hand it on, return it, and count; the province sees numbers only."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from satupintu.lib.sheets import open_sheet
from tests.journeys.officer import Officer
from tests.journeys.test_journeys import take_down

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]
FACILITATOR, CLERK = "St. Nurhayati Dg. Ke'nang", "Rosmiati"
CLOSE = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from satupintu.reports.editions.jobs import close_until
close_until(timezone.localdate() + timedelta(days=62))
"""
"""The month is counted, as if it had come to its end."""
BACKLOG, RETURNED, VISITS, REGISTERED = 1, 4, 5, 6
"""Places of a person's numbers in the row."""
SMALLEST = 5
"""The smallest count that whoever sees numbers only is shown, beside 0."""


def fits(who: Officer) -> None:
    """Neither the page nor a table on it scrolls sideways, and nothing on it is out of reach."""
    too_wide = who.page.evaluate(
        "[document.documentElement, ...document.querySelectorAll('.table-room')]"
        ".some(one => one.scrollWidth > one.clientWidth)"
    )
    assert not too_wide, f"{who.page.url} scrolls sideways at {who.page.viewport_size}"
    who.finds_nothing_to_complain_of()


def numbers_of(supervisor: Officer, name: str) -> list[int]:
    """What the page of those who do the work says of one of them; 0 where it shows none."""
    supervisor.goes_to("/penyelia/")
    row = supervisor.page.locator(".rows tbody tr").filter(has_text=name)
    cells = row.locator("td").all_inner_texts()
    return [int(found[0]) if (found := re.findall(r"\d+", cell)) else 0 for cell in cells]


def serves(coordinator: Officer, number: str, server: str) -> None:
    """A facilitator has served; the coordinator writes down the result."""
    coordinator.goes_to(f"/keluhan/{number}/layanan/")
    coordinator.writes("Apa yang dilakukan?", "Mengantar berkas ke Dukcapil")
    served = coordinator.page.get_by_label(coordinator.said("Siapa yang melayani?"))
    served.select_option(served.locator("option").filter(has_text=server).first.get_attribute("value"))
    coordinator.writes("Hasilnya, kalau sudah selesai", "Sudah diantar")
    coordinator.presses("Catat layanan langsung")
    coordinator.reads("Sudah diantar")


def visits(facilitator: Officer) -> None:
    """Write a visit down that no complaint asked for."""
    facilitator.goes_to("/kunjungan/baru/")
    facilitator.writes("Siapa yang dikunjungi?", "Keluarga Daeng Rola")
    facilitator.writes("Apa yang ditemukan?", "Lansia tinggal sendiri.")
    facilitator.presses("Simpan kunjungan")
    facilitator.reads("Lansia tinggal sendiri.")


def test_the_supervisor_hands_on_returns_and_has_a_word(anybody: Enter, width: int) -> None:
    facilitator, clerk, coordinator = anybody("ara.fasilitator"), anybody("ara.depan"), anybody("ara.koordinator")
    supervisor, stranger = anybody("bontobahari.supervisor", width=width), anybody("bira.koordinator")
    before = numbers_of(supervisor, FACILITATOR)
    abouts = [f"Daeng {name} {supervisor.language}" for name in ("Sau", "Rannu", "Tonji")]
    taken = [take_down(facilitator, about, "Sosial") for about in abouts]
    visits(facilitator)
    serves(coordinator, taken[2], FACILITATOR)
    after = numbers_of(supervisor, FACILITATOR)
    assert [after[one] - before[one] for one in (BACKLOG, VISITS, REGISTERED)] == [3, 1, 3]
    fits(supervisor)
    supervisor.follows(FACILITATOR)
    hand = supervisor.page.url.removeprefix(supervisor.url)
    hands_on(supervisor, taken[:2])
    clerk.goes_to("/pemberitahuan/")
    clerk.reads(*taken[:2])
    returns(supervisor, hand, taken[2])
    assert numbers_of(supervisor, FACILITATOR)[RETURNED] == before[RETURNED] + 1
    facilitator.goes_to("/")
    facilitator.follows(abouts[2])
    facilitator.reads("Sebut nama petugas yang menerima")
    supervisor.goes_to(f"/keluhan/{taken[0]}/")
    supervisor.looks_further()
    supervisor.follows("Tulis catatan")
    supervisor.writes("Catatan untuk petugas", "Tolong kunjungi dulu rumahnya")
    supervisor.presses("Simpan catatan")
    supervisor.reads("Catatan tersimpan.")
    clerk.goes_to(f"/keluhan/{taken[0]}/")
    clerk.reads("Tolong kunjungi dulu rumahnya", "Hasnawati")
    assert stranger.goes_to(hand) == 404


def hands_on(supervisor: Officer, numbers: list[str]) -> None:
    """Tick several complaints of one person and hand them to another, with a reason."""
    fits(supervisor)
    for number in numbers:
        supervisor.page.locator(".choice").filter(has_text=number).get_by_role("checkbox").check()
    to = supervisor.page.get_by_label(supervisor.said("Alihkan kepada"))
    to.select_option(to.locator("option").filter(has_text=CLERK).get_attribute("value"))
    supervisor.writes("Alasan", "Fasilitator sedang pelatihan")
    supervisor.presses("Alihkan")
    supervisor.reads("2 keluhan dialihkan.")
    for number in numbers:
        expect(supervisor.page.locator(".rows, .choice").filter(has_text=number)).to_have_count(0)


def returns(supervisor: Officer, hand: str, number: str) -> None:
    """Return a result from the page of whoever brought it, with a reason."""
    supervisor.goes_to(hand)
    done = supervisor.page.locator(".links li").filter(has_text=number)
    done.get_by_role("link", name=supervisor.said("Kembalikan untuk diperbaiki")).click()
    supervisor.writes("Apa yang perlu diperbaiki?", "Sebut nama petugas yang menerima")
    supervisor.presses("Kembalikan")
    supervisor.reads("Dikembalikan kepada yang mengerjakannya.")
    supervisor.goes_to(hand)
    waiting = supervisor.page.locator(".links li").filter(has_text="Sebut nama petugas yang menerima")
    expect(waiting.filter(has_text=number)).to_have_count(1)


def test_the_manager_counts_opens_the_rows_behind_a_number_and_takes_them_away(
    anybody: Enter, width: int, tmp_path: Path
) -> None:
    clerk, manager = anybody("ara.depan"), anybody("bulukumba.manajer", width=width)
    take_down(clerk, f"Daeng Hitung {clerk.language}", "Ekonomi dan usaha", programme="pkh")
    for dimension in ("field", "programme", "area", "month"):
        manager.goes_to("/analisis/")
        manager.page.locator("select[name=by]").select_option(dimension)
        manager.presses("Saring")
        expect(manager.page).to_have_url(re.compile(f"by={dimension}"))
        fits(manager)
        smallest = min(counted(manager), key=lambda line: line[1])
        with manager.page.expect_download() as waiting:
            manager.page.get_by_role("link", name="Excel").click()
        file = tmp_path / "analisis.xlsx"
        waiting.value.save_as(file)
        with open_sheet(file) as sheet:
            rows = {str(row.cells[0]): row.cells[1] for row in sheet}
        assert rows[smallest[0]] == smallest[1]
        manager.page.locator(".rows .row-link").filter(has_text=smallest[0]).first.click()
        expect(manager.page).to_have_url(re.compile("/keluhan/"))
        assert manager.page.locator(".rows tbody tr").count() == min(smallest[1], 50), dimension


def counted(manager: Officer) -> list[tuple[str, int]]:
    """The lines of the analysis that lead to their rows: what, and how many complaints."""
    rows = manager.page.locator(".rows tbody tr:has(.row-link)").all()
    return [(row.locator("th").inner_text(), int(row.locator("td").first.inner_text().split()[-1])) for row in rows]


def test_the_province_sees_numbers_and_none_that_is_small(anybody: Enter, width: int, site: Any) -> None:
    gowa, viewer = anybody("panakkukang.koordinator"), anybody("sulsel.pemantau", width=width)
    name = f"Daeng Sunyi {viewer.language}"
    number = take_down(gowa, name, "Pendidikan")
    site.run(CLOSE)
    viewer.goes_to("/")
    viewer.reads("Gowa", "Angka di bawah 5 tidak ditampilkan")
    row = viewer.page.locator(".rows tbody tr").filter(has_text="Gowa").first.locator("td").all_inner_texts()
    assert "–" in {cell.strip() for cell in row}
    cells = viewer.page.locator(".rows td").all_inner_texts()
    shown = {int(re.sub(r"\D", "", cell)) for cell in cells if re.search(r"\d", cell)}
    assert not shown & set(range(1, SMALLEST)), shown
    viewer.does_not_read(name, number)
    viewer.finds_nothing_to_complain_of()
    for path in ("/penyelia/", "/analisis/", "/keluhan/", f"/keluhan/{number}/"):
        assert viewer.goes_to(path) in {403, 404}, path
        viewer.does_not_read(name)
