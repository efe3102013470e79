"""W4: every unsafe request needs the token of our own page, or a citizen's ticket. (Sessions: where people sign in.)"""

import pytest
from django.test import Client

from satupintu.foundation.access import visitors
from tests.walls.actors import Actor
from tests.walls.footprints import reader
from tests.walls.routes import Route, routes
from tests.walls.sending import answers
from tests.walls.stages import STAGES, arrange, extra
from tests.walls.world import World

pytestmark = pytest.mark.usefixtures("undone")
WITHOUT_TOKEN = {"public:csp_report"}
"""Browsers send reports by themselves; they change nothing."""


@pytest.mark.parametrize(
    "route", [one for one in routes() if one.name not in WITHOUT_TOKEN], ids=lambda route: route.name
)
def test_a_request_from_elsewhere_changes_nothing(route: Route, world: World, actors: dict[str, Actor]) -> None:
    who = actors[STAGES[route.name].who if route.name in STAGES else "manager"]
    if route.name in STAGES:
        arrange(STAGES[route.name], world.at("own"))
    read = reader()
    before = read()
    forger = Client(enforce_csrf_checks=True)
    forger.cookies = who.client.cookies
    sent = answers(route.name, who.appointment) | extra(route.name, world.at("own"))
    del sent[visitors.FIELD]
    for method in ("post", "put", "patch", "delete"):
        body = sent if method == "post" else b"x"
        answer = getattr(forger, method)(route.path(world.at("own")), body)
        assert answer.status_code in {403, 405}, method
        assert read() == before, method


def test_a_report_of_a_browser_changes_nothing(world: World) -> None:
    read = reader()
    before = read()
    assert Client(enforce_csrf_checks=True).post("/csp/", b"{}", content_type="application/json").status_code == 204
    assert read() == before
