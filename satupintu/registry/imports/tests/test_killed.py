"""D4: an import is killed at random points, each time from the beginning; taken up again it ends in the identical tables.

``SATUPINTU_IMPORT_KILLS=50`` tries fifty points, the suite a few.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import gettempdir
from typing import Any

import psycopg
import pytest
from django.db import connections
from psycopg import sql

from satupintu.engine.jobs.tests.test_worker import address, alive, until
from tests import template

KILLS = int(os.environ.get("SATUPINTU_IMPORT_KILLS", "4"))
ROWS = 40 * KILLS
"""More rows where there is more time: what a kill by the clock hits lasts longer."""
START = "import django; django.setup(); from satupintu.registry.imports.tests.drill import serve; serve()"
SEEN = (Path(__file__).parent / "everything.sql").read_text()
PHASES = ("check", "apply")


class Crew:
    """Gives orders to processes that can be killed, each in the database that it is told."""

    def __init__(self) -> None:
        environment = {**os.environ, "DATABASE_URL": address()}
        self.serving = subprocess.Popen(
            [sys.executable, "-c", START], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        self.started: list[int] = []

    def order(self, do: str, name: str, *words: Any) -> int:
        """Let a process do something; answers its number."""
        assert self.serving.stdin and self.serving.stdout
        self.serving.stdin.write(json.dumps({"do": do, "in": name, "with": words}) + "\n")
        self.serving.stdin.flush()
        self.started.append(int(self.serving.stdout.readline()))
        return self.started[-1]

    def done(self, do: str, name: str, *words: Any) -> None:
        """Let a process do something, and wait until it has."""
        pid = self.order(do, name, *words)
        assert until(lambda: not alive(pid), 60)

    def end(self) -> None:
        assert self.serving.stdin
        self.serving.stdin.close()
        for pid in self.started:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.serving.wait(10)


class Place:
    """A database in which one import goes its way."""

    def __init__(self, name: str) -> None:
        self.name, self.owner = name, template.owner(name)

    def jobs(self, state: str = "%") -> int:
        """Jobs of imports that are not done, or those of them in one state."""
        found = self.owner.execute(
            "select count(*) from procrastinate_jobs where task_name like 'imports.%%' and status::text like %s",
            [state],
        ).fetchone()
        return int(found[0]) if found else 0

    def bury(self) -> None:
        """Let nobody wait until a dead worker has been silent for long enough."""
        self.owner.execute("delete from procrastinate_workers")

    def look(self) -> dict[str, list[str]]:
        """Every row that an import writes, told without the numbers that differ from one run to the next."""
        with self.owner.transaction():
            self.owner.execute(
                "select set_config('app.scope', '{[0,10000000000)}', true), set_config('app.clearance', '2', true), "
                "set_config('app.audit', '{[0,10000000000)}', true), set_config('app.fields', '{*}', true)"
            )
            found: dict[str, list[str]] = {}
            for table, row in self.owner.execute(SEEN).fetchall():
                found.setdefault(table, []).append(row)
        return {table: sorted(rows) for table, rows in found.items()}


class Ground:
    """Databases in which a second file waits, to be checked or to be saved, and how the story ends undisturbed."""

    def __init__(self, crew: Crew) -> None:
        self.crew, self.names, self.made = crew, f"uji_impor_{os.getpid()}", 0
        self.calls: dict[str, int] = {}
        self.seconds: dict[str, float] = {}
        self.before = {"check": self._copied(connections["default"].settings_dict["NAME"])}
        crew.done("bring", self.before["check"], ROWS)
        self.before["apply"] = self._copied(self.before["check"])
        with self.place("apply", self.before["apply"]) as place:
            self.measured(place, "check")
            crew.done("ask", place.name)
        with self.place("apply") as place:
            self.stood = place.look()
            self.measured(place, "apply")
            self.end = place.look()

    def _copied(self, of: str) -> str:
        self.made += 1
        name = f"{self.names}_{self.made}"
        with template.owner() as server:
            made = sql.SQL("create database {} template {}").format(sql.Identifier(name), sql.Identifier(of))
            deadline = time.monotonic() + 20
            while True:
                try:
                    server.execute(made)
                    return name
                except psycopg.errors.ObjectInUse:  # the server's own cleaning, or whoever is just leaving
                    assert time.monotonic() < deadline
                    time.sleep(0.1)

    def place(self, phase: str, name: str = "") -> "Lent":
        """A database in which the import stands before that phase; a copy, unless it is named."""
        return Lent(name or self._copied(self.before[phase]), keep=bool(name))

    def measured(self, place: Place, phase: str) -> None:
        """Let a phase be done undisturbed: in how many calls, in how many seconds."""
        told = Path(gettempdir()) / f"{place.name}.calls"
        pid = self.crew.order("work", place.name, 0, str(told))
        assert until(lambda: place.jobs("todo") == 0, 20, 0.002)
        began = time.monotonic()
        assert until(lambda: place.jobs() == 0, 60, 0.002)
        self.seconds[phase] = time.monotonic() - began
        self.calls[phase] = int(told.read_text())
        told.unlink()
        kill(pid)
        place.bury()

    def finish(self, place: Place) -> None:
        """Let a living worker do what is left, as far as the file being saved."""
        for more in ("", "ask"):
            if more and self.is_checked(place):
                self.crew.done("ask", place.name)
            if place.jobs():
                place.bury()
                pid = self.crew.order("work", place.name, 0, "")
                assert until(lambda: place.jobs() == 0, 60, 0.02)
                kill(pid)
                place.bury()

    def is_checked(self, place: Place) -> bool:
        """Whether its file waits for somebody to ask for it to be saved."""
        return any('"checked"' in row for row in place.look()["batch"])


class Lent:
    """A place for the time of a ``with``; its database goes afterwards, unless it is kept."""

    def __init__(self, name: str, *, keep: bool) -> None:
        self.name, self.keep = name, keep

    def __enter__(self) -> Place:
        self.at = Place(self.name)
        return self.at

    def __exit__(self, *_problem: object) -> None:
        self.at.owner.close()
        if not self.keep:
            template.drop(self.name)


def kill(pid: int) -> None:
    """End a process without a word, and wait until it is gone."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    assert until(lambda: not alive(pid), 10, 0.005)


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: Any) -> Iterator[Ground]:
    with django_db_blocker.unblock():
        connections["default"].close()
        crew = Crew()
        ground: Ground | None = None
        try:
            ground = Ground(crew)
            yield ground
        finally:
            crew.end()
            for number in range(1, 3):
                template.drop(f"uji_impor_{os.getpid()}_{number}")


def cut_by_the_clock(ground: Ground, place: Place, phase: str, dice: Random) -> None:
    pid = ground.crew.order("work", place.name, 0, "")
    assert until(lambda: place.jobs("todo") == 0, 20, 0.002)
    time.sleep(dice.uniform(0, 0.9 * ground.seconds[phase]))
    kill(pid)


def cut_at_a_call(ground: Ground, place: Place, phase: str, dice: Random) -> None:
    pid = ground.crew.order("work", place.name, dice.randrange(1, ground.calls[phase]), "")
    assert until(lambda: not alive(pid), 60, 0.005)


def apart(one: dict[str, list[str]], other: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Rows that only one of two looks has."""
    return [(table, row) for table in one | other for row in {*one.get(table, ())} ^ {*other.get(table, ())}]


CUTS: tuple[Callable[[Ground, Place, str, Random], None], ...] = (cut_by_the_clock, cut_at_a_call)


@pytest.mark.slow
def test_an_import_killed_at_random_points_ends_in_the_identical_tables(ground: Ground) -> None:
    dice, landed, tried = Random(50), dict.fromkeys(PHASES, 0), 0
    while sum(landed.values()) < KILLS:
        cut, phase = CUTS[tried % 2], PHASES[tried // 2 % 2]
        tried += 1
        assert tried < 3 * KILLS, "hardly a worker was cut off"
        with ground.place(phase) as place:
            cut(ground, place, phase, dice)
            landed[phase] += place.jobs("doing")
            if phase == "apply" and place.jobs():
                # Killed after the file was saved and before its job was ticked off, everything of it is there.
                left = place.look()
                assert apart(left, ground.stood) == [] or apart(left, ground.end) == [], "half of a file was saved"
            ground.finish(place)
            assert apart(place.look(), ground.end) == [], (phase, cut.__name__)
    assert all(landed.values())


@pytest.mark.slow
def test_the_look_at_the_tables_would_notice_one_row_too_few(ground: Ground) -> None:
    with ground.place("apply") as place:
        ground.finish(place)
        assert place.look() == ground.end
        for table in ("people_nametoken", "people_cardmember", "imports_formerrow"):
            with place.owner.transaction() as undone:
                place.owner.execute("select set_config('app.scope', '{[0,10000000000)}', true)")
                place.owner.execute(f"delete from {table} where ctid = (select max(ctid) from {table})")
                assert place.look() != ground.end, table
                raise psycopg.Rollback(undone)
