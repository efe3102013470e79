"""The simulated year keeps every rule of complaints and letters, and looks like a year."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from satupintu.cast import history
from satupintu.cast.history import Scene
from satupintu.cast.life import Life
from satupintu.cast.tests.year_world import CLOCK, NOW, small_world
from satupintu.cast.topics import TOPICS
from satupintu.work.complaints import rules
from satupintu.work.complaints.words import Relation, Sensitivity, Status
from satupintu.work.referrals import rules as letter_rules
from satupintu.work.referrals.words import Status as LetterStatus


@pytest.fixture(scope="module")
def lives() -> list[Life]:
    return list(history.year(7, small_world(), 1500))


def told(life: Life) -> list[str]:
    return [step.name for step in life.steps if not step.of_letter]


def test_the_same_seed_gives_the_same_year_and_another_seed_another() -> None:
    world = small_world()
    once, again, other = ([(one.received, one.caller.text) for one in history.year(s, world, 40)] for s in (1, 1, 2))
    assert once == again
    assert once != other


def test_every_complaint_stands_where_its_events_leave_it(lives: list[Life]) -> None:
    for life in lives:
        assert life.status == rules.status(told(life))


TODAYS = {Status.CHECKED, Status.RECOMMENDED, Status.IN_REPAIR, Status.OFFERED}
"""States that the year does not pass through: the back offices of the cast work today, and so do those who transfer."""


def test_every_state_of_complaint_and_letter_occurs(lives: list[Life]) -> None:
    passed = {state for life in lives for state in rules.course(told(life))}
    assert passed == set(Status) - TODAYS
    assert {life.status for life in lives} >= {Status.RECEIVED, Status.REFERRED, Status.CLOSED}
    letters = [letter for life in lives for letter in life.deeds.letters]
    standing = {letter_rules.status([r.kind for r in letter.replies][: n + 1]) for letter in letters for n in range(4)}
    assert standing >= set(LetterStatus) - {LetterStatus.SENT}


def test_every_letter_stands_where_its_replies_leave_it(lives: list[Life]) -> None:
    for life in lives:
        for letter in life.deeds.letters:
            assert letter.status == letter_rules.status(reply.kind for reply in letter.replies)
            assert letter.to.office != letter.from_office
            assert all(reply.reason for reply in letter.replies if letter_rules.needs_reason(reply.kind))


def test_a_complaint_waits_where_the_next_move_is(lives: list[Life]) -> None:
    at_handler = {Status.RECEIVED, Status.ESCALATED, Status.RETURNED, Status.IN_SERVICE}
    for life in lives:
        if life.status is Status.REFERRED:
            assert life.waits_at == life.deeds.letters[-1].to.office
        elif life.status is Status.TOLD and life.sensitivity is Sensitivity.SECRET:
            assert life.waits_at == life.handler
        else:
            assert life.waits_at == (life.handler if life.status in at_handler else life.post.office)


def test_time_runs_forward_and_ends_now(lives: list[Life]) -> None:
    for life in lives:
        moments = [step.at for step in life.steps]
        assert all(earlier <= later for earlier, later in pairwise(moments))
        assert moments[0] == life.received
        assert moments[-1] < NOW
        assert (life.closed is None) == (life.status is not Status.CLOSED)


def test_offices_work_on_working_days_and_the_field_sometimes_in_the_evening(lives: list[Life]) -> None:
    moments = [step.at for life in lives for step in life.steps]
    assert all(moment.weekday() < 5 for moment in moments)
    outside = [moment for moment in moments if not 8 <= moment.hour < 17]
    assert 0 < len(outside) < len(moments) * 0.05
    assert max(life.received for life in lives) > CLOCK.moment(CLOCK.end - 7 * 60)


def test_a_secret_matter_is_touched_by_its_author_and_the_manager_alone(lives: list[Life]) -> None:
    secret = [life for life in lives if life.sensitivity is Sensitivity.SECRET]
    assert secret
    for life in secret:
        inside = {life.author, (life.post.above or life.post).head}
        assert all(step.by in inside for step in life.steps if step.by and not step.of_letter)
        assert all(letter.subject == ("", "", "") for letter in life.deeds.letters)


def test_who_reports_is_often_not_who_is_concerned(lives: list[Life]) -> None:
    count = Counter(life.caller.relation for life in lives)
    assert count[Relation.SELF] < len(lives) * 0.6
    assert set(count) == set(Relation)
    assert all(not life.caller.reporter for life in lives if life.caller.relation is Relation.ANONYMOUS)
    about = [life.caller for life in lives]
    assert any(c.person for c in about)
    assert any(c.household and not c.person for c in about)
    assert any(not c.household and not c.about for c in about)


def test_stories_differ_are_whole_and_carry_no_number_of_a_person(lives: list[Life]) -> None:
    stories = [life.caller.text for life in lives]
    assert len(set(stories)) > len(stories) * 0.6
    assert not [story for story in stories if re.search(r"[{}|]|\d{6}|  ", story)]
    assert all(story[0].isupper() and story.endswith(".") for story in stories)


def test_every_topic_is_told(lives: list[Life]) -> None:
    assert {life.topic for life in lives} == set(TOPICS)


@pytest.mark.parametrize(
    ("moves", "status"),
    [
        ((), Status.RECEIVED),
        (("settle",), Status.IN_SERVICE),
        (("refer", "reject"), Status.RETURNED),
        (("escalate", "refer", "accept", "serve"), Status.ANSWERED),
        (("settle", "finish", "tell", "close", "reopen"), Status.RECEIVED),
    ],
)
def test_a_scene_ends_where_it_was_meant_to(moves: tuple[str, ...], status: Status) -> None:
    scene = Scene("P7302032006", 30, moves, to="DUKCAPIL")
    (life,) = history.year(1, small_world(), 0, [scene])
    assert life.status is status
    assert life.post.code == "P7302032006"


def test_a_move_that_the_rules_forbid_is_refused() -> None:
    with pytest.raises(ValueError, match=r"complaint\.tell"):
        list(history.year(1, small_world(), 0, [Scene("P7302032006", 30, ("tell",))]))
