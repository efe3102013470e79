"""Every action has a verb in some role, an event with a sentence, and refuses a stranger. Every verb is used."""

import re
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pytest
from django.apps import apps

from satupintu.engine.actions import ACTIONS, Refused
from satupintu.engine.events.sentences import told
from satupintu.foundation.access.roles import CITIZEN_VERBS, DUTIES, GUEST_VERBS, may
from satupintu.foundation.offices.words import Role
from tests.laws import house

HOUSE_VERBS = frozenset(
    verb
    for app in apps.get_app_configs()
    if app.name.startswith("satupintu.") and find_spec(f"{app.name}.access")
    for verb in getattr(import_module(f"{app.name}.access"), "HOUSE_VERBS", ())
)
VERBS = sorted(verb for verb in ACTIONS if not verb.startswith("test."))


def source() -> str:
    return "\n".join(
        path.read_text(encoding="utf-8")
        for path in house.files(".py", ".sql")
        if house.APP in path.parents and not house.is_test(path)
    )


@pytest.mark.parametrize("verb", VERBS)
def test_an_action_is_some_role_s_or_the_house_s_own(verb: str) -> None:
    assert any(verb in duties.verbs for duties in DUTIES.values()) or verb in HOUSE_VERBS | CITIZEN_VERBS | GUEST_VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_an_action_refuses_whoever_lacks_its_verb(verb: str, cast: Any, under: Any) -> None:
    stranger = cast.nasional_pemantau
    assert not may(stranger.role, verb)
    with under(stranger), pytest.raises(Refused):
        ACTIONS[verb](object(), by=stranger)


@pytest.mark.parametrize("verb", VERBS)
def test_an_action_leaves_an_event(verb: str) -> None:
    module = import_module(ACTIONS[verb].__module__)
    text = house.Path(str(module.__file__)).read_text(encoding="utf-8")
    noun = verb.partition(".")[0]
    assert re.search(r"\brecord\(|insert_events|_record", text), f"{module.__name__} records nothing"
    assert any(name.startswith(f"{noun}.") for name in told()), f"no sentence tells of {noun}"


def test_every_event_has_a_sentence() -> None:
    names = set(re.findall(r"\b(?:record|note)\(\s*\"([a-z_]+\.[a-z_]+)\"", source()))
    names |= set(re.findall(r"\bopened\(\s*request,\s*\"([a-z_]+\.[a-z_]+)\"", source()))
    assert names - told() == set()


def test_every_verb_of_a_role_is_used() -> None:
    text = source().replace((house.APP / "foundation/access/roles.py").read_text(encoding="utf-8"), "")
    verbs = {verb for duties in DUTIES.values() for verb in duties.verbs} | CITIZEN_VERBS
    assert {verb for verb in verbs if f'"{verb}"' not in text} == set()


def test_every_role_says_in_prose_what_it_is_there_for() -> None:
    assert set(DUTIES) == set(Role)
    assert all(duties.prose.endswith(".") and duties.verbs for duties in DUTIES.values())


def test_nobody_asks_for_a_role_by_name_to_decide_a_right() -> None:
    """Rights are verbs; a comparison with a role decides something else or nothing."""
    asked = re.findall(r"\.role (?:==|in) ", source())
    assert len(asked) <= 2, asked
