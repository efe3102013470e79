"""A letter with two ends: each reply works, is refused to the other end, follows the rules, leaves an event, and is once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Office
from satupintu.work.referrals import actions, rules, worklist
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.words import Reason, ReplyKind, Status

ACTS: dict[str, Any] = {
    "referral.accept": lambda r, by, **rest: actions.accept(r, by=by, text="Baik", **rest),
    "referral.reject": lambda r, by, **rest: actions.reject(r, by=by, reason=Reason.NOT_OURS, **rest),
    "referral.ask": lambda r, by, **rest: actions.ask(r, by=by, text="Mana KK-nya?", **rest),
    "referral.explain": lambda r, by, **rest: actions.explain(r, by=by, text="Terlampir", **rest),
    "referral.serve": lambda r, by, **rest: actions.serve(r, by=by, text="Sudah", **rest),
    "referral.not_serve": lambda r, by, **rest: actions.not_serve(r, by=by, reason=Reason.NO_QUOTA, **rest),
    "referral.schedule": lambda r, by, **rest: actions.schedule(
        r, by=by, meet_at=timezone.now() + timedelta(days=2), meet_place="Loket 3", **rest
    ),
    "referral.remind": lambda r, by, **rest: actions.remind(r, by=by, text="Warga menunggu", **rest),
    "referral.escalate": lambda r, by, **rest: actions.escalate(r, by=by, to=secretariat(), text="Tak dijawab", **rest),
    "referral.withdraw": lambda r, by, **rest: actions.withdraw(r, by=by, text="Sudah selesai sendiri", **rest),
}
SENDER = {"referral.explain", "referral.remind", "referral.escalate", "referral.withdraw"}
PATHS = {
    "referral.schedule": ["referral.accept"],
    "referral.serve": ["referral.accept"],
    "referral.not_serve": ["referral.accept"],
    "referral.explain": ["referral.ask"],
}
verbs = pytest.mark.parametrize("verb", ACTS)


def own_end(verb: str, cast: Any) -> Any:
    return cast.ara_koordinator if verb in SENDER else cast.bulukumba_dukcapil


def secretariat() -> Office:
    return Office.objects.get(code="S7302")


def bring(letter: Referral, verb: str, cast: Any, under: Any) -> None:
    for step in PATHS.get(verb, []):
        with under(own_end(step, cast)):
            ACTS[step](letter, own_end(step, cast))
    if verb == "referral.escalate":
        late(letter)


def late(letter: Referral) -> None:
    """Let the time of a letter be over."""
    with house("uji", quietly=True):
        Referral.objects.filter(pk=letter.pk).update(due_at=timezone.now() - timedelta(days=1))


@verbs
def test_a_reply_moves_the_letter_and_leaves_an_event(verb: str, letter: Referral, cast: Any, under: Any) -> None:
    bring(letter, verb, cast, under)
    by = own_end(verb, cast)
    with under(by):
        ACTS[verb](letter, by)
        letter.refresh_from_db()
        written = [ReplyKind(kind) for kind in letter.replies.order_by("pk").values_list("kind", flat=True)]
        assert letter.status == rules.status(written)
        assert Event.objects.about(letter).first().appointment_id == by.pk


@verbs
def test_the_other_end_and_strangers_are_refused(verb: str, letter: Referral, cast: Any, under: Any) -> None:
    bring(letter, verb, cast, under)
    other = cast.bulukumba_dukcapil if verb in SENDER else cast.bontobahari_tksk
    for stranger in (other, cast.gowa_dukcapil, cast.bira_koordinator):
        with under(stranger), pytest.raises(Refused):
            ACTS[verb](letter, stranger)


@verbs
def test_doing_it_twice_does_it_once(verb: str, letter: Referral, cast: Any, under: Any) -> None:
    bring(letter, verb, cast, under)
    by = own_end(verb, cast)
    with under(by):
        assert ACTS[verb](letter, by, key="kunci") == ACTS[verb](letter, by, key="kunci")
        assert letter.replies.count() == len(PATHS.get(verb, [])) + 1


@verbs
def test_a_closed_correspondence_takes_no_reply(verb: str, letter: Referral, cast: Any, under: Any) -> None:
    with under(cast.bulukumba_dukcapil):
        ACTS["referral.reject"](letter, cast.bulukumba_dukcapil)
    with under(own_end(verb, cast)), pytest.raises(WrongState):
        ACTS[verb](letter, own_end(verb, cast))


def test_an_office_does_not_write_to_itself(letter: Referral, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator), pytest.raises(Refused):
        words = {
            name: getattr(letter, name)
            for name in ("origin_type", "origin_id", "origin_number", "field", "need", "due_at")
        }
        actions.send(
            actions.Letter(village_id=letter.village_id, **words), to=letter.from_office, by=cast.ara_koordinator
        )


def test_the_receiver_reads_the_letter_and_nothing_behind_it(
    letter: Referral, cast: Any, under: Any, desk: Any
) -> None:
    page = desk(cast.bulukumba_dukcapil).get(f"/rujukan/{letter.number}/").content.decode()
    assert "Mohon akta" in page
    assert 'href="/keluhan/' not in page
    assert desk(cast.gowa_dukcapil).get(f"/rujukan/{letter.number}/").status_code == 404


@given(st.lists(st.sampled_from(list(ReplyKind)), max_size=8))
def test_whatever_the_rules_let_happen_ends_where_the_replies_say(tries: list[ReplyKind]) -> None:
    written: list[ReplyKind] = []
    now = Status.SENT
    for reply in tries:
        if rules.may_reply(now, reply):
            written.append(reply)
            now = rules.status(written)
    assert now == rules.status(written)
    assert (now in rules.OPEN) == bool(rules.MAY_FOLLOW[now])
    if ReplyKind.SERVED in written:
        assert ReplyKind.ACCEPTED in written


@given(st.lists(st.sampled_from(list(ReplyKind)), max_size=8))
def test_what_only_urges_leaves_a_letter_where_it_stands(tries: list[ReplyKind]) -> None:
    assert rules.status(tries) == rules.status(one for one in tries if one not in rules.URGING)


def test_an_explanation_puts_the_letter_back_where_the_question_found_it() -> None:
    asked, explained, accepted = ReplyKind.ASKED, ReplyKind.EXPLAINED, ReplyKind.ACCEPTED
    assert rules.status([asked, explained]) == Status.SENT
    assert rules.status([accepted, asked, explained]) == Status.ACCEPTED
    assert rules.status([accepted, ReplyKind.SCHEDULED, asked, explained]) == Status.SCHEDULED


def test_the_replies_are_read_once_for_the_page_of_a_letter(letter: Referral, cast: Any, under: Any, desk: Any) -> None:
    by = cast.bulukumba_dukcapil
    with under(by):
        actions.accept(letter, by=by)
    browser = desk(cast.ara_koordinator)
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(f"/rujukan/{letter.number}/").status_code == 200
    assert sum('FROM "referrals_reply"' in query["sql"] for query in queries) == 1


def test_a_letter_whose_day_is_set_says_what_is_next(letter: Referral, cast: Any, under: Any) -> None:
    by = cast.bulukumba_dukcapil
    with under(by):
        actions.accept(letter, by=by)
        actions.schedule(letter, by=by, meet_at=timezone.now() + timedelta(days=2), meet_place="Loket 2")
        assert [item.next for item in worklist.items(worklist.waiting(by), limit=9)] == ["Layani dan jawab"]
