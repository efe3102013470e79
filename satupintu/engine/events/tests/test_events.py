"""Events: written with the change or not at all, never changed, read to the end by a cursor."""

import time
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from satupintu.engine.events import Sentence, on, record
from satupintu.engine.events.listening import _listeners
from satupintu.engine.events.models import Event

BARE = (
    "(kind, name, subject_type, shown_ids, trace, offices, clearance, role, actor, facts, village) "
    "values ('change', 'late', 'x', '{}', '', '{}', 0, '', '', '{}', 1)"
)
"""An event without anything in it."""


@pytest.fixture
def written(cast: Any, under: Any) -> Event:
    """One event of Ara."""
    with under(cast.ara_koordinator):
        return record("office.changed", cast.ara_koordinator.office, by=cast.ara_koordinator)


@pytest.mark.parametrize(
    "statement",
    [
        "update events_event set name = 'x'",
        "delete from events_event",
        "truncate events_event",
        "alter table events_event disable trigger all",
        "drop trigger events_no_change on events_event",
    ],
)
def test_the_application_can_only_add(statement: str, written: Event) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("statement", ["update events_event set name = 'x'", "truncate events_event"])
def test_even_the_owner_cannot_change_one(statement: str, as_owner: Any) -> None:
    as_owner.execute(
        "select set_config('app.scope', '{[0,10000000000)}', false), set_config('app.clearance', '2', false)"
    )
    as_owner.execute(f"insert into events_event {BARE}".replace("late", "x"))
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_owner.execute(statement)


def test_an_event_is_written_in_nobody_elses_name(cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator), pytest.raises(DatabaseError), transaction.atomic():
        record("office.changed", cast.ara_koordinator.office, by=cast.bira_koordinator)


def test_saving_an_event_again_is_refused(written: Event) -> None:
    with pytest.raises(TypeError):
        written.save()


def test_a_listener_that_fails_undoes_the_act(cast: Any, under: Any) -> None:
    @on("test.heard")
    def fail(event: Event) -> None:
        raise RuntimeError("no")

    with under(cast.ara_koordinator):
        with pytest.raises(RuntimeError), transaction.atomic():
            record("test.heard", cast.ara_koordinator.office, by=cast.ara_koordinator)
        assert not Event.objects.filter(name="test.heard").exists()
    del _listeners["test.heard"]


def test_a_cursor_does_not_lose_late_commits(django_db_setup: Any) -> None:
    """Number 1 commits after number 2: a reader that has taken 2 must still get 1."""
    database = connection.settings_dict["NAME"]
    app = settings.DATABASES["default"]
    places = {
        "host": app["HOST"],
        "port": app["PORT"],
        "user": app["USER"],
        "password": app["PASSWORD"],
        "dbname": database,
    }
    add = f"insert into events_event {BARE} returning id"
    see = "select set_config('app.scope', '{[0,10000000000)}', true), set_config('app.clearance', '2', true)"
    settled = (
        "select id from events_event where name = 'late' and tx < pg_snapshot_xmin(pg_current_snapshot()) "
        "and id > %s order by id"
    )

    free_of_others = "select pg_snapshot_xmin(pg_current_snapshot()) > %s::text::xid8"

    def read(reader: Any, cursor: int) -> list[int]:
        with reader.transaction():
            reader.execute(see)
            return [number for (number,) in reader.execute(settled, [cursor]).fetchall()]

    with psycopg.connect(**places) as slow, psycopg.connect(**places) as fast, psycopg.connect(**places) as reader:
        slow.execute(see)
        first = slow.execute(add).fetchone()[0]
        with fast.transaction():
            fast.execute(see)
            second = fast.execute(add).fetchone()[0]
            number = str(fast.execute("select pg_current_xact_id()::text").fetchone()[0])
        taken = read(reader, 0)
        assert second not in taken, "an event is not settled while an earlier transaction still runs"
        slow.commit()
        for _ in range(50):
            free = reader.execute(free_of_others, [number]).fetchone()[0]
            reader.commit()
            taken = read(reader, 0)
            if free:
                break
            time.sleep(0.1)
        # Long transactions of other databases of the server hold events back too: then both, and never the second alone.
        assert taken == [first, second] or (not free and taken == [])


def test_a_sentence_fills_its_gaps_with_words() -> None:
    from satupintu.engine.events.words import Kind

    assert Sentence("menulis {kind} {nothing}", {"kind": Kind}).say({"kind": "change"}) == "menulis Perubahan"


def test_a_day_is_said_as_people_say_it() -> None:
    said = Sentence("sampai {until}; {code}, {note}")
    facts = {"until": "2026-12-03", "code": "2026-12-03-7", "note": None}
    assert said.say(facts) == "sampai 3 Des 2026; 2026-12-03-7, None"
    with translation.override("en"):
        assert said.say(facts).startswith("sampai 3 Dec 2026")
