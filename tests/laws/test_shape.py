"""The shape of the house: short files, short functions, no drawers, no circles, a page of README in each room."""

import re

import pytest

from tests.laws import house
from tests.laws.figures import drawer_names


def test_no_file_is_too_long() -> None:
    long = {
        str(path.relative_to(house.TOP))
        for path in house.files(".py", ".js", ".css", ".html")
        if house.lines(path) > house.LONGEST_FILE
    }
    assert long - house.EXCEPTIONS == set()


def test_no_function_is_too_long() -> None:
    long = {function.place for function in house.functions() if function.length > house.LONGEST_FUNCTION}
    assert long - house.EXCEPTIONS == set()


def test_an_exception_that_is_no_longer_needed_is_struck() -> None:
    long = {
        str(path.relative_to(house.TOP))
        for path in house.files(".py", ".js", ".css", ".html")
        if house.lines(path) > house.LONGEST_FILE
    }
    long |= {function.place for function in house.functions() if function.length > house.LONGEST_FUNCTION}
    assert long >= house.EXCEPTIONS


def test_nothing_is_a_drawer() -> None:
    assert drawer_names() == []


def test_no_rooms_stand_in_a_circle() -> None:
    assert house.largest_circle(house.imports()) == set()


def test_nothing_is_left_for_another_day() -> None:
    unfinished = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK|raise NotImplemented" + r"Error)\b")
    found = [
        f"{path.relative_to(house.TOP)}:{number}"
        for path in house.files(".py", ".js", ".html", ".sql", ".md")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if unfinished.search(line)
    ]
    assert found == []


def test_no_address_of_a_registry_and_no_path_of_a_machine() -> None:
    foreign = re.compile(
        r"--(extra-)?index-url|https?://[^ ]*(pypi|npmjs)\.(org|com)[^ ]*/simple|/root/|/home/[a-z]+/|/work/(main|shared)"
    )
    found = [
        f"{path.relative_to(house.TOP)}:{number}"
        for path in house.files(".py", ".sh", ".toml", ".lock", ".in", ".md", ".json", ".txt", "run")
        if path != house.Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if foreign.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "room", sorted({path.parent for path in house.APP.glob("*/*/apps.py")}), ids=lambda room: room.name
)
def test_every_room_introduces_itself(room: house.Path) -> None:
    readme = room / "README.md"
    assert readme.is_file(), f"{room.name} has no README"
    assert 5 <= house.lines(readme) <= 120, "half a page to a page and a half"
