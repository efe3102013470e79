"""Publishing a limit: who may, what is refused, what it leaves; and the page."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.foundation.offices.models import Office, OfficeClosure
from satupintu.work.deadlines import timetable
from satupintu.work.deadlines.actions import publish
from satupintu.work.deadlines.models import TimeLimit
from satupintu.work.deadlines.words import Subject, TimeUnit, Urgency

WITA = ZoneInfo("Asia/Makassar")

Desk = Callable[[Any], Client]


def draft(by: Any, **said: Any) -> TimeLimit:
    usual = {
        "area": by.area, "subject": Subject.COMPLAINT, "urgency": 0, "amount": 10, "unit": TimeUnit.WORKING_DAYS,
        "remind_before": 2, "climb_after": 5, "valid_from": timezone.localdate(timezone=WITA), "source": "SK Kadis 12/2026",
    }  # fmt: skip
    return TimeLimit(**(usual | said))


def test_a_manager_publishes_for_the_own_kabupaten_and_it_counts_there_at_once(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        published = publish(draft(by), by=by)
        event = Event.objects.get(name="limit.published")
        assert (event.subject_id, event.facts["amount"]) == (published.pk, 10)
        now = timezone.now()
        for code, limit in (("P7302032006", published.pk), ("P7306072008", None)):
            office = Office.objects.select_related("area").get(code=code)
            promise = timetable.timetable(office).promise(
                Subject.COMPLAINT, field="health", urgency=Urgency.ORDINARY, start=now
            )
            assert (promise.limit == published.pk) == (limit is not None)


def test_twice_with_one_key_is_published_once(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        assert publish(draft(by), by=by, key="k") == publish(draft(by), by=by, key="k")
        assert TimeLimit.objects.filter(area=by.area).count() == 1


@pytest.mark.parametrize("who", ["gowa_manajer", "ara_koordinator", "bulukumba_kadis", "bontobahari_tksk"])
def test_nobody_publishes_for_another_area_or_without_the_verb(who: str, cast: Any, under: Any) -> None:
    by = getattr(cast, who)
    with under(by), pytest.raises(Refused):
        publish(draft(cast.bulukumba_manajer), by=by)
    assert not TimeLimit.objects.exclude(area=None).exists()


@pytest.mark.parametrize(
    "said",
    [
        {"valid_from": date(2026, 1, 1)},
        {"urgency": 2},
        {"remind_before": 10},
    ],
    ids=str,
)
def test_what_cannot_be_is_refused(said: dict[str, Any], cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by), pytest.raises(WrongState):
        publish(draft(by, **said), by=by)


def test_the_nations_rule_is_replaced_but_never_taken_back(cast: Any, under: Any) -> None:
    by = cast.nasional_auditor
    with pytest.raises(IntegrityError), transaction.atomic():
        draft(by, area=None, amount=None, remind_before=0).save()


def test_the_database_keeps_an_emergency_by_the_clock(cast: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        draft(cast.bulukumba_manajer, urgency=2).save()


def test_a_version_is_never_changed(cast: Any, under: Any) -> None:
    from django.db import DatabaseError

    with under(cast.bulukumba_manajer), pytest.raises(DatabaseError), transaction.atomic():
        TimeLimit.objects.update(amount=99)


def test_asking_an_offices_time_is_one_small_query(cast: Any) -> None:
    office = cast.ara_koordinator.office
    timetable.timetable(office)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        clock = timetable.timetable(office)
        clock.promise(Subject.REFERRAL, field="health", urgency=1, start=timezone.now())
    assert len(asked) == 1


def test_days_off_and_hours_of_the_office_count(cast: Any) -> None:
    office = Office.objects.select_related("area").get(code="P7302032006")
    plain = timetable.timetable(office).calendar
    day = next(
        timezone.localdate(timezone=WITA) + timedelta(days=n)
        for n in range(1, 9)
        if plain.works_on(timezone.localdate(timezone=WITA) + timedelta(days=n))
    )
    OfficeClosure.objects.create(area_id=7302000000, day=day, reason="HUT kabupaten")
    Office.objects.filter(pk=office.pk).update(hours={"5": [["08:00", "12:00"]]})
    clock = timetable.timetable(office)
    assert not clock.calendar.works_on(day)
    assert [weekday for weekday, spans in clock.calendar.hours.items() if spans] == [5]


def typed(**words: str) -> dict[str, str]:
    usual = {
        "subject": "complaint",
        "field": "",
        "urgency": "0",
        "level": "",
        "amount": "10",
        "unit": "working_days",
        "remind_before": "2",
        "climb_after": "5",
        "valid_from": timezone.localdate(timezone=WITA).strftime("%d-%m-%Y"),
        "source": "SK 12",
    }
    return usual | words


def test_the_page_shows_what_counts_and_when_it_would_fall_due(desk: Desk, cast: Any) -> None:
    page = desk(cast.ara_koordinator).get("/batas-waktu/").content.decode()
    assert "14 hari" in page and "24 jam" in page and "Seluruh Indonesia" in page
    assert "Tetapkan batas waktu" not in page, "the coordinator of a village sets none"


def test_looking_first_publishes_nothing(desk: Desk, cast: Any) -> None:
    browser = desk(cast.bulukumba_manajer)
    seen = browser.post("/batas-waktu/baru/", typed(lihat="1"))
    assert seen.status_code == 200 and "Yang masuk sekarang jatuh tempo" in seen.content.decode()
    assert not TimeLimit.objects.exclude(area=None).exists()


def test_a_limit_is_published_and_the_nations_is_marked_as_replaced(desk: Desk, cast: Any) -> None:
    browser = desk(cast.bulukumba_manajer)
    page = browser.post("/batas-waktu/baru/", typed(), follow=True).content.decode()
    assert "10 hari kerja" in page and "diganti aturan daerah" in page
    assert "Kab. Bulukumba" in page


def test_bad_input_keeps_what_was_typed(desk: Desk, cast: Any) -> None:
    answer = desk(cast.bulukumba_manajer).post("/batas-waktu/baru/", typed(urgency="2", remind_before="12"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Keluhan darurat dihitung dengan jam" in page and "Pengingat harus datang" in page and "SK 12" in page


def test_a_found_limit_fills_the_form(desk: Desk, cast: Any) -> None:
    page = desk(cast.bulukumba_manajer).get("/batas-waktu/baru/?contoh=4").content.decode()
    assert "Semarang" in page
    assert desk(cast.bulukumba_manajer).get("/batas-waktu/baru/?contoh=99").status_code == 200
