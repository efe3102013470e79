"""A complaint as it is taken down, and what kind of matter it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.forms import UploadField
from satupintu.foundation.access.roles import clearance_of
from satupintu.foundation.access.steps import StepForm
from satupintu.foundation.areas.forms import AreaField
from satupintu.foundation.offices.words import ServiceField
from satupintu.lib.codelists.programmes import Programme
from satupintu.work.catalogue.models import Service
from satupintu.work.complaints.forms.papers import offered
from satupintu.work.complaints.forms.words import LONG, family_of, one_of
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.words import (
    Channel,
    Kind,
    Nature,
    Relation,
    SafeContact,
    Sensitivity,
    Urgency,
)
from satupintu.work.routing.words import Schooling


def schooling_field() -> forms.TypedChoiceField:
    """The level of schooling, which is asked for education only: it decides who is in charge."""
    known = [("", _("Belum tahu")), *Schooling.choices()]
    field = one_of(Schooling, _("Jenjang sekolah"), cards=False, required=False, empty_value=None)
    field.widget.attrs["data-only"] = f"field={ServiceField.EDUCATION.value}"
    field.choices = known  # type: ignore[assignment]
    return field


class IntakeForm(StepForm):
    """A complaint as it is taken down. ``subject`` is the person or household that was looked up, or None."""

    field = one_of(ServiceField, _("Bidang layanan"))
    schooling = schooling_field()
    text = forms.CharField(
        label=_("Apa yang disampaikan warga?"),
        help_text=_("Tulis dengan kata-kata warga. Jangan menulis NIK orang lain."),
        widget=forms.Textarea(LONG),
        max_length=5000,
    )
    wish = forms.CharField(label=_("Apa yang diharapkan?"), required=False, max_length=1000)
    kind = one_of(Kind, _("Jenis"), initial=Kind.GRIEVANCE)
    nature = one_of(Nature, _("Sifat"), initial=Nature.NEED)
    service = forms.ModelChoiceField(
        Service.objects.none(),
        label=_("Layanan yang diminta, kalau sudah jelas"),
        required=False,
        empty_label=_("Belum jelas"),
    )
    programme = one_of(Programme, _("Program, kalau sudah tahu"), cards=False, required=False, empty_value=None)
    about = forms.CharField(
        label=_("Tentang siapa?"),
        help_text=_("Nama orang atau keluarga. Boleh kosong kalau belum diketahui."),
        required=False,
        max_length=160,
    )
    group_size = forms.IntegerField(
        label=_("Untuk berapa orang?"),
        help_text=_("Isi hanya kalau keluhan ini untuk kelompok, misalnya satu dusun tanpa air bersih."),
        required=False,
        min_value=2,
        max_value=30_000,
    )
    village = AreaField(
        level=4, label=_("Desa/kelurahan tempat tinggalnya"), help_text=_("Nama atau kode desa/kelurahan.")
    )
    relation = one_of(Relation, _("Yang melapor"), initial=Relation.SELF)
    reporter_name = forms.CharField(label=_("Nama pelapor"), required=False, max_length=120)
    reporter_phone = forms.CharField(label=_("Telepon pelapor"), required=False, max_length=40)
    contact = one_of(
        SafeContact,
        _("Amankah mengirim pesan ke telepon itu?"),
        required=False,
        empty_value=SafeContact.ANY,
        initial=SafeContact.ANY,
        help_text=_(
            "Tanyakan siapa lagi yang melihat telepon itu. Tentang perkara terbatas atau rahasia, "
            "pesan dikirim hanya kalau dipilih “Kirim pesan saja”."
        ),
    )
    channel = one_of(Channel, _("Disampaikan lewat"), cards=False, initial=Channel.WALK_IN)
    urgency = one_of(Urgency, _("Seberapa mendesak?"), initial=Urgency.ORDINARY)
    sensitivity = one_of(Sensitivity, _("Siapa yang boleh tahu?"), initial=Sensitivity.ORDINARY)
    paper = UploadField(
        label=_("Foto atau berkas"), required=False, help_text=_("JPG, PNG atau PDF, paling besar 5 MB.")
    )

    groups = (
        (_("Isi keluhan"), ("field", "schooling", "text", "wish", "kind", "nature", "service", "programme")),
        (_("Tentang siapa"), ("about", "group_size", "village")),
        (_("Pelapor"), ("relation", "reporter_name", "reporter_phone", "contact", "channel")),
        (_("Penanganan"), ("urgency", "sensitivity", "paper")),
    )
    private = ("text", "reporter_name", "reporter_phone")
    wizard = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound or self.data.get("service"):
            self.offer()
        self.fields["programme"].choices = [("", _("Belum tahu")), *Programme.choices()]  # type: ignore[attr-defined]
        if self.subject is not None:
            del self.fields["about"], self.fields["village"], self.fields["group_size"]
        elif self.by.area is not None and self.by.area.level == 4:
            del self.fields["village"]
        else:
            self.fields["village"].narrow(level=4, inside=self.by.span)  # type: ignore[attr-defined]

    def offer(self) -> None:
        """Let the form, which will be shown, choose among the services of the area."""
        offered(self.fields["service"], self.by.span[0])

    def full_clean(self) -> None:
        """Check what was typed; a form that is shown again offers the services again."""
        super().full_clean()
        if self.is_bound and self.errors:
            self.offer()

    def clean(self) -> dict[str, Any]:
        """A proxy has a name; somebody who wants no name has none."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        only_of_schools(words)
        if words.get("relation") == Relation.ANONYMOUS:
            words["reporter_name"] = words["reporter_phone"] = ""
        elif words.get("relation") not in {None, Relation.SELF} and not words.get("reporter_name"):
            self.add_error("reporter_name", _("Tulis nama pelapor, atau pilih “Tidak mau disebut”."))
        return words

    def intake(self, *, person: Any = None, household: Any = None) -> Intake:
        """What was typed, as the action takes it."""
        words = {key: value for key, value in self.cleaned_data.items() if key not in {"paper", "village"}}
        village = self.cleaned_data.get("village") or self.by.area
        if person is not None:
            return Intake(**words, village_id=person.village_id, person=person, household=household, about=person.name)
        if household is not None:
            return Intake(**words, village_id=household.village_id, household=household, about=family_of(household))
        return Intake(**words, village_id=village.number)


def only_of_schools(words: dict[str, Any]) -> None:
    """Forget a level of schooling that was left over when another field was chosen."""
    if words.get("field") != ServiceField.EDUCATION:
        words["schooling"] = None


class ClassifyForm(StepForm):
    """What kind of matter it is."""

    field = one_of(ServiceField, _("Bidang layanan"))
    schooling = schooling_field()
    nature = one_of(Nature, _("Sifat"))
    urgency = one_of(Urgency, _("Seberapa mendesak?"))
    sensitivity = one_of(Sensitivity, _("Siapa yang boleh tahu?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        complaint = kwargs["subject"]
        kwargs["initial"] = {name: getattr(complaint, name) for name in self.base_fields}
        super().__init__(*args, seen=complaint.version, **kwargs)
        if complaint.author_id != self.by.pk:
            offered = [one for one in Sensitivity if one.clearance <= clearance_of(self.by.role)]
            self.fields["sensitivity"].choices = [(one.value, one.label) for one in offered]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A level of schooling only belongs to education."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        only_of_schools(words)
        return words


class ContactForm(StepForm):
    """The reporter's telephone, and whether messages are safe there."""

    phone = forms.CharField(label=_("Telepon pelapor"), required=False, max_length=40)
    contact = one_of(SafeContact, _("Amankah mengirim pesan ke telepon itu?"))

    private = ("phone",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        reporter = kwargs["subject"].reporter
        kwargs["initial"] = {"phone": reporter.phone, "contact": reporter.contact}
        super().__init__(*args, **kwargs)
