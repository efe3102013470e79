"""What a bulletin can be asked for: its time, its place, its officer."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import DayField, FilterForm, in_days
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.words import Word
from satupintu.reports.bulletins.places import Place
from satupintu.reports.bulletins.words import SheetKind
from satupintu.work.complaints.words import Status
from satupintu.work.daybook.words import VisitResult


class SheetFilter(FilterForm):
    """Which sheet, over the period that holds a day, of which place."""

    lembar = forms.ChoiceField(label=_("Lembar"), choices=SheetKind.choices)
    hari = DayField(label=_("Tanggal"))
    tempat = forms.ChoiceField(label=_("Tempat"))

    def __init__(self, *args: Any, places: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(places) > 1:
            self.fields["tempat"].choices = [(one.code, one.label) for one in places]  # type: ignore[attr-defined]
        else:
            del self.fields["tempat"]


class MonthFilter(FilterForm):
    """A month, of one officer or one post where there is a choice."""

    bulan = forms.CharField(label=_("Bulan"), widget=forms.TextInput({"type": "month", "class": "form-control"}))
    petugas = forms.ChoiceField(label=_("Petugas"))
    tempat = forms.ChoiceField(label=_("Tempat"))

    def __init__(
        self, *args: Any, officers: list[Appointment] | None = None, places: list[Place] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offers = {
            "petugas": [(str(one.pk), f"{one.account.name} · {one.office.name}") for one in officers or []],
            "tempat": [(one.code, one.label) for one in places or []],
        }
        for name, choices in offers.items():
            if len(choices) > 1:
                self.fields[name].choices = choices  # type: ignore[attr-defined]
            else:
                del self.fields[name]


class _Between(FilterForm):
    """From a day to a day, in one state."""

    start = DayField(label=_("Dari tanggal"))
    end = DayField(label=_("Sampai tanggal"))
    status = forms.ChoiceField(label=_("Status"))

    states: type[Word]
    state: str
    between: Callable[[date | None, date | None], Q]
    """What a row fulfils from a day to a day; either may be open."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [("", _("Semua")), *self.states.choices()]  # type: ignore[attr-defined]

    def narrow(self, rows: Any) -> Any:
        """The rows that the filter lets through."""
        words = self.cleaned_data
        asked = {self.state: words["status"]} if words.get("status") else {}
        return rows.filter(self.between(words.get("start"), words.get("end")), **asked)


class ProposalFilter(_Between):
    """Of proposals."""

    states, state = Status, "status"
    between = partial(in_days, "received_at")


class VisitFilter(_Between):
    """Of visits; the address says that it is these."""

    rekap = forms.CharField(widget=forms.HiddenInput())

    states, state = VisitResult, "result"

    @staticmethod
    def between(start: date | None, end: date | None) -> Q:
        """Those made on these days."""
        asked = {"on__gte": start, "on__lte": end}
        return Q(**{name: value for name, value in asked.items() if value})
