"""By when a letter must be answered: by its receiver's limit, calendar and zone; and what pages say of it."""

from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from satupintu.engine.notifications.models import Notice
from satupintu.foundation.offices.models import Office, OfficeClosure
from satupintu.foundation.offices.words import OfficeKind
from satupintu.work.deadlines.models import TimeLimit
from satupintu.work.deadlines.words import Subject, TimeUnit
from satupintu.work.referrals import actions, clock, worklist
from satupintu.work.referrals.jobs import keep_the_time_of
from satupintu.work.referrals.models import Referral
from satupintu.work.referrals.tests.course import BULUKUMBA, DAY, WITA, Travel, at, late, ours, send

# By when -----------------------------------------------------------------------------------------------------------


def test_without_a_day_of_its_own_a_letter_takes_the_limit_of_the_nation(cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        letter = send(by)
        assert letter.limit is not None and (letter.limit.subject, letter.limit.amount) == ("referral", 7)
        days = letter.due_at.astimezone(WITA).date() - timezone.localdate(timezone=WITA)
        assert (days.days, letter.due_at.astimezone(WITA).time()) == (7, time(23, 59))
        assert letter.clock_at == letter.due_at - 2 * DAY
        assert send(by, urgency=2).due_at - timezone.now() < timedelta(hours=24)


def test_the_limit_of_the_receiver_s_kabupaten_counts_and_a_promise_that_was_given_stays(cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        before = send(cast.ara_koordinator)
    with under(cast.bulukumba_manajer):
        published = ours(cast.bulukumba_manajer)
    with under(cast.ara_koordinator):
        after = send(cast.ara_koordinator)
        assert after.limit_id == published.pk and after.due_at < before.due_at
        due = before.due_at
        before.refresh_from_db()
        assert before.due_at == due and before.limit_id != published.pk


def test_a_day_that_the_sender_agreed_keeps_the_limit_and_its_reminder(cast: Any, under: Any) -> None:
    by, now = cast.ara_koordinator, timezone.now()
    with under(by):
        far, near = send(by, due_at=now + 30 * DAY), send(by, due_at=now + timedelta(hours=3))
    assert far.limit_id == near.limit_id is not None
    assert far.due_at == now + 30 * DAY and timedelta(days=27) < far.clock_at - now < timedelta(days=29)
    assert near.clock_at == near.due_at, "too late for a reminder"


@pytest.mark.parametrize(
    ("area", "city", "closes"),
    [(3201010001, "Jakarta", "16:00"), (7302032006, "Makassar", "16:00"), (9171010001, "Jayapura", "16:00")],
)
def test_a_receiver_in_each_zone_answers_until_its_own_office_closes(
    area: int, city: str, closes: str, cast: Any, under: Any, travel: Travel
) -> None:
    """Sent from Bulukumba on Wednesday before Christmas: leave on the 24th, a holiday, a weekend, then working days."""
    ours_now = TimeLimit(
        subject=Subject.REFERRAL, field="", urgency=0, amount=5, unit=TimeUnit.WORKING_DAYS, remind_before=2,
        valid_from=date(2026, 1, 1), source="uji",
    )  # fmt: skip
    ours_now.save()
    sent, there = at(date(2026, 12, 23), "11:00"), ZoneInfo(f"Asia/{city}")
    office = Office(pk=0, area_id=area, kind=OfficeKind.AGENCY, name="Uji")
    given = clock.promise(office, field="health", urgency=0, start=sent)
    assert given.due_at == at(date(2027, 1, 4), closes, there)
    assert given.clock_at == at(date(2026, 12, 30), closes, there)


def test_at_a_year_s_end_it_is_new_year_in_jayapura_first(cast: Any) -> None:
    """23.30 in Jakarta is 01.30 of the next year in Jayapura, so its calendar days begin a day later."""
    sent = at(date(2026, 12, 31), "23:30", ZoneInfo("Asia/Jakarta"))
    days = {
        area: clock.promise(Office(pk=0, area_id=area), field="health", urgency=1, start=sent).due_at
        for area in (3201010001, 9171010001)
    }
    assert days[3201010001] == at(date(2027, 1, 3), "23:59", ZoneInfo("Asia/Jakarta"))
    assert days[9171010001] == at(date(2027, 1, 4), "23:59", ZoneInfo("Asia/Jayapura"))


def test_a_day_on_which_the_receiver_is_closed_is_not_counted_for_it(cast: Any, under: Any, travel: Travel) -> None:
    agency = Office.objects.get(code="D7302DUKCAPIL")
    travel(at(date(2026, 11, 19)))
    with under(cast.bulukumba_manajer):
        ours(cast.bulukumba_manajer)
    OfficeClosure.objects.create(office=agency, day=date(2026, 11, 20), reason="Pindah gedung")
    with under(cast.ara_koordinator):
        assert send(cast.ara_koordinator).due_at == at(date(2026, 11, 25), "16:00")
    OfficeClosure.objects.create(office=cast.ara_koordinator.office, day=date(2026, 11, 23), reason="Hajatan desa")
    with under(cast.ara_koordinator):
        assert send(cast.ara_koordinator).due_at == at(date(2026, 11, 25), "16:00"), "the sender's day off is none here"


# What both ends see ------------------------------------------------------------------------------------------------


def test_both_ends_read_why_the_time_stands(letter: Referral, cast: Any, under: Any, desk: Any) -> None:
    path = f"/rujukan/{letter.number}/"
    with under(cast.bulukumba_dukcapil):
        actions.ask(letter, by=cast.bulukumba_dukcapil, text="Nama ibunya?")
    for by in (cast.bulukumba_dukcapil, cast.ara_koordinator):
        page = desk(by).get(path).content.decode()
        assert "Waktu berhenti sejak" in page and "karena penerima meminta keterangan" in page
        assert "Menunggu keterangan" in page
    with under(cast.ara_koordinator):
        (item,) = worklist.items(Referral.objects.sent_by(cast.ara_koordinator.office_id), limit=5)
        assert "Menunggu keterangan" in item.due_said


def test_the_page_says_by_when_and_by_which_limit(cast: Any, under: Any, desk: Any) -> None:
    with under(cast.ara_koordinator):
        letter, agreed = send(cast.ara_koordinator), send(cast.ara_koordinator, due_at=timezone.now() + 9 * DAY)
    page = desk(cast.bulukumba_dukcapil).get(f"/rujukan/{letter.number}/").content.decode()
    assert "23.59 WITA" in page and "7 hari sejak dikirim" in page
    assert "sejak dikirim" not in desk(cast.bulukumba_dukcapil).get(f"/rujukan/{agreed.number}/").content.decode()


def test_the_clock_tells_both_ends_and_the_superior(letter: Referral, cast: Any, under: Any) -> None:
    late(letter)
    keep_the_time_of(BULUKUMBA)
    told = {}
    for name in ("bulukumba_dukcapil", "ara_koordinator", "bontobahari_tksk", "bira_koordinator"):
        page = _bell(under, getattr(cast, name))
        told[name] = [word for word in ("sudah lewat", "diteruskan ke kantor Anda") if word in page]
    assert told == {
        "bulukumba_dukcapil": ["sudah lewat"],
        "ara_koordinator": ["sudah lewat"],
        "bontobahari_tksk": ["diteruskan ke kantor Anda"],
        "bira_koordinator": [],
    }


def _bell(under: Any, by: Any) -> str:
    with under(by):
        return " ".join(one.sentence for one in Notice.objects.all())
