"""The photographer: every main page of the lit demo at the width of a phone and of a desk, into ``shots/``.

``./run shots [--only WORD]`` lights the demo and calls this with its address in SATUPINTU_URL.
"""

import argparse
import os
import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.journeys.conftest import PLACES
from tests.journeys.officer import Officer

PAGES: dict[str, tuple[str, ...]] = {
    "": ("/warga/", "/masuk/", "/masuk/sandi-baru/"),
    "ara.fasilitator": ("/", "/keluhan/baru/"),
    "ara.depan": ("/", "search:Andi", "search:tidakada", "first:/keluhan/", "/orang/baru/"),
    "ara.koordinator": (
        *("/", "/?daftar=tunggu", "/?daftar=terlambat", "/keluhan/", "first:/", "first:/!tanda-terima/"),
        *("first:/!rujukan/", "first:/!layanan/", "/impor/", "/kantor/", "/akun/", "/akun/keamanan/", "/akun/sesi/"),
    ),
    "bulukumba.manajer": (
        "/",
        "first:/",
        "/keluhan/",
        "/petugas/",
        "/petugas/baru/",
        "/jejak/",
        "/kalender/",
        "/wilayah/",
    ),
    "bulukumba.dukcapil": ("/", "/rujukan/", "first:/", "first:/!penolakan/"),
    "bontobahari.supervisor": ("/", "/keluhan/"),
    "sulsel.pemantau": ("/",),
    "nasional.auditor": ("/jejak/",),
    "bulukumba.admin": ("/petugas/",),
    "dua.penugasan": ("/penugasan/",),
    "bira.koordinator": ("/", "/pelimpahan/", "first:/pelimpahan/", "/keluhan/TIDAK-ADA/", "/jejak/"),
}
"""Who looks at what. ``first:/list/!rest`` opens the first row of a list, and from there a page below it; ``search:words``
looks for something."""


def name_of(username: str, path: str, width: int) -> str:
    """A file name that says who, what and how wide."""
    words = re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-") or "beranda"
    return f"{username or 'warga'}-{words}-{width}.png"


def open_page(person: Officer, path: str) -> None:
    """Go to an address, to what a search finds, or to the first row of a list."""
    if path.startswith("search:"):
        person.looks_for(path.removeprefix("search:"))
        return
    if not path.startswith("first:"):
        person.goes_to(path)
        return
    listed, _, rest = path.removeprefix("first:").partition("!")
    person.goes_to(listed)
    row = person.page.locator(".row-link").first
    if row.count():
        row.click()
        if rest:
            person.goes_to(person.page.url.removeprefix(person.url) + rest)


def main() -> int:
    """Take all pictures; answers 1 when a page complained."""
    options = argparse.ArgumentParser(prog="./run shots")
    options.add_argument("--only", default="", help="hanya halaman yang namanya memuat kata ini")
    options.add_argument("--to", type=Path, default=Path("shots"))
    asked = options.parse_args()
    asked.to.mkdir(exist_ok=True)
    url = os.environ["SATUPINTU_URL"].rstrip("/")
    chromium = os.environ.get("SATUPINTU_CHROMIUM") or next((place for place in PLACES if Path(place).exists()), None)
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )
        for username, paths in PAGES.items():
            wanted = [path for path in paths if asked.only in name_of(username, path, 0)]
            for width in (390, 1366) if wanted else ():
                person = Officer(browser, url, username, width=width)
                for path in wanted:
                    open_page(person, path)
                    file = asked.to / name_of(username, path, width)
                    person.page.screenshot(path=file, full_page=True)
                    print(file)
                complaints += [f"{username}: {words}" for words in person.complaints]
                person.context.close()
    print("\n".join(complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
