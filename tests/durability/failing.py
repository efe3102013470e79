"""The database fails at the first call, the second, the third … until an act goes through; what stands is looked at."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import OperationalError, connection, transaction

from satupintu.foundation.offices.models import SignInAttempt
from tests.walls.footprints import reader

FEWEST, MOST = 5, 600
"""Calls that every act needs, and calls that none does."""
DONE = {200, 302}
"""Statuses of an answer that says: it is done."""
Look = Callable[[], Any]


class Failing:
    """Lets some calls to the database through, then fails once. Savepoints and their ends are calls too."""

    def __init__(self, good: int) -> None:
        self.left, self.failed = good, False

    def __call__(self, execute: Any, query: str, params: Any, many: bool, context: Any) -> Any:
        if self.left == 0 and not self.failed:
            self.failed = True
            raise OperationalError("the line is cut")
        self.left -= 1
        return execute(query, params, many, context)


def everything() -> Look:
    """A function that tells what stands: rows of every table, events of changes, used keys, jobs that were put off."""
    rows = reader()
    besides = (
        "select (select count(*) from events_event where kind = 'change'), (select count(*) from actions_done), "
        "(select count(*) from procrastinate_jobs)"
    )

    def look() -> Any:
        seen = rows()
        with connection.cursor() as cursor:
            cursor.execute(besides)
            return seen, cursor.fetchone()

    return look


@dataclass
class Course:
    """What was seen while an act was tried again and again: the state before it, then the one after it, never a third.

    ``most`` is 3 for what is done anew when it is sent once more.
    """

    look: Look
    what: str
    most: int = 2

    def __post_init__(self) -> None:
        self.seen = [self.look()]

    @property
    def happened(self) -> bool:
        """Whether the act stands."""
        return len(self.seen) > 1

    def note(self, good: int, how: object) -> None:
        """Look once more. Fails when there is a third state."""
        # Whoever gives up asks for the transaction around to be undone; here that is the test's own.
        connection.needs_rollback = False
        if (now := self.look()) != self.seen[-1]:
            self.seen.append(now)
        assert len(self.seen) <= self.most, (
            f"{self.what}: half done after {good} calls ({how}): {difference(*self.seen[-2:])}"
        )


def difference(before: Any, now: Any) -> list[Any]:
    """What differs between two looks."""
    tables = [(table, before[0][table], now[0][table]) for table in now[0] if now[0][table] != before[0][table]]
    return [*tables, before[1], now[1]]


def until_it_goes_through(send: Callable[[], Any], course: Course) -> None:
    """Send a form, always the same, with ever more calls allowed, until it needs no more.

    Every answer before that is a page a person can read, and whoever is told that it is done finds it done. Sent once
    more afterwards it is answered as it was, and nothing more happens.
    """
    what = course.what
    for good in range(MOST):
        SignInAttempt.objects.all().delete()  # a stranger who tries that often has to wait
        failing = Failing(good)
        with connection.execute_wrapper(failing):
            answer = send()
        course.note(good, answer.status_code)
        assert answer.status_code in DONE | {503}, (what, good, answer.status_code, said(answer))
        if answer.status_code == 503:
            assert "Kode 503" in answer.content.decode(), f"{what}: nothing to read after {good} calls"
        else:
            assert course.happened, f"{what}: after {good} calls it says that it is done, and it is not"
        if not failing.failed:
            break
    assert FEWEST < good < MOST - 1, f"{what} needs {good} calls"
    again = send()
    course.note(good, f"{again.status_code}, sent once more")
    assert where(again) == where(answer), f"{what}: sent once more it is answered otherwise: {said(again)}"


def where(answer: Any) -> tuple[int, str]:
    """What an answer says, and where it leads."""
    return answer.status_code, answer.get("Location", "")


def cut_at_every_call(work: Callable[[], Any], told: Callable[[], Any], meanwhile: Callable[[], Any]) -> set[Any]:
    """Let a job fail at each of its calls, each time from the beginning, and be run again as a worker does.

    Answers where it stood when it was cut off, as ``told`` tells it. Run again after ``meanwhile`` it ends as if it had
    never been cut off; and a job that says nothing has ended so at once.
    """
    with _undone():
        work()
        end = told()
    seen = set()
    for good in range(MOST):
        with _undone():
            failing, problem = Failing(good), None
            with connection.execute_wrapper(failing):
                try:
                    work()
                except OperationalError as raised:
                    problem = raised
            connection.needs_rollback = False
            seen.add(stood := told())
            assert problem or stood == end, f"after {good} calls nothing was said, and it stands at {stood}, not {end}"
            if stood != end:
                meanwhile()
                work()
                assert told() == end, f"cut off after {good} calls, it ends at {told()} and not at {end}"
        if not failing.failed:
            return seen
    raise AssertionError(f"more than {MOST} calls")


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def said(answer: Any) -> Any:
    """What a form says that was sent wrongly: for whoever reads a failing test."""
    form = (answer.context or {}).get("form")
    return form.errors if form is not None else answer.content.decode()[-900:]
