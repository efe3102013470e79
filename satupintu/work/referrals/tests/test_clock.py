"""The time of a letter: promised by the receiver's own limit and calendar, standing while others are waited for; reminded
once, brought before a superior once."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from satupintu.engine.actions import Refused
from satupintu.engine.events.models import Event
from satupintu.foundation.access import Guest, Scope, entered, house
from satupintu.foundation.offices.models import Office
from satupintu.work.deadlines import rounds
from satupintu.work.referrals import actions
from satupintu.work.referrals.jobs import keep_the_time_of, look_at_the_clock
from satupintu.work.referrals.models import Referral, Reply
from satupintu.work.referrals.tests.course import BULUKUMBA, DAY, WITA, Travel, at, late, ours, said, seen, send
from satupintu.work.referrals.words import Reason, ReplyKind, Status

# The time stands ---------------------------------------------------------------------------------------------------


def test_an_appointment_lets_the_time_stand_until_its_moment_whenever_the_clock_looks(
    letter: Referral, cast: Any, under: Any, travel: Travel
) -> None:
    by, start = cast.bulukumba_dukcapil, timezone.now()
    with under(by):
        actions.accept(letter, by=by)
        travel(start + 2 * DAY)
        actions.schedule(letter, by=by, meet_at=start + 12 * DAY, meet_place="Loket 1")
    with seen(letter):
        assert (letter.paused_since, letter.clock_at) == (timezone.now(), start + 12 * DAY)
    travel(start + 9 * DAY)
    with seen(letter):
        assert not Referral.objects.overdue(timezone.now()).exists(), "it would be late by now"
    assert keep_the_time_of(BULUKUMBA) == 0
    travel(start + 13 * DAY)
    keep_the_time_of(BULUKUMBA)
    with seen(letter):
        assert letter.paused_since is None and said(letter) == ["resumed"]
        assert (letter.due_at.astimezone(WITA).date() - (start + 12 * DAY).astimezone(WITA).date()).days == 5


def test_an_appointment_over_the_holidays_leaves_what_was_left(cast: Any, under: Any, travel: Travel) -> None:
    sender, by = cast.ara_koordinator, cast.bulukumba_dukcapil
    travel(at(date(2026, 12, 21)))
    with under(cast.bulukumba_manajer):
        ours(cast.bulukumba_manajer)
    with under(sender):
        letter = send(sender)
    assert letter.due_at == at(date(2026, 12, 28), "16:00"), "24 and 25 December and the weekend do not count"
    with under(by):
        actions.accept(letter, by=by)
        travel(at(date(2026, 12, 22)))
        actions.schedule(letter, by=by, meet_at=at(date(2026, 12, 30), "09:00"), meet_place="Loket 1")
    travel(at(date(2026, 12, 30), "09:10"))
    assert keep_the_time_of(BULUKUMBA) == 1
    with seen(letter):
        assert letter.due_at == at(date(2027, 1, 4), "16:00"), "two working days were left; New Year is none"
        assert letter.clock_at == at(date(2026, 12, 31), "16:00")


def test_a_new_appointment_keeps_the_time_standing_and_one_after_it_passed_counts_what_went_by(
    letter: Referral, cast: Any, under: Any, travel: Travel
) -> None:
    by, start = cast.bulukumba_dukcapil, timezone.now()
    with under(by):
        actions.accept(letter, by=by)
        actions.schedule(letter, by=by, meet_at=start + 2 * DAY, meet_place="Loket 1")
        travel(start + DAY)
        actions.schedule(letter, by=by, meet_at=start + 4 * DAY, meet_place="Loket 1")
        letter.refresh_from_db()
        assert letter.paused_since < start + DAY and letter.clock_at == start + 4 * DAY
        travel(start + 6 * DAY)
        actions.schedule(letter, by=by, meet_at=start + 8 * DAY, meet_place="Loket 2")
        letter.refresh_from_db()
        assert letter.paused_since == start + 6 * DAY, "the two days since the appointment counted"
        assert (letter.due_at - start).days in {10, 11}


def test_a_question_lets_the_time_stand_until_it_is_answered(
    letter: Referral, cast: Any, under: Any, travel: Travel
) -> None:
    by, start = cast.bulukumba_dukcapil, timezone.now()
    with under(by):
        actions.ask(letter, by=by, text="Nama ibunya?")
    with seen(letter):
        assert letter.paused_since is not None and letter.clock_at is None
    travel(start + 20 * DAY)
    look_at_the_clock(0)
    with seen(letter):
        assert said(letter) == [] and not Referral.objects.overdue(timezone.now()).exists()
    with under(cast.ara_koordinator):
        actions.explain(letter, by=cast.ara_koordinator, text="Sitti Aminah")
    with seen(letter):
        assert letter.paused_since is None
        assert letter.due_at - timezone.now() > timedelta(days=6)


def test_a_question_during_an_appointment_leaves_the_appointment_where_it_was(
    letter: Referral, cast: Any, under: Any, travel: Travel
) -> None:
    by, start = cast.bulukumba_dukcapil, timezone.now()
    with under(by):
        actions.accept(letter, by=by)
        actions.schedule(letter, by=by, meet_at=start + 5 * DAY, meet_place="Loket 1")
        actions.ask(letter, by=by, text="Nama ibunya?")
    with under(cast.ara_koordinator):
        actions.explain(letter, by=cast.ara_koordinator, text="Sitti Aminah")
    with seen(letter):
        assert (letter.status, letter.clock_at) == (Status.SCHEDULED, start + 5 * DAY)
        assert letter.paused_since is not None


def test_an_answer_that_comes_while_the_time_stands_is_not_late(
    letter: Referral, cast: Any, under: Any, travel: Travel
) -> None:
    by, start = cast.bulukumba_dukcapil, timezone.now()
    with under(by):
        actions.ask(letter, by=by, text="Nama ibunya?")
        travel(start + 20 * DAY)
        actions.accept(letter, by=by)
        actions.serve(letter, by=by, text="Jadi")
    with seen(letter):
        assert letter.due_at > timezone.now() and (letter.clock_at, letter.paused_since) == (None, None)


def test_a_promise_that_was_broken_is_not_mended_by_waiting_and_is_said_once(
    letter: Referral, cast: Any, under: Any, travel: Travel
) -> None:
    by, start = cast.bulukumba_dukcapil, timezone.now()
    with under(by):
        actions.accept(letter, by=by)
    late(letter)
    keep_the_time_of(BULUKUMBA)
    with under(by):
        letter.refresh_from_db()
        actions.schedule(letter, by=by, meet_at=start + 3 * DAY, meet_place="Loket 1")
    travel(start + 4 * DAY)
    keep_the_time_of(BULUKUMBA)
    assert said(letter) == ["overdue", "escalated", "resumed"]
    with seen(letter):
        assert letter.due_at < start and Referral.objects.overdue(timezone.now()).exists()


# Reminded, and brought before a superior ---------------------------------------------------------------------------


def test_it_reminds_the_receiver_once(letter: Referral, cast: Any, under: Any) -> None:
    with seen(letter):
        Referral.objects.filter(pk=letter.pk).update(clock_at=timezone.now() - DAY)
    assert [keep_the_time_of(BULUKUMBA), keep_the_time_of(BULUKUMBA)] == [1, 0]
    assert said(letter) == ["reminded"]
    with under(cast.bulukumba_dukcapil):
        (reply,) = Reply.objects.all()
        assert (reply.kind, reply.by_id, reply.by_code) == (ReplyKind.REMINDED, None, False)
        letter.refresh_from_db()
        assert letter.clock_at == letter.due_at


def test_whoever_was_reminded_by_hand_that_day_is_not_reminded_again(letter: Referral, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        actions.remind(letter, by=cast.ara_koordinator)
    with seen(letter):
        Referral.objects.filter(pk=letter.pk).update(clock_at=timezone.now() - DAY)
    keep_the_time_of(BULUKUMBA)
    assert said(letter) == []


def test_what_is_late_is_brought_before_the_nearest_superior_once(
    letter: Referral, cast: Any, under: Any, desk: Any
) -> None:
    above = Office.objects.get(code="K730203")
    late(letter)
    keep_the_time_of(BULUKUMBA)
    assert keep_the_time_of(BULUKUMBA) == 0
    assert said(letter) == ["overdue", "escalated"]
    with seen(letter):
        assert (letter.raised_to_id, letter.status, letter.clock_at) == (above.pk, Status.SENT, None)
        assert Event.objects.get(name="referral.escalated").facts["to"] == above.name
    assert letter.number in desk(cast.bontobahari_tksk).get("/rujukan/?arah=atasan").content.decode()
    page = desk(cast.bulukumba_dukcapil).get(f"/rujukan/{letter.number}/").content.decode()
    assert "Satu Pintu · mengawasi batas waktu" in page and "tanpa akun)" not in page


def test_what_was_brought_by_hand_already_is_not_brought_again(letter: Referral, cast: Any, under: Any) -> None:
    late(letter)
    with under(cast.ara_koordinator):
        letter.refresh_from_db()
        actions.escalate(letter, by=cast.ara_koordinator, to=Office.objects.get(code="S7302"), text="Lama")
    keep_the_time_of(BULUKUMBA)
    assert said(letter) == ["overdue"]
    with seen(letter):
        assert letter.raised_to.code == "S7302"


def test_where_the_limit_says_so_it_climbs_to_the_top(letter: Referral, cast: Any, under: Any) -> None:
    with under(cast.bulukumba_manajer):
        climbing = ours(cast.bulukumba_manajer, climb_after=2)
    late(letter)
    with seen(letter):
        Referral.objects.filter(pk=letter.pk).update(limit=climbing)
    brought = []
    for _round in range(5):
        keep_the_time_of(BULUKUMBA)
        with seen(letter):
            brought.append(letter.raised_to.code)
            Referral.objects.filter(pk=letter.pk).exclude(clock_at=None).update(clock_at=timezone.now())
    assert brought[:2] == ["K730203", "S7302"] and brought[-1] == brought[-2]
    assert said(letter).count("overdue") == 1 and said(letter).count("escalated") == len(set(brought))


@pytest.mark.parametrize("dies_at", range(1, 26))
def test_killed_in_the_middle_nothing_of_the_batch_has_happened(dies_at: int, letter: Referral) -> None:
    """The n-th statement of the round is its last, for every n: before or after, never between."""
    late(letter)
    count = 0

    def die(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal count
        count += sql.lstrip().lower().startswith(("select", "insert", "update")) and "set_config" not in sql
        if count == dies_at:
            raise KeyboardInterrupt
        return execute(sql, params, many, context)

    with pytest.raises(KeyboardInterrupt), transaction.atomic(), connection.execute_wrapper(die):
        keep_the_time_of(BULUKUMBA)
        raise KeyboardInterrupt
    assert said(letter) == []
    keep_the_time_of(BULUKUMBA)
    assert said(letter) == ["overdue", "escalated"]
    with seen(letter):
        assert Reply.objects.count() == 1


def test_more_than_a_batch_is_done_batch_by_batch(
    letter: Referral, cast: Any, under: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with under(cast.ara_koordinator):
        others = [send(cast.ara_koordinator) for _ in range(4)]
    for one in (letter, *others):
        late(one)
    monkeypatch.setattr(rounds, "BATCH", 2)
    assert keep_the_time_of(BULUKUMBA) == 5
    assert [said(one) for one in (letter, *others)] == [["overdue", "escalated"]] * 5


def test_it_looks_only_at_its_own_kabupaten_and_never_at_what_was_answered(
    letter: Referral, cast: Any, under: Any
) -> None:
    late(letter)
    assert keep_the_time_of(7306) == 0
    with under(cast.bulukumba_dukcapil):
        letter.refresh_from_db()
        actions.reject(letter, by=cast.bulukumba_dukcapil, reason=Reason.NOT_OURS)
        letter.refresh_from_db()
        assert letter.clock_at is None
    assert keep_the_time_of(BULUKUMBA) == 0
    assert said(letter) == []


@pytest.mark.parametrize("who", ["ara_koordinator", "bulukumba_dukcapil", "bulukumba_manajer", "bira_koordinator"])
def test_only_the_house_keeps_time(who: str, letter: Referral, cast: Any, under: Any) -> None:
    by = getattr(cast, who)
    with under(by), pytest.raises(Refused):
        actions.keep_time(BULUKUMBA, by=by, now=timezone.now())


def test_nobody_else_urges_in_the_name_of_the_clock(letter: Referral, cast: Any, under: Any) -> None:
    """The wall takes a reply without a name from the house inside its area, and only one that urges."""
    words = {"referral_id": letter.pk, "text": "", "by_label": "Satu Pintu"}
    outside = Scope(spans=((7306000000, 7307000000),), clearance=2, fields=("*",))
    guest = Scope(guest=("referral", letter.pk))
    for scope, kind in (
        (Scope.of(cast.ara_koordinator, timezone.localdate(timezone=WITA)), "reminded"),
        (outside, "reminded"),
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), entered(scope):
            Reply.objects.create(kind=kind, **words)
    with pytest.raises(ProgrammingError), transaction.atomic(), house("uji", quietly=True):
        Reply.objects.create(kind="served", **words)
    with entered(guest):
        by = Guest(("referral", letter.pk), letter.to_office_id, letter.to_office.name)
        with pytest.raises(Refused):
            actions.remind(letter, by=by)
