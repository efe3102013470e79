"""People who act at the same moment: each in a thread with a connection of its own, and what they were answered."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from types import SimpleNamespace
from typing import Any

from django.db import connections

from satupintu.engine.actions import Conflict, Refused, WrongState

TOLD = (Refused, Conflict, WrongState)
"""What an officer may be answered instead of an answer; whatever else is raised fails the test."""


@dataclass(frozen=True)
class Crowd:
    """``crowd(f, g)`` calls both at once; ``crowd.cast`` are the appointments of that database."""

    cast: SimpleNamespace

    def __call__(self, *acts: Callable[[], Any]) -> list[Any]:
        """What each was answered, or why it was refused."""
        start = Barrier(len(acts))

        def run(act: Callable[[], Any]) -> Any:
            try:
                start.wait(20)
                return act()
            except TOLD as told:
                return told
            finally:
                connections.close_all()

        with ThreadPoolExecutor(len(acts)) as pool:
            return list(pool.map(run, acts))

    @staticmethod
    def refused(answers: list[Any]) -> list[Any]:
        """The refusals among answers."""
        return [answer for answer in answers if isinstance(answer, TOLD)]
