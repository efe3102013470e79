"""Words about time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from satupintu.engine.ui import moments, numerals

NOW = datetime(2026, 11, 21, 6, 5, tzinfo=UTC)
MAKASSAR = ZoneInfo("Asia/Makassar")


@pytest.mark.parametrize(
    ("zone", "label"),
    [
        ("Asia/Jakarta", "WIB"),
        ("Asia/Pontianak", "WIB"),
        ("Asia/Makassar", "WITA"),
        ("Asia/Jayapura", "WIT"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_has_the_name_that_people_use(zone: str, label: str) -> None:
    assert moments.zone_label(zone) == moments.zone_label(ZoneInfo(zone)) == label


def test_a_moment_is_told_in_the_zone_of_the_reader() -> None:
    assert moments.moment(NOW, MAKASSAR) == "21 Nov 2026 14.05 WITA"
    assert moments.moment(NOW, ZoneInfo("Asia/Jayapura")) == "21 Nov 2026 15.05 WIT"
    late = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
    assert moments.moment(late, MAKASSAR) == "22 Nov 2026 04.00 WITA"


def test_days_and_months_are_indonesian() -> None:
    assert moments.day(date(2026, 5, 1)) == "1 Mei 2026"
    assert moments.long_day(date(2026, 8, 17), weekday=True) == "Senin, 17 Agustus 2026"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=20), "baru saja"),
        (timedelta(seconds=-90), "baru saja"),
        (timedelta(minutes=5), "5 menit lalu"),
        (timedelta(hours=3, minutes=59), "3 jam lalu"),
        (timedelta(hours=25), "kemarin"),
        (timedelta(days=12), "12 hari lalu"),
        (timedelta(days=75), "2 bulan lalu"),
        (timedelta(days=800), "2 tahun lalu"),
    ],
)
def test_how_long_ago_is_said_as_people_count(before: timedelta, words: str) -> None:
    assert moments.ago(NOW - before, NOW) == words


@pytest.mark.parametrize(
    ("days", "working", "words"),
    [
        (3, True, "3 hari kerja lagi"),
        (1, False, "1 hari lagi"),
        (0, True, "hari ini"),
        (-2, False, "terlambat 2 hari"),
        (-1, True, "terlambat 1 hari kerja"),
    ],
)
def test_a_deadline_is_said_in_days(days: int, working: bool, words: str) -> None:
    assert moments.due(days, working=working) == words


def test_a_deadline_today_is_said_by_the_clock() -> None:
    assert moments.due_at(NOW + timedelta(hours=2), NOW, MAKASSAR) == "hari ini pukul 16.05 WITA"
    assert moments.due_at(NOW - timedelta(hours=3), NOW, MAKASSAR) == "terlambat 3 jam"
    assert moments.due_at(NOW - timedelta(minutes=3), NOW, MAKASSAR) == "terlambat 3 menit"
    assert moments.due_at(NOW + timedelta(days=2), NOW, MAKASSAR) == "2 hari lagi"
    assert moments.due_at(NOW - timedelta(days=2), NOW, MAKASSAR) == "terlambat 2 hari"


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2026, 11, 9), "12 hari"),
        (date(2026, 3, 22), "7 bulan"),
        (date(2026, 3, 21), "8 bulan"),
        (date(1992, 11, 22), "33 tahun"),
        (date(1992, 11, 21), "34 tahun"),
        (date(2027, 1, 1), "0 hari"),
    ],
)
def test_an_age_is_said_as_people_do(born: date, words: str) -> None:
    assert moments.age(born, date(2026, 11, 21)) == words


def test_the_words_follow_the_language_of_the_page() -> None:
    with translation.override("en"):
        assert moments.ago(NOW - timedelta(minutes=1), NOW) == "1 minute ago"
        assert moments.due(-2) == "2 days late"
        assert moments.moment(NOW, MAKASSAR) == "21 Nov 2026 14:05 WITA"
    assert moments.due(-2, language="en") == "2 days late"


def test_numbers_are_written_the_indonesian_way() -> None:
    assert numerals.number(1234567) == "1.234.567"
    assert numerals.number(1234.5) == "1.234,5"
    assert numerals.number(2, 1) == "2,0"
    assert numerals.number(-1234.5, language="en") == "-1,234.5"
    assert numerals.share(37, 100) == "37 %"
    assert numerals.share(1, 0) == "–"
