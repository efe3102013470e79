"""What is asked before rows about people leave, and of whoever found a copy."""

from django import forms
from django.utils.translation import gettext_lazy

from satupintu.engine.ui.forms import Cards, FilterForm, Form
from satupintu.registry.exports.words import ExportState, Purpose


class AskForm(Form):
    """For what the file is."""

    private = ("text",)
    purpose = forms.TypedChoiceField(
        label=gettext_lazy("Untuk apa berkas ini?"), coerce=Purpose, choices=Purpose.choices, widget=Cards
    )
    text = forms.CharField(
        label=gettext_lazy("Jelaskan dengan satu kalimat"),
        min_length=10,
        max_length=300,
        help_text=gettext_lazy("Misalnya rapat, surat, atau kegiatannya. Jangan tulis nama warga."),
    )


class MarkForm(Form):
    """A mark or a number that was found on a copy."""

    mark = forms.CharField(
        label=gettext_lazy("Kode atau nomor pada salinan"),
        max_length=40,
        help_text=gettext_lazy("Kode ada di setiap baris; nomor ada di tepi halaman dan nama berkas."),
    )


class ExportFilter(FilterForm):
    """What the list of exports can be narrowed by."""

    state = forms.ChoiceField(
        label=gettext_lazy("Status"), choices=lambda: [("", gettext_lazy("Semua")), *ExportState.choices()]
    )

    def narrow(self, rows: object) -> object:
        """The exports that the filter lets through."""
        state = self.cleaned_data.get("state")
        return rows.filter(state=state) if state else rows  # type: ignore[attr-defined]
