"""What a human hands over: a file of answers, and the day it speaks of."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import DayField, Form

LARGEST = 8 * 2**20
"""Bytes of a file that a page takes in at once; larger ones come by the command."""
ENDINGS = (".csv", ".xlsx", ".xls", ".ods", ".txt")


class AnswersForm(Form):
    """A file of answers of the civil registry."""

    file = forms.FileField(
        label=_("Berkas hasil pemadanan"),
        help_text=_(
            "CSV, XLSX, atau ODS dengan kolom nik (atau orang), flag_nik, keberadaan, dan duk_nama, duk_nik, …"
        ),
        widget=forms.FileInput({"accept": ",".join(ENDINGS)}),
    )
    answered_on = DayField(label=_("Tanggal hasil pemadanan"), no_future=True)

    def clean_file(self) -> Any:
        """Refuse what is surely no table, or too large for a page."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("Berkas lebih dari 8 MB. Pecah menjadi beberapa berkas."))
        if not file.name.lower().endswith(ENDINGS):
            raise forms.ValidationError(_("Berkas ini bukan tabel. Kirim berkas XLSX, XLS, ODS, atau CSV."))
        return file
