"""T5: many users over few persistent connections, interleaved: nobody ever sees through another one's scope."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection, connections, transaction
from django.test import Client

from satupintu.config.settings import POOL
from satupintu.foundation.access import Scope, entered
from satupintu.foundation.access import scope as scopes
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.walls import guest_of, in_scope
from tests.walls.actors import sign_in

REQUESTS, BY_BROWSER, WORKERS, CONNECTIONS = 10_000, 400, 8, 3
USERS = ("ara.koordinator", "bira.koordinator", "bontobahari.tksk", "panakkukang.koordinator")
TRIAL = "'trial'"
VILLAGES = (7302032006, 7302032005, 7302031004, 7306072008)


@dataclass(frozen=True)
class User:
    """An officer and the villages that exist for them."""

    name: str
    scope: Scope
    sees: frozenset[int]


@pytest.fixture
def trial(as_owner: Any, cast: Any) -> Iterator[None]:
    """A guarded table with a row in each village, committed, so that every connection sees it."""
    as_owner.execute("drop table if exists trial_row")
    as_owner.execute("create table trial_row (village bigint primary key)")
    as_owner.execute(f"insert into trial_row values {', '.join(f'({village})' for village in VILLAGES)}")
    as_owner.execute(f"grant select on trial_row to {connection.settings_dict['USER']}")
    as_owner.execute("alter table trial_row enable row level security; alter table trial_row force row level security")
    as_owner.execute(f"create policy sees on trial_row using ({in_scope()} or {guest_of(TRIAL, 'village')})")
    yield
    as_owner.execute("drop table trial_row")


def users(cast: Any) -> list[User]:
    """Four of the cast: two neighbours, the kecamatan above them, somebody of another kabupaten; and a guest with a code."""
    found = []
    for name in USERS:
        one: Appointment = getattr(cast, name.replace(".", "_"))
        start, end = one.span
        sees = frozenset(village for village in VILLAGES if start <= village < end)
        found.append(User(one.account.name, Scope.of(one, one.valid_from), sees))
    guest = User("somebody with a code", Scope(guest=("trial", VILLAGES[1])), frozenset({VILLAGES[1]}))
    return [*found, guest]


@contextmanager
def pooled() -> Iterator[None]:
    """Connections of new threads come from a small pool, as in production. This thread keeps its own."""
    options = connections["default"].settings_dict["OPTIONS"]
    options["pool"] = POOL | {"max_size": CONNECTIONS, "timeout": 60}
    try:
        yield
    finally:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(lambda: connections["default"].close_pool()).result()
        del options["pool"]


def at_once(tasks: list[Callable[[], str | None]]) -> list[str]:
    """Do all of it on a few threads; each gives its connection back after every task. Answers what went wrong."""

    def one(task: Callable[[], str | None]) -> str | None:
        try:
            return task()
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(WORKERS) as pool:
        return [problem for problem in pool.map(one, tasks) if problem]


def rows() -> frozenset[int]:
    with connection.cursor() as cursor:
        cursor.execute("select village from trial_row")
        return frozenset(village for (village,) in cursor.fetchall())


def looks(user: User) -> str | None:
    """One request: enter, read, leave."""
    with entered(user.scope):
        seen = rows()
    return None if seen == user.sees else f"{user.name} sees {sorted(seen)}"


def looks_without_entering() -> str | None:
    """A request of nobody: outside a transaction and in one of its own, where the last one left its setting behind."""
    with transaction.atomic():
        inside = rows()
    seen = inside | rows()
    return f"nobody sees {sorted(seen)}" if seen else None


def breaks(user: User) -> str | None:
    """A request that fails half way leaves nothing behind either."""
    try:
        with entered(user.scope):
            rows()
            raise LookupError
    except LookupError:
        return None


def forgets_the_sessions() -> None:
    """What the browsers left behind was committed: other tests shall not find it."""
    UserSession.objects.all().delete()
    Session.objects.all().delete()


def plan(people: list[User], requests: int) -> list[Callable[[], str | None]]:
    """Requests in an order by chance: most look, some look without entering, some break."""
    dice = Random(5)
    tasks: list[Callable[[], str | None]] = []
    for _request in range(requests):
        user, kind = dice.choice(people), dice.random()
        if kind < 0.15:
            tasks.append(looks_without_entering)
        elif kind < 0.2:
            tasks.append(lambda user=user: breaks(user))  # type: ignore[misc]
        else:
            tasks.append(lambda user=user: looks(user))  # type: ignore[misc]
    return tasks


@pytest.mark.slow
def test_ten_thousand_interleaved_requests_see_only_their_own(trial: None, cast: Any) -> None:
    with pooled():
        assert at_once(plan(users(cast), REQUESTS)) == []


def test_the_drill_would_notice_a_setting_that_outlives_its_transaction(
    trial: None, cast: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same with SET instead of SET LOCAL: the drill has to find it, or it proves nothing."""
    monkeypatch.setattr(scopes, "_SET", scopes._SET.replace("true", "false"))
    monkeypatch.setattr(scopes._apply, "__defaults__", (scopes._SET,))
    with pooled():
        assert at_once(plan(users(cast), 300)) != []


@pytest.mark.slow
def test_browsers_that_share_connections_are_never_taken_for_each_other(cast: Any, django_db_blocker: Any) -> None:
    """Each answer is for whom it was asked by: the name of the account and of the office stand in every page's frame."""
    here = threading.local()

    def asks(username: str) -> str | None:
        browsers = here.__dict__.setdefault("browsers", {})
        one = by_name[username]
        if username not in browsers:
            browsers[username] = Client()
            sign_in(browsers[username], one)
        page = browsers[username].get("/kantor/")
        text = page.content.decode()
        wrong = page.status_code != 200 or f'data-who="{one.account.name}"' not in text or one.office.name not in text
        return f"{username}: {page.status_code}" if wrong else None

    by_name = {name: getattr(cast, name.replace(".", "_")) for name in USERS}
    dice = Random(7)
    try:
        with pooled():
            tasks = [lambda name=dice.choice(USERS): asks(name) for _request in range(BY_BROWSER)]
            assert at_once(tasks) == []  # type: ignore[arg-type]
    finally:
        at_once([forgets_the_sessions])
