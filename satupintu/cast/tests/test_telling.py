"""Sentences from pieces."""

from random import Random

import pytest

from satupintu.cast.telling import POOLS, say
from satupintu.cast.topics import TOPICS
from satupintu.work.complaints.words import Kind


def test_a_gap_is_one_of_its_pieces_a_given_word_or_one_of_a_pool() -> None:
    assert say(Random(1), "{a|a} dan {dia}", dia="ibu") == "A dan ibu"
    assert say(Random(1), "{kerja}").lower() in POOLS["kerja"]
    assert say(Random(1), "{sejak {lama}|sejak {lama}}").startswith("Sejak ")


def test_a_gap_that_nothing_fills_is_an_error() -> None:
    with pytest.raises(KeyError):
        say(Random(1), "{siapa}")


def test_every_topic_has_what_its_course_needs() -> None:
    for topic in TOPICS:
        texts = [*topic.told, topic.wish, *(text for pair in topic.done for text in pair), topic.need, topic.served]
        for text in [*texts, topic.answer]:
            say(Random(1), text, dia="saya")
        assert bool(topic.need) == bool(topic.to) == bool(topic.served)
        assert topic.answer or topic.kind == Kind.GRIEVANCE
