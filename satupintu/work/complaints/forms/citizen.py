"""What a citizen may type: number and code, a complaint of their own, a verdict, a reason to open it again or to object."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.forms import UploadField
from satupintu.engine.ui.forms import Cards, Form
from satupintu.foundation.access.steps import StepForm
from satupintu.foundation.areas.forms import AreaField, AreaSearch
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.forms.words import LONG, one_of
from satupintu.work.complaints.intake import Intake, plain_number
from satupintu.work.complaints.words import (
    Channel,
    Danger,
    Judgement,
    Kind,
    Nature,
    Relation,
    SafeContact,
    Sensitivity,
    Urgency,
)

CODE_LOOK = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
ABOUT = [
    (Relation.SELF, _("Saya sendiri")),
    (Relation.FAMILY, _("Keluarga saya")),
    (Relation.NEIGHBOUR, _("Orang lain")),
]


class FollowForm(Form):
    """Number and code from the receipt."""

    number = forms.CharField(
        label=_("Nomor pengaduan"),
        help_text=_("Ada di tanda terima, misalnya P7302032006-K26-0042."),
        max_length=60,
        widget=forms.TextInput(CODE_LOOK),
    )
    code = forms.CharField(
        label=_("Kode lacak"),
        help_text=_("Enam belas huruf dan angka, misalnya K3QF-7ABC-MN2P-XY4Z."),
        max_length=40,
        widget=forms.TextInput(CODE_LOOK),
    )

    draft = False
    private = ("number", "code")

    def clean_number(self) -> str:
        """As it is kept."""
        return plain_number(self.cleaned_data["number"])


class VillageSearch(AreaSearch):
    """A village by its name, for a page without an account: names appear while one types, or after sending."""

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        """Where the names come from, and the list that they stand in."""
        attrs = {key: value for key, value in super().build_attrs(base_attrs, extra_attrs).items() if key[:3] != "hx-"}
        return attrs | {"data-suggest": "/lapor/desa/", "list": "desa-usulan"}


class VillageField(AreaField):
    """A desa or kelurahan, for a page without an account."""

    widget = VillageSearch
    default_error_messages = {"required": _("Tulis nama desa atau kelurahannya.")}


class ReportForm(Form):
    """A complaint as a citizen writes it: no name, no NIK is asked for that is not needed."""

    danger = one_of(Danger, _("Apakah ada yang sedang dalam bahaya?"), initial=Danger.NO)
    text = forms.CharField(
        label=_("Apa yang terjadi, atau bantuan apa yang dibutuhkan?"),
        help_text=_("Ceritakan dengan kata-kata sendiri. Jangan menulis NIK."),
        widget=forms.Textarea({"rows": 7}),
        max_length=5000,
    )
    field = one_of(ServiceField, _("Ini tentang apa?"))
    village = VillageField(level=4, label=_("Di desa atau kelurahan mana?"), help_text=_("Tulis nama desanya."))
    relation = forms.TypedChoiceField(
        label=_("Siapa yang butuh bantuan?"),
        choices=ABOUT,
        coerce=Relation,
        widget=Cards,
        initial=Relation.SELF,
    )
    name = forms.CharField(
        label=_("Nama Anda"),
        help_text=_("Boleh tidak menyebut nama."),
        required=False,
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    phone = forms.CharField(
        label=_("Nomor HP"),
        required=False,
        max_length=40,
        widget=forms.TextInput({"autocomplete": "tel", "inputmode": "tel"}),
    )
    contact = one_of(SafeContact, _("Kalau kami perlu bertanya"), initial=SafeContact.ANY)

    draft = False
    private = ("text", "name", "phone")

    @property
    def violence(self) -> bool:
        """Whether it speaks of violence."""
        return bool(self.cleaned_data.get("danger") == Danger.VIOLENCE)

    def intake(self) -> Intake:
        """What was typed, as the action takes it."""
        said = self.cleaned_data
        danger, named = said["danger"], bool(said["name"] or said["phone"])
        return Intake(
            village_id=said["village"].number,
            channel=Channel.PUBLIC_FORM,
            kind=Kind.GRIEVANCE,
            nature=Nature.NEED,
            field=said["field"],
            text=said["text"],
            urgency=Urgency.ORDINARY if danger == Danger.NO else Urgency.EMERGENCY,
            sensitivity=Sensitivity.SECRET if danger == Danger.VIOLENCE else Sensitivity.ORDINARY,
            about=said["name"] if said["relation"] == Relation.SELF else "",
            relation=said["relation"] if named else Relation.ANONYMOUS,
            reporter_name=said["name"],
            reporter_phone=said["phone"],
            contact=said["contact"],
        )


class SendForm(Form):
    """The last look before sending; a photo may come along."""

    photo = UploadField(
        label=_("Foto"),
        required=False,
        help_text=_("JPG atau PNG, paling besar 5 MB. Wajah orang lain sebaiknya tidak."),
    )
    draft = False


class AfterwardsForm(Form):
    """One of several forms on the page of a followed complaint: the same question in two of them has two ids."""

    draft = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"id_{type(self).__name__.lower()}_%s")
        super().__init__(*args, **kwargs)


class JudgeForm(AfterwardsForm):
    """Solved or not, and why."""

    judgement = one_of(Judgement, _("Apakah masalah Anda sudah selesai?"))
    comment = forms.CharField(
        label=_("Ceritakan sedikit"), required=False, widget=forms.Textarea({"rows": 3}), max_length=1000
    )


class AskAgainForm(AfterwardsForm):
    """Why it shall be opened again."""

    reason = forms.CharField(label=_("Apa yang belum selesai?"), widget=forms.Textarea(LONG), max_length=2000)


class AppealForm(AfterwardsForm):
    """What the citizen does not agree with."""

    reason = forms.CharField(label=_("Mengapa Anda tidak setuju?"), widget=forms.Textarea(LONG), max_length=5000)


class TakeForm(StepForm):
    """Who it is about, as far as the officer who looks it through has found out."""

    about = forms.CharField(
        label=_("Tentang siapa?"),
        help_text=_("Nama orang atau keluarga. Boleh kosong kalau belum diketahui."),
        required=False,
        max_length=160,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].initial = self.subject.about
