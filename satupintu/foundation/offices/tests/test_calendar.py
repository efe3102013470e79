"""Working days of an office: national holidays, its own hours, the days off of its place and the places above."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from satupintu.foundation.offices import calendar, rules
from satupintu.foundation.offices.models import OfficeClosure

MAKASSAR = ZoneInfo("Asia/Makassar")


def test_the_joint_decree_counts_with_its_leave_days() -> None:
    holidays = rules.national_holidays(2026)
    assert date(2026, 3, 20) in holidays
    assert date(2026, 12, 24) in holidays


def test_a_year_without_a_decree_knows_the_holidays_that_never_move() -> None:
    assert set(rules.national_holidays(2031)) == {date(2031, m, d) for m, d in rules.FIXED_HOLIDAYS}


def test_working_days_pass_over_christmas(cast: Any) -> None:
    office = cast.ara_koordinator.office
    assert calendar.add_working_days(office, date(2026, 12, 23), 1) == date(2026, 12, 28)
    assert calendar.working_days_between(office, date(2026, 12, 23), date(2026, 12, 28)) == 1


def test_a_day_off_of_the_kabupaten_counts_in_its_villages_and_nowhere_else(cast: Any) -> None:
    ara, gowa = cast.ara_koordinator.office, cast.panakkukang_koordinator.office
    OfficeClosure.objects.create(day=date(2026, 11, 24), reason="HUT Bulukumba", area=cast.bulukumba_manajer.area)
    OfficeClosure.objects.create(day=date(2026, 11, 25), reason="Pilkades Bira", office=cast.bira_koordinator.office)
    assert calendar.add_working_days(ara, date(2026, 11, 23), 1) == date(2026, 11, 25)
    assert calendar.add_working_days(gowa, date(2026, 11, 23), 1) == date(2026, 11, 24)
    assert calendar.days_off(ara, 2026)[date(2026, 11, 24)] == "HUT Bulukumba"
    assert date(2026, 11, 25) not in calendar.days_off(ara, 2026)


def test_hours_are_those_of_the_office_on_its_own_clock(cast: Any) -> None:
    office = cast.ara_koordinator.office
    office.hours = {"0": [["09:00", "12:00"]]}
    monday = datetime(2026, 11, 23, 11, 0, tzinfo=MAKASSAR)
    assert calendar.is_open(office, monday)
    assert not calendar.is_open(office, datetime(2026, 11, 24, 11, 0, tzinfo=MAKASSAR))
    due = calendar.add_working_hours(office, monday.astimezone(ZoneInfo("UTC")), 2)
    assert due == datetime(2026, 11, 30, 10, 0, tzinfo=MAKASSAR)


@pytest.mark.parametrize("hours", [{"0": [["12:00", "08:00"]]}, {"0": []}, {"0": [["pagi", "sore"]]}])
def test_hours_that_make_no_sense_are_refused(hours: Any) -> None:
    with pytest.raises(ValueError):
        rules.read_hours(hours)


def test_many_questions_cost_one_query(cast: Any, django_assert_num_queries: Any) -> None:
    office = cast.ara_koordinator.office
    with django_assert_num_queries(1):
        week = calendar.calendar_of(office)
        assert sum(week.works_on(date(2026, 11, day)) for day in range(1, 31)) == 21
