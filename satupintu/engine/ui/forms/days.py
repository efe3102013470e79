"""A day as people type it, the Indonesian way: day before month."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms.widgets import Day
from satupintu.lib.periods import NotADate, read_date


class DayField(forms.DateField):
    """A day typed the Indonesian way; shown again as typed, or as 21-11-2026 when it comes from the database."""

    widget = Day
    default_error_messages = {"future": _("Tanggal ini belum terjadi.")}

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
        try:
            return read_date(str(value))
        except NotADate as problem:
            raise ValidationError(problem.sentence, code="invalid") from None

    def validate(self, value: Any) -> None:
        """Refuse a day that has not come yet, when `no_future` is set."""
        super().validate(value)
        if self.no_future and value and value > timezone.localdate():
            raise ValidationError(self.error_messages["future"], code="future")
