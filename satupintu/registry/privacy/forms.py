"""What somebody says who writes a request down."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from satupintu.engine.ui.forms import Cards, DayField, FilterForm, Form
from satupintu.foundation.access.access import holds
from satupintu.foundation.offices.models import Account, Appointment
from satupintu.registry.privacy import rules
from satupintu.registry.privacy.words import Asker, Proof, RequestKind, RequestState, Retained


class AskForm(Form):
    """What is asked, by whom, and which paper they showed."""

    private = ("asker_name", "ground")

    kind = forms.TypedChoiceField(
        label=gettext_lazy("Apa yang diminta?"), coerce=RequestKind, choices=RequestKind.choices, widget=Cards
    )
    asker = forms.TypedChoiceField(label=gettext_lazy("Siapa yang meminta?"), coerce=Asker, choices=Asker.choices)
    asker_name = forms.CharField(
        label=gettext_lazy("Nama peminta"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Kosongkan kalau orangnya sendiri."),
    )
    proof = forms.TypedChoiceField(
        label=gettext_lazy("Bukti yang Anda lihat"),
        coerce=Proof,
        choices=Proof.choices,
        help_text=gettext_lazy("Lihat aslinya; tidak perlu difotokopi."),
    )
    ground = forms.CharField(
        label=gettext_lazy("Alasan atau keterangan"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """The paper must show that they may ask; whoever asks for somebody else has a name."""
        said: dict[str, Any] = super().clean() or {}
        asker, proof = said.get("asker"), said.get("proof")
        if asker and proof and not rules.proves(asker, proof):
            fits = ", ".join(one.label for one in rules.PROOFS[asker])
            self.add_error("proof", _("Untuk peminta ini diperlukan: %(proofs)s.") % {"proofs": fits})
        if asker and asker is not Asker.SELF and not said.get("asker_name", "").strip():
            self.add_error("asker_name", _("Tulis nama peminta."))
        return said


class HoldForm(Form):
    """Which matter of law needs the data."""

    private = ("reason",)
    reason = forms.CharField(
        label=gettext_lazy("Untuk perkara atau pemeriksaan apa?"),
        max_length=300,
        help_text=gettext_lazy("Nomor perkara, surat aparat penegak hukum, atau pemeriksaan inspektorat."),
    )


class RetentionForm(Form):
    """How long what is kept, from when, and who says so."""

    kind = forms.TypedChoiceField(label=gettext_lazy("Apa"), coerce=Retained, choices=Retained.choices)
    months = forms.IntegerField(label=gettext_lazy("Berapa bulan"), min_value=1, max_value=600)
    valid_from = DayField(label=gettext_lazy("Berlaku mulai"))
    source = forms.CharField(
        label=gettext_lazy("Dasar"),
        max_length=200,
        help_text=gettext_lazy("Jadwal retensi arsip, nomor dan tanggalnya."),
    )


class BreachForm(Form):
    """Whose account, when, what happened."""

    username = forms.CharField(
        label=gettext_lazy("Akun siapa?"),
        max_length=150,
        help_text=gettext_lazy("Nama pengguna akun yang diduga disalahgunakan atau dicuri."),
    )
    since = DayField(label=gettext_lazy("Dari hari"), no_future=True)
    until = DayField(label=gettext_lazy("Sampai hari"), no_future=True)
    what = forms.CharField(label=gettext_lazy("Apa yang terjadi?"), max_length=2000, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, by: Appointment, **kwargs: Any) -> None:
        self.by = by
        super().__init__(*args, **kwargs)

    def clean_username(self) -> Account:
        """An account of the own area: nobody learns here who has one elsewhere."""
        found: Account | None = Account.objects.filter(username=self.cleaned_data["username"]).first()
        if found is None or not holds(self.by, found.area):
            raise forms.ValidationError(_("Akun ini tidak ada di daerah Anda."))
        return found

    def clean(self) -> dict[str, Any]:
        """The window ends after it begins."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("since") and said.get("until") and said["until"] < said["since"]:
            self.add_error("until", _("Hari terakhir tidak boleh sebelum hari pertama."))
        return said

    def words(self) -> dict[str, Any]:
        """What the action is called with: the window from the first moment of its first day to the end of its last."""
        said, zone = self.cleaned_data, timezone.get_current_timezone()
        return {
            "account": said["username"],
            "since": datetime.combine(said["since"], time.min, zone),
            "until": datetime.combine(said["until"] + timedelta(days=1), time.min, zone),
            "what": said["what"],
        }


class ToldForm(Form):
    """Who was told, how, when."""

    text = forms.CharField(
        label=gettext_lazy("Siapa yang diberi tahu, bagaimana, dan kapan?"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )


class RequestFilter(FilterForm):
    """Which requests are listed."""

    status = forms.ChoiceField(
        label=gettext_lazy("Status"),
        required=False,
        choices=lambda: [("", _("Semua")), *RequestState.choices()],
    )
    jenis = forms.ChoiceField(
        label=gettext_lazy("Jenis"), required=False, choices=lambda: [("", _("Semua")), *RequestKind.choices()]
    )

    def narrow(self, rows: Any) -> Any:
        """Only what was asked for."""
        if self.cleaned_data["status"]:
            rows = rows.filter(state=self.cleaned_data["status"])
        return rows.filter(kind=self.cleaned_data["jenis"]) if self.cleaned_data["jenis"] else rows
