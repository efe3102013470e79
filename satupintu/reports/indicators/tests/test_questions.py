"""Counts and stretches of time: what is asked is what happened, and only what the asker may see."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.reports.indicators.questions import analysis, receivers
from satupintu.reports.indicators.words import Dimension, Stretch
from satupintu.work.complaints import actions, worklist
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tests.test_actions import refer
from satupintu.work.complaints.words import Channel, Kind, Nature, Way
from satupintu.work.referrals import actions as replies
from satupintu.work.referrals.models import Referral

WITA = ZoneInfo("Asia/Makassar")

Desk = Callable[[Any], Client]


def today() -> date:
    """The day it is now: a run may last over midnight."""
    return timezone.localdate(timezone=WITA)


def year() -> tuple[date, date]:
    """The first and the last day of the year that ends today."""
    return today() - timedelta(days=364), today()


def told(**more: Any) -> Intake:
    """What a citizen of Ara told."""
    usual: dict[str, Any] = {
        "village_id": 7302032006,
        "channel": Channel.WALK_IN,
        "kind": Kind.QUESTION,
        "nature": Nature.NEED,
        "field": ServiceField.HEALTH,
        "text": "Kapan PKH cair?",
    }
    return Intake(**(usual | more))


@pytest.fixture
def four(cast: Any, under: Any) -> list[Complaint]:
    """Four questions of Ara: three of health, answered after one, three and eight days, and an open one of education."""
    with under(cast.ara_depan):
        rows = [actions.register(told(), by=cast.ara_depan) for _turn in range(3)]
        for row, days in zip(rows, (1, 3, 8), strict=True):
            actions.answer_question(row, by=cast.ara_depan, text="Bulan depan.", way=Way.IN_PERSON)
            row.refresh_from_db()
            received = row.closed_at - timedelta(days=days)
            Complaint.objects.filter(pk=row.pk).update(
                received_at=received, due_at=received + timedelta(days=14), first_reply_at=row.closed_at
            )
        open_one = actions.register(told(field=ServiceField.EDUCATION, nature=Nature.OTHER), by=cast.ara_depan)
        Complaint.objects.filter(pk=open_one.pk).update(due_at=timezone.now() - timedelta(days=1))
        return [*rows, open_one]


def test_lines_add_up_and_the_middle_is_the_middle(four: list[Complaint], cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        *lines, whole = analysis(cast.ara_koordinator, *year(), Dimension.FIELD)
        assert [(line.key, line.total, line.open, line.late) for line in lines] == [
            ("health", 3, 0, 0),
            ("education", 1, 1, 1),
        ]
        assert (whole.total, whole.open, whole.late) == (4, 1, 1)
        median, ninetieth = lines[0].days[Stretch.CLOSURE] or (0.0, 0.0)
        assert (round(median, 2), round(ninetieth, 2)) == (3.0, 7.0)
        assert lines[1].days[Stretch.CLOSURE] is None


def test_late_means_what_the_worklist_means_by_it(four: list[Complaint], cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        Complaint.objects.filter(pk=four[-1].pk).update(status="told", waits_for="closure")
        *_lines, whole = analysis(by, *year(), Dimension.FIELD)
        assert (whole.open, whole.late) == (1, worklist.overdue(by, timezone.now()).count()) == (1, 0)


def test_a_letter_taken_back_is_late_no_more_and_offices_of_one_name_stay_apart(
    four: list[Complaint], cast: Any, under: Any
) -> None:
    by, twin = cast.ara_koordinator, Office.objects.get(code="S7306")
    Office.objects.filter(pk=twin.pk).update(name=Office.objects.get(code="D7302DUKCAPIL").name)
    with under(by):
        letters = [refer(four[-1], by) for _turn in range(2)]
        Referral.objects.filter(pk=letters[0].pk).update(due_at=timezone.now() - timedelta(days=1))
        Referral.objects.filter(pk=letters[1].pk).update(to_office=twin)
        assert [(one.sent, one.late) for one in receivers(by, *year())] in ([(1, 1), (1, 0)], [(1, 0), (1, 1)])
        replies.withdraw(letters[0], by=by, text="Warga datang sendiri")
        assert [(one.sent, one.late) for one in receivers(by, *year())] == [(1, 0), (1, 0)]


@pytest.mark.parametrize("dimension", Dimension)
def test_every_dimension_counts_each_complaint_at_most_once(
    dimension: Dimension, four: list[Complaint], cast: Any, under: Any
) -> None:
    with under(cast.bulukumba_manajer):
        *lines, whole = analysis(cast.bulukumba_manajer, *year(), dimension)
        assert whole.total == 4
        assert sum(line.total for line in lines) <= 4
        assert all(line.label for line in lines)


def test_the_next_village_counts_nothing_of_this_one(four: list[Complaint], cast: Any, under: Any) -> None:
    with under(cast.bira_koordinator):
        (whole,) = analysis(cast.bira_koordinator, *year(), Dimension.FIELD)
        assert whole.total == 0
        assert receivers(cast.bira_koordinator, *year()) == []


def test_a_day_belongs_to_the_period_by_the_clock_of_the_place(cast: Any, under: Any) -> None:
    with under(cast.ara_depan):
        row = actions.register(told(), by=cast.ara_depan)
        late_evening = datetime(2026, 3, 31, 15, 59, tzinfo=UTC)  # 23.59 WITA
        Complaint.objects.filter(pk=row.pk).update(received_at=late_evening)
    with under(cast.ara_koordinator):
        march = analysis(cast.ara_koordinator, date(2026, 3, 1), date(2026, 3, 31), Dimension.MONTH)
        april = analysis(cast.ara_koordinator, date(2026, 4, 1), date(2026, 4, 30), Dimension.MONTH)
        assert (march[-1].total, april[-1].total) == (1, 0)
        assert march[0].key.month == 3


def test_a_line_leads_to_exactly_the_rows_it_counts(four: list[Complaint], cast: Any, desk: Desk) -> None:
    reader = desk(cast.bulukumba_manajer)
    page = reader.get("/analisis/?by=field").content.decode()
    assert "Kesehatan" in page
    listed = reader.get(f"/keluhan/?field=health&since={year()[0]}&until={year()[1]}").content.decode()
    assert all(row.number in listed for row in four[:3])
    assert four[3].number not in listed
    place = reader.get(f"/keluhan/?place=730203&since={year()[0]}&until={year()[1]}").content.decode()
    assert "Disaring dari analisis" in place
    assert four[3].number in place


@pytest.mark.parametrize("address", ["/analisis/", "/analisis/?by=month&since=2026-01-01", "/analisis/penerima/"])
def test_the_pages_open_for_whoever_reads_reports(address: str, four: list[Complaint], cast: Any, desk: Desk) -> None:
    assert desk(cast.bulukumba_manajer).get(address).status_code == 200
    assert desk(cast.bontobahari_supervisor).get(address).status_code == 200
    assert desk(cast.ara_depan).get(address).status_code == 403


def test_what_cannot_be_read_is_said_beside_the_field(cast: Any, desk: Desk) -> None:
    page = desk(cast.bulukumba_manajer).get("/analisis/?since=2026-05-01&until=2026-04-01&by=nonsense").content.decode()
    assert "Tanggal akhir tidak boleh sebelum tanggal awal." in page


def test_the_table_goes_into_a_file(four: list[Complaint], cast: Any, desk: Desk) -> None:
    answer = desk(cast.bulukumba_manajer).get("/analisis/?by=field&unduh=csv")
    assert "Kesehatan" in b"".join(answer.streaming_content).decode()
