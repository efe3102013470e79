"""A job by its name: put off inside the transaction that asks for it, run by a worker, tried again when it fails."""

from collections.abc import Callable
from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

AGAIN = RetryStrategy(max_attempts=8, exponential_wait=4)
"""Tries after 4, 16, 64 … seconds, the last after some six hours; a job that still fails stays as failed."""


def job(name: str) -> Callable[[Callable[..., Any]], Any]:
    """Make a function a job: ``f.defer(batch_id=7)`` puts it off until the transaction has committed.

    Arguments are numbers and codes, never personal data: they stand in the table and in the log. A worker may be
    killed at any point and the job is then run again, so what a job does is an action with a key made of them.
    """
    return app.task(name=name, retry=AGAIN)


def every(cron: str, name: str) -> Callable[[Callable[[int], Any]], Any]:
    """Make a function of one argument (the due time as a Unix time stamp) a job of the clock.

    It is queued once in the whole house however many workers run, and not again while it waits to be begun.
    """

    def put_on_the_clock(work: Callable[[int], Any]) -> Any:
        return app.periodic(cron=cron, periodic_id=name)(app.task(name=name, queueing_lock=name, retry=AGAIN)(work))

    return put_on_the_clock
