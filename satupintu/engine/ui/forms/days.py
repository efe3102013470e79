"""A day as people type it: 21-11-2026, 21/11/2026, 21 Nov 2026, 21 november 2026, 21112026 or 2026-11-21."""

import re
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms.widgets import Day

_NUMBERS = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})")
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})[\s.-]*([a-z]+)[\s.-]*(\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[\s./-]+(\d{1,2}|[a-z]+)[\s./-]+\d{2}")

# The first three letters tell every month apart, in Indonesian and English alike.
_MONTHS = {
    **dict(zip("jan feb mar apr mei jun jul agu sep okt nov des".split(), range(1, 13), strict=True)),
    **{"may": 5, "aug": 8, "ags": 8, "oct": 10, "dec": 12, "nop": 11, "peb": 2},
}


def parse_day(text: str) -> date | None:
    """Read a day; None when the text is none. Day comes before month, as written in Indonesia."""
    text = " ".join(text.strip().lower().split())
    if found := _ISO.fullmatch(text):
        year, month, number = (int(part) for part in found.groups())
    elif found := _NUMBERS.fullmatch(text) or _SOLID.fullmatch(text):
        number, month, year = (int(part) for part in found.groups())
    elif found := _WORDS.fullmatch(text):
        number, month, year = int(found[1]), _MONTHS.get(found[2][:3], 0), int(found[3])
    else:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


class DayField(forms.DateField):
    """A day typed the Indonesian way; shown again as typed, or as 21-11-2026 when it comes from the database."""

    widget = Day
    default_error_messages = {
        "invalid": _("Tanggal ini tidak terbaca. Tulis tanggal, bulan, tahun, misalnya 21-11-2026."),
        "year": _("Tulis tahun dengan 4 angka, misalnya 21-11-2026."),
        "future": _("Tanggal ini belum terjadi."),
    }

    def __init__(self, *, no_future: bool = False, **kwargs: Any) -> None:
        self.no_future = no_future
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """Return the day. Raises ValidationError with a sentence that says how to write it."""
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        found = parse_day(str(value))
        if found is None:
            short = _SHORT_YEAR.fullmatch(" ".join(str(value).lower().split()))
            code = "year" if short else "invalid"
            raise ValidationError(self.error_messages[code], code=code)
        return found

    def validate(self, value: Any) -> None:
        """Refuse a day that has not come yet, when `no_future` is set."""
        super().validate(value)
        if self.no_future and value and value > timezone.localdate():
            raise ValidationError(self.error_messages["future"], code="future")
