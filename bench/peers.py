"""The barest things that could do the same: one view each, bare psycopg, no ORM, no walls of ours to build."""

import json
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import Context, Engine, Template
from django.urls import path
from psycopg_pool import ConnectionPool

from satupintu.foundation.access.policies import open_door

SETTINGS = (
    "select set_config('app.scope', %s, true), set_config('app.office', %s, true), "
    "set_config('app.appointment', %s, true), set_config('app.clearance', '2', true), "
    "set_config('app.fields', '{*}', true)"
)
QUERIES: dict[str, Any] = {}
"""The SQL of each page, taken from the page itself, by name; ``scope`` holds the walls' settings."""
PLAIN = Template(
    "<!doctype html><title>Daftar</title><table>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>"
    "{% endfor %}</tr>{% endfor %}</table>",
    engine=Engine(),
)
"""The plainest page that shows rows."""
_pool: list[ConnectionPool] = []


def prepare() -> None:
    """Take over the SQL that the run has written down for this process."""
    QUERIES.update(json.loads(Path(os.environ["BENCH_QUERIES"]).read_text()), nothing=["select 1"])


def pool() -> ConnectionPool:
    """One pool of bare connections as the application's role."""
    if not _pool:
        place = settings.DATABASES["default"]
        where = f"host={place['HOST']} port={place['PORT']} user={place['USER']} password={place['PASSWORD']}"
        _pool.append(ConnectionPool(f"{where} dbname={place['NAME']}", min_size=1, max_size=4, open=True))
    return _pool[0]


def _rows(name: str) -> list[list[Any]]:
    """What each statement of a page answers."""
    with pool().connection() as connection, connection.transaction():
        connection.execute(SETTINGS, QUERIES["scope"])
        return [connection.execute(query.encode()).fetchall() for query in QUERIES[name]]


@open_door("measures only; this address does not exist outside ./run bench")
def ask(request: HttpRequest, name: str) -> HttpResponse:
    """The rows of a page's SQL, as JSON."""
    return HttpResponse(json.dumps(_rows(name), default=str), content_type="application/json")


@open_door("measures only; this address does not exist outside ./run bench")
def draw(request: HttpRequest, name: str) -> HttpResponse:
    """The rows of a page's SQL as a plain table, drawn by Django's templates."""
    rows = [row for answer in _rows(name) for row in answer]
    return HttpResponse(PLAIN.render(Context({"rows": rows})))


@open_door("measures only; this address does not exist outside ./run bench")
def insert(request: HttpRequest) -> HttpResponse:
    """One row inserted and committed."""
    with pool().connection() as connection, connection.transaction():
        connection.execute("insert into bench_row (text, at) values (%s, now())", [request.POST.get("text", "")])
    return JsonResponse({"ok": True})


urlpatterns = [path("tanya/<str:name>/", ask), path("tabel/<str:name>/", draw), path("tulis/", insert)]
