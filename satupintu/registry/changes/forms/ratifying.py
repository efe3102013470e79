"""What is asked when the kabupaten ratifies a batch."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.forms import UploadField
from satupintu.engine.ui.forms import DayField, Form
from satupintu.registry.changes.actions import Decree
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.changes.words import ReturnReason
from satupintu.registry.people.words import ExternalList

RATIFY, LATER = "ratify", "later"


class DecreeForm(Form):
    """The decree, and for each checked proposal whether it is ratified, waits, or goes back and why."""

    sk_number = forms.CharField(label=_("Nomor SK"), max_length=60)
    sk_date = DayField(label=_("Tanggal SK"), no_future=True, initial=timezone.localdate)
    signatory = forms.CharField(label=_("Ditandatangani oleh"), max_length=120)
    position = forms.CharField(label=_("Jabatan"), max_length=120, initial=_("Bupati"))
    for_list = forms.TypedChoiceField(label=_("Daftar"), choices=ExternalList.choices, coerce=ExternalList)
    paper = UploadField(label=_("SK bertanda tangan"), required=False, help_text=_("Foto atau PDF."))

    def __init__(self, *args: Any, requests: Sequence[ChangeRequest], **kwargs: Any) -> None:
        self.requests = requests
        super().__init__(*args, **kwargs)
        choices = [
            (RATIFY, _("Sahkan")),
            (LATER, _("Tunda ke SK berikutnya")),
            *((one.value, _("Kembalikan: %(why)s") % {"why": one.label}) for one in ReturnReason),
        ]
        for one in requests:
            label = f"{one.title} · {one.kind_word.label} · {one.village.name} · {one.number}"
            self.fields[f"row_{one.pk}"] = forms.ChoiceField(label=label, choices=choices, initial=RATIFY)
        self.groups = (
            (_("Surat keputusan"), ("sk_number", "sk_date", "signatory", "position", "for_list", "paper")),
            (_("Usulan yang sudah diperiksa"), tuple(f"row_{one.pk}" for one in requests)),
        )

    def decree(self) -> Decree:
        """The decree as the action takes it."""
        typed = self.cleaned_data
        said = {name: typed[name] for name in ("sk_number", "sk_date", "signatory", "position")}
        return Decree(**said, list=typed["for_list"])

    def taken(self) -> list[ChangeRequest]:
        """Those about which something is decided now."""
        return [one for one in self.requests if self.cleaned_data[f"row_{one.pk}"] != LATER]

    def returned(self) -> dict[int, tuple[ReturnReason, str]]:
        """Those that go back, and why."""
        told = {one.pk: self.cleaned_data[f"row_{one.pk}"] for one in self.requests}
        return {pk: (ReturnReason(word), "") for pk, word in told.items() if word not in {RATIFY, LATER}}
