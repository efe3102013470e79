"""D1: the whole database is killed twenty times while four people write. What was answered is there, once, with its event.

Killed processes lose what they had not handed to the system yet, so this shows that no answer comes before its commit; that
the disk keeps what the system was handed is the business of `fsync`, which is on.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import psycopg
import pytest

from launcher import prepare
from launcher.database import Database, open_database
from launcher.places import CHECKOUT, Home
from launcher.postgres import Cluster
from launcher.throwaway import throwaway_home

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self").exists(), reason="the processes to kill are found in /proc"),
]
KILLS = 20
WRITERS = ("ara.depan", "ara.koordinator", "bira.koordinator", "bontobahari.tksk")
LONGEST_START = 10.0
"""Seconds that a start after a crash may take."""
PATIENCE = 30.0
"""Seconds until everybody must have been answered again; a pool tries a lost server after 1, 3 and 5 seconds anew."""


@dataclass
class House:
    """A database of its own, with the settings of production: every answer waits for the disk."""

    home: Home
    database: Database
    cluster: Cluster

    def run(self, *args: str, **more: str) -> "subprocess.Popen[bytes]":
        """Start a Python process of the application against this database."""
        env = prepare.settings(self.home, self.database, owner=True, **more)
        env.pop("SATUPINTU_TESTING", None)
        return subprocess.Popen([sys.executable, *args], cwd=CHECKOUT, env=env, stderr=subprocess.DEVNULL)

    def ask(self, query: str) -> list[Any]:
        """What the tables hold, seen by the superuser, whom no wall hides anything from."""
        with psycopg.connect(self.database.admin_url) as connection:
            return connection.execute(query).fetchall()  # type: ignore[arg-type]

    def pull_the_plug(self) -> None:
        """End every process of the cluster at once, without a word."""
        postmaster = self.cluster.postmaster()
        assert postmaster, "somebody must live to be killed"
        os.kill(postmaster, signal.SIGSTOP)  # it shall not bear children, nor tell them to go in order
        # One that is born meanwhile could wait for ever on a lock of the dead and keep a new server from starting.
        while alive := workers_in(self.cluster.data):
            for process in alive:
                with ignoring_the_dead():
                    os.kill(process, signal.SIGKILL)


def workers_in(folder: Path) -> list[int]:
    """The processes that work in a cluster's data: the postmaster and all its children."""
    found = []
    for cwd in Path("/proc").glob("[0-9]*/cwd"):
        with ignoring_the_dead():
            if cwd.readlink() == folder:
                found.append(int(cwd.parent.name))
    return found


@contextmanager
def ignoring_the_dead() -> Iterator[None]:
    """A process may end while we look at it, or be another's."""
    with suppress(ProcessLookupError, FileNotFoundError, PermissionError):
        yield


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A migrated database with the cast on stage, in a cluster that may be killed."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_ADMIN_URL"):
        monkeypatch.delenv(name, raising=False)
    with throwaway_home() as home:
        database = open_database(home)
        assert database.cluster is not None
        made = House(home, database, database.cluster)
        try:
            assert made.run(str(CHECKOUT / "manage.py"), "migrate", "--database=owner", "-v0").wait() == 0
            assert made.run("-m", "tests.durability.writer", "set-stage").wait() == 0
            yield made
        finally:
            database.stop()


def told(diaries: list[Path]) -> tuple[set[str], dict[str, str]]:
    """What the writers say: keys that they sent, and keys with the number that they were answered."""
    lines = [line.split() for diary in diaries for line in diary.read_text().splitlines()]
    sent = {words[1] for words in lines if words[0] == "sent"}
    return sent, {words[1]: words[2] for words in lines if words[0] == "answered"}


def kill_while_writing(house: House, folder: Path, kills: int, **env: str) -> tuple[list[Path], list[float]]:
    """Let everybody write and pull the plug again and again; answers the diaries and how long each start took.

    A kill comes only when everybody has been answered since the one before, so that each finds four people writing.
    """
    stop, dice, starts = folder / "stop", Random(20), []
    diaries = [folder / f"{name}.diary" for name in WRITERS]
    writers = [
        house.run("-m", "tests.durability.writer", name, str(diary), str(stop), **env)
        for name, diary in zip(WRITERS, diaries, strict=True)
    ]
    try:
        wait_for_answers(diaries, [3] * len(diaries), 2 * PATIENCE)
        for _kill in range(kills):
            time.sleep(dice.uniform(0, 0.4))
            house.pull_the_plug()
            began, before = time.monotonic(), answers(diaries)
            house.cluster.mend()
            starts.append(time.monotonic() - began)
            wait_for_answers(diaries, before, PATIENCE)
        stop.touch()
        assert [writer.wait(PATIENCE) for writer in writers] == [0] * len(writers)
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()
    return diaries, starts


def answers(diaries: list[Path]) -> list[int]:
    """How many answers each writer has had."""
    return [path.read_text().count("answered") if path.exists() else 0 for path in diaries]


def wait_for_answers(diaries: list[Path], more_than: list[int], seconds: float) -> None:
    """Until every writer has had more answers than these; a writer that does not come back fails the test."""
    deadline = time.monotonic() + seconds
    while any(now <= before for now, before in zip(answers(diaries), more_than, strict=True)):
        assert time.monotonic() < deadline, f"not everybody is answered again: {answers(diaries)}, {more_than} before"
        time.sleep(0.05)


def test_nothing_answered_is_lost_doubled_or_without_its_event(house: House, tmp_path: Path) -> None:
    diaries, starts = kill_while_writing(house, tmp_path, KILLS)
    sent, answered = told(diaries)
    kept = dict(
        house.ask(
            "select d.key, c.number from actions_done d "
            "join complaints_complaint c on c.id = (d.answer->>'pk')::bigint where d.verb = 'complaint.register'"
        )
    )
    assert len(answered) > 10 * KILLS, "enough was written to be lost"
    assert sent == set(answered), "whoever is not answered sends again"
    assert {key: number for key, number in answered.items() if kept.get(key) != number} == {}, "answered and lost"
    assert house.ask("select count(*) from complaints_complaint") == [(len(answered),)], "doubled"
    events = "select subject_id from events_event where name = 'complaint.registered'"
    assert house.ask(f"select count(*) from complaints_complaint where id not in ({events})") == [(0,)]
    assert house.ask(f"select count(*), count(distinct subject_id) from ({events}) e") == [(len(answered),) * 2]
    for part in ("story", "reporter"):
        assert house.ask(f"select count(*) from complaints_{part}") == [(len(answered),)]
    given = house.ask("select coalesce(sum(value), 0)::int from documents_counter where scope like '%-K__'")
    assert given == [(len(answered),)], "numbers have no gaps"
    assert len(starts) == KILLS and max(starts) <= LONGEST_START


def test_the_drill_would_notice_an_answer_that_did_not_wait_for_the_disk(house: House, tmp_path: Path) -> None:
    """The same with answers that come before their commit is written: some must be lost, or the drill proves nothing."""
    diaries, _starts = kill_while_writing(house, tmp_path, 6, PGOPTIONS="-c synchronous_commit=off")
    _sent, answered = told(diaries)
    kept = {key for (key,) in house.ask("select key from actions_done")}
    assert set(answered) - kept
