"""A rule as a keeper types it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import CheckCards, Form
from satupintu.foundation.offices.words import OfficeKind, ServiceField
from satupintu.lib.words import Word
from satupintu.work.routing.words import Level, Nature, Schooling


def _any(word: type[Word], label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=lambda: [("", _("Semua")), *word.choices()], required=False)


class RouteForm(Form):
    """Which matters, where they go, and why."""

    field = _any(ServiceField, _("Bidang layanan"))
    schooling = forms.MultipleChoiceField(
        label=_("Jenjang sekolah"),
        help_text=_("Kosong berarti semua jenjang. Hanya untuk bidang pendidikan."),
        choices=Schooling.choices,
        widget=CheckCards,
        required=False,
    )
    nature = _any(Nature, _("Sifat"))
    programme = forms.CharField(
        label=_("Kode program"), help_text=_("Kosong berarti semua program."), max_length=40, required=False
    )
    asked_from = _any(Level, _("Ditanyakan oleh kantor tingkat"))
    to_kind = forms.ChoiceField(label=_("Jenis kantor tujuan"), choices=OfficeKind.choices)
    to_level = forms.ChoiceField(label=_("Tingkat kantor tujuan"), choices=Level.choices)
    reason = forms.CharField(
        label=_("Alasannya, satu kalimat"),
        help_text=_("Petugas membacanya di samping saran, misalnya “SMA/SMK diurus provinsi.”"),
        max_length=200,
    )
    source = forms.CharField(label=_("Dasar aturan"), max_length=200, required=False)
    order = forms.IntegerField(
        label=_("Urutan"),
        help_text=_("Yang lebih kecil disarankan lebih dulu."),
        min_value=1,
        max_value=999,
        initial=50,
    )

    groups = (
        (_("Perkara yang mana?"), ("field", "schooling", "nature", "programme", "asked_from")),
        (_("Ke mana?"), ("to_kind", "to_level", "reason", "source", "order")),
    )

    def clean(self) -> dict[str, Any]:
        """A level of schooling only says something about education."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if words.get("schooling") and words.get("field") != ServiceField.EDUCATION:
            self.add_error("schooling", _("Jenjang sekolah hanya untuk bidang pendidikan."))
        return words
