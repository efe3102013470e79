"""The small world of records, built once for each file of tests and undone after it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.walls.actors import NAMES, Actor, actor
from tests.walls.world import World, build


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """All records, in one transaction that is undone when the file's tests are over."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def actors(world: World) -> dict[str, Actor]:
    """One officer of each role, and those who are shut out."""
    return {name: actor(name, world) for name in NAMES}


@pytest.fixture
def undone(world: World, actors: dict[str, Actor]) -> Iterator[None]:
    """Whatever a test does is undone after it, in the database and in the browsers."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    for one in actors.values():
        one.forget()
