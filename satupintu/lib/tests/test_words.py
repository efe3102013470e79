import json
from collections.abc import Iterator

import pytest

from satupintu.lib import words
from satupintu.lib.words import Word


class Channel(Word):
    WALK_IN = "walk_in", "Datang ke kantor", "Walk-in"
    PHONE = "phone", "Telepon", "Telephone"


@pytest.fixture(autouse=True)
def _indonesian_again() -> Iterator[None]:
    before = words._spoken
    words.speak(lambda: "id")
    yield
    words.speak(before)


def test_a_member_is_its_code_as_plain_text() -> None:
    stored: str = "walk_in"
    assert stored == Channel.WALK_IN
    assert str(Channel.WALK_IN) == f"{Channel.WALK_IN}" == "walk_in"
    assert json.dumps({"channel": Channel.PHONE}) == '{"channel": "phone"}'
    assert type(Channel.PHONE.value) is str


def test_a_code_finds_its_member_and_a_stranger_is_refused() -> None:
    assert Channel("phone") is Channel.PHONE
    with pytest.raises(ValueError):
        Channel("pigeon")


def test_labels_are_indonesian_until_english_is_spoken() -> None:
    assert Channel.WALK_IN.label == "Datang ke kantor"
    words.speak(lambda: "en-gb")
    assert Channel.WALK_IN.label == "Walk-in"
    assert Channel.choices() == [("walk_in", "Walk-in"), ("phone", "Telephone")]
    words.speak(lambda: None)
    assert Channel.choices() == [("walk_in", "Datang ke kantor"), ("phone", "Telepon")]


def test_constants_of_the_base_are_no_members() -> None:
    assert Channel.codes() == ["walk_in", "phone"]
    assert Channel.MAX_LENGTH == 20
    assert Channel.do_not_call_in_templates is True


@pytest.mark.parametrize("code", ["", "x" * 21, "Walk", "walk in", "_walk"])
def test_a_code_that_does_not_fit_is_refused_when_the_class_is_made(code: str) -> None:
    with pytest.raises(ValueError, match="is no code"):

        class Bad(Word):
            ONE = code, "Satu", "One"


def test_a_word_without_a_label_in_both_languages_is_refused() -> None:
    with pytest.raises(ValueError, match="both languages"):

        class Bad(Word):
            ONE = "one", "Satu", " "
