"""L2: whoever touches people's data leaves exactly one event: who, as what, where, which rows, which fields, how it ended."""

from typing import Any

import pytest
from django.db.models import Max
from django.urls import reverse

from satupintu.engine.events import listening
from satupintu.engine.events.models import Event
from satupintu.engine.events.words import Kind
from satupintu.foundation.access import Scope, entered
from satupintu.foundation.access.roles import may
from satupintu.registry.exports.tests.taking import asked
from satupintu.work.complaints.models import Complaint
from tests.walls.actors import Actor
from tests.walls.routes import Route, routes
from tests.walls.sending import answers
from tests.walls.stages import STAGES, arrange, extra
from tests.walls.world import World

pytestmark = pytest.mark.usefixtures("undone")
EVERYTHING = Scope(spans=((0, 10**10),), audit=((0, 10**10),), clearance=2, fields=("*",))
PERSONAL = [route for route in routes() if route.policy and route.policy.personal]
READERS = ("coordinator", "manager", "responder", "village_back", "district_back", "tksk")
NO_PAGE = {
    "imports:apply",
    "imports:cancel",
    "imports:undo",
    "imports:new",
    "sorting:copied",
    "privacy:copied",
    "privacy:breach_kit",
    "sorting:tables_file",
    "duplicates:decide",
    "duplicates:confirm",
    "desk:suggestions",
}
"""Routes that are only sent to, an empty form that shows nothing of anybody, files of what this world does not hold."""
NAMES = {"sorting:names"}
"""Pages that list people: they name whom they showed, not the paper on which these stand."""
OPENED_BY = {"people:new_household": "?kepala={person}", "duplicates:report": "?orang={person}"}
COLUMN = {
    "complaint": "complaint_pk",
    "letter": "letter_pk",
    "offer": "offer_pk",
    "handed": "handed_pk",
    "letter_kind": "complaint_pk",
    "slip_kind": "complaint_pk",
    "hand": "complaint_pk",
    "change": "change_pk",
    "request": "request_pk",
    "breach": "breach_pk",
    "export": "export_pk",
}
"""Keys of a record that are numbers of papers, and where the row's own number is."""


def latest() -> int:
    with entered(EVERYTHING):
        return Event.objects.aggregate(last=Max("id"))["last"] or 0


def since(last: int) -> list[Event]:
    with entered(EVERYTHING):
        return list(Event.objects.filter(id__gt=last).order_by("id"))


def assert_signed(event: Event, who: Actor) -> None:
    """The event says who it was, as what, from where, and in which request."""
    by = who.appointment
    assert (event.account_id, event.appointment_id, event.office_id) == (by.account_id, by.pk, by.office_id)
    assert (event.role, event.actor) == (by.role, by.label)
    assert event.village is not None and event.request_id is not None


def opened_by(route: Route, actors: dict[str, Actor], world: World) -> tuple[Actor, list[Event]]:
    """The first reader to whom the route opens, and what that left."""
    record = world.at("own")
    if route.name in STAGES:
        arrange(STAGES[route.name], record)
    path = route.path(record) + OPENED_BY.get(route.name, "").format(**record.keys)
    for name in READERS:
        if may(str(actors[name].standing.role), route.verb or ""):
            last = latest()
            if actors[name].client.get(path).status_code == 200:
                return actors[name], since(last)
    raise AssertionError("nobody among the readers may open it")


@pytest.mark.parametrize("route", [one for one in PERSONAL if one.name not in NO_PAGE], ids=lambda route: route.name)
def test_opening_a_page_about_people_is_one_event(route: Route, world: World, actors: dict[str, Actor]) -> None:
    who, events = opened_by(route, actors, world)
    assert [event.kind for event in events] == [Kind.READING]
    (event,) = events
    assert_signed(event, who)
    if route.parts and route.name not in NAMES:
        key = route.key(route.parts[0])
        row = world.at("own").keys.get(COLUMN.get(key, key))
        assert row in event.shown_ids, "it names the row that was opened"
        assert event.facts["shown"], "it names the fields"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_taking_a_list_away_as_a_file_says_that_it_was_a_file(
    form: str, world: World, actors: dict[str, Actor]
) -> None:
    manager = actors["manager"]
    copy, last = asked(manager.client, f"/keluhan/?unduh={form}"), latest()
    assert manager.client.get(copy.file_address)["Content-Disposition"].startswith("attachment")
    (event,) = since(last)
    assert (event.kind, event.facts["shown"]) == (Kind.READING, "file")
    assert copy.number in event.facts["why"] and len(event.shown_ids) == copy.rows > 0
    assert_signed(event, manager)


def test_a_list_names_every_row_that_it_showed(world: World, actors: dict[str, Actor]) -> None:
    last = latest()
    page = actors["coordinator"].client.get("/keluhan/").content.decode()
    (event,) = since(last)
    shown = {one.keys["complaint_pk"] for one in world.records if f"/keluhan/{one.keys['complaint']}/" in page}
    assert shown and set(event.shown_ids) == shown


@pytest.mark.parametrize("route", PERSONAL, ids=lambda route: route.name)
def test_being_refused_is_one_event(route: Route, world: World, actors: dict[str, Actor]) -> None:
    tried = [(actors["administrator"], world.at("own"))]
    if route.fact:
        tried.append((actors["responder" if route.verb == "referral.read" else "coordinator"], world.at("elsewhere")))
    for who, record in tried:
        for method in ("get", "post"):
            last = latest()
            answer = getattr(who.client, method)(route.path(record))
            if answer.status_code == 405:
                continue
            assert answer.status_code in {403, 404}
            (event,) = since(last)
            assert (event.kind, event.name) == (Kind.REFUSAL, "access.refused")
            assert_signed(event, who)
            assert event.facts["verb"] == route.verb
            assert (event.facts["status"], event.facts["route"]) == (answer.status_code, route.pattern)


def test_every_form_about_people_is_in_the_list_of_stages() -> None:
    pages = {"detail", "list", "receipt", "file", "person", "search", "household", "batch", "errors", "new", "picture"}
    pages |= {"missing", "unverified", "supervision", "suggestions", "resource", "yaml"}
    pages |= {"code", "choose", "session", "decree", "export"}
    pages |= {"people", "names", "copied", "handover", "handovers", "tables_file", "readers", "breach_kit"}
    forms = {route.name for route in PERSONAL if route.name.rpartition(":")[2] not in pages} | {
        "people:new",
        "changes:new",
    }
    assert forms == set(STAGES)


@pytest.mark.parametrize("name", STAGES)
def test_a_change_is_one_event_of_its_verb_and_no_reading(name: str, world: World, actors: dict[str, Actor]) -> None:
    stage, record = STAGES[name], world.at("own")
    arrange(stage, record)
    who = actors[stage.who]
    last = latest()
    route = next(route for route in PERSONAL if route.name == name)
    answer = who.client.post(route.path(record), answers(name, who.appointment) | extra(name, record))
    assert answer.status_code == 302
    events = since(last)
    assert {event.kind for event in events} == {Kind.CHANGE}
    assert len({event.request_id for event in events}) == 1
    (mine,) = [event for event in events if event.name == stage.event]
    assert_signed(mine, who)
    assert mine.subject_id is not None
    assert {event.name for event in events} - {stage.event} <= stage.besides


def test_a_form_sent_twice_leaves_one_event(world: World, actors: dict[str, Actor]) -> None:
    who, name = actors["coordinator"], "complaints:intake"
    form, last = answers(name, who.appointment), latest()
    first, second = (who.client.post(reverse(name), form) for _time in range(2))
    assert first["Location"] == second["Location"]
    assert [event.name for event in since(last)] == ["complaint.registered"]


def test_event_and_change_stand_or_fall_together(
    world: World, actors: dict[str, Actor], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Something breaks after the event was written: neither it nor the complaint is there."""

    def breaks(event: Any) -> None:
        raise ValueError("sesudah peristiwa ditulis")

    monkeypatch.setitem(listening._listeners, "complaint.registered", [breaks])
    who, last = actors["coordinator"], latest()
    with entered(EVERYTHING):
        before = Complaint.objects.count()
    who.client.raise_request_exception = False
    answer = who.client.post("/keluhan/baru/", answers("complaints:intake", who.appointment))
    who.client.raise_request_exception = True
    assert answer.status_code == 500
    assert since(last) == []
    with entered(EVERYTHING):
        assert Complaint.objects.count() == before
