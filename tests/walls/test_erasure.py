"""P3: after an erasure no text of the person is left in any byte that a dump of the database would hold."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import connections
from django.utils import timezone

from bench import ground
from conftest import DATABASE, _use
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.areas.models import Area
from satupintu.registry.people.models import Person
from satupintu.registry.privacy.erasing import in_the_way
from satupintu.reports.sorting import questions
from satupintu.reports.sorting.rules import Selection
from satupintu.reports.sorting.words import Population, TableKind
from tests import template
from tests.walls.actors import Actor, actor
from tests.walls.canaries import PAPERS, found, number, word
from tests.walls.stages import STAGES, arrange
from tests.walls.world import World, build

NAME = f"{DATABASE}_hapus"
STAGE = STAGES["privacy:penghapusan"]
NOT_THEIRS = {
    # What a file that nobody has saved says of somebody, and how it was called.
    *(("person", name) for name in ("staged", "file")),
    # Somebody else's record, and who led a meeting.
    *(("person", name) for name in ("double0", "mother0", "double2", "mother2", "leader")),
    # What was said of a list of names as a whole.
    *(("handed", name) for name in ("heading", "message", "why", "report")),
    # What happened to somebody's account.
    ("request", "breach"),
    # What a list was called that somebody wanted to take away, and for what.
    *(("export", name) for name in ("title", "text")),
    ("resource", "name"),
}
"""Texts of a record that are about others."""


@pytest.fixture(scope="module")
def beside(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Actor]]:
    """A world of its own that is really written, in a database of its own."""
    template.copy(NAME)
    before = {alias: connections[alias].settings_dict["NAME"] for alias in connections}
    with django_db_blocker.unblock():
        try:
            _use(dict.fromkeys(connections, NAME))
            world = build()
            yield {"world": world} | {name: actor(name, world) for name in ("manager", "coordinator")}  # type: ignore[dict-item]
        finally:
            _use(before)
            template.drop(NAME)


def dumped() -> str:
    """Every row of every table, as a dump copies it; bytes also as the text that they are."""
    told = []
    with template.owner(NAME) as owner:
        owner.execute(ground.SEE_ALL)
        tables = owner.execute(
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
        )
        for (table,) in tables.fetchall():
            with owner.cursor().copy(f"copy (select * from {table}) to stdout") as rows:
                told.append(b"".join(rows).decode("utf-8", "replace"))
            told += _bytes(owner, table)
    return "\n".join(told)


def _bytes(owner: psycopg.Connection[Any], table: str) -> list[str]:
    columns = owner.execute(
        "select column_name from information_schema.columns where table_name = %s and data_type = 'bytea'", [table]
    ).fetchall()
    return [
        bytes(value).decode("latin-1")
        for (column,) in columns
        for (value,) in owner.execute(f"select {column} from {table} where {column} is not null").fetchall()
    ]


def theirs(place: str, sensitivity: str) -> set[str]:
    """Canaries of a record that are not the person's own."""
    texts = {word(place, sensitivity, kind, name).lower() for kind, name in NOT_THEIRS}
    return texts | {number(place, sensitivity, kind, name) for kind, name in NOT_THEIRS}


def counted() -> Any:
    area = Area.objects.get(pk=7302000000)
    with house("uji", quietly=True):
        selection = Selection(Population.EVERYBODY, timezone.localdate())
        answered = questions.cross_tabs(selection, [TableKind.SEX], area)
        return answered.tables[TableKind.SEX].whole, Person.objects.count(), Event.objects.count()


def test_nothing_of_an_erased_person_is_left_in_a_dump(beside: Any) -> None:
    world: World = beside["world"]
    record, other = world.at("own"), world.at("sibling")
    arrange(STAGE, record)
    path = f"/permintaan-data/{record.keys['request']}/"
    own = {
        canary for canary, kind in record.canaries.items() if kind not in PAPERS and kind not in {"staff", "resource"}
    }
    own -= theirs("own", "ordinary")
    assert own <= found(dumped()), "they were there"
    tables, people, events = counted()
    with house("uji", quietly=True):
        assert in_the_way(Person.objects.get(pk=record.keys["person"]), timezone.localdate()) == []
    sent = beside["manager"].client.post(f"{path}penghapusan/", {"key": "hapus", "sure": "on"})
    assert sent.status_code == 302
    left = found(dumped())
    assert own & left == set()
    assert set(other.canaries) - found_nowhere(other) <= left, "others' data are as they were"
    assert counted()[:2] == (tables, people) and counted()[2] > events
    assert f"O-{record.keys['person']}" in dumped(), "the trail keeps the pseudonym"


def found_nowhere(record: Any) -> set[str]:
    """Canaries that no row held before either: of those the test says nothing."""
    return {canary for canary, kind in record.canaries.items() if kind in {"staff"}}
