from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satupintu.lib import periods
from satupintu.lib.periods import NotADate, WorkCalendar

FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)
CALENDAR = WorkCalendar(holidays=frozenset((date(2026, 11, 24),)))
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
moments = st.datetimes(datetime(2025, 1, 1), datetime(2026, 6, 1))


@pytest.mark.parametrize(
    ("area", "name", "zone"),
    [(7302032005, "WITA", "Asia/Makassar"), (73, "WITA", "Asia/Makassar"), (1100000000, "WIB", "Asia/Jakarta"),
     (61, "WIB", "Asia/Jakarta"), (63, "WITA", "Asia/Makassar"), (8100000000, "WIT", "Asia/Jayapura"),
     (9671000000, "WIT", "Asia/Jayapura"), (51, "WITA", "Asia/Makassar"), (36, "WIB", "Asia/Jakarta")],
)  # fmt: skip
def test_every_province_has_its_clock(area: int, name: str, zone: str) -> None:
    assert (periods.zone_name(area), periods.zone(area).key) == (name, zone)


def test_a_moment_is_told_in_the_clock_of_the_area() -> None:
    noon = datetime(2026, 11, 21, 1, 5, tzinfo=UTC)
    assert periods.moment_words(noon, 7302032005) == "21 Nov 2026 09.05 WITA"
    assert periods.moment_words(noon, 11) == "21 Nov 2026 08.05 WIB"
    with pytest.raises(ValueError, match="time zone"):
        periods.moment_words(datetime(2026, 11, 21), 11)


def test_working_days_skip_weekend_and_holiday() -> None:
    assert periods.add_working_days(FRIDAY, 1, CALENDAR) == MONDAY
    assert periods.add_working_days(FRIDAY, 2, CALENDAR) == date(2026, 11, 25)
    assert periods.add_working_days(date(2026, 11, 21), 0, CALENDAR) == MONDAY
    assert periods.add_working_days(date(2026, 11, 21), 1, CALENDAR) == MONDAY
    assert periods.add_working_days(FRIDAY, 0, CALENDAR) == FRIDAY
    assert periods.working_days_between(FRIDAY, date(2026, 11, 25), CALENDAR) == 2
    assert periods.working_days_between(MONDAY, FRIDAY, CALENDAR) == 0


@given(days, st.integers(1, 40))
def test_adding_and_counting_working_days_agree(start: date, count: int) -> None:
    end = periods.add_working_days(start, count, CALENDAR)
    assert CALENDAR.works_on(end)
    assert periods.working_days_between(start, end, CALENDAR) == count


def test_working_time_runs_only_while_the_office_is_open() -> None:
    wita = periods.zone(73)
    late = datetime(2026, 11, 20, 16, 0, tzinfo=wita)
    assert periods.add_working_time(late, timedelta(hours=1), CALENDAR) == datetime(2026, 11, 23, 8, 30, tzinfo=wita)
    lunch = datetime(2026, 11, 23, 12, 30, tzinfo=wita)
    assert periods.add_working_time(lunch, timedelta(hours=3), CALENDAR) == datetime(2026, 11, 23, 16, tzinfo=wita)
    over_holiday = datetime(2026, 11, 25, 9, tzinfo=wita)
    assert periods.working_time_between(lunch, over_holiday, CALENDAR) == timedelta(hours=4)
    assert periods.working_time_between(over_holiday, lunch, CALENDAR) == timedelta(0)


@given(moments, st.integers(0, 5000))
def test_adding_and_measuring_working_time_agree(start: datetime, minutes: int) -> None:
    duration = timedelta(minutes=minutes)
    end = periods.add_working_time(start, duration, CALENDAR)
    assert periods.working_time_between(start, end, CALENDAR) == duration


def test_an_office_that_never_opens_is_no_calendar() -> None:
    with pytest.raises(ValueError, match="at least one"):
        WorkCalendar(hours={})
    saturday = WorkCalendar(hours={5: ((time(8), time(12)),)})
    assert periods.add_working_days(FRIDAY, 2, saturday) == date(2026, 11, 28)


def test_time_is_counted_forward_only() -> None:
    with pytest.raises(ValueError, match="forward"):
        periods.add_working_days(FRIDAY, -1, CALENDAR)
    with pytest.raises(ValueError, match="forward"):
        periods.add_working_time(datetime(2026, 1, 1), timedelta(-1), CALENDAR)


@given(days)
def test_every_day_lies_in_its_month_and_quarter(day: date) -> None:
    assert day in periods.month_of(day)
    assert day in periods.quarter_of(day)
    assert day in periods.whole_year(day.year)
    assert periods.month_of(day).end not in periods.month_of(day)


def test_periods_have_the_names_of_reports() -> None:
    assert [periods.month(2026, 12).label, periods.quarter(2026, 4).label] == ["Desember 2026", "Triwulan IV 2026"]
    assert periods.month(2026, 12).end == periods.quarter(2026, 4).end == date(2027, 1, 1)


@pytest.mark.parametrize(
    "written",
    ["21 Nov 2026", "21-11-2026", "21/11/2026", "21.11.2026", "21 NOVEMBER 2026", "Sabtu, 21 November 2026",
     "2026-11-21", "2026-11-21 00:00:00", "2026-11-21T00:00:00", "21 Nopember 2026", " 21  nov. 2026 ", "21-Nov-2026",
     "21 11 2026", "21112026", "21Nov2026", "21 NOP 2026"],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(written: str) -> None:
    assert periods.read_date(written) == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "Tanggal belum diisi."),
        ("kemarin", "“kemarin” bukan tanggal. Tulis seperti 21-11-2026."),
        ("21-11-26", "Tulis tahun dengan empat angka, bukan “26”."),
        ("11/21/2026", "Bulan 21 tidak ada. Tulis tanggal dulu, lalu bulan, lalu tahun."),
        ("31-02-2026", "Tanggal 31-2-2026 tidak ada di kalender."),
        ("21 Marsember 2026", "“marsember” bukan nama bulan."),
        ("0-0-0000", "Tanggal 0-0-0 tidak ada di kalender."),
        ("99999999", "Tanggal 99-99-9999 tidak ada di kalender."),
        ("20261121", "Tanggal 20-26-1121 tidak ada di kalender."),
    ],
)
def test_what_is_no_date_is_refused_in_words(written: str, sentence: str) -> None:
    with pytest.raises(NotADate) as refusal:
        periods.read_date(written)
    assert refusal.value.sentence == sentence


@given(st.dates(date(1000, 1, 1)))
def test_every_way_of_writing_reads_back(day: date) -> None:
    for write in (periods.date_words, periods.date_short, periods.date_digits, periods.weekday_words, str):
        assert periods.read_date(write(day)) == day


@given(st.text(max_size=30) | st.text(alphabet="0123456789-/. TJanuri:", max_size=24))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        periods.read_date(text)
    except NotADate as refusal:
        assert refusal.sentence.endswith(".")


@pytest.mark.parametrize(
    ("born", "on", "words"),
    [
        (date(2026, 11, 9), date(2026, 11, 21), "12 hari"),
        (date(2026, 8, 21), date(2026, 11, 21), "3 bulan"),
        (date(2026, 8, 22), date(2026, 11, 21), "2 bulan"),
        (date(2019, 11, 21), date(2026, 11, 21), "7 tahun"),
        (date(2019, 11, 22), date(2026, 11, 21), "6 tahun"),
        (date(2000, 2, 29), date(2001, 2, 28), "11 bulan"),
        (date(2000, 2, 29), date(2001, 3, 1), "1 tahun"),
    ],
)
def test_an_age_is_told_as_an_officer_says_it(born: date, on: date, words: str) -> None:
    assert periods.age_words(born, on) == words


def test_nobody_has_an_age_before_birth() -> None:
    with pytest.raises(ValueError, match="not born"):
        periods.age(date(2026, 1, 2), date(2026, 1, 1))
