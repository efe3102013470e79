"""An empty room in the house's shape: the files a room has, and the five sentences that its tests must prove."""

import re
from pathlib import Path

from launcher.places import CHECKOUT
from launcher.speech import refuse

HOUSE = CHECKOUT / "satupintu"
FLOORS = ("doors", "reports", "work", "registry", "foundation", "engine")
DRAWERS = {"utils", "helpers", "common", "core", "misc", "services", "managers"}

FILES = {
    "__init__.py": '"""The room of {words}; its README says what the word means here."""\n',
    "apps.py": '''"""The room as a Django app."""

from django.apps import AppConfig


class {title}(AppConfig):
    """{heading}."""

    name = "satupintu.{floor}.{name}"
    label = "{name}"
''',
    "README.md": """# {heading}

What the word means in the offices, and where it comes from.

| state | what it means | what may follow |
|---|---|---|

Its actions: each a verb an officer says, with who may do it. Its events, and who listens to them.
""",
    "words.py": '"""Words of {words}: English name, Indonesian label."""\n',
    "rules.py": '"""Decisions about {words} on plain values: no database, no clock."""\n',
    "models.py": '"""Tables of {words}, what must never be false about them, and the questions one may ask."""\n',
    "access.py": '''"""Who sees {words}: every table of this room and its wall; every verb and its condition."""

from satupintu.lib.walls import Open, Wall

WALLS: list[Wall | Open] = []
''',
    "actions.py": '"""What may be done with {words}: the only place that writes."""\n',
    "migrations/__init__.py": "",
    "tests/__init__.py": "",
    "tests/test_actions.py": '''"""What every action must answer; each sentence fails until this room proves it."""

import pytest


def test_it_works() -> None:
    pytest.fail("Do the action as the officer it belongs to, and look at what changed.")


def test_a_stranger_is_refused() -> None:
    pytest.fail("Do it as the stranger of the next village, and see that no row changed.")


def test_a_wrong_state_is_refused() -> None:
    pytest.fail("Do it in a state that does not allow it, and read what is possible instead.")


def test_it_leaves_an_event() -> None:
    pytest.fail("Find exactly one event, in the past tense of the verb.")


def test_doing_it_twice_does_it_once() -> None:
    pytest.fail("Repeat it with the same key, and get the first answer.")
''',
}


def build(place: str) -> Path:
    """Make the room `floor/name`; answers its folder.

    Raises Refusal for an unknown floor, a name that is taken, no English noun in small letters, or a drawer.
    """
    floor, _, name = place.partition("/")
    if floor not in FLOORS or not re.fullmatch(r"[a-z][a-z_]*", name) or name in DRAWERS:
        raise refuse(
            f"Tulis lantai/nama, misalnya work/planning. Lantai: {', '.join(FLOORS)}. Nama: kata benda Inggris, "
            f"huruf kecil; bukan {', '.join(sorted(DRAWERS))}.",
            f"Write floor/name, such as work/planning. Floors: {', '.join(FLOORS)}. Name: an English noun in small "
            f"letters; not {', '.join(sorted(DRAWERS))}.",
        )
    taken = [path for path in HOUSE.glob(f"*/{name}") if path.is_dir()]
    if taken:
        raise refuse(f"Nama itu sudah dipakai: {taken[0]}", f"That name is taken: {taken[0]}")
    room = HOUSE / floor / name
    words = name.replace("_", " ")
    facts = {"floor": floor, "name": name, "words": words, "heading": words.capitalize()}
    facts["title"] = "".join(part.capitalize() for part in name.split("_"))
    for file, text in FILES.items():
        path = room / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(**facts) if "{" in text else text)
    return room
