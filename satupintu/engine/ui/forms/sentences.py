"""Error sentences as an officer would say them, in place of Django's."""

from functools import cache

from django import forms
from django.utils.translation import gettext_lazy as _

_SENTENCES = {
    "required": [
        (forms.BooleanField, _("Centang dulu untuk melanjutkan.")),
        (forms.ChoiceField, _("Pilih salah satu.")),
        (forms.ModelChoiceField, _("Pilih salah satu.")),
        (forms.FileField, _("Pilih berkasnya dulu.")),
        (forms.Field, _("Bagian ini belum diisi.")),
    ],
    "invalid_choice": [
        (forms.ChoiceField, _("Pilihan ini tidak ada. Pilih salah satu dari daftar.")),
        (forms.ModelChoiceField, _("Pilihan ini tidak ada. Pilih salah satu dari daftar.")),
    ],
    "invalid": [
        (forms.IntegerField, _("Tulis dengan angka saja, misalnya 12.")),
        (forms.EmailField, _("Alamat surel ini belum lengkap, misalnya nama@contoh.id.")),
    ],
}

_DASHES = "---------"  # what Django shows for no choice


@cache
def speak_once(form: type[forms.Form | forms.ModelForm]) -> None:  # type: ignore[type-arg]
    """Let every field that a form class declares speak so; the fields of its instances are copies of them."""
    for field in form.base_fields.values():
        speak(field)


def speak(field: forms.Field) -> None:
    """Give a field the kit's sentences wherever it still has Django's; a form's author always has the last word."""
    if isinstance(field, forms.ModelChoiceField) and field.empty_label == _DASHES:
        field.empty_label = _("Pilih satu")
    for code, offers in _SENTENCES.items():
        if field.error_messages.get(code) is not _djangos(field, code):
            continue
        for kind, sentence in offers:
            if isinstance(field, kind):
                field.error_messages[code] = sentence
                break


def _djangos(field: forms.Field, code: str) -> object:
    """The sentence that Django itself gives this kind of field; a fresh object when another class gives it."""
    for kind in type(field).__mro__:
        sentences = kind.__dict__.get("default_error_messages", {})
        if code in sentences:
            return sentences[code] if kind.__module__.startswith("django.") else object()
    return object()
