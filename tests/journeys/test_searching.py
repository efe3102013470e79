"""Somebody is looked for: with a slip of a letter, while typing, and by what narrows a name that many bear."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.officer import Officer

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]


def registers(clerk: Officer, name: str, year: str, mother: str) -> None:
    """Write somebody into the register."""
    clerk.goes_to("/orang/baru/")
    clerk.writes("Nama lengkap", name)
    clerk.writes("Tahun lahir saja", year)
    clerk.writes("Nama ibu kandung", mother)
    clerk.presses("Simpan orang")
    clerk.reads(name)


@pytest.mark.parametrize("width", [390, 1366])
def test_lines_appear_while_somebody_types(anybody: Enter, width: int) -> None:
    clerk = anybody("ara.koordinator", width=width)
    name = "Tenriawaru " + {("id", 390): "Dalle", ("id", 1366): "Pammase", ("en", 390): "Sompa"}.get(
        (clerk.language, width), "Wellang"
    )
    registers(clerk, name, "1987", "Sitti Rabiah")
    clerk.goes_to("/")
    clerk.page.locator("#cari").press_sequentially("tenriawru", delay=20)
    line = clerk.page.locator("#usulan").get_by_role("link", name=name)
    expect(line).to_be_visible()
    clerk.finds_nothing_to_complain_of()
    clerk.page.keyboard.press("ArrowDown")
    expect(clerk.page.locator("#usulan a").first).to_be_focused()
    line.click()
    clerk.reads(name, "Sitti Rabiah")


def test_the_mother_and_the_year_find_one_of_many(officer: Enter) -> None:
    clerk = officer("ara.koordinator")
    registers(clerk, "Besse Patiroi", "1990", "Hasnah")
    registers(clerk, "Besse Patiroi", "1971", "Nursia")
    clerk.looks_for("Besse Patiroi")
    clerk.page.get_by_text("Cari lebih tepat").click()
    clerk.writes("Nama ibu", "Nursiah")
    narrow = clerk.page.locator(".narrow")
    with clerk.page.expect_navigation():
        narrow.get_by_role("button").click()
    assert "Nursia" not in clerk.page.url, "who is looked for stands in no address"
    clerk.reads("Nama mirip, ibu sama")
    clerk.page.locator(".worklist .row-link").first.click()
    clerk.reads("Nursia")


def test_the_stranger_of_the_next_village_is_offered_nothing(officer: Enter) -> None:
    registers(officer("ara.koordinator"), "Samindara Bunga", "1980", "Hasnah")
    stranger = officer("bira.koordinator")
    stranger.page.locator("#cari").press_sequentially("Samindara Bunga", delay=20)
    stranger.page.wait_for_timeout(1500)
    expect(stranger.page.locator("#usulan a")).to_have_count(0)
