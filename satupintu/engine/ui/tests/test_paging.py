"""Paging by key on PostgreSQL."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, models
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext, isolate_apps

from satupintu.engine.ui.tables import Column, Table
from satupintu.engine.ui.tables.paging import page, total_order

ORDERS = (["name"], ["-name"], ["rank"], ["-rank"], ["-rank", "name"], ["rank", "-name"], ["-pk"])


@pytest.fixture
def thing(db: None) -> Iterator[Any]:
    """A table of 57 rows with equal names and empty ranks, for this test alone."""
    with isolate_apps("satupintu.engine.ui"):

        class Thing(models.Model):
            name = models.TextField()
            rank = models.IntegerField(null=True)
            open = models.BooleanField(default=True)

            class Meta:
                app_label = "ui"
                db_table = "ui_test_thing"
                managed = False

        with connection.cursor() as cursor:
            cursor.execute(
                "create temporary table ui_test_thing (id bigint primary key, name text not null, rank int,"
                " open boolean not null default true)"
            )
            cursor.execute(
                "insert into ui_test_thing (id, name, rank) select n, 'n' || n % 7, nullif(n % 5, 0)"
                " from generate_series(1, 57) n"
            )
        yield Thing
        with connection.cursor() as cursor:
            cursor.execute("drop table ui_test_thing")


def walk(rows: Any, order: list[str], size: int) -> list[Any]:
    seen, key = [], ""
    while True:
        got = page(rows, order, size, after=key)
        seen += [row.pk for row in got.rows]
        if got.after is None:
            return seen
        key = str(got.after)


def walk_back(rows: Any, order: list[str], size: int, last: int) -> list[Any]:
    seen, key = [last], str(last)
    while True:
        got = page(rows, order, size, before=key)
        seen = [row.pk for row in got.rows] + seen
        if got.before is None:
            return seen
        key = str(got.before)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 10, 57, 100])
def test_every_row_is_met_once_and_in_order_both_ways(thing: Any, order: list[str], size: int) -> None:
    wanted = list(thing.objects.order_by(*total_order(order)).values_list("pk", flat=True))
    assert walk(thing.objects.all(), order, size) == wanted
    assert walk_back(thing.objects.all(), order, size, wanted[-1]) == wanted


def test_a_row_that_left_the_list_still_marks_the_place(thing: Any) -> None:
    thing.objects.filter(pk=20).update(open=False)
    assert page(thing.objects.filter(open=True), ["pk"], 5, after="20").rows[0].pk == 21


def test_a_row_that_is_gone_leads_to_the_first_page(thing: Any) -> None:
    for key in ("9999", "abc", "1; drop table", "9" * 40):
        got = page(thing.objects.all(), ["pk"], 5, after=key)
        assert [row.pk for row in got.rows] == [1, 2, 3, 4, 5]
        assert got.before is None


def test_the_address_carries_no_value_of_a_row(thing: Any) -> None:
    request = RequestFactory().get("/?urut=name")
    columns = (Column("name", "Nama", sort="name"),)
    html = str(Table(request, thing.objects.all(), columns=columns, caption="x", size=10))
    assert "sesudah=14" in html or "sesudah=" in html
    assert "sesudah=n" not in html


def test_rows_are_counted_only_up_to_a_limit(thing: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into ui_test_thing (id, name) select n, 'x' from generate_series(100, 1500) n")
    columns = (Column("name", "Nama", sort="name"),)
    shown = Table(RequestFactory().get("/"), thing.objects.all(), columns=columns, caption="x")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert shown.count_words == "lebih dari 1.000 baris"
    counting = [query["sql"] for query in asked if "COUNT" in query["sql"]]
    assert len(counting) == 1
    assert "LIMIT 1001" in counting[0]
    few = Table(RequestFactory().get("/"), thing.objects.filter(pk__lt=10), columns=columns, caption="x")
    with CaptureQueriesContext(connection) as asked:
        assert few.count_words == "9 baris"
    assert not [query for query in asked if "COUNT" in query["sql"]]
