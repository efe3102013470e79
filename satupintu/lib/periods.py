"""Time as an office counts it: time zones by province, working days and hours, months, quarters, ages, dates in words.

Pure functions: the clock and the calendar are given, never asked for.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from satupintu.lib.sentences import Said, say

MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
          "November", "Desember")  # fmt: skip
MONTHS_SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# Keppres 41/1987: Jawa, Sumatera, Kalimantan Barat and Tengah are WIB; Maluku and Papua WIT; the rest WITA.
_WITA = frozenset((51, 52, 53, 63, 64, 65, 71, 72, 73, 74, 75, 76))
_ZONES = {"WIB": ZoneInfo("Asia/Jakarta"), "WITA": ZoneInfo("Asia/Makassar"), "WIT": ZoneInfo("Asia/Jayapura")}


def zone_name(area: int) -> str:
    """ "WIB", "WITA" or "WIT" of an area number (ten digits) or a province number (two digits)."""
    province = area if area < 100 else area // 10**8
    if province in _WITA:
        return "WITA"
    return "WIT" if province > 80 else "WIB"


def zone(area: int) -> ZoneInfo:
    """The time zone of an area number: Asia/Jakarta, Asia/Makassar or Asia/Jayapura."""
    return _ZONES[zone_name(area)]


# Working time ----------------------------------------------------------------------------------------------------

Hours = tuple[tuple[time, time], ...]
_NINE_TO_FIVE: Hours = ((time(8), time(12)), (time(13), time(16)))
_FRIDAY: Hours = ((time(8), time(11, 30)), (time(13, 30), time(16, 30)))
OFFICE_WEEK: Mapping[int, Hours] = MappingProxyType({**dict.fromkeys(range(4), _NINE_TO_FIVE), 4: _FRIDAY})
"""Monday to Friday of an ordinary office, lunch and Friday prayer left out: 7, 7, 7, 7 and 6.5 hours."""


@dataclass(frozen=True)
class WorkCalendar:
    """When an office works: opening spans by weekday (Monday = 0, in order, local time) and days off.

    Raises ValueError when no weekday is worked at all.
    """

    holidays: frozenset[date] = frozenset()
    hours: Mapping[int, Hours] = field(default_factory=lambda: OFFICE_WEEK)

    def __post_init__(self) -> None:
        if not any(self.hours.values()):
            raise ValueError("a calendar needs at least one working day a week")

    def spans(self, day: date) -> Hours:
        """The opening spans of a day, empty on a day off."""
        return () if day in self.holidays else self.hours.get(day.weekday(), ())

    def works_on(self, day: date) -> bool:
        """Whether the office opens on that day."""
        return bool(self.spans(day))


def add_working_days(start: date, days: int, calendar: WorkCalendar) -> date:
    """The day `days` working days after `start`; the day of `start` does not count. 0 gives `start` or the next
    working day. Raises ValueError for a negative number and OverflowError when the calendar never works again.
    """
    if days < 0:
        raise ValueError("working days are counted forward")
    day = start
    while not calendar.works_on(day):
        day += timedelta(days=1)
    if days and day > start:
        days -= 1
    while days:
        day += timedelta(days=1)
        days -= calendar.works_on(day)
    return day


def working_days_between(start: date, end: date, calendar: WorkCalendar) -> int:
    """How many working days lie after `start` up to and including `end`; 0 when `end` is not later."""
    return sum(calendar.works_on(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def add_working_time(start: datetime, duration: timedelta, calendar: WorkCalendar) -> datetime:
    """The moment when `duration` of opening time has passed since `start`. Same time zone as `start`, whose wall
    clock the calendar means. Raises ValueError for a negative duration.
    """
    if duration < timedelta(0):
        raise ValueError("working time is counted forward")
    left, day = duration, start.date()
    while True:
        for opens, closes in _moments(day, start, calendar):
            if closes - opens >= left:
                return opens + left
            left -= closes - opens
        day += timedelta(days=1)


def working_time_between(start: datetime, end: datetime, calendar: WorkCalendar) -> timedelta:
    """How much opening time lies between two moments of the same time zone; zero when `end` is not later."""
    total, day = timedelta(0), start.date()
    while day <= end.date():
        for opens, closes in _moments(day, start, calendar):
            total += max(min(closes, end) - opens, timedelta(0))
        day += timedelta(days=1)
    return total


def _moments(day: date, start: datetime, calendar: WorkCalendar) -> Iterator[tuple[datetime, datetime]]:
    """The opening spans of a day as moments, cut off before `start`."""
    for opens, closes in calendar.spans(day):
        begin, end = (datetime.combine(day, at, start.tzinfo) for at in (opens, closes))
        if end > start:
            yield max(begin, start), end


# Periods ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """The days [start, end) with the name a report gives them."""

    start: date
    end: date
    label: str = field(compare=False)

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end


def month(year: int, number: int) -> Period:
    """A calendar month, 1 to 12: "November 2026"."""
    return Period(date(year, number, 1), _next_month(year, number), f"{MONTHS[number - 1]} {year}")


def quarter(year: int, number: int) -> Period:
    """A quarter, 1 to 4: "Triwulan IV 2026"."""
    label = f"Triwulan {('I', 'II', 'III', 'IV')[number - 1]} {year}"
    return Period(date(year, number * 3 - 2, 1), _next_month(year, number * 3), label)


def whole_year(year: int) -> Period:
    """A calendar year: "Tahun 2026"."""
    return Period(date(year, 1, 1), date(year + 1, 1, 1), f"Tahun {year}")


def month_of(day: date) -> Period:
    """The month that a day lies in."""
    return month(day.year, day.month)


def quarter_of(day: date) -> Period:
    """The quarter that a day lies in."""
    return quarter(day.year, (day.month + 2) // 3)


def _next_month(year: int, number: int) -> date:
    return date(year + number // 12, number % 12 + 1, 1)


# Dates in words --------------------------------------------------------------------------------------------------


class NotADate(ValueError):
    """The text is no date; `sentence` (also args[0]) says what to write."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence)
        self.sentence = sentence


_MONTH_NUMBERS = {name.lower()[:3]: n for n, name in enumerate(MONTHS, 1)} | {
    "agt": 8, "ags": 8, "aug": 8, "may": 5, "oct": 10, "dec": 12, "nop": 11, "peb": 2}  # fmt: skip
_MONTH_NAMES = {name.lower() for name in MONTHS} | {
    "pebruari", "nopember", "nov", "nop", "peb", "agt", "ags", "sept", "january", "february", "march", "may", "june",
    "july", "august", "october", "december", "aug", "oct", "dec"} | {name.lower() for name in MONTHS_SHORT}  # fmt: skip
_WEEKDAY = r"(?:[a-z']+,? +)?"
_DAY_FIRST = re.compile(_WEEKDAY + r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{2,4})")
_MONTH_IN_LETTERS = re.compile(_WEEKDAY + r"(\d{1,2})[-/. ]*([a-z]+)[-/. ]*(\d{2,4})")
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_MIDNIGHT = re.compile(r"[t ]00:00(:00(\.0+)?)?z?$")


def read_date(text: str) -> date:
    """A date as Indonesians write it: 21-11-2026, 21/11/2026, 21.11.2026, 21112026, 21 Nov 2026, 21Nov2026,
    "Sabtu, 21 November 2026", 2026-11-21 (also with midnight behind it, as spreadsheets do). Day before month, always.

    Raises NotADate for anything else: two-digit years and month-first dates are told, not guessed.
    """
    plain = _MIDNIGHT.sub("", " ".join(text.split()).lower())
    if match := _YEAR_FIRST.fullmatch(plain):
        year, number, day = (int(part) for part in match.groups())
    elif match := _DAY_FIRST.fullmatch(plain) or _MONTH_IN_LETTERS.fullmatch(plain) or _SOLID.fullmatch(plain):
        if len(match[3]) < 4:
            raise NotADate(say("Tulis tahun dengan empat angka, bukan “{year}”.", year=match[3]))
        year, number, day = int(match[3]), _month_number(match[2]), int(match[1])
    else:
        other = say("“{text}” bukan tanggal. Tulis seperti 21-11-2026.", text=text.strip()[:40])
        raise NotADate(other if plain else say("Tanggal belum diisi."))
    if number > 12 >= day:
        raise NotADate(say("Bulan {number} tidak ada. Tulis tanggal dulu, lalu bulan, lalu tahun.", number=number))
    try:
        return date(year, number, day)
    except ValueError:
        written = f"{day}-{number}-{year}"
        raise NotADate(say("Tanggal {written} tidak ada di kalender.", written=written)) from None


def date_in(text: str) -> date | None:
    """As `read_date`; None when there is no date: for an address, where nobody waits for a sentence."""
    try:
        return read_date(text)
    except NotADate:
        return None


def _month_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word not in _MONTH_NAMES:
        raise NotADate(say("“{word}” bukan nama bulan.", word=word[:20]))
    return _MONTH_NUMBERS[word[:3]]


def date_words(day: date) -> str:
    """ "21 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_short(day: date) -> str:
    """ "21 Nov 2026"."""
    return f"{day.day} {MONTHS_SHORT[day.month - 1]} {day.year}"


def date_digits(day: date) -> str:
    """ "21-11-2026"."""
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}"


def weekday_words(day: date) -> str:
    """ "Sabtu, 21 November 2026"."""
    return f"{WEEKDAYS[day.weekday()]}, {date_words(day)}"


def moment_words(moment: datetime, area: int) -> str:
    """A moment in the clock of an area: "21 Nov 2026 09.05 WITA". Raises ValueError for a moment without zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    local = moment.astimezone(zone(area))
    return f"{date_short(local.date())} {local:%H.%M} {zone_name(area)}"


# Ages ------------------------------------------------------------------------------------------------------------


def age(born: date, on: date) -> int:
    """Completed years of life; who is born on 29 February turns older on 1 March. Raises ValueError before birth."""
    if on < born:
        raise ValueError("not born yet on that day")
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def age_words(born: date, on: date) -> str:
    """An age as an officer says it: "12 hari", "3 bulan", "7 tahun". Raises ValueError before birth."""
    years = age(born, on)
    if years:
        return f"{years} tahun"
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    return f"{months} bulan" if months else f"{(on - born).days} hari"
