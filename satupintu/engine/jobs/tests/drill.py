"""Workers to be killed, in a process of their own that forks one for each line it reads.

The tests never import this file: its action and its jobs belong to no room.
"""

import os
import random
import signal
import sys
import time

from django.core.management import call_command
from django.db import connection

from satupintu.engine.actions import Actor, action, trust
from satupintu.engine.jobs import every, job


class Nobody:
    """An actor without an appointment."""

    pk = account_id = office_id = None
    role, label = "house", "Uji"


class OpenGate:
    """Admits everybody: what is drilled here is not the gate."""

    def admit(self, verb: str, by: Actor, subject: object) -> None:
        """Return."""


def _write(what: str, number: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into drill (what, number) values (%s, %s)", [what, number])


def _dawdle() -> None:
    time.sleep(random.random() * 0.02)


@action("drill.do")
def do(*, by: Actor, number: int) -> None:
    """Leave one row."""
    _dawdle()
    _write("done", number)
    _dawdle()


@job("drill.do")
def do_it(number: int) -> None:
    """An action with a key, and time to be killed before, within and after it."""
    _write("begun", number)
    do(by=Nobody(), number=number, key=f"drill:{number}")
    _dawdle()


@job("drill.sleep")
def sleep(number: int, seconds: float) -> None:
    """A job that takes its time and does not listen."""
    _write("begun", number)
    time.sleep(seconds)
    _write("done", number)


@job("drill.stumble")
def stumble(number: int) -> None:
    """A job that fails the first time."""
    _write("begun", number)
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from drill where what = 'begun' and number = %s", [number])
        if cursor.fetchone() == (1,):
            raise ValueError("not yet")
    _write("done", number)


@every("* * * * * */1", "tick.drill")
def tick(timestamp: int) -> None:
    """A job of the clock, due each second."""
    _write("tick", timestamp)


def serve() -> None:
    """Fork a worker for each line, answer its process number."""
    trust(OpenGate())
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for _line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            random.seed()
            call_command("worker")
            os._exit(0)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()
