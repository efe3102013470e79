"""What a reader of numbers chooses: what to count by, and the period."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import DayField, FilterForm
from satupintu.reports.indicators.words import Dimension

YEAR = timedelta(days=364)
"""How far back the numbers go when nobody says otherwise: a year, today included."""


class PeriodForm(FilterForm):
    """A period, both days included; left out, the last twelve months."""

    since = DayField(label=_("Dari tanggal"))
    until = DayField(label=_("Sampai tanggal"))

    def __init__(self, data: Mapping[str, Any]) -> None:
        today = timezone.localdate()
        usual = {"since": f"{today - YEAR:%d-%m-%Y}", "until": f"{today:%d-%m-%Y}"}
        super().__init__(usual | {name: value for name, value in data.items() if value})

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        words = super().clean() or self.cleaned_data
        since, until = words.get("since"), words.get("until")
        if since and until and until < since:
            self.add_error("until", _("Tanggal akhir tidak boleh sebelum tanggal awal."))
        return words

    @property
    def days(self) -> tuple[date, date]:
        """First and last day; the usual ones where what was typed cannot be read."""
        today = timezone.localdate()
        if not self.is_valid():
            return today - YEAR, today
        return self.cleaned_data["since"], self.cleaned_data["until"]


class AnalysisForm(PeriodForm):
    """The period, and what complaints are counted by."""

    by = forms.ChoiceField(label=_("Menurut"))
    across = forms.ChoiceField(label=_("Disilangkan dengan"))
    field_order = ("by", "across", "since", "until")

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__({"by": Dimension.FIELD.value, **{name: data[name] for name in data}})
        self.fields["by"].choices = Dimension.choices()  # type: ignore[attr-defined]
        self.fields["across"].choices = [("", _("tidak, tampilkan lamanya")), *Dimension.choices()]  # type: ignore[attr-defined]

    @property
    def dimension(self) -> Dimension:
        """What is counted by; the service field where nothing else was chosen."""
        chosen = self.data.get("by", "")
        return Dimension(chosen) if chosen in Dimension.codes() else Dimension.FIELD

    @property
    def crossed(self) -> Dimension | None:
        """What stands across; None for a list with lengths of time, and where it is what stands down already."""
        chosen = self.data.get("across", "")
        return Dimension(chosen) if chosen in Dimension.codes() and chosen != self.dimension else None
