"""The kit in a real browser, on a phone and on a desk."""

import gzip
import os
import re
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test import override_settings
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

pytestmark = pytest.mark.browser

WIDTHS = {"phone": (390, 844), "desk": (1366, 800)}
PAGES = (
    "",
    "?halaman=daftar",
    "?halaman=kosong",
    "?halaman=sedikit",
    "?halaman=yakin",
    "?halaman=umum",
    "?halaman=cetak",
    "?halaman=maaf",
)
SETTINGS = {
    "ROOT_URLCONF": "satupintu.engine.ui.tests.urls",
    "DEMO": True,
    "ALLOWED_HOSTS": ["*"],
    "SESSION_ENGINE": "django.contrib.sessions.backends.signed_cookies",
    "MIDDLEWARE": [
        "csp.middleware.CSPMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.locale.LocaleMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
}


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The kit on a port of its own, without any database."""
    with override_settings(**SETTINGS):
        server = LiveServerThread("127.0.0.1", StaticFilesHandler, connections_override={})
        server.daemon = True
        server.start()
        server.is_ready.wait()
        yield f"http://127.0.0.1:{server.port}/kit/"
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        place = os.environ.get("SATUPINTU_CHROMIUM") or shutil.which("chromium")
        running = playwright.chromium.launch(executable_path=place, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(params=WIDTHS)
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    wide, high = WIDTHS[request.param]
    opened = browser.new_context(viewport={"width": wide, "height": high}, locale="id-ID")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    wide, high = WIDTHS["desk"]
    opened = browser.new_context(viewport={"width": wide, "height": high}, locale="id-ID")
    yield opened.new_page()
    opened.close()


@pytest.mark.parametrize("asked", PAGES)
def test_every_page_is_accessible_fits_and_breaks_no_rule_of_the_browser(page: Page, site: str, asked: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.goto(site + asked)
    assert [words for words in said if "Failed to load resource" not in words] == []
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("asked", ["", "?halaman=daftar", "?halaman=umum"])
def test_words_are_large_and_targets_are_easy_to_touch(page: Page, site: str, asked: str) -> None:
    page.goto(site + asked)
    small = page.evaluate(
        """() => [...document.body.querySelectorAll("*")].filter(el => [...el.childNodes].some(
            n => n.nodeType === 3 && n.data.trim()) && el.offsetParent && parseFloat(getComputedStyle(el).fontSize) < 16)
            .map(el => el.outerHTML.slice(0, 80))"""
    )
    assert small == []
    narrow = page.evaluate(
        """() => [...document.querySelectorAll("nav a, .btn, button, summary, .form-control, .form-select, .choice, .check")]
            .filter(el => el.offsetParent && el.getBoundingClientRect().height < 44).map(el => el.outerHTML.slice(0, 80))"""
    )
    assert narrow == []


def test_the_slash_searches_and_escape_leaves(desk: Page, site: str) -> None:
    desk.goto(site)
    desk.keyboard.press("/")
    assert desk.evaluate("document.activeElement.name") == "q"
    desk.keyboard.type("a/b")
    assert desk.input_value("[data-search]") == "a/b"
    desk.keyboard.press("Escape")
    assert desk.evaluate("document.activeElement.tagName") == "BODY"


def test_arrows_walk_a_list_and_enter_opens(desk: Page, site: str) -> None:
    desk.goto(site + "?halaman=daftar")
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"):
        desk.keyboard.press(key)
    assert desk.evaluate("document.activeElement.textContent") == "P-2026-00002"
    desk.keyboard.press("Enter")
    desk.wait_for_url("**nomor=P-2026-00002")


def test_a_menu_opens_with_the_keyboard_and_closes_with_escape(desk: Page, site: str) -> None:
    desk.goto(site)
    desk.locator(".switcher summary").focus()
    desk.keyboard.press("Enter")
    assert desk.locator(".switcher .menu-list").is_visible()
    desk.keyboard.press("Escape")
    assert not desk.locator(".switcher .menu-list").is_visible()


def test_an_error_loses_nothing_and_is_where_the_eye_is(desk: Page, site: str) -> None:
    desk.goto(site)
    desk.fill("[name=nama]", "Andi Muhammad Rahmatullah Dg. Mattawang")
    desk.fill("[name=mulai]", "31-2-2026")
    desk.check("[name=cara][value=surat]")
    desk.click("form[data-draft] .btn-primary")
    desk.wait_for_selector("[data-summary]")
    assert desk.evaluate("document.activeElement.matches('[data-summary]')")
    assert desk.input_value("[name=nama]") == "Andi Muhammad Rahmatullah Dg. Mattawang"
    assert desk.input_value("[name=mulai]") == "31-2-2026"
    assert desk.is_checked("[name=cara][value=surat]")
    desk.click("[data-summary] a[href='#id_mulai']")
    assert desk.evaluate("document.activeElement.name") == "mulai"


def type_something(page: Page) -> None:
    page.fill("[name=nama]", "Siti Aminah")
    page.fill("[name=cerita]", "rahasia keluarga")
    page.check("[name=perlu][value=b]")
    page.wait_for_timeout(400)


def test_a_draft_comes_back_but_a_private_word_was_never_kept(desk: Page, site: str) -> None:
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.goto(site)
    type_something(desk)
    kept = desk.evaluate("JSON.stringify(sessionStorage)")
    assert "Siti Aminah" in kept
    assert "rahasia" not in kept
    key = desk.input_value("form[data-draft] [name=key]")
    desk.reload()
    assert desk.input_value("[name=nama]") == "Siti Aminah"
    assert desk.is_checked("[name=perlu][value=b]")
    assert desk.input_value("[name=cerita]") == ""
    assert desk.input_value("form[data-draft] [name=key]") == key
    desk.click(".restored button")
    desk.wait_for_function("document.querySelector('[name=nama]').value === ''")


def test_a_draft_survives_a_lost_line_and_goes_after_success(desk: Page, site: str) -> None:
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.goto(site)
    type_something(desk)
    desk.fill("[name=mulai]", "1-11-2026")
    desk.check("[name=cara][value=datang]")
    desk.select_option("[name=tempat]", "Desa Balibo")
    desk.check("[name=setuju]")
    desk.context.set_offline(True)
    desk.click("form[data-draft] .btn-primary")
    desk.wait_for_timeout(300)
    desk.context.set_offline(False)
    desk.goto(site)
    assert desk.input_value("[name=nama]") == "Siti Aminah"
    desk.click("form[data-draft] .btn-primary")
    desk.wait_for_selector(".notice.is-success")
    assert "draft:" not in desk.evaluate("JSON.stringify(sessionStorage)")
    assert desk.input_value("[name=nama]") == ""


def test_cancelling_throws_the_draft_away_and_leaving_asks(desk: Page, site: str) -> None:
    asked: list[str] = []

    def answer(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.accept()

    desk.on("dialog", answer)
    desk.goto(site)
    type_something(desk)
    desk.click("[data-cancel]")
    desk.wait_for_load_state()
    desk.wait_for_function("document.querySelector('[name=nama]').value === ''")
    assert asked == ["beforeunload"]
    assert "draft:" not in desk.evaluate("JSON.stringify(sessionStorage)")


def test_two_clicks_send_once(desk: Page, site: str) -> None:
    sent: list[str] = []

    def stay(route: Any) -> None:
        if route.request.method == "POST":
            sent.append("POST")
            route.fulfill(status=204)
        else:
            route.continue_()

    desk.route("**/kit/", stay)
    desk.goto(site)
    for _click in range(3):
        desk.click("form[data-draft] .btn-primary", force=True)
        desk.wait_for_timeout(100)
    assert sent == ["POST"]


def test_a_page_is_light(desk: Page, site: str) -> None:
    weights: dict[str, int] = {}

    def weigh(response: Any) -> None:
        if response.ok:
            weights[response.url] = len(gzip.compress(response.body()))

    desk.on("response", weigh)
    desk.goto(site + "?halaman=daftar", wait_until="networkidle")
    own = weights[site + "?halaman=daftar"]
    assert sum(weights.values()) <= 200_000
    assert own <= 40_000
    scripts = [url for url in weights if re.search(r"\.js$", url)]
    assert len(scripts) == 2


def test_paper_shows_heads_and_no_furniture(desk: Page, site: str) -> None:
    desk.goto(site + "?halaman=daftar")
    desk.emulate_media(media="print")
    for gone in (".topbar", ".sidenav", ".filters", ".head-actions", ".pager"):
        assert not desk.locator(gone).first.is_visible()
    assert desk.evaluate("getComputedStyle(document.querySelector('.rows thead')).display") == "table-header-group"
    assert desk.evaluate("getComputedStyle(document.querySelector('.rows tbody tr')).display") == "table-row"


def test_a_receipt_is_as_small_as_its_paper(desk: Page, site: str) -> None:
    desk.goto(site + "?halaman=cetak")
    paper = desk.pdf(prefer_css_page_size=True)
    assert re.findall(rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)", paper) == [(b"298", b"420")]
