"""What stands in the tables, told cheaply: how many rows, and the latest transaction that wrote one."""

from collections.abc import Callable

from django.db import connection

from satupintu.foundation.access.walls import declared
from satupintu.lib.walls import Wall

MOVING = {
    "events_event",
    "events_shown",
    "django_session",
    "usersessions_usersession",
    "offices_signinattempt",
    "actions_done",
    "account_emailaddress",
}
"""Tables that looking and trying may write to: events of reading and refusal, sessions, counters of attempts."""

_EVERYTHING = (
    "select set_config('app.scope', '{[0,10000000000)}', true), set_config('app.clearance', '2', true), "
    "set_config('app.fields', '{*}', true), "
    "set_config('app.audit', '{[0,10000000000)}', true); "
)


def reader() -> Callable[[], dict[str, tuple[int, int]]]:
    """A function that answers table → (rows, latest writer), seen through every wall. Inside a transaction."""
    tables = sorted(
        item.table
        for item in declared()
        if item.table not in MOVING and (not isinstance(item, Wall) or "select" in item.grants)
    )
    parts = [f"select '{table}', count(*), coalesce(max(xmin::text::bigint), 0) from {table}" for table in tables]
    footprint = " union all ".join(parts)

    def read() -> dict[str, tuple[int, int]]:
        with connection.cursor() as cursor:
            cursor.execute(_EVERYTHING)
            cursor.execute(footprint)
            return {table: (rows, writer) for table, rows, writer in cursor.fetchall()}

    return read
