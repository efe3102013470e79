"""What is measured, and how much slower than the barest thing it may be."""

import json
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
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

from bench.figure import Figure
from bench.measure import Pair, in_turn, percentile
from bench.server import Server
from satupintu.foundation.access.confirmation import SECOND_FACTOR_KEY
from satupintu.foundation.access.scope import Scope
from satupintu.foundation.access.standing import SESSION_KEY
from satupintu.foundation.offices.models import Appointment


@dataclass(frozen=True)
class Page:
    """A page of ours: its address, and which of its SQL is about the matter and not about who asks.

    ``typed`` is what is looked for: it is sent by POST, and the page that answers is asked for when it lies there too.
    ``limit`` holds the page to its own SQL, answered as bare JSON; a page that answers in ``QUICK`` keeps it anyway.
    """

    name: str
    path: str
    sql: str
    drawn: bool = True
    typed: str = ""
    limit: float | None = None

    @property
    def slug(self) -> str:
        """Its name in addresses and files."""
        return re.sub(r"\W+", "-", self.name)


BARE = {"tabel": "SQL yang sama, psycopg telanjang, tabel polos", "tanya": "SQL yang sama, psycopg telanjang, JSON"}
TOKEN = "a" * 32
"""The token against forged forms, as the measuring browser holds and sends it."""
WORK = r"from \"?(complaints|referrals|people|events|detection)_|from \(select"
LISTS = [
    Page("daftar keluhan (50)", "/keluhan/", WORK),
    Page("beranda (worklist)", "/", WORK),
    Page("cari NIK", "/cari/", WORK, drawn=False, typed="{nik}"),
]
QUICK = 0.3
"""Seconds at the 95th percentile in which a page of numbers may always answer."""
ANALYSED = (
    ("bidang", "by=field"),
    ("program", "by=programme"),
    ("sebab", "by=nature"),
    ("hasil", "by=outcome"),
    ("bulan", "by=month"),
    ("wilayah", "by=area"),
    ("kantor", "by=office"),
    ("bidang × bulan", "by=field&across=month"),
    ("program × bulan", "by=programme&across=month"),
    ("wilayah × bidang", "by=area&across=field"),
    ("sebab × bidang", "by=nature&across=field"),
)
NUMBERS = [
    *(Page(f"analisis {words}", f"/analisis/?{asked}", WORK, drawn=False, limit=2.0) for words, asked in ANALYSED),
    Page("analisis penerima", "/analisis/penerima/", WORK, drawn=False, limit=2.0),
    Page("penyelia", "/penyelia/", WORK, drawn=False, limit=2.0),
    Page(
        "lembar layanan setahun",
        "/laporan/layanan/?lembar=tahun&tempat=w7302000000",
        r"from \"?daybook_",
        drawn=False,
        limit=2.0,
    ),
]
"""Pages that count everything of the area, and so grow with it."""
PAGES = [*LISTS, *NUMBERS]
"""Pages measured over HTTP."""
QUESTIONS = [
    *LISTS,
    Page("cari nama", "/cari/", r"people_", typed="Rahmat Kadir 1987"),
    Page("terlambat", "/?daftar=terlambat", WORK),
    Page("rujukan masuk", "/rujukan/", WORK),
]
"""Whose SQL is measured behind the walls and without."""


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


def write_queries(place: Path, client: Client, appointment: Appointment, nik: str) -> dict[str, Any]:
    """Ask each page once and write down the SQL it is about, for the bare peers."""
    queries: dict[str, Any] = {"scope": settings_of(appointment)}
    for page in (*QUESTIONS, *NUMBERS):
        queries[page.slug] = asked(client, page.path, page.sql, typed=page.typed.format(nik=nik))
        assert queries[page.slug], f"{page.name}: no query like {page.sql}"
    place.write_text(json.dumps(queries))
    return queries


def asked(client: Client, path: str, about: str = WORK, *, typed: str = "") -> list[str]:
    """The SQL that an address reads the matter with, after ``typed`` was looked for there if anything was."""
    with CaptureQueriesContext(connection) as captured:
        answer = client.post(path, {"q": typed}) if typed else client.get(path)
        if typed and answer["Location"] == path:
            answer = client.get(path)
    assert answer.status_code in {200, 302}, (path, answer.status_code)
    found = [query["sql"] for query in captured if re.search(about, query["sql"], re.IGNORECASE)]
    return [sql for sql in found if sql.lower().startswith(("select", "\nwith"))]


def settings_of(appointment: Appointment) -> list[str]:
    """What the walls are told of somebody, in the order of ``peers.SETTINGS``."""
    scope = Scope.of(appointment, timezone.localdate())
    return [_multirange(scope), str(scope.office), str(scope.appointment)]


def _multirange(scope: Scope) -> str:
    return "{" + ",".join(f"[{start},{end})" for start, end in scope.spans) + "}"


def pages(server: Server, cookie: str, nik: str, *, turns: int) -> list[Figure]:
    """Each page over HTTP against the same SQL in a minimal Django view, both of one server.

    A page that draws is held to its limit against a view that draws the same rows as a plain table; the same against
    bare JSON is told beside it.
    """
    figures = []
    for page in PAGES:
        for kind in ("tabel", "tanya") if page.drawn else ("tanya",):
            theirs = partial(server.get, f"/bare/{kind}/{page.slug}/")
            ours = partial(_visit, server, page, cookie, nik)
            pair = in_turn(ours, theirs, turns=turns)
            limit = 2.5 if kind == "tabel" else page.limit
            quick = page in NUMBERS and percentile(pair.ours, 95) <= QUICK
            figures.append(Figure(f"{page.name}, p95", BARE[kind], pair.at_p95, limit, _told(page, pair), quick))
    return figures


def _told(page: Page, pair: Pair) -> str:
    """The times in words; of a page of numbers also the one that its limit is about."""
    if page not in NUMBERS:
        return _milliseconds(pair)
    return f"{_milliseconds(pair)}, p95 {percentile(pair.ours, 95) * 1000:.0f} ms"


def _visit(server: Server, page: Page, cookie: str, nik: str) -> object:
    """Ask for a page, or send what is looked for there."""
    if not page.typed:
        return server.get(page.path, cookie)
    body = urlencode({"q": page.typed.format(nik=nik), "csrfmiddlewaretoken": TOKEN})
    status = server.post(page.path, body, f"{cookie}; {settings.CSRF_COOKIE_NAME}={TOKEN}")
    assert status == 302, status
    return status


def walls(
    queries: dict[str, Any], owner: psycopg.Connection[Any], app: psycopg.Connection[Any], *, turns: int
) -> list[Figure]:
    """The SQL of each page as the application's role under its walls, against the same with the walls off."""
    figures = []
    for page in QUESTIONS:
        texts, scope = queries[page.slug], queries["scope"]
        assert _asker(app, texts, scope)() == _asker(owner, texts, scope)(), f"{page.name}: the walls change it"
        read = {table for query in texts for table in scanned(app, query, scope)}
        pair = in_turn(_asker(app, texts, scope), _asker(owner, texts, scope), turns=turns)
        figures.append(
            Figure(f"tembok: {page.name}", "SQL yang sama tanpa tembok", pair.at_median, 1.3, _milliseconds(pair))
        )
        figures.append(
            Figure(f"rencana: {page.name}", "tabel besar dibaca seluruhnya", len(read), 0, ", ".join(sorted(read)))
        )
    return figures


SMALL = 8_000
"""Rows; a smaller table may well be read from end to end."""


def scanned(app: psycopg.Connection[Any], query: str, scope: list[str]) -> set[str]:
    """The large tables that the plan of a query reads from end to end, as the application's role sees them."""
    large = "select relname from pg_class where relkind = 'r' and reltuples >= %s"
    with app.transaction():
        _enter(app, scope)
        plan = "\n".join(line for (line,) in app.execute(b"explain (costs off) " + query.encode()).fetchall())
        tables = [table for (table,) in app.execute(large, [SMALL]).fetchall()]
    return {table for table in tables if f"Seq Scan on {table}" in plan}


def open_the_walls(owner: psycopg.Connection[Any]) -> None:
    """Let the owner through its own walls, so that the same query runs without any: FORCE is taken off for the run."""
    guarded = owner.execute("select relname from pg_class where relforcerowsecurity").fetchall()
    for (table,) in guarded:
        owner.execute(f"alter table {table} no force row level security")


def alone(queries: dict[str, Any], app: psycopg.Connection[Any], *, turns: int) -> dict[str, list[float]]:
    """Seconds of each query by itself, as the application's role."""
    return {
        page.name: in_turn(_asker(app, queries[page.slug], queries["scope"]), lambda: None, turns=turns).ours
        for page in QUESTIONS
    }


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
        for name in before
    ]


def registering(server: Server, owner: psycopg.Connection[Any], *, turns: int) -> list[Figure]:
    """A complaint taken down over HTTP, with walls, rights, number and event, against a view that inserts one row."""
    owner.execute("create table if not exists bench_row (id bigserial primary key, text text, at timestamptz)")
    role = connection.settings_dict["USER"]
    owner.execute(f"grant insert on bench_row to {role}; grant usage on sequence bench_row_id_seq to {role}")
    _client, cookie, _appointment = browser("ara.depan")
    words = {"field": "health", "text": "Tidak punya KIS", "kind": "grievance", "nature": "need", "relation": "self",
             "channel": "walk_in", "urgency": "ordinary", "sensitivity": "ordinary", "csrfmiddlewaretoken": TOKEN}  # fmt: skip

    def register() -> None:
        body = urlencode(words | {"key": str(uuid.uuid4())})
        assert server.post("/keluhan/baru/", body, f"{cookie}; {settings.CSRF_COOKIE_NAME}={TOKEN}") == 302

    pair = in_turn(register, lambda: server.post("/bare/tulis/", "text=Tidak+punya+KIS"), turns=turns)
    return [Figure("mencatat keluhan", "satu baris disisipkan", pair.at_median, 2.0, _milliseconds(pair))]


def _enter(connection: psycopg.Connection[Any], scope: list[str]) -> None:
    from bench.peers import SETTINGS

    connection.execute(SETTINGS, scope)


def _asker(connection: psycopg.Connection[Any], queries: list[str], scope: list[str]) -> Callable[[], object]:
    def ask() -> object:
        with connection.transaction():
            _enter(connection, scope)
            return [connection.execute(query.encode()).fetchall() for query in queries]

    return ask


def _milliseconds(pair: Pair) -> str:
    return f"{median(pair.ours) * 1000:.1f} ms / {median(pair.bare) * 1000:.1f} ms"
