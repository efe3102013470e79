"""Words about time, as people count it: pure functions on values that the caller gives.

No function reads the clock. `language` is "id" or "en"; left out, it is the language of the current request.
"""

from datetime import date, datetime, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

from satupintu.lib.periods import WorkCalendar, working_days_between


class _Words(NamedTuple):
    """The vocabulary of one language; `{n}` is a count, `{time}` a clock time."""

    months: tuple[str, ...]
    full_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    units: dict[str, tuple[str, str]]
    just_now: str
    past: str
    future: str
    late: str
    today: str
    today_at: str
    yesterday: str


_INDONESIAN = _Words(
    months=("", "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    full_months=(
        *("", "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"),
        *("Oktober", "November", "Desember"),
    ),
    weekdays=("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    units={
        "minute": ("{n} menit", "{n} menit"),
        "hour": ("{n} jam", "{n} jam"),
        "day": ("{n} hari", "{n} hari"),
        "working_day": ("{n} hari kerja", "{n} hari kerja"),
        "month": ("{n} bulan", "{n} bulan"),
        "year": ("{n} tahun", "{n} tahun"),
    },
    just_now="baru saja",
    past="{span} lalu",
    future="{span} lagi",
    late="terlambat {span}",
    today="hari ini",
    today_at="hari ini pukul {time}",
    yesterday="kemarin",
)
_ENGLISH = _Words(
    months=("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    full_months=(
        *("", "January", "February", "March", "April", "May", "June", "July", "August", "September"),
        *("October", "November", "December"),
    ),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    units={
        "minute": ("{n} minute", "{n} minutes"),
        "hour": ("{n} hour", "{n} hours"),
        "day": ("{n} day", "{n} days"),
        "working_day": ("{n} working day", "{n} working days"),
        "month": ("{n} month", "{n} months"),
        "year": ("{n} year", "{n} years"),
    },
    just_now="just now",
    past="{span} ago",
    future="{span} left",
    late="{span} late",
    today="today",
    today_at="today at {time}",
    yesterday="yesterday",
)

# Indonesia has three zones (Keppres 41/1987); the four names below are all that tzdata knows for them.
_ZONES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def _words(language: str | None) -> _Words:
    return _ENGLISH if (language or get_language() or "id").startswith("en") else _INDONESIAN


def _span(words: _Words, n: int, unit: str) -> str:
    return words.units[unit][n != 1].format(n=n)


def zone_label(zone: str | tzinfo) -> str:
    """Name an Indonesian time zone as people do: WIB, WITA or WIT; another zone keeps its own name."""
    name = zone.key if isinstance(zone, ZoneInfo) else str(zone)
    return _ZONES.get(name, name)


def day(value: date, *, language: str | None = None) -> str:
    """Return "21 Nov 2026". A datetime gives its own date: localise it first."""
    return f"{value.day} {_words(language).months[value.month]} {value.year}"


def long_day(value: date, *, weekday: bool = False, language: str | None = None) -> str:
    """Return "21 November 2026", or "Sabtu, 21 November 2026" with the weekday: for letters and receipts."""
    words = _words(language)
    text = f"{value.day} {words.full_months[value.month]} {value.year}"
    return f"{words.weekdays[value.weekday()]}, {text}" if weekday else text


def month(value: date, *, language: str | None = None) -> str:
    """ "November 2026"."""
    return f"{_words(language).full_months[value.month]} {value.year}"


def short_month(value: date, *, language: str | None = None) -> str:
    """ "Nov 2026"."""
    return f"{_words(language).months[value.month]} {value.year}"


def weekdays(*, language: str | None = None) -> tuple[str, ...]:
    """The names of the days of a week, Monday first."""
    return _words(language).weekdays


def clock(value: datetime, zone: tzinfo, *, language: str | None = None) -> str:
    """Return "14.05 WITA" ("14:05 WITA" in English) for an aware moment seen from a zone."""
    return _clock(value.astimezone(zone), zone, _words(language))


def _clock(local: datetime, zone: tzinfo, words: _Words) -> str:
    point = ":" if words is _ENGLISH else "."
    return f"{local.hour:02}{point}{local.minute:02} {zone_label(zone)}"


def moment(value: datetime, zone: tzinfo, *, language: str | None = None) -> str:
    """Return "21 Nov 2026 14.05 WITA" for an aware moment seen from a zone."""
    local, words = value.astimezone(zone), _words(language)
    return f"{local.day} {words.months[local.month]} {local.year} {_clock(local, zone, words)}"


def ago(then: datetime, now: datetime, *, language: str | None = None) -> str:
    """Say how long ago a moment was: "baru saja", "5 menit lalu", "3 jam lalu", "kemarin", "12 hari lalu", "2 tahun lalu".

    Both are aware. Hours count up to a day, then whole days; a moment in the future reads "baru saja" (clocks differ).
    """
    words = _words(language)
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return words.just_now
    if minutes < 60:
        return words.past.format(span=_span(words, minutes, "minute"))
    if minutes < 24 * 60:
        return words.past.format(span=_span(words, minutes // 60, "hour"))
    days = minutes // (24 * 60)
    if days == 1:
        return words.yesterday
    return words.past.format(span=span(days, language=language))


def span(days: int, *, language: str | None = None) -> str:
    """Say a number of days as a length: "12 hari", "3 bulan" (from 60 days), "2 tahun" (from 730 days)."""
    words = _words(language)
    if days < 60:
        return _span(words, days, "day")
    if days < 730:
        return _span(words, days // 30, "month")
    return _span(words, days // 365, "year")


def due(days: int, *, working: bool = False, language: str | None = None) -> str:
    """Say how far a deadline is: "3 hari kerja lagi", "hari ini", "terlambat 2 hari".

    `days` are whole days left, negative when it has passed; `working` says that they are working days.
    """
    words = _words(language)
    if days == 0:
        return words.today
    pattern = words.future if days > 0 else words.late
    return pattern.format(span=_span(words, abs(days), "working_day" if working else "day"))


def due_at(
    deadline: datetime,
    now: datetime,
    zone: tzinfo,
    *,
    calendar: WorkCalendar | None = None,
    hourly: bool = False,
    language: str | None = None,
) -> str:
    """Say how far an aware deadline is by the calendar of a zone.

    "2 hari lagi", "hari ini pukul 14.05 WITA", "terlambat 3 jam" (of the same day), "terlambat 2 hari". With a `calendar`
    the days to come are working days ("3 hari kerja lagi"); what is late is late every day. `hourly`: "20 jam lagi",
    "terlambat 30 jam", up to two days.
    """
    words = _words(language)
    today, last = now.astimezone(zone).date(), deadline.astimezone(zone).date()
    days, seconds = (last - today).days, abs((deadline - now).total_seconds())
    if hourly and seconds < 48 * 3600:
        return (words.future if deadline >= now else words.late).format(span=_short(words, seconds))
    if deadline >= now and not days:
        return words.today_at.format(time=clock(deadline, zone, language=language))
    if deadline >= now and calendar and (working := working_days_between(today, last, calendar)):
        return due(working, working=True, language=language)
    return due(days, language=language) if days else words.late.format(span=_short(words, seconds))


def _short(words: _Words, seconds: float) -> str:
    """A length in hours, or in minutes when it is less than one; never nothing."""
    minutes = max(1, int(seconds // 60))
    return _span(words, minutes // 60, "hour") if minutes >= 60 else _span(words, minutes, "minute")


def age(born: date, today: date, *, language: str | None = None) -> str:
    """Say an age as people do: days under a month, months under two years, then years. A birth in the future is 0 days."""
    words = _words(language)
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    if months < 1:
        return _span(words, max(0, (today - born).days), "day")
    if months < 24:
        return _span(words, months, "month")
    return _span(words, months // 12, "year")
