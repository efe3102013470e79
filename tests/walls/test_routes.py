"""T1: every address × every role × records near and far. Nobody gets what the model says they may not see."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import pytest
from django.db import transaction

from satupintu.foundation.access.roles import may
from satupintu.registry.exports.tests.taking import SAID
from tests.walls.actors import NAMES, Actor
from tests.walls.canaries import everything, found
from tests.walls.ears import Ear, listening
from tests.walls.footprints import reader
from tests.walls.routes import Route, routes
from tests.walls.sending import answers
from tests.walls.world import Record, World

ROUTES = routes()
THIRD_PARTY = {
    "set_language": "Django: keeps the chosen language in a cookie and knows nobody",
}
"""Routes whose code is not ours and that declare nothing, with the reason why that is safe."""
NEAR_AND_FAR = [
    ("own", 0),
    ("own", 2),
    *((place, 0) for place in ("sibling", "kecamatan", "kabupaten", "elsewhere", "far")),
]
SENT_TO = ("own", "sibling", "elsewhere")
FOR_THE_REFUSED = [("own", 0), ("elsewhere", 0)]
"""Records asked for where the role alone already decides."""
PROBES = ("unduh=csv&arah=keluar&daftar=tunggu&status=received", "unduh=xlsx&daftar=terlambat")
ABOUT = ("orang={person}&sesudah={complaint_pk}", "keluarga={household}&kepala={person}")
"""Questions behind an address: as files, other lists, and about people who may not be seen."""
OPEN_TO_WRITE = {"public:send"}
"""Routes by which anybody may add something of their own."""
SOUGHT = ("nik", "kk", "name", "complaint", "letter", "offer")
"""What of a record is looked for."""
ONLY_SENT = {
    "imports:apply",
    "imports:cancel",
    "imports:undo",
    "notifications:read",
    "notifications:read_all",
    "bulletins:front",
    "sorting:drop",
    "sorting:copied",
    "sorting:tables_file",
    "privacy:copied",
    "duplicates:decide",
    "duplicates:confirm",
    "duplicates:search",
}
"""Routes that have no page of their own."""
ONLY_NATIONAL = {"areas:upload", "areas:adopt", "catalogue:change"}
"""Routes that open to the administrator of the whole country alone, who is not among the actors."""
ONLY_SOME = {"complaints:jawaban-langsung", "complaints:tindak-lanjut", "complaints:penerimaan"}
"""Steps of a question, of what is late and of what a citizen sent in: the complaint of this walk is none of these."""
ONLY_FOUND_BY_SOME = {"sorting:tables_file", "sorting:copied", "privacy:copied"}
"""Files that a list of names does not have, or that only whoever took the copy opens: others who see the row find none."""
ASKED_FOR = b"Untuk apa berkas ini?"
FILE = re.compile(r'href="([^"]*salinan=[^"]*)"')
"""What the page says that asks for what rows are taken away, and the address of the file afterwards."""
REFUSED = {301, 302, 303, 400, 401, 403, 404, 405, 409, 413, 422, 429}


@dataclass
class Tally:
    """What was asked and answered, over all actors."""

    cells: int = 0
    files: int = 0
    opened: Counter[str] = field(default_factory=Counter)
    shown: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


@pytest.fixture(scope="module")
def tally() -> Tally:
    return Tally()


class Visit:
    """Sends one actor through the house and notes what is wrong."""

    def __init__(self, who: Actor, world: World, tally: Tally, read: Callable[[], Any], log: Ear) -> None:
        self.log = log
        self.who, self.world, self.tally, self.read = who, world, tally, read
        self.untouched = read()
        known = world.canaries
        self.known = known
        self.allowed = {canary for canary, (kind, one) in known.items() if who.standing.sees(kind, one)}
        self.wrong: list[str] = []

    def ask(self, route: Route, method: str, path: str, record: Record | None, *, reflected: set[str] = set()) -> None:  # noqa: B006
        """One cell: ask, compare with the model, undo."""
        self.tally.cells += 1
        takes = False
        reflected = reflected | found(path)
        with transaction.atomic():
            if method == "GET":
                answer = self.who.client.get(path)
                takes = ASKED_FOR in answer.content if not answer.streaming else False
            elif method == "TAKE":
                answer = self._taken(path)
            elif method == "SEARCH":  # what is looked for stands in no address; here it stands in the path's place
                answer = self.who.client.post(route.path(self.world.at("own")), {"q": path}, follow=True)
            else:
                answer = self.who.client.post(path, answers(route.name, self.who.appointment))
            problems = [*self._leaks(answer, reflected), *self._status(route, method, answer.status_code, record)]
            problems += ["is shut out"] if self._is_sent_to_sign_in(answer) else []
            problems += self._changes(route, method, answer.status_code, record)
            problems += [f"writes {canary} into the log" for canary in self._told() & set(self.known)]
            transaction.set_rollback(True)
        self.who.forget()
        if takes:
            self.ask(route, "TAKE", path, record, reflected=reflected)
        if answer.status_code == 200:
            self.tally.opened[route.name] += 1
        self.wrong += [f"{method} {path} as {self.who.name} ({answer.status_code}): {problem}" for problem in problems]

    def _taken(self, path: str) -> Any:
        """The file of a list, after it was said for what; where it waits for a second person, the page that says so."""
        answer = self.who.client.post(path, SAID, follow=True)
        found = FILE.search(answer.content.decode())
        answer = self.who.client.get(unescape(found[1])) if found else answer
        self.tally.files += answer.headers.get("Content-Disposition", "").startswith("attachment")
        return answer

    def _is_sent_to_sign_in(self, answer: Any) -> bool:
        """Whether somebody who has signed in is asked to: a walk whose session is over sees nothing and finds nothing."""
        return bool(self.who.standing.in_force and answer.headers.get("Location", "").startswith("/masuk/?next="))

    def _told(self) -> set[str]:
        """Canaries that the log learned, numbers of papers apart: they stand in addresses."""
        told = {one for one in found(self.log.text()) if "number" not in self.known.get(one, ("number",))[0]}
        self.log.clear()
        return told

    def _leaks(self, answer: Any, reflected: set[str]) -> Iterator[str]:
        seen = found(everything(answer)) & self.known.keys()
        for canary in seen & self.allowed:
            self.tally.shown[self.known[canary][0]].add(self.who.name)
        for canary in seen - self.allowed - reflected - self.who.own_canaries:
            kind, record = self.known[canary]
            yield f"leaks {kind} of {record.label}: {canary}"

    def _status(self, route: Route, method: str, status: int, record: Record | None) -> Iterator[str]:
        if status >= 500:
            yield "fails"
        if not route.verb:
            return
        if not self.who.standing.in_force:
            if status not in {302, 405}:
                yield "answers somebody who may not come in"
        elif not may(str(self.who.standing.role), route.verb):
            if status not in {403, 405}:
                yield "opens without the verb"
        elif record is not None and route.fact and not self.who.standing.sees(route.fact, record):
            if status not in {404, 405}:
                yield "knows a row that does not exist for this officer"
        elif route.name in ONLY_FOUND_BY_SOME:
            return
        elif record is not None and route.fact and method == "GET" and status == 404:
            yield "does not know a row that this officer should see"

    def _changes(self, route: Route, method: str, status: int, record: Record | None) -> Iterator[str]:
        if method == "GET" and record is not None and record.label != "own/0":
            return
        if method == "POST" and route.name in OPEN_TO_WRITE:
            return
        by_code = bool(self.who.standing.answers) and route.name.startswith("answers:")
        innocent = (
            method in {"GET", "SEARCH"} or status in REFUSED - {302} or not (self.who.standing.in_force or by_code)
        )
        if not innocent:
            innocent = bool(record and route.fact and not self.who.standing.sees(route.fact, record))
        if innocent:
            now = self.read()
            changed = sorted(table for table in now if now[table] != self.untouched[table])
            if changed:
                yield f"changes {', '.join(changed)}"


def _cells(who: Actor, world: World) -> Iterator[tuple[Route, str, str, Record | None, set[str]]]:
    for route in ROUTES:
        holds = who.standing.in_force and (not route.verb or may(str(who.standing.role), route.verb))
        places = NEAR_AND_FAR if holds else FOR_THE_REFUSED
        for place, clearance in places if route.parts else places[:1]:
            record = world.at(place, clearance)
            for method in ("GET", "POST") if place in SENT_TO else ("GET",):
                yield route, method, route.path(record), record if route.parts else None, set()
        if not route.parts and holds and (route.verb or route.name == "desk:home"):
            yield from _probes(route, world)


def _probes(route: Route, world: World) -> Iterator[tuple[Route, str, str, None, set[str]]]:
    """The same address with questions: files, other lists, and the data of people who are not to be seen."""
    path = route.path(world.at("own"))
    for probe in PROBES:
        yield route, "GET", f"{path}?{probe}", None, set()
    for place in ("own", "elsewhere"):
        record = world.at(place, 2 if place == "own" else 0)
        for probe in ABOUT:
            asked = probe.format(**record.keys)
            yield route, "GET", f"{path}?{asked}", None, found(asked)
        for text in [str(record.keys[key]) for key in SOUGHT] if route.name == "desk:search" else []:
            yield route, "SEARCH", text, None, found(text)


def test_every_route_says_who_it_is_for() -> None:
    silent = [route.name for route in ROUTES if route.policy is None and route.name not in THIRD_PARTY]
    assert silent == []
    assert all(route.verb or route.policy.reason for route in ROUTES if route.policy)


def test_every_variable_part_of_an_address_is_known(world: World) -> None:
    assert [route.path(world.at("own")) for route in ROUTES]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_told_what_they_may_not_know(name: str, world: World, actors: dict[str, Actor], tally: Tally) -> None:
    with transaction.atomic(), listening() as log:
        visit = Visit(actors[name], world, tally, reader(), log)
        for route, method, path, record, reflected in _cells(actors[name], world):
            visit.ask(route, method, path, record, reflected=reflected)
        transaction.set_rollback(True)
    assert not visit.wrong, "\n".join(visit.wrong[:40])


@pytest.mark.slow
def test_the_walk_was_wide_and_not_blind(tally: Tally, world: World) -> None:
    """A test that saw nothing would find nothing."""
    assert tally.cells >= 5000 and tally.files >= 10
    kinds = {kind for kind, _record in world.canaries.values()} - {
        "address"
    }  # of a list handed over: shown to nobody here
    assert set(tally.shown) == kinds, "each kind of fact was seen by somebody"
    assert "citizen" in tally.shown["told"] & tally.shown["number"], "a code opens what it is for"
    assert "guest" in tally.shown["letter"] & tally.shown["letter_number"], "a code opens its letter"
    never = {route.name for route in ROUTES if route.verb and not tally.opened[route.name]}
    assert never <= ONLY_SENT | ONLY_NATIONAL | ONLY_SOME | ONLY_FOUND_BY_SOME, "nobody ever opened these"
