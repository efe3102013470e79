"""Where an officer can go: beside every page a few places, on a page of its own all of them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def linked(page: str, nav: str) -> list[str]:
    """The addresses in one navigation of a page."""
    found = re.search(rf'<nav class="{nav}".*?</nav>', page, re.DOTALL)
    assert found, nav
    return re.findall(r'<a href="([^"]+)"', found.group())


def test_the_page_of_all_places_leads_everywhere_and_keeps_the_four_of_a_phone(
    cast: Any, desk: Callable[[Any], Client]
) -> None:
    officer = desk(cast.bulukumba_manajer)
    home, more = (officer.get(path).content.decode() for path in ("/", "/lainnya/"))
    assert linked(more, "places") == linked(home, "places") == ["/", "/cari/", "/keluhan/baru/", "/akun/"]
    everywhere = re.findall(r'<a href="([^"]+)"', more[more.index("places-more") : more.index("</main>")])
    assert len(everywhere) > 15
    assert {path for path in linked(home, "sidenav") if path not in {"/", "/lainnya/"}} <= set(everywhere)
    for path in everywhere:
        assert officer.get(path, follow=True).status_code == 200, path
