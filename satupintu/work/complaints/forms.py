"""What a human may type about a complaint."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.forms import UploadField
from satupintu.engine.ui.forms import Cards, DayField, FilterForm
from satupintu.foundation.access.roles import clearance_of
from satupintu.foundation.access.steps import StepForm
from satupintu.foundation.areas.forms import AreaField
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint, ComplaintQuerySet
from satupintu.work.complaints.words import (
    Channel,
    Kind,
    Nature,
    Outcome,
    Relation,
    Sensitivity,
    Status,
    Urgency,
    Way,
)

LONG = {"rows": 4}


def _one_of(word: Any, label: Any, *, cards: bool = True, **rest: Any) -> forms.TypedChoiceField:
    """A choice among the members of a word; gives the member itself."""
    widget = Cards() if cards else forms.Select()
    return forms.TypedChoiceField(choices=word.choices, coerce=word, label=label, widget=widget, **rest)


def _family(household: Any) -> str:
    """What a list calls a household: by its head, as people do."""
    return f"Keluarga {household.head.name}" if household.head else str(household)


def _who(obj: Any) -> str:
    return f"{obj.account.name} · {obj.role_word.label}"


class IntakeForm(StepForm):
    """A complaint as it is taken down. ``subject`` is the person or household that was looked up, or None."""

    field = _one_of(ServiceField, _("Bidang layanan"))
    text = forms.CharField(
        label=_("Apa yang disampaikan warga?"),
        help_text=_("Tulis dengan kata-kata warga. Jangan menulis NIK orang lain."),
        widget=forms.Textarea(LONG),
        max_length=5000,
    )
    wish = forms.CharField(label=_("Apa yang diharapkan?"), required=False, max_length=1000)
    kind = _one_of(Kind, _("Jenis"), initial=Kind.GRIEVANCE)
    nature = _one_of(Nature, _("Sifat"), initial=Nature.NEED)
    about = forms.CharField(
        label=_("Tentang siapa?"),
        help_text=_("Nama orang atau keluarga. Boleh kosong kalau belum diketahui."),
        required=False,
        max_length=160,
    )
    village = AreaField(
        level=4, label=_("Desa/kelurahan tempat tinggalnya"), help_text=_("Nama atau kode desa/kelurahan.")
    )
    relation = _one_of(Relation, _("Yang melapor"), initial=Relation.SELF)
    reporter_name = forms.CharField(label=_("Nama pelapor"), required=False, max_length=120)
    reporter_phone = forms.CharField(label=_("Telepon pelapor"), required=False, max_length=40)
    channel = _one_of(Channel, _("Disampaikan lewat"), cards=False, initial=Channel.WALK_IN)
    urgency = _one_of(Urgency, _("Seberapa mendesak?"), initial=Urgency.ORDINARY)
    sensitivity = _one_of(Sensitivity, _("Siapa yang boleh tahu?"), initial=Sensitivity.ORDINARY)
    paper = UploadField(
        label=_("Foto atau berkas"), required=False, help_text=_("JPG, PNG atau PDF, paling besar 5 MB.")
    )

    groups = (
        (_("Isi keluhan"), ("field", "text", "wish", "kind", "nature")),
        (_("Tentang siapa"), ("about", "village")),
        (_("Pelapor"), ("relation", "reporter_name", "reporter_phone", "channel")),
        (_("Penanganan"), ("urgency", "sensitivity", "paper")),
    )
    private = ("text", "reporter_name", "reporter_phone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            del self.fields["about"], self.fields["village"]
        elif self.by.area is not None and self.by.area.level == 4:
            del self.fields["village"]
        else:
            self.fields["village"].narrow(level=4, inside=self.by.span)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A proxy has a name; somebody who wants no name has none."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
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
            return Intake(**words, village_id=household.village_id, household=household, about=_family(household))
        return Intake(**words, village_id=village.number)


class ClassifyForm(StepForm):
    """What kind of matter it is."""

    field = _one_of(ServiceField, _("Bidang layanan"))
    nature = _one_of(Nature, _("Sifat"))
    urgency = _one_of(Urgency, _("Seberapa mendesak?"))
    sensitivity = _one_of(Sensitivity, _("Siapa yang boleh tahu?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        complaint = kwargs["subject"]
        kwargs["initial"] = {name: getattr(complaint, name) for name in ("field", "nature", "urgency", "sensitivity")}
        super().__init__(*args, seen=complaint.version, **kwargs)
        if complaint.author_id != self.by.pk:
            offered = [one for one in Sensitivity if one.clearance <= clearance_of(self.by.role)]
            self.fields["sensitivity"].choices = [(one.value, one.label) for one in offered]  # type: ignore[attr-defined]


class SettleForm(StepForm):
    """Direct service: what, by whom, when, and the result if it is already done."""

    what = forms.CharField(label=_("Apa yang dilakukan?"), widget=forms.Textarea(LONG), max_length=2000)
    server = forms.ModelChoiceField(Appointment.objects.none(), label=_("Siapa yang melayani?"))
    on = DayField(label=_("Tanggal"))
    result = forms.CharField(
        label=_("Hasilnya, kalau sudah selesai"), required=False, widget=forms.Textarea(LONG), max_length=2000
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        server = self.fields["server"]
        assert isinstance(server, forms.ModelChoiceField)
        today = timezone.localdate()
        server.queryset = Appointment.objects.valid_on(today).with_place().filter(office_id=self.by.office_id)
        server.label_from_instance = _who  # type: ignore[method-assign]
        server.initial, self.fields["on"].initial = self.by, today


class EscalateForm(StepForm):
    """Why the kabupaten must decide."""

    reason = forms.CharField(label=_("Mengapa perlu diteruskan?"), widget=forms.Textarea(LONG), max_length=2000)


class ReferForm(StepForm):
    """The letter: to whom, and only what the receiver must know."""

    to = forms.ModelChoiceField(Office.objects.none(), label=_("Dirujuk ke"))
    name = forms.CharField(label=_("Nama yang ditulis di surat"), required=False, max_length=160)
    nik = forms.CharField(label=_("NIK yang ditulis di surat"), required=False, max_length=16)
    need = forms.CharField(
        label=_("Isi surat"),
        help_text=_("Lembaga penerima hanya membaca yang tertulis di sini, bukan cerita warga."),
        widget=forms.Textarea(LONG),
        max_length=3000,
    )
    due_on = DayField(label=_("Dijawab paling lambat"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        complaint: Complaint = self.subject
        today = timezone.localdate()
        to = self.fields["to"]
        assert isinstance(to, forms.ModelChoiceField)
        offices = Office.objects.open_on(today).receiving(complaint.field, complaint.village_id)
        to.queryset = offices.exclude(pk=self.by.office_id).exclude(kind__in=["puskesos", "slrt"]).order_by("name")
        self.fields["name"].initial = complaint.about
        self.fields["nik"].initial = complaint.person.nik if complaint.person else ""
        self.fields["due_on"].initial = today + timedelta(days=7)

    def clean_nik(self) -> str:
        """Sixteen digits or nothing."""
        nik = "".join(self.cleaned_data["nik"].split())
        if nik and not (nik.isdecimal() and len(nik) == 16):
            raise forms.ValidationError(_("NIK harus 16 angka; ini %(count)s."), params={"count": len(nik)})
        return nik

    def clean_due_on(self) -> date:
        """A day that has not passed."""
        day: date = self.cleaned_data["due_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Batas waktu tidak boleh sudah lewat."))
        return day

    def words(self) -> dict[str, Any]:
        """The deadline is the end of its day."""
        words = super().words()
        words["due_at"] = timezone.make_aware(datetime.combine(words.pop("due_on"), time(23, 59)))
        return words


class ResultForm(StepForm):
    """The result of the direct service."""

    result = forms.CharField(label=_("Apa hasilnya?"), widget=forms.Textarea(LONG), max_length=2000)
    on = DayField(label=_("Selesai tanggal"), no_future=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()


class TellForm(StepForm):
    """How the citizen was told, and what."""

    text = forms.CharField(label=_("Jawaban yang disampaikan"), widget=forms.Textarea(LONG), max_length=2000)
    way = _one_of(Way, _("Disampaikan lewat"), initial=Way.IN_PERSON)
    told_to = forms.CharField(label=_("Disampaikan kepada"), required=False, max_length=120)
    on = DayField(label=_("Tanggal"), no_future=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()


class CloseForm(StepForm):
    """The outcome for the citizen."""

    outcome = _one_of(Outcome, _("Bagaimana akhirnya bagi warga?"))
    note = forms.CharField(label=_("Catatan"), required=False, widget=forms.Textarea(LONG), max_length=2000)


class ReopenForm(StepForm):
    """Why it is opened again."""

    reason = forms.CharField(label=_("Mengapa dibuka kembali?"), widget=forms.Textarea(LONG), max_length=2000)


class ComplaintFilter(FilterForm):
    """What a list of complaints can be narrowed by."""

    status = forms.ChoiceField(label=_("Status"))
    field = forms.ChoiceField(label=_("Bidang"))
    late = forms.BooleanField(label=_("Hanya yang terlambat"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, word in (("status", Status), ("field", ServiceField)):
            self.fields[name].choices = [("", _("Semua")), *word.choices()]  # type: ignore[attr-defined]

    def narrow(self, rows: ComplaintQuerySet) -> ComplaintQuerySet:
        """The rows that the filter lets through."""
        words = self.cleaned_data
        if words.get("status"):
            rows = rows.filter(status=words["status"])
        if words.get("field"):
            rows = rows.filter(field=words["field"])
        if words.get("late"):
            rows = rows.overdue(timezone.now())
        return rows
