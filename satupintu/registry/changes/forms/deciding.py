"""What is asked of those who decide: statement, visit, check, giving back, withdrawing."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.forms import UploadField
from satupintu.engine.ui.forms import Cards, DayField
from satupintu.foundation.access.steps import StepForm
from satupintu.foundation.areas.coordinates import CoordinatesField
from satupintu.registry.changes.actions import Visit
from satupintu.registry.changes.forms.base import long_field
from satupintu.registry.changes.words import Finding, ReturnReason


class WithdrawForm(StepForm):
    """Why it is taken back."""

    text = long_field(_("Mengapa ditarik?"))


class StatementForm(StepForm):
    """Who signed the SPTJM, and the paper itself."""

    signed_by = forms.CharField(label=_("Ditandatangani oleh"), max_length=120)
    position = forms.CharField(label=_("Jabatan"), max_length=120, help_text=_("Misalnya Kepala Desa Ara."))
    signed_on = DayField(label=_("Tanggal surat"), no_future=True)
    paper = UploadField(label=_("SPTJM bertanda tangan"), help_text=_("Foto atau PDF."))


class VerifyForm(StepForm):
    """What a visit found, and whether it makes the proposal true."""

    on = DayField(label=_("Tanggal kunjungan"), no_future=True, initial=timezone.localdate)
    officer = forms.CharField(label=_("Nama petugas"), max_length=120)
    place = forms.CharField(label=_("RT/RW atau dusun"), required=False, max_length=120)
    coordinates = CoordinatesField()
    finding = forms.TypedChoiceField(label=_("Hasil"), choices=Finding.choices, coerce=Finding, widget=Cards())
    confirmed = forms.TypedChoiceField(
        label=_("Apakah usulan sesuai keadaan?"),
        choices=[("yes", _("Ya, sesuai")), ("no", _("Tidak, kembalikan ke desa"))],
        coerce=lambda word: word == "yes",
        empty_value=None,
        widget=Cards(),
    )
    text = long_field(_("Apa yang dilihat?"), required=False)
    photo1 = UploadField(label=_("Foto"), required=False, help_text=_("Rumah, KK, atau orangnya; paling besar 5 MB."))
    photo2 = UploadField(label=_("Foto lagi"), required=False)
    groups = (
        (_("Kunjungan"), ("on", "officer", "place", "coordinates")),
        (_("Hasil"), ("finding", "confirmed", "text", "photo1", "photo2")),
    )
    private = ("place", "coordinates", "text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].initial = self.by.account.name

    def clean(self) -> dict[str, Any]:
        """What is not true has to be explained."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("confirmed") is False and not typed.get("text"):
            self.add_error("text", _("Jelaskan apa yang tidak sesuai."))
        return typed

    def words(self) -> dict[str, Any]:
        """The visit, and the photos of it."""
        typed = {name: value for name, value in self.cleaned_data.items() if not name.startswith("photo")}
        photos = [self.cleaned_data[name] for name in ("photo1", "photo2") if self.cleaned_data.get(name)]
        return {"visit": Visit(**typed), "photos": photos}


class CheckForm(StepForm):
    """A word along with the check."""

    text = long_field(_("Catatan pemeriksaan"), required=False)


class ReturnForm(StepForm):
    """Why it goes back."""

    reason = forms.TypedChoiceField(
        label=_("Mengapa dikembalikan?"), choices=ReturnReason.choices, coerce=ReturnReason, widget=Cards()
    )
    text = long_field(_("Apa yang perlu diperbaiki?"), required=False)

    def clean(self) -> dict[str, Any]:
        """Another reason has to be explained."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("reason") == ReturnReason.OTHER and not typed.get("text"):
            self.add_error("text", _("Jelaskan alasannya."))
        return typed


class ApplyForm(StepForm):
    """Nothing is asked: what is applied stands beside it."""

    draft = False
