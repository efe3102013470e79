"""A browser and the whole product for journeys."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.officer import Officer
from tests.journeys.site import Site

PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")


@pytest.fixture(scope="package")
def site() -> Iterator[Site]:
    """The product with its cast."""
    with Site() as running:
        yield running


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """Chromium of the system, or the one that playwright brought."""
    from playwright.sync_api import Error, sync_playwright

    named = os.environ.get("SATUPINTU_CHROMIUM") or next((place for place in PLACES if Path(place).exists()), None)
    with sync_playwright() as playwright:
        try:
            found = playwright.chromium.launch(
                executable_path=named or None, args=["--no-sandbox", "--disable-background-networking"]
            )
        except Error as problem:
            if os.environ.get("SATUPINTU_REQUIRE_BROWSER") == "1":
                raise
            pytest.skip(f"no Chromium: {problem.message.splitlines()[0]}")
        yield found
        found.close()


@pytest.fixture(params=["id", "en"])
def anybody(request: pytest.FixtureRequest, officer: Callable[..., Officer]) -> partial[Officer]:
    """As ``officer``, once by people who read Indonesian and once by people who read English."""
    return partial(officer, language=request.param)


@pytest.fixture
def width(anybody: partial[Officer]) -> int:
    """A desk for whoever reads Indonesian, a phone for whoever reads English, whose words are the longer ones."""
    return {"id": 1366, "en": 390}[anybody.keywords["language"]]


@pytest.fixture
def officer(site: Site, browser: Any) -> Iterator[Callable[..., Officer]]:
    """``officer("ara.koordinator")`` is that person in a browser; ``officer("")`` is a citizen."""
    people: list[Officer] = []

    def enter(username: str, **how: Any) -> Officer:
        people.append(Officer(browser, site.url, username, **how))
        return people[-1]

    yield enter
    for one in people:
        one.context.close()
        assert one.complaints == [], one.complaints
