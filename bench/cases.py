"""What is measured, and how much slower than the barest thing it may be."""

import json
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

import psycopg
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.measure import Pair, in_turn
from bench.server import Server
from satupintu.foundation.access.confirmation import SECOND_FACTOR_KEY
from satupintu.foundation.access.scope import Scope
from satupintu.foundation.access.standing import SESSION_KEY
from satupintu.foundation.offices.models import Appointment


@dataclass(frozen=True)
class Figure:
    """One ratio: what, how many times as long as what, and the limit it is held to."""

    name: str
    against: str
    ratio: float
    limit: float
    note: str = ""

    @property
    def good(self) -> bool:
        """Whether it keeps its limit."""
        return self.ratio <= self.limit


PAGES = {
    "daftar keluhan (50)": ("/keluhan/", r"FROM \"complaints_complaint\".*LIMIT 51"),
    "beranda (worklist)": ("/", r"FROM \"complaints_complaint\".*LIMIT 50"),
}
"""Our pages, and how to know the query that they are about."""


def browser(username: str) -> tuple[Client, str, Appointment]:
    """Somebody of the cast signed in: a client, its cookie and the appointment."""
    account = get_user_model().objects.get(username=username)
    appointment = Appointment.objects.with_place().filter(account=account).first()
    assert appointment is not None
    client = Client()
    client.force_login(account)
    session = client.session
    session[SESSION_KEY], session[SECOND_FACTOR_KEY] = appointment.pk, True
    session.save()
    return client, f"{settings.SESSION_COOKIE_NAME}={session.session_key}", appointment


def write_queries(place: Path, client: Client, appointment: Appointment, nik: str) -> dict[str, str]:
    """Ask each page once and write down the SQL it is about, for the bare peers."""
    scope = Scope.of(appointment, timezone.localdate())
    queries: dict[str, Any] = {"scope": [_multirange(scope), str(scope.office), str(scope.appointment)]}
    for name, (path, pattern) in PAGES.items():
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(path.format(nik=nik))
        assert answer.status_code == 200, (path, answer.status_code)
        found = [query["sql"] for query in captured if re.search(pattern, query["sql"])]
        assert found, f"{name}: no query like {pattern}"
        queries[re.sub(r"\W+", "-", name)] = found[0]
    place.write_text(json.dumps(queries))
    return queries


def _multirange(scope: Scope) -> str:
    return "{" + ",".join(f"[{start},{end})" for start, end in scope.spans) + "}"


def pages(server: Server, cookie: str, nik: str, *, turns: int) -> list[Figure]:
    """Each page over HTTP against the same SQL in a minimal Django view, both of one server."""
    figures = []
    for name, (path, _pattern) in PAGES.items():
        slug, ours = re.sub(r"\W+", "-", name), path.format(nik=nik)
        pair = in_turn(
            lambda ours=ours: server.get(ours, cookie),
            lambda slug=slug: server.get(f"/bare/tanya/{slug}/"),
            turns=turns,
        )
        figures.append(
            Figure(f"{name}, p95", "SQL yang sama, psycopg telanjang", pair.at_p95, 2.5, _milliseconds(pair))
        )
    return figures


def walls(
    queries: dict[str, Any], owner: psycopg.Connection[Any], app: psycopg.Connection[Any], *, turns: int
) -> list[Figure]:
    """Each query as the application's role under its walls, against the same query with the walls off."""
    figures = []
    for name in PAGES:
        query = queries[re.sub(r"\W+", "-", name)].encode()
        with app.transaction():
            _enter(app, queries["scope"])
            plan = "\n".join(line for (line,) in app.execute(b"explain (costs off) " + query).fetchall())
            seen = app.execute(query).fetchall()
        with owner.transaction():
            _enter(owner, queries["scope"])
            free = owner.execute(query).fetchall()
        assert seen == free, f"{name}: the walls change what is found"
        assert "Seq Scan on complaints_complaint" not in plan, f"{name}: {plan}"
        assert "Seq Scan on people_person" not in plan, f"{name}: {plan}"
        pair = in_turn(_asker(app, query, queries["scope"]), _asker(owner, query, queries["scope"]), turns=turns)
        figures.append(
            Figure(f"tembok: {name}", "kueri yang sama tanpa tembok", pair.at_median, 1.3, _milliseconds(pair))
        )
    return figures


def open_the_walls(owner: psycopg.Connection[Any]) -> None:
    """Let the owner through its own walls, so that the same query runs without any: FORCE is taken off for the run."""
    for table in ("complaints_complaint", "people_person", "people_household", "people_nametoken"):
        owner.execute(f"alter table {table} no force row level security")


def alone(queries: dict[str, Any], app: psycopg.Connection[Any], *, turns: int) -> dict[str, list[float]]:
    """Seconds of each query by itself, as the application's role."""
    found = {}
    for name in PAGES:
        ask = _asker(app, queries[re.sub(r"\W+", "-", name)].encode(), queries["scope"])
        found[name] = in_turn(ask, lambda: None, turns=turns).ours
    return found


def growth(before: dict[str, list[float]], after: dict[str, list[float]]) -> list[Figure]:
    """How much longer each query takes with ten times as many persons."""
    return [
        Figure(
            f"pertumbuhan 10×: {name}",
            "sepersepuluh orang",
            median(after[name]) / median(before[name]),
            1.3,
            f"{median(after[name]) * 1000:.2f} ms / {median(before[name]) * 1000:.2f} ms",
        )
        for name in PAGES
    ]


def registering(server: Server, owner: psycopg.Connection[Any], *, turns: int) -> list[Figure]:
    """A complaint taken down over HTTP, with walls, rights, number and event, against a view that inserts one row."""
    owner.execute("create table if not exists bench_row (id bigserial primary key, text text, at timestamptz)")
    role = connection.settings_dict["USER"]
    owner.execute(f"grant insert on bench_row to {role}; grant usage on sequence bench_row_id_seq to {role}")
    _client, cookie, _appointment = browser("ara.depan")
    token = "a" * 32
    words = {"field": "health", "text": "Tidak punya KIS", "kind": "grievance", "nature": "need", "relation": "self",
             "channel": "walk_in", "urgency": "ordinary", "sensitivity": "ordinary", "csrfmiddlewaretoken": token}  # fmt: skip

    def register() -> None:
        body = urlencode(words | {"key": str(uuid.uuid4())})
        assert server.post("/keluhan/baru/", body, f"{cookie}; {settings.CSRF_COOKIE_NAME}={token}") == 302

    pair = in_turn(register, lambda: server.post("/bare/tulis/", "text=Tidak+punya+KIS"), turns=turns)
    return [Figure("mencatat keluhan", "satu baris disisipkan", pair.at_median, 2.0, _milliseconds(pair))]


def _enter(connection: psycopg.Connection[Any], scope: list[str]) -> None:
    from bench.peers import SETTINGS

    connection.execute(SETTINGS, scope)


def _asker(connection: psycopg.Connection[Any], query: bytes, scope: list[str]) -> Callable[[], object]:
    def ask() -> object:
        with connection.transaction():
            _enter(connection, scope)
            return connection.execute(query).fetchall()

    return ask


def _milliseconds(pair: Pair) -> str:
    return f"{median(pair.ours) * 1000:.1f} ms / {median(pair.bare) * 1000:.1f} ms"
