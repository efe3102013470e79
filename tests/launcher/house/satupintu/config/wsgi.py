"""One page: how many rows the application's role sees inside the scope, and outside it."""

import os
from collections.abc import Callable, Iterable
from typing import Any

import psycopg


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    with psycopg.connect(os.environ["DATABASE_URL"]) as app:
        outside = app.execute("select count(*) from person").fetchone()
        app.execute("select set_config('app.scope', '7302', true)")
        inside = app.execute("select count(*) from person").fetchone()
        answer = f"{inside} {outside} {'DATABASE_OWNER_URL' in os.environ}"
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [answer.encode()]
