"""T2: what is behind a wall and what does not exist answer alike: status, page, time; and no NIK gives anything away."""

import re
import statistics
import time
from dataclasses import replace
from typing import Any

import pytest

from tests.walls.actors import Actor
from tests.walls.canaries import number
from tests.walls.routes import FACT, Route, routes
from tests.walls.sending import answers
from tests.walls.world import Record, World

pytestmark = pytest.mark.usefixtures("undone")
HIDDEN = [route for route in routes() if route.fact and route.fact not in {"staff", "hand"}]
NUMBERED = {"complaint": "K", "letter": "R", "offer": "L", "change": "U", "handed": "D"}
"""What is named by a number of its own, and the letter that the number begins with."""
NOWHERE = {
    **dict.fromkeys((*FACT, "meeting_of", "copy"), 987654321),
    **{name: f"{letter}26-TIDAKADASAMASEKALI" for name, letter in NUMBERED.items()},
}
"""What fills an address instead of a row of the world: nothing of it exists."""
PAIRS = 60


def absent(record: Record) -> Record:
    """A record like this one whose rows do not exist."""
    return replace(record, keys={**record.keys, **NOWHERE})


def page(answer: Any, *hidden: object) -> str:
    """An answer as text, without what differs by chance, and without what was asked for."""
    text = "\n".join([str(answer.status_code), *(f"{name}: {value}" for name, value in sorted(answer.items()))])
    text += answer.content.decode()
    text = re.sub(r'(csrfmiddlewaretoken"|name="key") value="[^"]*"', "", text)
    text = re.sub(r"(?i)content-length: \d+", "", text)
    for one in map(str, hidden):
        text = re.sub(re.escape(one), "…", text, flags=re.IGNORECASE)
    return text


@pytest.mark.parametrize("route", HIDDEN, ids=lambda route: route.name)
@pytest.mark.parametrize("where", ["sibling", "elsewhere"])
def test_a_row_behind_the_wall_answers_like_one_that_does_not_exist(
    route: Route, where: str, world: World, actors: dict[str, Actor]
) -> None:
    who = actors["coordinator"] if route.verb and not route.verb.startswith("referral.") else actors["village_back"]
    there = world.at(where, 0)
    if who.standing.sees(str(route.fact), there):
        return  # nothing is hidden
    nowhere = absent(there)
    for method in ("get", "post"):
        sent = answers(route.name, who.appointment) if method == "post" else None
        first, second = (getattr(who.client, method)(route.path(one), sent) for one in (there, nowhere))
        assert first.status_code in {403, 404, 405}
        assert page(first, route.path(there)) == page(second, route.path(nowhere))


def test_both_take_the_same_time(world: World, actors: dict[str, Actor]) -> None:
    who, there = actors["coordinator"], world.at("elsewhere")
    spent: dict[str, list[float]] = {"there": [], "nowhere": []}
    paths = {"there": f"/keluhan/{there.keys['complaint']}/", "nowhere": f"/keluhan/{NOWHERE['complaint']}/"}
    for _pair in range(PAIRS):
        for name, path in paths.items():
            start = time.process_time()
            who.client.get(path)
            spent[name].append(time.process_time() - start)
    there_time, nowhere_time = (statistics.median(times) for times in spent.values())
    assert abs(there_time - nowhere_time) < max(0.005, 0.25 * nowhere_time)


def fresh(nik: str) -> str:
    """A NIK that nobody has, odd in the same ways."""
    return nik[:-1] + str((int(nik[-1]) + 1) % 10)


def test_a_nik_that_another_kabupaten_knows_is_registered_like_any_other(
    world: World, actors: dict[str, Actor]
) -> None:
    who, known = actors["coordinator"], world.at("elsewhere").keys["nik"]
    pages = []
    for nik in (known, fresh(known)):
        sent = answers("people:new", who.appointment) | {"nik": nik, "name": f"Warga {'Baru' * 3}", "relationship": ""}
        answer = who.client.post("/orang/baru/", sent)
        assert answer.status_code == 302, answer.content.decode()[-3000:]
        told = who.client.get(answer["Location"])
        pages.append(page(told))
    without_numbers = [re.sub(r"\d+", "#", one) for one in pages]
    assert without_numbers[0] == without_numbers[1]
    assert "akan diperiksa" in pages[0]


@pytest.mark.parametrize("asked", ["nik", "kk", "complaint", "letter", "offer"])
def test_a_search_does_not_tell_what_exists_elsewhere(asked: str, world: World, actors: dict[str, Actor]) -> None:
    who, there = actors["coordinator"], str(world.at("elsewhere").keys[asked])
    nobody = fresh(there) if there.isdecimal() else f"{there[:-1]}z"
    first, second = (who.client.post("/cari/", {"q": text}, follow=True) for text in (there, nobody))
    assert page(first, there) == page(second, nobody)


def test_a_household_cannot_be_used_to_ask_for_a_nik(world: World, actors: dict[str, Actor]) -> None:
    who, there = actors["coordinator"], world.at("elsewhere").keys["nik"]
    path, pages = f"/keluarga/{world.at('own').keys['household']}/perubahan/", []
    for nik in (there, number("nobody")):
        sent = answers("people:change_household", who.appointment) | {"new_nik": nik, "new_relationship": "other"}
        answer = who.client.post(path, sent)
        assert answer.status_code == 422
        pages.append(page(answer, nik, sent["key"]))
    assert pages[0] == pages[1]
