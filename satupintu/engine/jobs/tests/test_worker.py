"""Workers live and die; each effect happens once."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count, islice
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from django.db import DatabaseError, connections
from procrastinate.contrib.django import app
from psycopg import sql

KILLS = 200
CREW = 4
"""Workers that live side by side."""
READY = 40
"""Jobs that wait at any time: more than a crew can do before one of it dies."""
START = "import django; django.setup(); from satupintu.engine.jobs.tests.drill import serve; serve()"


def address() -> str:
    """The test database, for another process."""
    at = connections["default"].settings_dict
    who = f"{quote(at['USER'])}:{quote(at['PASSWORD'])}"
    return f"postgresql://{who}@/{quote(at['NAME'])}?host={quote(at['HOST'], safe='')}&port={at['PORT']}"


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def until(condition: Callable[[], bool], seconds: float, pause: float = 0.05) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(pause)
    return condition()


class Drill:
    """Puts jobs off for good, starts workers, and reads what they did."""

    def __init__(self, owner: psycopg.Connection[Any]) -> None:
        self.owner = owner
        self.workers: list[int] = []
        environment = {**os.environ, "DATABASE_URL": address()}
        self.process = subprocess.Popen(
            [sys.executable, "-c", START], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def start(self) -> int:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        self.workers.append(int(self.process.stdout.readline()))
        return self.workers[-1]

    def put_off(self, name: str, number: int, **arguments: Any) -> None:
        app.configure_task(name).defer(number=number, **arguments)

    def effects(self, what: str) -> Counter[int]:
        return Counter(number for (number,) in self.owner.execute("select number from drill where what = %s", [what]))

    def waiting(self, state: str = "%") -> int:
        """Jobs that are not done, or those of them in one state."""
        found = self.owner.execute(
            "select count(*) from procrastinate_jobs where task_name like 'drill.%%' and status::text like %s", [state]
        ).fetchone()
        return int(found[0]) if found else 0

    def finished(self) -> bool:
        return self.waiting() == 0

    def end(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        for pid in self.workers:
            if alive(pid):
                os.kill(pid, signal.SIGKILL)
        self.process.wait(10)


@pytest.fixture
def drill(as_owner: psycopg.Connection[Any], django_db_blocker: Any) -> Iterator[Drill]:
    role = connections["default"].settings_dict["USER"]
    as_owner.execute("create table drill (what text, number int)")
    as_owner.execute(f"grant insert, select on drill to {role}")
    with django_db_blocker.unblock():
        drill = Drill(as_owner)
        try:
            yield drill
        finally:
            drill.end()
            connections["default"].close()
            as_owner.execute("drop table drill")
            as_owner.execute("delete from procrastinate_jobs where task_name like '%drill%'")
            as_owner.execute("delete from procrastinate_periodic_defers where task_name = 'tick.drill'")
            as_owner.execute("delete from actions_done where verb = 'drill.do'")


@pytest.mark.slow
def test_workers_killed_at_any_point_leave_each_effect_exactly_once(drill: Drill) -> None:
    crew, numbers = deque(drill.start() for _ in range(CREW)), count()
    for _ in range(KILLS):
        for number in islice(numbers, max(0, READY - drill.waiting("todo"))):
            drill.put_off("drill.do", number)
        begun = drill.effects("begun").total()
        assert until(lambda begun=begun: drill.effects("begun").total() > begun, 20, 0.005)
        time.sleep(random.random() * 0.05)
        os.kill(crew.popleft(), signal.SIGKILL)
        crew.append(drill.start())
    assert until(drill.finished, 40)
    jobs = next(numbers)
    assert drill.effects("done") == dict.fromkeys(range(jobs), 1)
    assert drill.effects("begun").total() - jobs >= KILLS / 2, "hardly a job was cut off"


@pytest.mark.slow
def test_a_worker_told_to_stop_lets_its_job_end(drill: Drill) -> None:
    drill.put_off("drill.sleep", 1, seconds=2)
    pid = drill.start()
    assert until(lambda: drill.effects("begun")[1] == 1, 10)
    os.kill(pid, signal.SIGTERM)
    assert until(lambda: not alive(pid), 5)
    assert drill.effects("done") == {1: 1}
    assert drill.finished()


@pytest.mark.slow
def test_a_worker_told_to_stop_is_gone_within_ten_seconds_whatever_its_job_does(drill: Drill) -> None:
    drill.put_off("drill.sleep", 1, seconds=60)
    pid = drill.start()
    assert until(lambda: drill.effects("begun")[1] == 1, 10)
    os.kill(pid, signal.SIGTERM)
    assert until(lambda: not alive(pid), 10)
    assert drill.waiting() == 1, "the job is still there for another worker"


@contextmanager
def nobody_let_in(drill: Drill) -> Iterator[None]:
    """The database throws everybody out and lets nobody in: what a restart looks like from outside."""
    name = sql.Identifier(connections["default"].settings_dict["NAME"])
    out = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = user"
    drill.owner.execute(sql.SQL("revoke connect on database {} from public").format(name))
    try:
        with connections["default"].cursor() as cursor, suppress(DatabaseError):
            cursor.execute(out)
        connections["default"].close()
        connections["default"].close_pool()
        yield
    finally:
        drill.owner.execute(sql.SQL("grant connect on database {} to public").format(name))


@pytest.mark.slow
def test_a_worker_outlives_a_database_that_goes_away(drill: Drill) -> None:
    pid = drill.start()
    drill.put_off("drill.do", 1)
    assert until(drill.finished, 10)
    with nobody_let_in(drill):
        time.sleep(4)
    drill.put_off("drill.do", 2)
    assert until(drill.finished, 25)
    assert alive(pid)
    assert drill.effects("done") == {1: 1, 2: 1}


@pytest.mark.slow
def test_a_job_that_fails_is_tried_again(drill: Drill) -> None:
    drill.put_off("drill.stumble", 1)
    drill.start()
    assert until(drill.finished, 15)
    assert drill.effects("begun") == {1: 2}
    assert drill.effects("done") == {1: 1}


@pytest.mark.slow
def test_the_clock_strikes_once_however_many_workers_hear_it(drill: Drill) -> None:
    drill.start()
    drill.start()
    assert until(lambda: len(drill.effects("tick")) >= 4, 15)
    assert set(drill.effects("tick").values()) == {1}
