"""The clock stands while the citizen is waited for, and goes on with what was left."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.work.complaints import actions, worklist
from satupintu.work.complaints.jobs import keep_the_time_of
from satupintu.work.complaints.models import Complaint, Pause
from satupintu.work.complaints.words import PauseReason, Sensitivity, Urgency
from satupintu.work.deadlines.timetable import timetable

WITA = ZoneInfo("Asia/Makassar")

BULUKUMBA = 7302


def wait(complaint: Complaint, by: Any, days: int = 14, **rest: Any) -> Pause:
    expected = timezone.localdate(timezone=WITA) + timedelta(days=days)
    return actions.pause(complaint, by=by, why=PauseReason.PAPERS, expected_on=expected, note="KK asli", **rest)


def shift(complaint: Complaint, **back: timedelta) -> None:
    """Move moments of a complaint back, as if that time had passed."""
    with house("uji", quietly=True):
        for name, by in back.items():
            Complaint.objects.filter(pk=complaint.pk).update(**{name: getattr(complaint, name) - by})
        complaint.refresh_from_db()


def test_it_stands_and_leaves_an_event(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_depan
    with under(by):
        held = wait(complaint, by)
        complaint.refresh_from_db()
        event = Event.objects.get(name="complaint.paused")
        assert (event.appointment_id, event.facts["why"]) == (by.pk, "papers")
        assert complaint.paused_since == held.since
        assert complaint.clock_at is not None and complaint.clock_at > timezone.now()


def test_twice_with_one_key_is_one_pause_and_without_a_key_is_refused(
    complaint: Complaint, cast: Any, under: Any
) -> None:
    by = cast.ara_depan
    with under(by):
        assert wait(complaint, by, key="k") == wait(complaint, by, key="k")
        with pytest.raises(WrongState) as wrong:
            wait(complaint, by)
        assert "complaint.resume" in wrong.value.possible and "complaint.pause" not in wrong.value.possible


def test_the_stranger_of_the_next_village_pauses_and_resumes_nothing(
    complaint: Complaint, cast: Any, under: Any
) -> None:
    with under(cast.bira_koordinator), pytest.raises(Refused):
        wait(complaint, cast.bira_koordinator)
    with under(cast.ara_depan):
        wait(complaint, cast.ara_depan)
    with under(cast.bira_koordinator), pytest.raises(Refused):
        actions.resume(complaint, by=cast.bira_koordinator)


@pytest.mark.parametrize("days", [0, -1, 91])
def test_nobody_waits_for_ever(days: int, complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_depan), pytest.raises(WrongState):
        wait(complaint, cast.ara_depan, days)


def test_what_does_not_stand_cannot_go_on(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_depan), pytest.raises(WrongState):
        actions.resume(complaint, by=cast.ara_depan)


def test_what_was_left_is_left(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_depan
    with under(by):
        wait(complaint, by)
        complaint.refresh_from_db()
    shift(complaint, paused_since=timedelta(days=5), due_at=timedelta(days=5), received_at=timedelta(days=5))
    before = complaint.due_at
    with under(by):
        actions.resume(complaint, by=by)
        complaint.refresh_from_db()
        assert complaint.paused_since is None
        assert complaint.due_at.date() == (before + timedelta(days=5)).date(), "the nation counts calendar days"
        assert complaint.clock_at is not None and complaint.clock_at < complaint.due_at
        assert complaint.pauses.get().until is not None
        assert Event.objects.filter(name="complaint.resumed").count() == 1


def test_what_is_waited_for_is_not_overdue(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    shift(complaint, due_at=timedelta(days=30))
    with under(by):
        assert worklist.overdue(by, timezone.now()).exists()
        wait(complaint, by)
        assert not worklist.overdue(by, timezone.now()).exists()
        (item,) = worklist.items(worklist.waiting(cast.ara_belakang), limit=5)
        assert "Menunggu warga" in item.due_said
        actions.resume(complaint, by=by)
        assert worklist.overdue(by, timezone.now()).exists(), "waiting does not mend what was late before"


def test_a_step_ends_the_pause(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        wait(complaint, by)
        actions.settle(complaint, by=by, what="Berkas sudah ada", server=by, on=timezone.localdate(timezone=WITA))
        complaint.refresh_from_db()
        assert complaint.paused_since is None and complaint.pauses.get().until is not None


def test_the_day_that_was_expected_ends_the_pause(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_depan):
        wait(complaint, cast.ara_depan, days=3)
        complaint.refresh_from_db()
    shift(complaint, clock_at=timedelta(days=3), paused_since=timedelta(days=3))
    keep_the_time_of(BULUKUMBA)
    with under(cast.ara_depan):
        complaint.refresh_from_db()
        assert complaint.paused_since is None
        event = Event.objects.get(name="complaint.resumed")
        assert event.appointment_id is None and "batas waktu" in event.actor


def test_classifying_keeps_the_time_that_was_waited(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        wait(complaint, by)
        complaint.refresh_from_db()
    long = timedelta(days=5)
    shift(complaint, paused_since=long, due_at=long, received_at=long)
    with house("uji", quietly=True):
        complaint.pauses.update(since=complaint.paused_since)
    with under(by):
        actions.resume(complaint, by=by)
        complaint.refresh_from_db()
        kept = complaint.due_at
        actions.classify(
            complaint, by=by, field=complaint.field, nature=complaint.nature, urgency=Urgency.ORDINARY,
            sensitivity=Sensitivity.ORDINARY,
        )  # fmt: skip
        complaint.refresh_from_db()
        assert complaint.due_at == kept


def test_opening_again_is_a_new_promise(complaint: Complaint, cast: Any, under: Any) -> None:
    from satupintu.work.complaints.tests.test_actions import ACTS, bring

    by = cast.ara_koordinator
    with under(by):
        bring(complaint, "complaint.reopen", by)
        shift(complaint, due_at=timedelta(days=60), received_at=timedelta(days=60))
    with under(by):
        assert complaint.clock_at is None, "who has been told is not waited for"
        ACTS["complaint.reopen"](complaint, by)
        complaint.refresh_from_db()
        assert complaint.due_at > timezone.now() and complaint.clock_at is not None


def test_the_promise_is_counted_where_the_citizen_stood(complaint: Complaint, cast: Any) -> None:
    limits = timetable(cast.ara_depan.office).limits
    assert complaint.limit_id in limits and limits[complaint.limit_id].urgency == 0
    assert timezone.localtime(complaint.due_at, cast.ara_depan.zone).strftime("%H:%M") == "23:59"


def test_the_page_offers_to_wait_and_then_to_go_on(desk: Any, complaint: Complaint, cast: Any) -> None:
    clerk: Client = desk(cast.ara_depan)
    address = f"/keluhan/{complaint.number}/"
    assert f"{address}jeda/" in clerk.get(address).content.decode()
    expected = (timezone.localdate(timezone=WITA) + timedelta(days=7)).strftime("%d-%m-%Y")
    words = {"why": "papers", "note": "KK asli", "expected_on": expected}
    page = clerk.post(f"{address}jeda/", words, follow=True).content.decode()
    assert "KK asli" in page and "Jalankan waktu lagi" in page and f"{address}jeda/" not in page
    page = clerk.post(f"{address}kelanjutan/", {"key": ""}, follow=True).content.decode()
    assert f"{address}jeda/" in page
    assert clerk.post(f"{address}jeda/", words | {"expected_on": "01-01-2020"}).status_code == 422
