"""Processes that an earlier launcher left behind are found by their mark, and nobody else's are touched."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from launcher import processes
from launcher.places import Home
from launcher.ports import Port
from launcher.speech import Refusal

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def sleeper() -> Iterator[Callable[[Path], "subprocess.Popen[bytes]"]]:
    """A process that carries the mark of a data folder."""
    started: list[subprocess.Popen[bytes]] = []

    def start(folder: Path) -> "subprocess.Popen[bytes]":
        started.append(subprocess.Popen(SLEEP, env=os.environ | {processes.MARK: str(folder)}))
        return started[-1]

    yield start
    for each in started:
        each.kill()
        each.wait()


def test_orphans_of_this_folder_end_and_those_of_another_live(
    tmp_path: Path, sleeper: Callable[[Path], "subprocess.Popen[bytes]"]
) -> None:
    home, other = Home(tmp_path / "a"), Home(tmp_path / "ab")
    mine, stranger = sleeper(home.path), sleeper(other.path)
    deadline = time.monotonic() + 10
    while not (processes.orphans(home) and processes.orphans(other)):
        assert time.monotonic() < deadline
    assert processes.end_orphans(home) == 1
    assert mine.wait(10) != 0
    assert stranger.poll() is None


def test_a_port_is_reserved_by_whoever_asks_first() -> None:
    first = Port(None)
    with pytest.raises(Refusal):
        Port(first.number)
    assert Port(None).number != first.number
    number = first.number
    first.release()
    Port(number).release()


def test_a_secret_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    home = Home(tmp_path)
    secret = home.secret("app")
    assert len(secret) >= 60 and home.secret("app") == secret
    assert (tmp_path / "secrets" / "app").stat().st_mode & 0o777 == 0o600
    assert home.secret("owner") != secret
