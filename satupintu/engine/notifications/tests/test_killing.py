"""D9: workers are killed while they send, and several send at once; each message has its effect once."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest
from django.db import connections
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from satupintu.engine.jobs.tests.test_worker import address, until
from satupintu.engine.notifications import outbox
from satupintu.engine.notifications.models import Message
from satupintu.engine.notifications.tests.conftest import Clock, enter
from satupintu.engine.notifications.tests.servers import Provider
from satupintu.engine.notifications.words import Medium, MessageState

KILLS, MESSAGES = 20, 240
START = "import django; django.setup(); from satupintu.engine.notifications.tests.drill import serve; serve()"
Write = Callable[..., Message]


@pytest.fixture
def workers(provider: Provider) -> Iterator[Callable[[], int]]:
    """Starts a worker; answers its process number."""
    surroundings = {"DATABASE_URL": address(), "SATUPINTU_SMS_URL": provider.url}
    drill = subprocess.Popen(
        [sys.executable, "-c", START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | surroundings,
    )
    started: list[int] = []

    def start() -> int:
        assert drill.stdin and drill.stdout
        drill.stdin.write("go\n")
        drill.stdin.flush()
        started.append(int(drill.stdout.readline()))
        return started[-1]

    yield start
    assert drill.stdin
    drill.stdin.close()
    for pid in started:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    drill.wait(10)


def ask() -> None:
    """What the clock does each minute."""
    with suppress(AlreadyEnqueued):
        app.configure_task("messages.deliver").defer(timestamp=0)


def unfinished() -> int:
    with enter():
        return Message.objects.unfinished().count()


@pytest.mark.slow
def test_workers_killed_while_they_send_leave_each_message_sent_once_and_in_order(
    for_good: None, provider: Provider, write: Write, workers: Callable[[], int]
) -> None:
    people = [f"+6281100000{n:02}" for n in range(10)]
    written = [write(people[n % len(people)]) for n in range(MESSAGES)]
    provider.slow = 0.02
    for _ in range(KILLS):
        ask()
        pid = workers()
        time.sleep(0.3 + random.random() * 0.3)
        os.kill(pid, signal.SIGKILL)
    assert unfinished(), "the kills came too late to prove anything"
    workers()
    assert until(lambda: (ask(), unfinished())[1] == 0, 60)
    keys = [outbox._key(message) for message in written]
    assert set(provider.done) == set(keys), "none is lost"
    assert len(provider.delivered) == MESSAGES, "none is sent twice"
    assert provider.done.total() > MESSAGES, "no sending was cut off"
    for person in people:
        arrived = dict.fromkeys(one["headers"]["Idempotency-Key"] for one in provider.asked if person in one["body"])
        assert list(arrived) == [
            key for key, one in zip(keys, written, strict=True) if one.recipient == recipient(person)
        ]


def recipient(person: str) -> str:
    return outbox._recipient(Medium.SMS, person)


def test_several_workers_at_once_ask_for_each_message_once(for_good: None, provider: Provider, write: Write) -> None:
    for n in range(60):
        write(f"+6281100000{n % 20:02}")
    provider.slow = 0.01

    def work(_n: int) -> Any:
        try:
            return outbox.deliver(enter, clock=Clock())
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(6) as pool:
        tallies = list(pool.map(work, range(6)))
    assert sum(tally[MessageState.SENT] for tally in tallies) == 60 - unfinished()
    outbox.deliver(enter, clock=Clock())
    assert unfinished() == 0
    assert set(provider.done.values()) == {1}
