"""L5: logs, mails to administrators and addresses never hold a citizen's name, NIK or story, whatever breaks."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any
from urllib.parse import unquote_plus

import pytest
from django.core import mail
from django.db import DataError, IntegrityError, OperationalError, connection

from satupintu.engine.events import listening as listeners
from satupintu.foundation.access.roles import may
from tests.walls.actors import Actor
from tests.walls.canaries import PAPERS, everything, found
from tests.walls.ears import Ear, listening
from tests.walls.routes import routes
from tests.walls.sending import answers
from tests.walls.world import World

pytestmark = pytest.mark.usefixtures("undone")
NAME, NIK = "Kenariaaaabbbbcccc", "9912345678901234"
ADDRESS = re.compile(r'\s(?:href|src|action|formaction|hx-[a-z]+)="([^"]*)"')


@pytest.fixture
def log() -> Iterator[Ear]:
    """What the log is told, down to INFO."""
    with listening() as ear:
        yield ear


@pytest.fixture
def quietly(actors: dict[str, Actor], settings: Any) -> Iterator[Callable[..., Any]]:
    """Ask as the coordinator of Ara, as production would answer: no exception comes through, somebody reads the mails."""
    settings.ADMINS, settings.DEBUG = [("Pengelola", "pengelola@example.org")], False
    client = actors["coordinator"].client
    client.raise_request_exception = False
    yield lambda method, path, sent=None: getattr(client, method)(path, sent)
    client.raise_request_exception = True


def assert_nothing_told(log: Ear, world: World) -> None:
    """Neither log nor mail holds a canary of a person."""
    mails = "\n".join(str(message.message()) for message in mail.outbox)
    told = found(log.text()) | found(mails)
    assert {one for one in told if world.canaries.get(one, ("",))[0] not in PAPERS} == set()


def typed() -> dict[str, str]:
    """What somebody typed into the intake form when it broke."""
    return answers("complaints:intake", None) | {
        "text": NAME,
        "about": NAME,
        "reporter_name": NAME,
        "reporter_phone": NIK,
    }


@pytest.mark.parametrize(
    "fault",
    [
        ValueError(f"{NAME} tidak terbaca"),
        IntegrityError(f"Key (nik)=({NIK}) already exists. Failing row contains (1, {NAME})"),
        DataError(f"value too long: {NAME}"),
        OperationalError(f'server closed the connection; CONTEXT: COPY people, line 1: "{NIK} {NAME}"'),
    ],
    ids=lambda fault: type(fault).__name__,
)
def test_a_fault_in_the_middle_of_an_action_tells_nothing(
    fault: Exception, quietly: Callable[..., Any], log: Ear, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(event: Any) -> None:
        raise fault

    monkeypatch.setitem(listeners._listeners, "complaint.registered", [breaks])
    answer = quietly("post", "/keluhan/baru/", typed())
    assert answer.status_code == (503 if isinstance(fault, OperationalError) else 500)
    assert not found(everything(answer))
    assert log.lines, "it tells that something broke"
    assert_nothing_told(log, world)


def test_a_lost_database_tells_nothing_and_says_so_plainly(quietly: Callable[..., Any], log: Ear, world: World) -> None:
    def gone(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "complaints_" in sql:
            raise OperationalError(f"server closed the connection unexpectedly while executing {sql} with {params}")
        return execute(sql, params, many, context)

    own = world.at("own").keys
    with connection.execute_wrapper(gone):
        for method, path in (("get", f"/keluhan/{own['complaint']}/"), ("post", "/keluhan/baru/")):
            answer = quietly(method, path, typed() if method == "post" else None)
            assert answer.status_code == 503 and "Basis data" in answer.content.decode()
    assert_nothing_told(log, world)


def test_an_ordinary_day_leaves_nothing_in_the_log(world: World, actors: dict[str, Actor], log: Ear) -> None:
    for name in ("coordinator", "manager", "responder", "administrator", "anonymous"):
        for route in routes():
            for place in ("own", "elsewhere"):
                actors[name].client.get(route.path(world.at(place)))
            actors[name].client.post(route.path(world.at("own")), typed() | {"name": NAME, "nik": NIK})
            actors[name].forget()
    assert_nothing_told(log, world)


@pytest.mark.parametrize("name", ["coordinator", "manager", "responder"])
def test_no_address_on_any_page_holds_a_person(name: str, world: World, actors: dict[str, Actor]) -> None:
    who, wrong, looked = actors[name], [], 0
    for route in routes():
        if route.verb and not may(name, route.verb):
            continue
        for method, sent in (("get", None), ("post", typed())):
            answer = getattr(who.client, method)(route.path(world.at("own")), sent)
            text = "" if answer.streaming else answer.content.decode(errors="replace")
            addresses = [*map(unescape, ADDRESS.findall(text)), answer.get("Location", "")]
            looked += len(addresses)
            held = found(unquote_plus("\n".join(addresses)))
            wrong += [f"{route.name}: {one}" for one in held if world.canaries.get(one, ("",))[0] not in PAPERS]
        who.forget()
    assert wrong == []
    assert looked > 300
