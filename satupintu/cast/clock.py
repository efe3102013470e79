"""Working time as plain numbers: minute n of the offices' year, and the moment that it is."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from satupintu.lib.periods import WorkCalendar


class WorkClock:
    """Counts the working minutes of the year up to `now`: 0 is the first one, `end` the last that has passed.

    Offices of a place work by the calendar on its own wall; nothing lies in the future.
    """

    def __init__(self, now: datetime, zone: ZoneInfo, calendar: WorkCalendar, days: int = 365) -> None:
        self._zone, self._now = zone, now.astimezone(zone)
        today = self._now.date()
        year = (today - timedelta(days=before) for before in range(days, -1, -1))
        self._days: list[date] = [day for day in year if calendar.works_on(day)]
        self._spans = [calendar.spans(day) for day in self._days]
        self._starts: list[int] = []
        total = 0
        for spans in self._spans:
            self._starts.append(total)
            total += sum(_minutes(closes) - _minutes(opens) for opens, closes in spans)
        self._day_of = [place for place, length in enumerate(self._lengths(total)) for _ in range(length)]
        self.end = self._last_passed(total)

    def moment(self, minute: int, second: int = 0) -> datetime:
        """The moment of a working minute."""
        place = self._day_of[minute]
        left = minute - self._starts[place]
        for opens, closes in self._spans[place]:
            length = _minutes(closes) - _minutes(opens)
            if left < length:
                return datetime.combine(self._days[place], opens, self._zone) + timedelta(minutes=left, seconds=second)
            left -= length
        raise ValueError("a minute outside the day")

    def evening(self, minute: int, later: int) -> datetime:
        """A moment after work on the day of a working minute: `later` minutes after six."""
        day = self._days[self._day_of[minute]]
        return datetime.combine(day, time(18), self._zone) + timedelta(minutes=later)

    def next_morning(self, minute: int) -> int:
        """The first working minute of the next working day; `end` when there is none yet."""
        place = self._day_of[minute] + 1
        return min(self._starts[place], self.end) if place < len(self._starts) else self.end

    def is_past(self, moment: datetime) -> bool:
        """Whether a moment has passed."""
        return moment < self._now

    def _lengths(self, total: int) -> list[int]:
        ends = [*self._starts[1:], total]
        return [end - start for start, end in zip(self._starts, ends, strict=True)]

    def _last_passed(self, total: int) -> int:
        minute = total - 1
        while minute >= 0 and not self.is_past(self.moment(minute, 59)):
            minute -= 1
        return minute


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
