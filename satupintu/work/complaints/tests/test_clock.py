"""What the clock does by itself: it reminds once, brings what is late before the office above once, and climbs."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from satupintu.engine.actions import Refused
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import OfficeKind
from satupintu.work.complaints import actions, clock, rules, worklist
from satupintu.work.complaints.jobs import keep_the_time_of, look_at_the_clock
from satupintu.work.complaints.models import Complaint, Escalation
from satupintu.work.complaints.tests.test_actions import ACTS, bring
from satupintu.work.complaints.words import Nature, Sensitivity, Urgency
from satupintu.work.deadlines import rounds

BULUKUMBA = 7302
ENDED = timedelta(days=1)


@pytest.fixture
def kecamatan(cast: Any) -> Office:
    """The PUSPELKESSOS above Ara."""
    return Office.objects.get(kind=OfficeKind.PUSPELKESSOS, area_id=7302030000)


def late(complaint: Complaint, by: timedelta = ENDED) -> None:
    """Let the time be over."""
    with house("uji", quietly=True):
        gone = timezone.now() - by
        Complaint.objects.filter(pk=complaint.pk).update(due_at=gone, clock_at=gone)
        complaint.refresh_from_db()


def soon(complaint: Complaint) -> None:
    """Let the reminder have come."""
    with house("uji", quietly=True):
        Complaint.objects.filter(pk=complaint.pk).update(clock_at=timezone.now() - ENDED)


def said(complaint: Complaint) -> list[str]:
    """What the clock said about a complaint."""
    with house("uji", quietly=True):
        names = Event.objects.about(complaint).order_by("id").values_list("name", flat=True)
        return [name.removeprefix("complaint.") for name in names if name not in rules.AFTER]


def test_before_its_time_nothing_is_said(complaint: Complaint) -> None:
    assert keep_the_time_of(BULUKUMBA) == 0
    assert said(complaint) == []


def test_it_reminds_once(complaint: Complaint) -> None:
    soon(complaint)
    assert [keep_the_time_of(BULUKUMBA), keep_the_time_of(BULUKUMBA)] == [1, 0]
    assert said(complaint) == ["due_soon"]
    with house("uji", quietly=True):
        complaint.refresh_from_db()
        event = Event.objects.get(name="complaint.due_soon")
        assert complaint.clock_at == complaint.due_at
        assert event.facts["at_office"] == complaint.waits_at_id and event.appointment_id is None


def test_classifying_without_another_promise_says_nothing_again(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with house("uji", quietly=True):
        Complaint.objects.filter(pk=complaint.pk).update(received_at=complaint.received_at - timedelta(days=90))
        complaint.refresh_from_db()
        clock.wind(complaint, complaint.received_at)
        complaint.save()
    keep_the_time_of(BULUKUMBA)
    before = said(complaint)
    with under(by):
        actions.classify(
            complaint, by=by, field=complaint.field, nature=Nature.OTHER, urgency=Urgency(complaint.urgency),
            sensitivity=Sensitivity.ORDINARY,
        )  # fmt: skip
    keep_the_time_of(BULUKUMBA)
    assert before and said(complaint) == [*before, "classified"]


def test_what_is_late_is_brought_before_the_kecamatan_and_the_village_keeps_its_duty(
    complaint: Complaint, kecamatan: Office, cast: Any, under: Any
) -> None:
    handler = complaint.handler_office_id
    late(complaint)
    keep_the_time_of(BULUKUMBA)
    assert said(complaint) == ["overdue", "escalated_by_clock"]
    by = cast.bontobahari_supervisor
    with under(by):
        complaint.refresh_from_db()
        assert (complaint.handler_office_id, complaint.waits_at_id) == (handler, handler)
        assert list(worklist.late_below(by, timezone.now())) == [complaint]
        assert Event.objects.get(name="complaint.escalated_by_clock").facts["to_office"] == kecamatan.pk
    with under(cast.bulukumba_manajer):
        assert not worklist.late_below(cast.bulukumba_manajer, timezone.now()).exists()
    keep_the_time_of(BULUKUMBA)
    assert said(complaint) == ["overdue", "escalated_by_clock"], "once"


def test_what_stays_late_climbs_level_by_level_to_the_top(
    complaint: Complaint, kecamatan: Office, cast: Any, under: Any
) -> None:
    late(complaint)
    for _round in range(5):
        keep_the_time_of(BULUKUMBA)
        with house("uji", quietly=True):
            Complaint.objects.filter(pk=complaint.pk).exclude(clock_at=None).update(clock_at=timezone.now())
    with house("uji", quietly=True):
        brought = [one.office for one in Escalation.objects.select_related("office")]
        complaint.refresh_from_db()
    assert brought[:2] == [kecamatan, Office.objects.get(code="S7302")]
    assert len({office.pk for office in brought}) == len(brought)
    assert complaint.clock_at is None
    assert said(complaint).count("overdue") == 1
    with under(cast.bulukumba_manajer):
        assert worklist.late_below(cast.bulukumba_manajer, timezone.now()).exists()


def test_a_kecamatan_without_its_office_is_passed_over(complaint: Complaint, kecamatan: Office) -> None:
    Office.objects.filter(pk=kecamatan.pk).update(closed_on=timezone.localdate())
    late(complaint)
    keep_the_time_of(BULUKUMBA)
    with house("uji", quietly=True):
        assert Escalation.objects.get().office.code == "S7302"


@pytest.mark.parametrize("why", ["nobody appointed", "secret"])
def test_a_kecamatan_where_nobody_may_answer_for_it_is_passed_over(
    why: str, complaint: Complaint, kecamatan: Office
) -> None:
    with house("uji", quietly=True):
        if why == "secret":
            Complaint.objects.filter(pk=complaint.pk).update(sensitivity=Sensitivity.SECRET, clearance=2)
        else:
            there = Appointment.objects.filter(office=kecamatan)
            there.update(valid_to=timezone.localdate() - ENDED)
    late(complaint)
    keep_the_time_of(BULUKUMBA)
    with house("uji", quietly=True):
        assert Escalation.objects.get().office.code == "S7302"


def test_a_letter_that_lies_elsewhere_does_not_stop_the_clock(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        letter = ACTS["complaint.refer"](complaint, cast.ara_koordinator)
    late(complaint)
    keep_the_time_of(BULUKUMBA)
    assert "overdue" in said(complaint)
    with house("uji", quietly=True):
        assert Event.objects.get(name="complaint.overdue").facts["at_office"] == letter.to_office_id


@pytest.mark.parametrize("step", ["complaint.close", "complaint.reopen"])
def test_who_has_been_told_is_not_waited_for(step: str, complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        bring(complaint, step, by)
    with house("uji", quietly=True):
        assert complaint.clock_at is None
        Complaint.objects.filter(pk=complaint.pk).update(due_at=timezone.now() - ENDED)
    keep_the_time_of(BULUKUMBA)
    assert said(complaint) == []
    with under(by):
        assert not worklist.overdue(by, timezone.now()).exists()


def test_it_looks_only_at_its_own_kabupaten(complaint: Complaint) -> None:
    late(complaint)
    assert keep_the_time_of(7306) == 0
    assert said(complaint) == []


def test_the_job_finds_every_kabupaten(complaint: Complaint, cast: Any, under: Any, told: Any) -> None:
    by = cast.panakkukang_koordinator
    with under(by):
        other = actions.register(told(village_id=7306072008), by=by)
    soon(complaint)
    soon(other)
    look_at_the_clock(0)
    assert (said(complaint), said(other)) == (["due_soon"], ["due_soon"])


def test_more_than_a_batch_is_done_batch_by_batch(
    complaint: Complaint, cast: Any, under: Any, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with under(cast.ara_depan):
        others = [actions.register(told(), by=cast.ara_depan) for _ in range(4)]
    for one in (complaint, *others):
        soon(one)
    monkeypatch.setattr(rounds, "BATCH", 2)
    assert keep_the_time_of(BULUKUMBA) == 5
    assert [said(one) for one in (complaint, *others)] == [["due_soon"]] * 5


@pytest.mark.parametrize("dies_at", range(1, 9))
def test_killed_in_the_middle_nothing_of_the_batch_has_happened(
    dies_at: int, complaint: Complaint, cast: Any, under: Any, told: Any
) -> None:
    """The n-th statement of the round is its last, for every n: before or after, never between."""
    late(complaint)
    count = 0

    def die(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal count
        count += sql.lstrip().lower().startswith(("select", "insert", "update")) and "set_config" not in sql
        if count == dies_at:
            raise KeyboardInterrupt
        return execute(sql, params, many, context)

    with pytest.raises(KeyboardInterrupt), transaction.atomic(), connection.execute_wrapper(die):
        keep_the_time_of(BULUKUMBA)
    assert said(complaint) == []
    keep_the_time_of(BULUKUMBA)
    assert said(complaint) == ["overdue", "escalated_by_clock"]
    with house("uji", quietly=True):
        assert Escalation.objects.count() == 1


def test_only_the_house_keeps_time(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by), pytest.raises(Refused):
        actions.keep_time(BULUKUMBA, by=by, now=timezone.now())


# What the office above does about it -----------------------------------------------------------------------------


def test_the_office_above_says_what_it_does(complaint: Complaint, kecamatan: Office, cast: Any, under: Any) -> None:
    late(complaint)
    keep_the_time_of(BULUKUMBA)
    by = cast.bontobahari_tksk
    with under(by):
        first = actions.acknowledge(complaint, by=by, note="Sudah ditelepon", key="k")
        assert actions.acknowledge(complaint, by=by, note="Sudah ditelepon", key="k") == first
        one = Escalation.objects.get()
        assert (one.acknowledged_by_id, one.note) == (by.pk, "Sudah ditelepon")
        assert Event.objects.filter(name="complaint.overdue_acknowledged").count() == 1
        assert not worklist.late_below(by, timezone.now()).exists()
        with pytest.raises(Refused):
            actions.acknowledge(complaint, by=by, note="Lagi")


@pytest.mark.parametrize("who", ["bulukumba_manajer", "ara_koordinator", "bira_koordinator", "gowa_manajer"])
def test_nobody_else_acknowledges_it(who: str, complaint: Complaint, kecamatan: Office, cast: Any, under: Any) -> None:
    late(complaint)
    keep_the_time_of(BULUKUMBA)
    by = getattr(cast, who)
    with under(by), pytest.raises(Refused):
        actions.acknowledge(complaint, by=by, note="Bukan saya")


def test_the_worklist_above_shows_it_and_the_page_asks_what_is_done(
    complaint: Complaint, kecamatan: Office, cast: Any, desk: Any
) -> None:
    late(complaint)
    keep_the_time_of(BULUKUMBA)
    browser = desk(cast.bontobahari_supervisor)
    page = browser.get("/?daftar=bawah").content.decode()
    assert "Terlambat di kantor di bawah saya" in page and complaint.number in page
    address = f"/keluhan/{complaint.number}/"
    assert "Apa yang Anda lakukan?" in browser.get(address).content.decode()
    page = browser.post(f"{address}tindak-lanjut/", {"note": "Sudah ditelepon"}, follow=True).content.decode()
    assert "Sudah ditelepon" in page
    assert complaint.number not in browser.get("/?daftar=bawah").content.decode()
    assert "Terlambat di kantor" not in desk(cast.ara_koordinator).get("/?daftar=bawah").content.decode()


def test_milestones_are_what_the_events_say(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        bring(complaint, "complaint.reopen", by)
        ACTS["complaint.reopen"](complaint, by)
        complaint.refresh_from_db()
        events = Event.objects.about(complaint).order_by("id").values_list("name", "at")
        passed = rules.milestones(events)
        assert set(passed) == set(rules.MILESTONES)
        for column, at in passed.items():
            assert abs((getattr(complaint, column) - at).total_seconds()) < 60, column
