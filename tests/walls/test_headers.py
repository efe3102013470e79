"""W1: each class of answer has exactly the headers that are written down in headers.txt, and no page holds inline code."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from satupintu.foundation.access.roles import may
from satupintu.registry.exports.tests.taking import taken
from tests.walls.actors import Actor
from tests.walls.routes import routes
from tests.walls.stages import STAGES, arrange
from tests.walls.world import World

pytestmark = pytest.mark.usefixtures("undone")
GOLDEN = Path(__file__).with_name("headers.txt")
CHANCE = {"Content-Length", "Date", "Expires", "Content-Disposition", "Location", "Set-Cookie"}
"""Headers that differ from one answer to the next."""
INLINE = {
    "a script in the page": re.compile(rb"<script(?![^>]*\s(?:src=|type=.application/json))", re.I),
    "a style in the page": re.compile(rb"<style\b", re.I),
    "a style on an element": re.compile(rb"<[^>]*\sstyle\s*=", re.I),
    "a handler on an element": re.compile(rb"<[^>]*\son[a-z]+\s*=", re.I),
    "a script as an address": re.compile(rb"=[\"']?\s*javascript:", re.I),
    "something from another house": re.compile(
        rb"<(?:script|link|img|iframe)[^>]*(?:src|href)=[\"']?(?:https?:)?//", re.I
    ),
}


def written() -> dict[str, str]:
    """Class of answer → its headers, as the golden file says."""
    blocks = re.split(r"^## ", GOLDEN.read_text(encoding="utf-8"), flags=re.M)[1:]
    return {name.strip(): lines.strip() for name, _newline, lines in (block.partition("\n") for block in blocks)}


def headers(answer: Any) -> str:
    """The headers of an answer and the flags of its cookies, sorted."""
    lines = sorted(f"{name}: {_sorted(value)}" for name, value in answer.items() if name not in CHANCE)
    for name, cookie in sorted(answer.cookies.items()):
        flags = [flag for flag in ("HttpOnly", "SameSite", "Path", "Domain") if cookie[flag.lower()]]
        lines.append(f"Cookie {name}: " + ", ".join(f"{flag}={cookie[flag.lower()]}" for flag in flags))
    return "\n".join(lines)


def _sorted(value: str) -> str:
    """A policy with its directives in order; any other header as it is."""
    return "; ".join(sorted(value.split("; ")))


def classes(world: World, actors: dict[str, Actor]) -> Iterator[tuple[str, Any]]:
    """One answer of each class."""
    keys, manager, anonymous = world.at("own").keys, actors["manager"].client, actors["anonymous"].client
    yield "page for citizens", anonymous.get("/warga/")
    yield "sign-in page", anonymous.get("/masuk/")
    yield "way to the sign-in page", anonymous.get("/keluhan/")
    yield "page about people", manager.get(f"/keluhan/{keys['complaint']}/")
    yield "list of people", manager.get("/keluhan/")
    yield "paper to print", manager.get(f"/keluhan/{keys['complaint']}/tanda-terima/")
    yield "form with errors", manager.post("/keluhan/baru/", {})
    yield "file to take away", taken(manager, "/keluhan/?unduh=csv")
    yield "attachment", manager.get(f"/lampiran/{keys['attachment']}/")
    yield "page without people", manager.get("/wilayah/")
    yield "refusal", actors["administrator"].client.get("/keluhan/")
    yield "nothing there", manager.get("/keluhan/TIDAKADA/")
    yield "report of a browser", anonymous.post("/csp/", b"{}", content_type="application/csp-report")


def test_every_class_of_answer_has_exactly_its_headers(world: World, actors: dict[str, Actor]) -> None:
    assert {name: headers(answer) for name, answer in classes(world, actors)} == written()


def test_the_page_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    policy: dict[str, list[str]] = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert {value for values in policy.values() for value in values} == {"'self'", "'none'", "data:", "/csp/"}
    assert [name for name, values in policy.items() if "data:" in values] == ["img-src"]
    for name in ("default-src", "object-src", "base-uri", "frame-ancestors"):
        assert policy[name] == ["'none'"], name


LOOKERS = ["coordinator", "manager", "responder", "administrator", "province_viewer", "auditor", "anonymous"]


@pytest.mark.parametrize("name", LOOKERS)
def test_no_page_holds_code_or_style_of_its_own(name: str, world: World, actors: dict[str, Actor]) -> None:
    who, looked, wrong = actors[name], 0, []
    for route in routes():
        if route.verb and not (who.standing.in_force and may(str(who.standing.role), route.verb)):
            continue
        if route.name in STAGES:
            arrange(STAGES[route.name], world.at("own"))
        for answer in (who.client.get(route.path(world.at("own"))), who.client.post(route.path(world.at("own")), {})):
            if "html" in answer.get("Content-Type", "") and not answer.streaming:
                looked += 1
                wrong += [f"{route.name}: {what}" for what, form in INLINE.items() if form.search(answer.content)]
        who.forget()
    assert wrong == []
    assert looked > 10
