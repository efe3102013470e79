"""What somebody who hands data over says."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from satupintu.engine.ui.forms import Cards, CheckCards, DayField, FilterForm, Form
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.reports.sorting import actions, receivers
from satupintu.reports.sorting.rules import PRESETS
from satupintu.reports.sorting.words import HandOverState, LegalBasis, TableKind

USUAL = timedelta(days=14)
"""How long a receiver usually has."""


class _Sending(Form):
    """To whom, for what, until when."""

    to = forms.ModelChoiceField(queryset=Office.objects.none(), label=gettext_lazy("Kepada kantor"), empty_label=None)
    purpose = forms.CharField(
        label=gettext_lazy("Untuk apa"),
        max_length=300,
        help_text=gettext_lazy("Penerima hanya boleh memakainya untuk ini."),
    )
    message = forms.CharField(
        label=gettext_lazy("Pesan untuk penerima"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )
    due_on = DayField(label=gettext_lazy("Laporan ditunggu sampai"))
    asked = forms.CharField(widget=forms.HiddenInput, max_length=2000, required=False)

    names = False

    def __init__(self, *args: Any, by: Appointment, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("due_on", timezone.localdate() + USUAL)
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = receivers.takers(by, names=self.names)  # type: ignore[attr-defined]

    def clean_due_on(self) -> Any:
        """A day that is still to come, within a year."""
        day, today = self.cleaned_data["due_on"], timezone.localdate()
        if not today < day <= today + timedelta(days=366):
            raise forms.ValidationError(_("Pilih tanggal sesudah hari ini, paling lama setahun."))
        return day

    def request(self) -> actions.Request:
        """What the receiver is asked."""
        said = self.cleaned_data
        return actions.Request(said["purpose"], said["due_on"], said["message"])


class TablesForm(_Sending):
    """Which tables go."""

    tables = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Tabel"),
        coerce=TableKind,
        choices=lambda: [(kind.value, kind.label) for kind in PRESETS],
        widget=CheckCards,
    )
    field_order = ("tables", "to", "purpose", "message", "due_on", "asked")


class NamesForm(_Sending):
    """On what basis names go."""

    names = True
    basis = forms.TypedChoiceField(
        label=gettext_lazy("Dasar hukum"), coerce=LegalBasis, choices=LegalBasis.choices, widget=Cards
    )
    basis_text = forms.CharField(
        label=gettext_lazy("Bunyi dasarnya"),
        max_length=200,
        help_text=gettext_lazy("Misalnya nomor perjanjian, pasal, atau formulir persetujuan."),
    )
    with_nik = forms.BooleanField(label=gettext_lazy("Sertakan NIK"), required=False)
    field_order = ("to", "purpose", "basis", "basis_text", "with_nik", "message", "due_on", "asked")


class CopyForm(Form):
    """Why somebody takes a copy of names."""

    why = forms.CharField(label=gettext_lazy("Untuk apa salinan ini?"), max_length=300)


class HandOverFilter(FilterForm):
    """What a list of hand-overs can be narrowed by."""

    state = forms.ChoiceField(label=gettext_lazy("Status"))
    late = forms.BooleanField(label=gettext_lazy("Terlambat saja"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [("", _("Semua")), *HandOverState.choices()]  # type: ignore[attr-defined]

    def narrow(self, rows: Any) -> Any:
        """The hand-overs that the filter lets through."""
        said = self.cleaned_data
        if said.get("state"):
            rows = rows.filter(state=said["state"])
        if said.get("late"):
            rows = rows.filter(pk__in=rows.model.objects.overdue(timezone.localdate()).order_by().values("pk"))
        return rows
