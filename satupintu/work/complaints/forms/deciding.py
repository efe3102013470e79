"""Decisions: direct service, passing on, referral, result."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.forms import UploadField
from satupintu.engine.documents.models import Attachment
from satupintu.engine.ui.forms import CheckCards, DayField
from satupintu.foundation.access.steps import StepForm
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import ways
from satupintu.work.complaints.forms.words import LONG, one_of, who
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Elsewhere
from satupintu.work.deadlines.rules import END_OF_DAY
from satupintu.work.deadlines.telling import moment
from satupintu.work.deadlines.timetable import for_words
from satupintu.work.referrals.clock import promise
from satupintu.work.referrals.rules import LONGEST
from satupintu.work.referrals.words import Consent
from satupintu.work.routing.directory import Suggestion


def suggest(field: forms.ModelChoiceField, suggestion: Suggestion | None) -> None:
    """Choose the suggested office beforehand and say why; another may be chosen."""
    if suggestion is not None:
        field.initial = suggestion.office.pk
        said = {"office": suggestion.office.name, "reason": suggestion.reason}
        field.help_text = _t("Disarankan: %(office)s. %(reason)s Anda boleh memilih yang lain.") % said


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
        here = Appointment.objects.valid_on(today).with_place().filter(office_id=self.by.office_id)
        server.queryset = here.working_on(self.subject.field)
        server.label_from_instance = who  # type: ignore[method-assign]
        server.initial, self.fields["on"].initial = self.by, today


class EscalateForm(StepForm):
    """To which office above, and why it must decide."""

    to = forms.ModelChoiceField(Office.objects.none(), label=_("Diteruskan ke"), empty_label=None)
    reason = forms.CharField(label=_("Mengapa perlu diteruskan?"), widget=forms.Textarea(LONG), max_length=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        above = ways.offices_up(self.subject, timezone.localdate())
        to = self.fields["to"]
        assert isinstance(to, forms.ModelChoiceField)
        to.queryset = Office.objects.filter(pk__in=[office.pk for office in above])
        to.choices = [(office.pk, office.name) for office in above]
        suggest(to, ways.suggested_office_up(above))


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
    due_on = DayField(label=_("Dijawab paling lambat"), required=False)
    papers = forms.ModelMultipleChoiceField(
        Attachment.objects.none(),
        label=_("Berkas keluhan yang disertakan"),
        required=False,
        widget=CheckCards(),
        help_text=_("Lembaga penerima hanya melihat berkas yang dipilih di sini."),
    )
    upload = UploadField(label=_("Berkas lain"), required=False, help_text=_("JPG, PNG atau PDF, paling besar 5 MB."))
    consent = one_of(Consent, _("Bolehkah data warga diberikan kepada lembaga ini?"), required=False)
    consent_by = forms.CharField(
        label=_("Siapa yang menyetujui, atau dasar hukumnya"),
        required=False,
        max_length=160,
        help_text=_("Wajib diisi kalau surat menyebut nama, NIK, atau menyertakan berkas."),
    )

    groups = (
        (_("Surat"), ("to", "need", "due_on")),
        (_("Tentang siapa"), ("name", "nik")),
        (_("Berkas"), ("papers", "upload")),
        (_("Persetujuan"), ("consent", "consent_by")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        complaint: Complaint = self.subject
        today = timezone.localdate()
        to = self.fields["to"]
        assert isinstance(to, forms.ModelChoiceField)
        to.queryset = ways.institutions(complaint, self.by, today)
        suggested = ways.suggested_institution(complaint, self.by, today)
        suggest(to, suggested)
        if complaint.field == ServiceField.EDUCATION and not complaint.schooling:
            to.help_text = _(
                "Jenjang sekolahnya belum dicatat. Catat lewat “Perbaiki golongan”, lalu tujuannya disarankan."
            )
        self.fields["name"].initial = complaint.about
        self.fields["nik"].initial = complaint.person.nik if complaint.person else ""
        to.widget.attrs |= {
            "hx-get": f"{complaint.address}rujukan/batas-waktu/",
            "hx-trigger": "change",
            "hx-target": "#id_due_on_helptext",
        }
        chosen = self.data.get("to") if self.is_bound else suggested and suggested.office.pk
        self.fields["due_on"].help_text = self.proposed(chosen)
        self._offer_papers(complaint)

    def proposed(self, to: Any) -> str:
        """By when the institution of that row number must answer, by a limit and a calendar of its own, as a sentence; how
        the day is found where none, or none of these, is chosen."""
        sentence = _t("Kosongkan untuk mengikuti batas waktu lembaga penerima.")
        offices = self.fields["to"].queryset  # type: ignore[attr-defined]
        office = offices.filter(pk=int(to)).first() if str(to).isascii() and str(to).isdecimal() else None
        if office is None:
            return sentence
        complaint: Complaint = self.subject
        given = promise(office, field=complaint.field, urgency=complaint.urgency_rank, start=timezone.now())
        said = {"office": office.name, "moment": moment(given.due_at, for_words(office))}
        return sentence + " " + _t("Untuk %(office)s: %(moment)s.") % said

    def _offer_papers(self, complaint: Complaint) -> None:
        papers = self.fields["papers"]
        assert isinstance(papers, forms.ModelMultipleChoiceField)
        papers.queryset = Attachment.objects.of(complaint)
        papers.label_from_instance = lambda obj: str(obj.name)  # type: ignore[method-assign]
        if not papers.queryset.exists():
            del self.fields["papers"]

    def clean(self) -> dict[str, Any]:
        """Nobody is named whom nobody asked."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if any(words.get(name) for name in ("name", "nik", "papers", "upload")):
            if not words.get("consent"):
                self.add_error("consent", _("Surat ini menyebut warga. Pilih atas dasar apa datanya diberikan."))
            elif not words.get("consent_by"):
                self.add_error("consent_by", _("Tulis siapa yang menyetujui, atau dasar hukumnya."))
        return words

    def clean_nik(self) -> str:
        """Sixteen digits or nothing."""
        nik = "".join(self.cleaned_data["nik"].split())
        if nik and not (nik.isdecimal() and len(nik) == 16):
            raise forms.ValidationError(_("NIK harus 16 angka; ini %(count)s."), params={"count": len(nik)})
        return nik

    def clean_due_on(self) -> date | None:
        """A day that has not passed and is not too far away, or nothing."""
        day: date | None = self.cleaned_data["due_on"]
        today = timezone.localdate()
        if day is not None and day < today:
            raise forms.ValidationError(_("Batas waktu tidak boleh sudah lewat."))
        if day is not None and day > today + LONGEST:
            raise forms.ValidationError(_("Batas waktu paling lama %(days)s hari."), params={"days": LONGEST.days})
        return day

    def words(self) -> dict[str, Any]:
        """The deadline is the end of its day, where the receiver is."""
        words = super().words()
        upload = words.pop("upload", None)
        words["uploads"] = (upload,) if upload else ()
        day, to = words.pop("due_on"), words["to"]
        words["due_at"] = datetime.combine(day, END_OF_DAY, to.zone) if day else None
        return words


class HandOverForm(StepForm):
    """Where the matter goes on besides the complaint, and what they must know there."""

    to = one_of(Elsewhere, _("Diserahkan ke"))
    note = forms.CharField(
        label=_("Yang perlu mereka tahu"), required=False, widget=forms.Textarea(LONG), max_length=2000
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gone = set() if self.is_bound else set(self.subject.handovers.values_list("to", flat=True))
        left = [(one.value, one.label) for one in Elsewhere if one.value not in gone]
        self.fields["to"].choices = left  # type: ignore[attr-defined]


class ResultForm(StepForm):
    """The result of the direct service."""

    result = forms.CharField(label=_("Apa hasilnya?"), widget=forms.Textarea(LONG), max_length=2000)
    on = DayField(label=_("Selesai tanggal"), no_future=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()
