"""What is asked about calendars, layouts, codes of reasons and answers."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Form
from satupintu.registry.changes.export import FIELDS
from satupintu.registry.people.words import ExternalList

LARGEST = 5 * 2**20
"""Bytes of an answer that is taken in."""


class CalendarForm(Form):
    """The days of a month on which a list's round closes and its data are drawn."""

    external = forms.TypedChoiceField(label=_("Daftar"), choices=ExternalList.choices, coerce=ExternalList)
    year = forms.IntegerField(
        label=_("Tahun"), min_value=2020, max_value=2100, initial=lambda: timezone.localdate().year
    )
    cut_off = forms.IntegerField(label=_("Usulan ditutup tanggal"), min_value=1, max_value=28, initial=17)
    drawn = forms.IntegerField(label=_("Data ditarik tanggal"), min_value=1, max_value=28, initial=18)
    source = forms.CharField(label=_("Menurut surat atau pengumuman apa?"), max_length=160)


class LayoutForm(Form):
    """The columns of an export: each gets a place and a heading; what has no place is left out."""

    name = forms.CharField(label=_("Nama susunan"), max_length=80)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: list[tuple[Any, tuple[str, ...]]] = [(_("Susunan"), ("name",))]
        for field, (label, _get) in FIELDS.items():
            self.fields[f"place_{field}"] = forms.IntegerField(
                label=_("Urutan"), required=False, min_value=1, max_value=99
            )
            self.fields[f"head_{field}"] = forms.CharField(
                label=_("Judul kolom"), required=False, max_length=80, initial=label
            )
            groups.append((label, (f"place_{field}", f"head_{field}")))
        self.groups = groups

    def columns(self) -> list[tuple[str, str]]:
        """(field, heading) in the order that was asked for."""
        typed = self.cleaned_data
        chosen = [(typed[f"place_{field}"], field) for field in FIELDS if typed[f"place_{field}"]]
        return [(field, typed[f"head_{field}"] or str(FIELDS[field][0])) for _place, field in sorted(chosen)]

    def clean(self) -> dict[str, Any]:
        """One column at least."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if not any(typed.get(f"place_{field}") for field in FIELDS):
            raise forms.ValidationError(_("Isi urutan sedikitnya satu kolom."))
        return typed


class ReasonForm(Form):
    """A code by which the owner of a list says why."""

    code = forms.RegexField(r"^[A-Za-z0-9.-]{1,20}$", label=_("Kode alasan"))
    label = forms.CharField(label=_("Artinya"), max_length=160)
    source = forms.CharField(label=_("Sumber"), max_length=160, required=False)

    def clean_code(self) -> str:
        """In capitals, as files write it."""
        return str(self.cleaned_data["code"]).upper()


class AnswerForm(Form):
    """The file that the owner of the list sent back."""

    file = forms.FileField(
        label=_("Berkas jawaban"),
        help_text=_("Kolom “Nomor usulan”, “Hasil” (diterima/ditolak), “Kode alasan”, dan “Keterangan”."),
        widget=forms.FileInput({"accept": ".csv,.xlsx,.xls,.ods"}),
    )

    def clean_file(self) -> Any:
        """Not larger than any batch may be."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("Berkas lebih dari 5 MB."))
        return file
