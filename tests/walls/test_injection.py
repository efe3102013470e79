"""W3: what people type is never taken for SQL: not in an address, not in a form, not anywhere in the source."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from satupintu.foundation.access import Scope, entered
from satupintu.foundation.access.roles import may
from satupintu.work.complaints.models import Complaint
from tests.walls.actors import Actor
from tests.walls.canaries import everything, found
from tests.walls.footprints import reader
from tests.walls.routes import Route, routes
from tests.walls.sending import answers
from tests.walls.stages import STAGES, arrange, extra
from tests.walls.world import World

pytestmark = pytest.mark.usefixtures("undone")
APP = Path(__file__).parent.parent.parent / "satupintu"
TRACE = 77_140_262
"""A lock that outlives a rollback: whatever is taken for SQL leaves it behind, however quick or slow the machine is."""
_TAILS = ("", "--", "#", "/*")
_ALWAYS = ("' or 1=1", '" or 1=1', "') or ('1'='1", "1 or 1=1", "' or ''='", "'||'1'='1", "\\' or 1=1", "%' or '1'='1")
_DOING = (
    f"'; select pg_advisory_lock({TRACE})--", f"1; select pg_advisory_lock({TRACE})", f"' || pg_advisory_lock({TRACE}) || '",
    f"(select 1 from pg_advisory_lock({TRACE}))", f"1 and 1=(select 1 from pg_advisory_lock({TRACE}))",
    f"'); select pg_advisory_lock({TRACE});--",
    "'; drop table people_person;--", "'; delete from complaints_complaint;--",
    "'; update offices_account set is_active=false--",
    "' union select null,null,null--", "' union all select nik from people_person--", "-1 union select 1",
    "'; set app.scope='{[0,10000000000)}';--", "'; select set_config('app.scope','{[0,10000000000)}',false);--",
    "'; reset role;--", "'; copy people_person to stdout;--", "' and 1=cast((select nik from people_person limit 1) as int)--",
    "$$ or 1=1 $$", "E'\\x27 or 1=1", "%27%20or%201=1", "' or 1=1 limit 1 offset 1--", "id", "-id; select 1", "name__gt",
    "{0}", "%s", "%(nik)s", "%", "_",
)  # fmt: skip
PAYLOADS = [f"{start}{tail}" for start in _ALWAYS for tail in _TAILS] + [*_DOING]
STRONGEST = [
    "' or 1=1--",
    "'",
    f"'; select pg_advisory_lock({TRACE})--",
    "\x00",
    "-1",
    "9" * 40,
    "٣",
    "[]",
    "\ud800"[:0] + "𐀀",
]
ASKED = re.compile(r"""(?:GET|POST|asked)\.get\(["']([a-z_]+)["']""")


def parameters() -> list[str]:
    """Every name that any page asks an address for: in the source by ``GET.get``, and the fields of filters."""
    from django import forms

    from satupintu.engine.ui.forms import FilterForm

    assert routes(), "all rooms are loaded, and with them their filters"
    names = {name for path in APP.rglob("*.py") for name in ASKED.findall(path.read_text(encoding="utf-8"))}
    filters = [kind for kind in FilterForm.__subclasses__() if kind.__module__.startswith("satupintu.")]
    assert filters, "lists are narrowed"
    fields: list[dict[str, forms.Field]] = [kind.base_fields for kind in filters]
    return sorted(names | {name for one in fields for name in one})


def pages(who: Actor) -> list[Route]:
    """The pages without a row of their own that open to somebody."""
    return [one for one in routes() if one.verb and not one.parts and may(str(who.standing.role), one.verb)]


def ran() -> bool:
    """Whether something that was sent has been run, and forget it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_advisory_unlock_all() from pg_locks where locktype = 'advisory' and objid = %s", [TRACE]
        )
        return cursor.fetchone() is not None


class Prober:
    """Asks, and notes failures, traces of SQL that ran, rows of others, and changes."""

    def __init__(self, who: Actor, world: World) -> None:
        self.who, self.world, self.wrong = who, world, []  # type: ignore[var-annotated]
        self.hidden = {one for one, (kind, record) in world.canaries.items() if not who.standing.sees(kind, record)}

    def get(self, path: str, sent: dict[str, str]) -> None:
        """One question."""
        self.note(f"{path} {sent}", self.who.client.get(path, sent))

    def note(self, what: str, answer: Any) -> None:
        """What is wrong with an answer."""
        if answer.status_code >= 500:
            self.wrong.append(f"{answer.status_code}: {what}")
        if ran():
            self.wrong.append(f"taken for SQL: {what}")
        if found(everything(answer)) & self.hidden:
            self.wrong.append(f"rows of others: {what}")


def test_there_are_sixty_payloads_and_the_parameters_are_found() -> None:
    assert len(set(PAYLOADS)) >= 60
    assert {"desa", "urut", "sesudah", "sebelum", "unduh", "orang", "status", "wilayah"} <= set(parameters())


@pytest.mark.slow
@pytest.mark.parametrize("name", ["coordinator", "manager", "auditor"])
def test_no_address_takes_a_question_for_sql(name: str, world: World, actors: dict[str, Actor]) -> None:
    """Every payload in all parameters at once, and each parameter alone, so that none hides behind another."""
    who, asked, read = actors[name], parameters(), reader()
    before, prober = read(), Prober(actors[name], world)
    known = set() if name == "coordinator" else {route.name for route in pages(actors["coordinator"])}
    for route in pages(who):
        if route.name in known:
            continue
        path = route.path(world.at("own"))
        for payload in [*PAYLOADS, *STRONGEST]:
            prober.get(path, dict.fromkeys(asked, payload))
        for place, one in enumerate(asked):
            for payload in ("'", STRONGEST[place % len(STRONGEST)]):
                prober.get(path, {one: payload})
    assert prober.wrong == []
    assert read() == before


KEPT = {"/cari/": ["q"], "/petugas/": ["nama", "peran"], "/jejak/": ["petugas", "nomor", "dari", "jenis", "peristiwa"]}
"""What is typed here goes into the session, and from there into the page."""


@pytest.mark.slow
@pytest.mark.parametrize("path", KEPT)
def test_nothing_that_is_looked_for_is_taken_for_sql(path: str, world: World, actors: dict[str, Actor]) -> None:
    who, read = actors["manager"], reader()
    before, prober = read(), Prober(who, world)
    for payload in [*PAYLOADS, *STRONGEST]:
        for sent in [dict.fromkeys(KEPT[path], payload), *({one: payload} for one in KEPT[path])]:
            prober.note(f"{path} {sent}", who.client.post(path, sent, follow=True))
    assert prober.wrong == []
    assert read() == before


@pytest.mark.slow
def test_no_part_of_an_address_is_taken_for_sql(world: World, actors: dict[str, Actor]) -> None:
    prober = Prober(actors["manager"], world)
    parted = [route for route in routes() if route.parts]
    assert len(parted) > 20
    for route in parted:
        for payload in [*PAYLOADS[::3], "\x00", "%00", "9" * 40, "0", "-1"]:
            for path in route.paths_with(world.at("own"), payload) if "/" not in payload else []:
                prober.get(path, {})
    assert prober.wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("name", STAGES)
def test_no_form_takes_a_text_for_sql(name: str, world: World, actors: dict[str, Actor]) -> None:
    """Each payload in every field that is free text; numbers, choices and keys of the form stay right."""
    stage, record = STAGES[name], world.at("own")
    arrange(stage, record)
    who, prober = actors[stage.who], Prober(actors[stage.who], world)
    route = next(route for route in routes() if route.name == name)
    rightly = answers(name, who.appointment) | extra(name, record)
    free = "text wish about need note result what told_to reporter_name reporter_phone dusun address reason".split()
    for payload in [*PAYLOADS[:: 1 if name == "complaints:intake" else 6], "\x00"]:
        sent = rightly | {field: payload for field in free if field in rightly and rightly[field] != "other"}
        with connection.cursor() as cursor:
            cursor.execute("savepoint one_payload")
            prober.note(f"{name} {payload!r}", who.client.post(route.path(record), sent))
            cursor.execute("rollback to savepoint one_payload")
        for field in rightly:
            if payload == STRONGEST[0]:
                prober.note(field, who.client.post(route.path(record), rightly | {field: payload}))
    assert prober.wrong == []


def test_what_is_run_leaves_its_trace_through_a_rollback() -> None:
    with connection.cursor() as cursor:
        cursor.execute("savepoint one_payload")
        cursor.execute(f"select 1 from pg_advisory_lock({TRACE})")
        cursor.execute("rollback to savepoint one_payload")
    assert ran() and not ran()


def test_what_was_typed_is_kept_as_it_was_typed(world: World, actors: dict[str, Actor]) -> None:
    who = actors["coordinator"]
    for payload in _DOING:
        sent = answers("complaints:intake", who.appointment) | {"text": payload, "about": payload[:100], "tetap": "1"}
        number = who.client.post("/keluhan/baru/", sent)["Location"].strip("/").rpartition("/")[2]
        with entered(Scope(spans=((0, 10**10),), clearance=2, fields=("*",))):
            kept = Complaint.objects.select_related("story").get(number=number)
            assert (kept.story.text, kept.about) == (payload.strip(), payload[:100].strip())


MADE_OF_OUR_OWN = {
    "engine/ui/counting.py": "Django's own SQL of a QuerySet, its values apart",
    "foundation/access/walls.py": "declarations of the rooms, by the owner while migrating",
    "registry/people/search.py": "one of two literals of the same file",
    "registry/people/actions/renumber.py": "names of the tables of our own models",
    "foundation/areas/actions.py": "a list of area codes in a sentence of the log",
    "reports/sorting/actions/counting.py": "Django's own SQL of a QuerySet, its values apart",
    "work/detection/actions/finding.py": "Django's own SQL of a QuerySet, its values apart",
    "registry/privacy/emptying.py": "calls of one function, as many as there are tables to empty",
    "registry/privacy/erasing.py": "Django's own SQL of QuerySets, their values apart; names of our own tables",
    "registry/imports/staging.py": "names of our own columns and tables of one transaction",
    "registry/matching/linkage/engine.py": "names of our own columns, and settings of the machine, in a database of its own",
    "registry/matching/linkage/spark.py": "a folder of our own making, in a database of its own",
    "cast/copies.py": "no SQL: copies of people who do not exist",
}
"""Files that put SQL together, and of what: never of what a request brought."""
RUNS = {"execute", "executemany", "raw", "extra", "RawSQL", "mogrify", "copy"}


def is_constant(value: ast.expr) -> bool:
    """A name in capitals is a literal of its module."""
    return isinstance(value, ast.Name) and value.id.isupper()


def put_together(call: ast.Call) -> bool:
    """Whether a call that runs SQL is given a text that was put together on the spot."""
    texts = [
        *call.args[:1],
        *(word.value for word in call.keywords if word.arg in {"sql", "where", "select", "tables"}),
    ]
    return any(
        (isinstance(part, ast.FormattedValue) and not is_constant(part.value))
        or (isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add | ast.Mod))
        or (
            isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr in {"format", "join"}
        )
        for text in texts
        for part in ast.walk(text)
    )


def test_no_sql_is_put_together_from_what_a_request_brings() -> None:
    guilty = set()
    for path in APP.rglob("*.py"):
        place = str(path.relative_to(APP))
        if "/tests/" in place or "/migrations/" in place:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in RUNS and put_together(node):
                    guilty.add(place)
    assert guilty <= set(MADE_OF_OUR_OWN), guilty - set(MADE_OF_OUR_OWN)


def test_the_scan_would_see_sql_put_together() -> None:
    for text in ('c.execute(f"select {x}")', 'c.execute("a" + x)', 'c.execute("%s" % x)', 'm.raw("{}".format(x))'):
        assert put_together(ast.parse(text).body[0].value), text  # type: ignore[attr-defined]
    assert not put_together(ast.parse('c.execute("select %s", [x])').body[0].value)  # type: ignore[attr-defined]
