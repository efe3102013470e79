"""Who looked at a person: readings are events, and every row that one showed is found by its number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from satupintu.engine.events.models import Event
from satupintu.engine.events.sentences import told
from satupintu.foundation.access.scope import ALL_FIELDS, EVERYWHERE, Scope, entered
from satupintu.foundation.offices.models import Office
from satupintu.registry.privacy.holdings import holdings, records_of
from satupintu.registry.privacy.labels import shown_words

MOST = 500
"""The newest readings that are told; a page of more is no answer to anybody."""


@dataclass(frozen=True)
class Reader:
    """One reading: when, by whom, in which role of which office, for what, which fields."""

    at: datetime
    what: str
    who: str
    office: str
    why: str
    shown: str


@cache
def of_people() -> Mapping[str, int]:
    """Readings whose rows are persons, from the rooms' ``READINGS``: name → how many of its first numbers are not."""
    found: dict[str, int] = {}
    for app in apps.get_app_configs():
        if app.name.startswith("satupintu.") and find_spec(f"{app.name}.merging"):
            found |= getattr(import_module(f"{app.name}.merging"), "READINGS", {})
    return found


@cache
def of_matters() -> Mapping[Any, tuple[str, ...]]:
    """Readings of what belongs to a person: table → the names under which one of its rows is opened."""
    found = {}
    for one in holdings():
        noun = one.model._meta.model_name
        names = tuple(sorted(name for name in told() if name.startswith(f"{noun}.") and name not in of_people()))
        if names and hasattr(one.model, "reach"):
            found[one] = names
    return found


def readings(person: int, clearance: int, *, matters: bool = True) -> list[Event]:
    """The readings that showed a person, or with ``matters`` something of theirs: the newest first, at most `MOST`.

    They are gathered wherever the reader sat: who looked is the person's to know.
    """
    with entered(Scope(spans=(EVERYWHERE,), audit=(EVERYWHERE,), clearance=clearance, fields=ALL_FIELDS)):
        people, found = records_of(person), {}
        for number in people:
            for event in Event.objects.showing(number, of_people())[:MOST]:
                if number in event.shown_ids[of_people()[event.name] :]:
                    found[event.pk] = event
        for one, names in of_matters().items() if matters else ():
            for row in one.rows(people).order_by().values_list("pk", flat=True):
                found |= {event.pk: event for event in Event.objects.showing(row, names)[:MOST]}
    return sorted(found.values(), key=lambda event: -event.pk)[:MOST]


def readers(events: list[Event]) -> Iterator[Reader]:
    """Readings as lines that people read."""
    offices = dict(Office.objects.filter(pk__in={event.office_id for event in events}).values_list("pk", "name"))
    for event in events:
        yield Reader(
            event.at,
            event.sentence,
            event.who,
            offices.get(event.office_id or 0, ""),
            str(event.facts.get("why", "")),
            shown_words(str(event.facts.get("shown", ""))),
        )
