"""Which limit counts and when it falls: over holidays, three zones, a year's end; and what always holds."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from satupintu.foundation.offices.rules import all_national_holidays
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.periods import OFFICE_WEEK, WorkCalendar, working_time_between, zone
from satupintu.work.deadlines import rules
from satupintu.work.deadlines.rules import Limit, Matter
from satupintu.work.deadlines.words import Subject, TimeUnit, Urgency

WIB, WITA, WIT = (ZoneInfo(f"Asia/{city}") for city in ("Jakarta", "Makassar", "Jayapura"))
OFFICE = WorkCalendar(holidays=all_national_holidays())
SATURDAYS = WorkCalendar(holidays=all_national_holidays(), hours={**OFFICE_WEEK, 5: ((time(8), time(12)),)})
BULUKUMBA, SULSEL, GOWA = 7302000000, 7300000000, 7306000000
BEGIN = date(2020, 1, 1)


def limit(number: int = 1, **said: object) -> Limit:
    usual: dict[str, object] = {
        "id": number, "area": None, "subject": Subject.COMPLAINT, "field": "", "urgency": None, "level": None,
        "amount": 3, "unit": TimeUnit.WORKING_DAYS, "remind_before": 1, "climb_after": 2, "valid_from": BEGIN,
    }  # fmt: skip
    return Limit(**(usual | said))  # type: ignore[arg-type]


def at(day: date, clock: str, tz: ZoneInfo = WITA) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tz)


def days(number: int, start: datetime, calendar: WorkCalendar = OFFICE) -> datetime:
    return rules.due(TimeUnit.WORKING_DAYS, number, start, calendar)


def hours(number: int, start: datetime, calendar: WorkCalendar = OFFICE) -> datetime:
    return rules.due(TimeUnit.WORKING_HOURS, timedelta(hours=number), start, calendar)


# When it falls ---------------------------------------------------------------------------------------------------


def test_three_working_days_over_a_weekend_end_when_the_office_closes() -> None:
    assert days(3, at(date(2026, 11, 19), "10:00")) == at(date(2026, 11, 24), "16:00")


def test_what_comes_on_a_sunday_counts_from_monday() -> None:
    assert days(1, at(date(2026, 11, 22), "20:00")) == at(date(2026, 11, 23), "16:00")


def test_lebaran_and_its_joint_leave_are_not_counted() -> None:
    """The joint decree for 2026: Nyepi 19 March with leave on the 18th, Idul Fitri 21 and 22, leave 20, 23 and 24."""
    assert days(1, at(date(2026, 3, 17), "09:00")) == at(date(2026, 3, 25), "16:00")
    assert hours(8, at(date(2026, 3, 17), "08:00")) == at(date(2026, 3, 25), "09:00")


def test_christmas_leave_and_new_year_stretch_a_deadline_into_the_next_year() -> None:
    assert date(2026, 12, 24) in OFFICE.holidays and date(2027, 1, 1) in OFFICE.holidays
    assert days(5, at(date(2026, 12, 23), "11:00")) == at(date(2027, 1, 4), "16:00")


def test_a_closure_of_the_office_itself_is_not_counted() -> None:
    closed = WorkCalendar(holidays=OFFICE.holidays | {date(2026, 11, 20), date(2026, 11, 23)})
    assert days(1, at(date(2026, 11, 19), "10:00"), closed) == at(date(2026, 11, 24), "16:00")


def test_an_office_that_opens_on_saturday_counts_it_and_closes_at_noon() -> None:
    assert days(2, at(date(2026, 11, 19), "10:00"), SATURDAYS) == at(date(2026, 11, 21), "12:00")
    assert hours(9, at(date(2026, 11, 20), "13:30"), SATURDAYS) == at(date(2026, 11, 23), "10:00")


def test_friday_prayer_is_no_working_time() -> None:
    assert hours(2, at(date(2026, 11, 20), "10:30")) == at(date(2026, 11, 20), "14:30")


def test_an_emergency_runs_through_nights_and_holidays() -> None:
    start = at(date(2026, 12, 31), "22:00")
    assert rules.due(TimeUnit.CLOCK_HOURS, timedelta(hours=24), start, OFFICE) == start + timedelta(days=1)


def test_calendar_days_end_with_their_day() -> None:
    assert rules.due(TimeUnit.CALENDAR_DAYS, 14, at(date(2026, 11, 10), "09:00"), OFFICE) == at(
        date(2026, 11, 24), "23:59"
    )


@pytest.mark.parametrize(
    ("tz", "first"), [(WIB, date(2026, 12, 31)), (WITA, date(2026, 12, 31)), (WIT, date(2027, 1, 1))], ids=str
)
def test_one_moment_at_a_years_end_lies_in_different_days(tz: ZoneInfo, first: date) -> None:
    """Thursday 31 December 22.59 in Jakarta is Friday 1 January 00.59 in Jayapura: the days to count differ."""
    moment = at(date(2026, 12, 31), "22:59", WIB).astimezone(tz)
    assert moment.date() == first
    ends = rules.due(TimeUnit.CALENDAR_DAYS, 3, moment, OFFICE)
    assert ends == at(first + timedelta(days=3), "23:59", tz)
    assert days(1, moment) == at(date(2027, 1, 4), "16:00", tz)


def test_the_last_minute_of_the_year_in_jayapura_is_not_yet_the_last_in_jakarta() -> None:
    papua, java = at(date(2026, 12, 31), "23:59", WIT), at(date(2026, 12, 31), "23:59", WIB)
    assert java - papua == timedelta(hours=2)
    ends = [rules.due(TimeUnit.CALENDAR_DAYS, 1, moment, OFFICE) for moment in (papua, java)]
    assert [end.isoformat() for end in ends] == ["2027-01-01T23:59:00+09:00", "2027-01-01T23:59:00+07:00"]


# Which one counts ------------------------------------------------------------------------------------------------

NATION = [
    limit(1, urgency=0, amount=14, unit=TimeUnit.CALENDAR_DAYS),
    limit(2, urgency=1, amount=3, unit=TimeUnit.CALENDAR_DAYS),
    limit(3, urgency=2, amount=24, unit=TimeUnit.CLOCK_HOURS),
]
FIELDS = st.sampled_from(["", *(field.value for field in ServiceField)])
AREAS = st.sampled_from([None, SULSEL, BULUKUMBA, GOWA])
MATTERS = st.builds(
    Matter,
    subject=st.just(Subject.COMPLAINT),
    field=st.sampled_from([field.value for field in ServiceField]),
    urgency=st.integers(0, 2),
    area=st.sampled_from([None, SULSEL, BULUKUMBA, 7302032006, 7306072008, 7401012001]),
    level=st.integers(0, 4),
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
LIMITS = st.lists(
    st.builds(
        limit,
        number=st.integers(10, 10**6),
        area=AREAS.filter(lambda area: area is not None),
        field=FIELDS,
        urgency=st.sampled_from([None, 0, 1]),
        level=st.sampled_from([None, 1, 2, 3, 4]),
        amount=st.sampled_from([None, 2, 5]),
        valid_from=st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    ),
    unique_by=lambda one: one.id,
    max_size=12,
)


@given(limits=LIMITS, matter=MATTERS, shuffled=st.randoms())
def test_exactly_one_limit_counts_whatever_their_order(limits: list[Limit], matter: Matter, shuffled: object) -> None:
    everything = [*NATION, *limits]
    chosen = rules.choose(everything, matter)
    shuffled.shuffle(everything)  # type: ignore[attr-defined]
    assert rules.choose(everything, matter) == chosen
    assert rules.applies(chosen, matter) and chosen.amount is not None


@given(limits=LIMITS, matter=MATTERS)
def test_no_narrower_limit_in_force_is_passed_over(limits: list[Limit], matter: Matter) -> None:
    chosen = rules.choose([*NATION, *limits], matter)
    for other in limits:
        if rules.applies(other, matter) and other.narrowness > chosen.narrowness:
            later = [
                one
                for one in limits
                if one.matter == other.matter
                and rules.applies(one, matter)
                and (one.valid_from, one.id) >= (other.valid_from, other.id)
            ]
            assert any(one.amount is None for one in later), "only one that was taken back is passed over"


@given(limits=LIMITS, matter=MATTERS)
def test_an_emergency_falls_only_under_a_limit_that_names_it(limits: list[Limit], matter: Matter) -> None:
    chosen = rules.choose([*NATION, *limits], matter)
    assert (matter.urgency == Urgency.EMERGENCY.rank) == (chosen.urgency == 2)


def test_a_version_counts_from_its_day_and_a_neighbours_never() -> None:
    new = limit(9, area=BULUKUMBA, amount=10, valid_from=date(2026, 12, 1))
    ask = Matter(Subject.COMPLAINT, "health", 0, 7302032006, 4, date(2026, 11, 30))
    assert rules.choose([*NATION, new], ask).id == 1
    on = Matter(Subject.COMPLAINT, "health", 0, 7302032006, 4, date(2026, 12, 1))
    assert rules.choose([*NATION, new], on).id == 9
    gowa = Matter(Subject.COMPLAINT, "health", 0, 7306072008, 4, date(2026, 12, 1))
    assert rules.choose([*NATION, new], gowa).id == 1


def test_a_rule_taken_back_gives_way_to_the_wider_one() -> None:
    own = [limit(9, area=BULUKUMBA, amount=10), limit(10, area=BULUKUMBA, amount=None, valid_from=date(2026, 12, 1))]
    ask = Matter(Subject.COMPLAINT, "health", 0, 7302032006, 4, date(2026, 12, 1))
    assert rules.choose([*NATION, *own], ask).id == 1


def test_without_any_limit_nothing_is_guessed() -> None:
    with pytest.raises(LookupError):
        rules.choose([], Matter(Subject.COMPLAINT, "health", 0, None, 0, date(2026, 1, 1)))


# What always holds -----------------------------------------------------------------------------------------------

CALENDARS = st.sampled_from([OFFICE, SATURDAYS, WorkCalendar()])
UNITS = st.sampled_from(list(TimeUnit))
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 11, 30)).flatmap(
    lambda naive: st.sampled_from([naive.replace(tzinfo=tz) for tz in (WIB, WITA, WIT)])
)


@given(unit=UNITS, number=st.integers(0, 40), start=MOMENTS, calendar=CALENDARS)
def test_a_deadline_lies_ahead_and_more_time_never_makes_it_earlier(
    unit: TimeUnit, number: int, start: datetime, calendar: WorkCalendar
) -> None:
    ends = rules.due(unit, rules.amount_of(unit, number), start, calendar)
    assert ends >= start
    assert rules.due(unit, rules.amount_of(unit, number + 1), start, calendar) >= ends
    assert ends.tzinfo is start.tzinfo


@given(unit=UNITS, number=st.integers(1, 30), start=MOMENTS, later=st.timedeltas(timedelta(0), timedelta(days=30)),
       calendar=CALENDARS)  # fmt: skip
def test_who_comes_later_is_never_answered_before(
    unit: TimeUnit, number: int, start: datetime, later: timedelta, calendar: WorkCalendar
) -> None:
    amount = rules.amount_of(unit, number)
    assert rules.due(unit, amount, start + later, calendar) >= rules.due(unit, amount, start, calendar)


@given(number=st.integers(1, 60), start=MOMENTS, calendar=CALENDARS)
def test_working_hours_are_exactly_so_many(number: int, start: datetime, calendar: WorkCalendar) -> None:
    ends = rules.due(TimeUnit.WORKING_HOURS, timedelta(hours=number), start, calendar)
    assert working_time_between(start, ends, calendar) == timedelta(hours=number)


@given(unit=UNITS, number=st.integers(2, 20), before=st.integers(1, 19), start=MOMENTS, calendar=CALENDARS)
def test_the_reminder_comes_between_receipt_and_deadline(
    unit: TimeUnit, number: int, before: int, start: datetime, calendar: WorkCalendar
) -> None:
    assume(before < number)
    one = limit(unit=unit, amount=number, remind_before=before)
    reminder = rules.reminder(one, start, calendar)
    assert reminder is not None
    assert start <= reminder < rules.due(unit, rules.amount_of(unit, number), start, calendar)
    assert rules.reminder(limit(remind_before=0), start, calendar) is None


@given(
    unit=UNITS, number=st.integers(1, 20), start=MOMENTS, waited=st.timedeltas(timedelta(0), timedelta(days=40)),
    away=st.timedeltas(timedelta(0), timedelta(days=60)), calendar=CALENDARS,
)  # fmt: skip
def test_after_a_pause_what_was_left_is_left(
    unit: TimeUnit, number: int, start: datetime, waited: timedelta, away: timedelta, calendar: WorkCalendar
) -> None:
    one = limit(unit=unit, amount=number, remind_before=0)
    ends = rules.due(unit, rules.amount_of(unit, number), start, calendar)
    paused, now = start + waited, start + waited + away
    fresh, reminder = rules.resumed(one, ends=ends, paused=paused, now=now, calendar=calendar)
    assert reminder is None
    assert fresh >= ends, "a pause never shortens"
    if ends <= paused:
        assert fresh == ends, "a broken promise is not mended by waiting"
    else:
        assert fresh >= now
        rest = rules.left(unit, paused, ends, calendar)
        if rest:
            assert rules.left(unit, now, fresh, calendar) == rest


def test_three_days_of_waiting_for_papers_are_three_days_more() -> None:
    start, one = at(date(2026, 11, 16), "10:00"), limit(amount=5, remind_before=2)
    ends = days(5, start)
    assert ends == at(date(2026, 11, 23), "16:00")
    fresh, reminder = rules.resumed(
        one, ends=ends, paused=at(date(2026, 11, 17), "09:00"), now=at(date(2026, 11, 20), "15:00"), calendar=OFFICE
    )
    assert (fresh, reminder) == (at(date(2026, 11, 26), "16:00"), at(date(2026, 11, 24), "16:00"))


def test_a_pause_after_the_reminder_does_not_remind_again() -> None:
    one = limit(amount=5, remind_before=2)
    ends = at(date(2026, 11, 23), "16:00")
    _fresh, reminder = rules.resumed(
        one, ends=ends, paused=at(date(2026, 11, 20), "09:00"), now=at(date(2026, 11, 24), "09:00"), calendar=OFFICE
    )
    assert reminder is None


def test_an_overdue_matter_climbs_again_by_its_own_count() -> None:
    ends = at(date(2026, 11, 20), "16:30")
    assert rules.climbs(limit(climb_after=2), ends, OFFICE) == at(date(2026, 11, 24), "16:00")
    assert rules.climbs(limit(climb_after=0), ends, OFFICE) is None


def test_the_zones_are_those_of_the_offices_places() -> None:
    assert [zone(area) for area in (3273010001, 7302032006, 9471011001)] == [WIB, WITA, WIT]
