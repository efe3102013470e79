"""Counting several lists in one question, each only as far as a reader cares."""

from collections.abc import Sequence
from typing import Any

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
    if not parts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"select {', '.join(parts)}", values)
        return list(cursor.fetchone())
