"""What every test stands on: a database of its own, connected to as the application's role, with the cast on stage."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from django.db import connections
from django.test import Client

from tests import template
from tests.crowd import Crowd

DATABASE = f"test_satupintu_{os.getpid()}"

LONG = ("tests/walls/", "tests/journeys/", "tests/durability/", "satupintu/cast/", "tests/launcher/")
"""What takes longest, begun first, so that no worker is left with it at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files in the order in which workers shall take them."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    """A fresh database: the owner migrates it and builds the walls, the application's role fills it."""
    before = {alias: connections[alias].settings_dict["NAME"] for alias in connections}
    template.copy(DATABASE)
    with django_db_blocker.unblock():
        _use(dict.fromkeys(connections, DATABASE))
        _refuse_privilege()
    yield
    with django_db_blocker.unblock():
        _use(before)
    template.drop(DATABASE)


def _use(names: dict[str, str]) -> None:
    """Let each connection lead to the database of that name."""
    for alias, name in names.items():
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name


def _refuse_privilege() -> None:
    """Whoever tests walls as a superuser tests nothing."""
    with connections["default"].cursor() as cursor:
        cursor.execute("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
        if cursor.fetchone() != (False,):
            raise RuntimeError("the tests must not run as a superuser or a role that bypasses row-level security")


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    """The appointments of the cast by username, dots as underscores: ``cast.ara_koordinator``."""
    return _cast()


def _cast() -> SimpleNamespace:
    from satupintu.foundation.offices.models import Appointment

    found = Appointment.objects.with_place().order_by("-pk")
    return SimpleNamespace(**{a.account.username.replace(".", "_"): a for a in found})


@pytest.fixture
def at_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[Crowd]:
    """A database of its own, in which everything is committed, and people who act in it at the same moment."""
    name = f"{DATABASE}_ramai"
    template.copy(name)
    with django_db_blocker.unblock():
        _use(dict.fromkeys(connections, name))
        try:
            yield Crowd(_cast())
        finally:
            _use(dict.fromkeys(connections, DATABASE))
            template.drop(name)


@pytest.fixture
def under() -> Callable[[Any], AbstractContextManager[None]]:
    """``with under(cast.ara_koordinator):`` is the scope of that appointment, as a request would enter it."""
    from satupintu.foundation.access import Scope, entered

    return lambda appointment: entered(Scope.of(appointment, date.today()))


@pytest.fixture
def desk(db: None) -> Callable[[Any], Client]:
    """``desk(cast.ara_koordinator)`` is a browser in which that person has signed in and chosen that appointment."""
    from satupintu.foundation.access.confirmation import SECOND_FACTOR_KEY
    from satupintu.foundation.access.standing import SESSION_KEY

    def sign_in(appointment: Any) -> Client:
        client = Client()
        client.force_login(appointment.account)
        session = client.session
        session[SESSION_KEY] = appointment.pk
        session[SECOND_FACTOR_KEY] = True
        session["account_authentication_methods"] = [{"method": "password", "at": time.time(), "username": "uji"}]
        session["account_authentication_methods_user"] = str(appointment.account_id)
        session.save()
        return client

    return sign_in


@pytest.fixture
def as_owner(django_db_setup: None) -> Iterator[psycopg.Connection[Any]]:
    """A connection of the tables' owner to the test database, for looking at the catalogue."""
    with template.owner(DATABASE) as connection:
        yield connection
