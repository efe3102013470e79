"""The queue is part of the database: a job commits with what asked for it, and one worker takes back what was left."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, connections, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from satupintu.engine.jobs.stalled import SILENT_FOR, revive
from satupintu.engine.jobs.worker import through_a_pooler


def put_off(number: int = 1) -> None:
    app.configure_task("drill.do").defer(number=number)


def count(status: str = "todo") -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from procrastinate_jobs where task_name like 'drill.%%' and status::text = %s", [status]
        )
        return int(cursor.fetchone()[0])


def left_by(silent_for: float, jobs: int) -> None:
    """Jobs that a worker took, whose heart last beat so many seconds ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (now() - make_interval(secs => %s)) returning id",
            [silent_for],
        )
        (worker,) = cursor.fetchone()
        for number in range(jobs):
            put_off(number)
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = %s where task_name like 'drill.%%' "
            "and status = 'todo'",
            [worker],
        )


@pytest.fixture
def for_good(as_owner: psycopg.Connection[Any], django_db_blocker: Any) -> Iterator[None]:
    """Transactions that really commit."""
    with django_db_blocker.unblock():
        yield
        connections["default"].close()
    as_owner.execute("delete from procrastinate_jobs where task_name like 'drill.%'")
    as_owner.execute("delete from procrastinate_workers")


def test_a_job_commits_with_what_asked_for_it(db: None) -> None:
    with transaction.atomic():
        put_off()
    assert count() == 1


def test_a_job_vanishes_with_what_failed(db: None) -> None:
    with pytest.raises(ValueError, match="undone"), transaction.atomic():
        put_off()
        assert count() == 1
        raise ValueError("undone")
    assert count() == 0


def test_nobody_sees_a_job_before_it_is_committed(for_good: None, as_owner: psycopg.Connection[Any]) -> None:
    seen = "select count(*) from procrastinate_jobs where task_name like 'drill.%'"
    with transaction.atomic():
        put_off()
        assert as_owner.execute(seen).fetchone() == (0,)
    assert as_owner.execute(seen).fetchone() == (1,)


def test_the_jobs_of_a_silent_worker_are_queued_again(db: None) -> None:
    left_by(SILENT_FOR + 1, jobs=3)
    assert revive() == 3
    assert (count("todo"), count("doing")) == (3, 0)


def test_the_jobs_of_a_living_worker_are_left_alone(db: None) -> None:
    left_by(SILENT_FOR - 2, jobs=3)
    assert revive() == 0
    assert count("doing") == 3


def test_the_jobs_of_a_worker_that_nobody_remembers_are_queued_again(db: None) -> None:
    left_by(0, jobs=1)
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_workers")
    assert revive() == 1


def test_jobs_of_the_clock_that_were_cut_off_come_back_though_the_next_one_waits(db: None) -> None:
    tick = app.configure_task("drill.tick", queueing_lock="drill.tick")
    for minute in (1, 2, 3):
        tick.defer(timestamp=minute)
        if minute < 3:
            left_by(SILENT_FOR + 1, jobs=0)
    put_off()
    left_by(SILENT_FOR + 1, jobs=0)
    tick.defer(timestamp=4)
    assert revive() == 4
    assert (count("todo"), count("doing")) == (5, 0)
    with pytest.raises(AlreadyEnqueued):
        tick.defer(timestamp=5)


def _revive_in_a_thread(_: int) -> int:
    try:
        return revive()
    finally:
        connections["default"].close()


def test_of_several_workers_that_look_at_once_one_takes_a_job_back(for_good: None) -> None:
    left_by(SILENT_FOR + 1, jobs=40)
    with ThreadPoolExecutor(6) as pool:
        taken = list(pool.map(_revive_in_a_thread, range(6)))
    assert sum(taken) == 40
    with connection.cursor() as cursor:
        cursor.execute("select distinct attempts from procrastinate_jobs where task_name like 'drill.%'")
        assert cursor.fetchall() == [(1,)]


def test_behind_a_pooler_a_worker_looks_instead_of_listening(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not through_a_pooler()
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
    assert through_a_pooler()


def test_the_application_cannot_empty_the_queue_at_one_stroke(db: None) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("truncate procrastinate_jobs cascade")
