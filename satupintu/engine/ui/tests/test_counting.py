"""Counting several lists at once, in a question that a connection reads once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from satupintu.engine.actions.models import Done
from satupintu.engine.ui.counting import counted

pytestmark = pytest.mark.django_db


@pytest.fixture
def done() -> Any:
    """Seven used keys, three of them of another verb and a day old."""
    now = timezone.now()
    for number in range(7):
        old = number < 3
        Done.objects.create(key=str(number), verb="old" if old else "new", at=now - timedelta(days=old))
    return Done.objects


def kept() -> int:
    """The statements that this connection keeps prepared."""
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_prepared_statements where statement like '%actions_done%'")
        return int(cursor.fetchone()[0])


def test_each_list_is_counted_as_far_as_the_cap(done: Any) -> None:
    late = done.filter(at__lt=timezone.now() - timedelta(hours=1), verb__in=["old", "new"])
    assert counted([done.filter(verb="new"), done.none(), late, done.order_by("-at")], cap=5) == [4, 0, 3, 5]
    assert counted([done.none()], cap=5) == [0]
    assert counted([], cap=5) == []


def test_the_same_lists_are_read_once_whatever_their_values(done: Any) -> None:
    before = kept()
    for verb, count in (("new", 4), ("old", 3), ("none", 0)):
        assert counted([done.filter(verb=verb)], cap=5) == [count]
    assert kept() == before + 1


def test_behind_a_pooler_and_where_questions_are_recorded_nothing_is_kept(
    done: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept()
    with CaptureQueriesContext(connection) as asked:
        assert counted([done.filter(verb="new"), done.filter(verb="old")], cap=5) == [4, 3]
    assert "'old'" in asked[0]["sql"]
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
    assert counted([done.filter(verb="new"), done.filter(verb="old")], cap=5) == [4, 3]
    assert kept() == before
