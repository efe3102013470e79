"""An officer in a real browser: signs in, reads pages, presses buttons by their words."""

import base64
import hmac
import re
import time
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, expect

from satupintu.cast.officers import PASSWORD, TOTP_SECRET
from tests.journeys import english

AXE = Axe()
STEP = 30
"""Seconds for which a code is good."""
USED: dict[tuple[str, str], int] = {}
"""The half minute whose code somebody last used at a house."""
expect.set_options(timeout=20_000)
"""Milliseconds that words may take to appear: on a busy machine an erasure or a letter takes longer than usual."""


def code_of(secret: str, now: float) -> str:
    """The six digits that a phone shows for a secret (RFC 6238: SHA-1, half a minute)."""
    counter = int(now // STEP).to_bytes(8, "big")
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    place = digest[-1] & 15
    return f"{(int.from_bytes(digest[place : place + 4], 'big') & 0x7FFFFFFF) % 10**6:06d}"


class Officer:
    """One person of the cast with a browser of their own.

    Words are given in Indonesian; whoever reads English finds the same page by its English words.
    """

    def __init__(self, browser: Browser, url: str, username: str, *, width: int = 1366, language: str = "id") -> None:
        self.url = url
        self.language = language
        self.said: Any = english.said if language == "en" else str
        self.whole: Any = english.whole if language == "en" else str
        self.complaints: list[str] = []
        height = 844 if width < 600 else 800
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            bypass_csp=False,
            locale={"id": "id-ID", "en": "en-GB"}[language],
        )
        self.context.add_cookies([{"name": "bahasa", "value": language, "url": url}])
        self.page: Page = self.context.new_page()
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda problem: self.complaints.append(str(problem)))
        if username:
            self._sign_in(username)

    def _listen(self, message: Any) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(message.text)

    def _sign_in(self, username: str) -> None:
        self.page.goto(f"{self.url}/masuk/")
        self.page.get_by_label(self.said("Nama pengguna")).fill(username)
        self.page.get_by_label(self.whole("Sandi"), exact=True).fill(PASSWORD)
        self.leaves_by("Masuk")
        if "/masuk/kode/" in self.page.url:
            step = self._step_of(username)
            self.page.get_by_label(self.said("Kode")).fill(code_of(TOTP_SECRET, step * STEP))
            self.leaves_by("Masuk")
            assert "/masuk/kode/" not in self.page.url, self.page.locator("main").inner_text()
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def _step_of(self, username: str) -> int:
        """The half minute whose code is given: each opens once, and the next one is taken before its time, none later."""
        step = max(int(time.time()) // STEP, USED.get((self.url, username), 0) + 1)
        early = (step - 1) * STEP - time.time()
        if early > 0:
            self.page.wait_for_timeout(early * 1000 + 500)
        USED[self.url, username] = step
        return step

    def looks_again(self) -> None:
        """Load the page anew; one that shows work under way does so by itself and cuts this off: it is let be first."""
        for left in reversed(range(10)):
            try:
                self.page.reload()
                return
            except Error:
                if not left:
                    raise
                self.page.wait_for_timeout(1000)

    def leaves_by(self, words: str) -> None:
        """Press a button and see the next page before looking at its address."""
        with self.page.expect_navigation():
            self.presses(words)

    def goes_to(self, path: str) -> int:
        """Open an address; answers its status."""
        answer = self.page.goto(f"{self.url}{path}")
        assert answer is not None
        return answer.status

    def looks_for(self, text: str) -> None:
        """Look for a person or a number by the field that stands on every page."""
        self.goes_to("/cari/")
        self.page.keyboard.press("/")
        self.page.keyboard.type(text)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        assert "?" not in self.page.url, "what is looked for stands in no address"

    def follows(self, words: str) -> None:
        """Follow a link."""
        self.page.get_by_role("link", name=self.said(words)).first.click()

    def looks_further(self) -> None:
        """Open what can be done besides."""
        self.page.get_by_text(self.whole("Tindakan lain"), exact=True).click()

    def presses(self, words: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=self.whole(words), exact=True).click()

    def takes_away(self, words: str, place: Path) -> None:
        """Take rows about people away as a file: say for what, fetch it, and go back to where they stand."""
        back = self.page.url
        self.follows(words)
        self.picks("Memperbaiki data")
        self.writes("Jelaskan dengan satu kalimat", "Diperiksa bersama di kantor.")
        self.finds_nothing_to_complain_of()
        self.presses("Siapkan unduhan")
        with self.page.expect_download() as taken:
            self.follows("Unduh berkas")
        taken.value.save_as(place)
        self.page.goto(back)

    def writes(self, label: str, text: str) -> None:
        """Write into a field."""
        self.page.get_by_label(self.said(label)).first.fill(text)

    def picks(self, label: str) -> None:
        """Pick a card."""
        self.page.get_by_label(self.whole(label), exact=True).first.check()

    def chooses(self, label: str, option: str) -> None:
        """Choose from a list."""
        self.page.get_by_label(self.said(label)).select_option(label=option)

    def reads(self, *words: str) -> None:
        """Find words on the page, or fail."""
        for one in words:
            if self.said is str or not english.is_put_otherwise(one):
                expect(self.page.locator("body")).to_contain_text(self.said(one))

    def does_not_read(self, *words: str) -> None:
        """Find none of the words on the page."""
        for one in words:
            expect(self.page.locator("body")).not_to_contain_text(one)

    @property
    def number(self) -> str:
        """The number of the complaint, letter or transfer whose page is open."""
        found = re.search(r"/(?:keluhan|rujukan|pelimpahan)/([A-Z0-9-]+)/", self.page.url)
        assert found, self.page.url
        return found[1]

    def finds_nothing_to_complain_of(self) -> None:
        """No accessibility violation, no console error, no breach of the content policy on the open page."""
        with_axe = self.context.browser.new_context(bypass_csp=True)  # type: ignore[union-attr]
        try:
            with_axe.add_cookies(self.context.cookies())  # type: ignore[arg-type]
            page = with_axe.new_page()
            page.set_viewport_size(self.page.viewport_size or {"width": 1366, "height": 800})
            page.goto(self.page.url)
            found = AXE.run(page).response["violations"]
        finally:
            with_axe.close()
        told = [f"{one['id']}: {[node['html'][:120] for node in one['nodes']][:3]}" for one in found]
        assert told == [], f"{self.page.url}: {told}"
        assert self.complaints == [], self.complaints
