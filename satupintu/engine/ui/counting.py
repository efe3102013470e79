"""Counting several lists in one question, each only as far as a reader cares."""

from collections.abc import Sequence
from typing import Any

import psycopg
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


def counted(lists: Sequence[QuerySet[Any]], *, cap: int) -> list[int]:
    """How many rows each list has, at most ``cap``; one round trip for all of them."""
    parts: list[str] = []
    values: list[Any] = []
    for rows in lists:
        try:
            query, given = rows.order_by().values("pk")[:cap].query.sql_with_params()
        except EmptyResultSet:
            parts.append("0")
            continue
        parts.append(f"(select count(*) from ({query}) as part)")  # noqa: S608 – Django's own SQL, values apart
        values += given
    return _answer(f"select {', '.join(parts)}", values) if parts else []


class _Prepared(psycopg.Cursor[Any]):
    """A cursor whose statements are prepared when first asked; the driver forgets those that are long unused.

    Django's connections prepare nothing by themselves (``prepare_threshold`` is None), and do so for this one question.
    """

    def execute(self, query: Any, params: Any = None, **_options: Any) -> "_Prepared":
        before, self.connection.prepare_threshold = self.connection.prepare_threshold, 0
        try:
            return super().execute(query, params)
        finally:
            self.connection.prepare_threshold = before


def _answer(query: str, values: Sequence[Any]) -> list[int]:
    """One row of counts. The same lists are counted again and again, and to read so long a question with the walls of each
    list takes longer than to answer it: a connection reads it once, and only plans it for the values of each time.

    Not behind a pooler of its own (``pool=off``), where a connection is another one each time and keeps nothing, nor where
    questions are recorded, whose values are to be read.
    """
    connection.ensure_connection()
    each_time = connection.queries_logged or connection.settings_dict["DISABLE_SERVER_SIDE_CURSORS"]
    made: Any = None if each_time else _Prepared(connection.connection)
    with connection.make_cursor(made) if made else connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchone())
