"""Sentences of plain code: written in Indonesian, said in the reader's language, kept without either."""

import json
from collections.abc import Iterator

import pytest

from satupintu.lib import sentences
from satupintu.lib.sentences import again, say

ENGLISH = {"Baris {row}: {why}": "Row {row}: {why}", "Kosong.": "Empty."}


@pytest.fixture(autouse=True)
def indonesian() -> Iterator[None]:
    before = sentences._translate
    sentences.translate_by(sentences._as_written)
    yield
    sentences.translate_by(before)


def test_a_sentence_fills_its_gaps() -> None:
    assert say("Baris {row}: {why}", row=3, why=say("Kosong.")) == "Baris 3: Kosong."


def test_what_somebody_typed_is_never_a_gap() -> None:
    assert say("Kosong.") == "Kosong."
    assert say("Baris {row}: {why}", row=3, why="{row}") == "Baris 3: {row}"


def test_a_kept_sentence_is_said_again_in_the_language_of_its_reader() -> None:
    kept = json.dumps(say("Baris {row}: {why}", row=3, why=say("Kosong.")).packed())
    sentences.translate_by(lambda pattern: ENGLISH.get(pattern, pattern))
    assert again(json.loads(kept)) == "Row 3: Empty."
    sentences.translate_by(sentences._as_written)
    assert again(json.loads(kept)) == "Baris 3: Kosong."
