"""What is asked about a village meeting."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.forms import UploadField
from satupintu.engine.ui.forms import Cards, DayField, Form
from satupintu.foundation.access.steps import StepForm
from satupintu.registry.changes import rules
from satupintu.registry.changes.forms.base import long_field
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.changes.words import Found, Group, Missing

COUNTS = (("invited", _("diundang")), ("men", _("hadir laki-laki")), ("women", _("hadir perempuan")))


class SessionForm(Form):
    """When, where, and who leads."""

    held_on = DayField(label=_("Tanggal musdes"), no_future=True, initial=timezone.localdate)
    starts = forms.TimeField(label=_("Mulai pukul"), required=False, widget=forms.TimeInput({"type": "time"}))
    ends = forms.TimeField(label=_("Selesai pukul"), required=False, widget=forms.TimeInput({"type": "time"}))
    place = forms.CharField(label=_("Tempat"), max_length=120)
    leader = forms.CharField(label=_("Pemimpin musyawarah"), max_length=120)
    leader_position = forms.CharField(label=_("Jabatan"), max_length=120)
    explained = forms.BooleanField(label=_("Tujuan musyawarah dijelaskan kepada peserta"), required=False)
    indicators = long_field(_("Ukuran yang dipakai untuk usulan baru"), required=False)


class AttendanceForm(StepForm):
    """How many of each group were invited and came."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {one.group: one for one in self.subject.attendance.all()}
        groups = []
        for group in Group:
            names = []
            for count, label in COUNTS:
                name = f"{group.value}_{count}"
                told = getattr(known.get(group.value), count, None)
                field = forms.IntegerField(label=label, required=False, min_value=0, max_value=9999, initial=told)
                self.fields[name] = field
                names.append(name)
            groups.append((group.label, tuple(names)))
        self.groups = groups

    def words(self) -> dict[str, Any]:
        """Group by group: (invited, men, women)."""
        typed = self.cleaned_data
        came = {}
        for group in Group:
            invited, men, women = (typed[f"{group.value}_{count}"] or 0 for count, _label in COUNTS)
            came[group] = (invited, men, women)
        return {"came": came}


class PapersForm(StepForm):
    """The minutes and the signed attendance list."""

    minutes = UploadField(label=_("Berita acara bertanda tangan"), required=False, help_text=_("Foto atau PDF."))
    attendance_list = UploadField(label=_("Daftar hadir bertanda tangan"), required=False)

    def clean(self) -> dict[str, Any]:
        """One of them at least."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if not (typed.get("minutes") or typed.get("attendance_list")):
            raise forms.ValidationError(_("Pilih sedikitnya satu berkas."))
        return typed


class DecisionForm(Form):
    """What the meeting says about one proposal: the two questions of the ministry's form."""

    found = forms.TypedChoiceField(label=_("Keadaan rumah tangga"), choices=Found.choices, coerce=Found, widget=Cards())
    missing = forms.TypedChoiceField(
        label=_("Mengapa tidak ditemukan?"),
        choices=lambda: [("", _("Pilih kalau tidak ditemukan")), *Missing.choices()],
        coerce=Missing,
        empty_value=None,
        required=False,
    )
    able = forms.TypedChoiceField(
        label=_("Apakah mampu?"),
        choices=[("no", _("Tidak mampu")), ("yes", _("Mampu"))],
        coerce=lambda word: word == "yes",
        empty_value=None,
        required=False,
        widget=Cards(),
    )
    note = long_field(_("Catatan musyawarah"), required=False)

    def __init__(self, *args: Any, request: ChangeRequest, **kwargs: Any) -> None:
        new = request.kind_word in rules.NEWCOMERS
        kwargs["initial"] = {"found": Found.NEW if new else Found.FOUND} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Whoever is found is able or not; whoever is not, for a reason."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("found") in {Found.FOUND, Found.NEW} and typed.get("able") is None:
            self.add_error("able", _("Pilih mampu atau tidak."))
        if typed.get("found") == Found.MISSING and not typed.get("missing"):
            self.add_error("missing", _("Pilih mengapa tidak ditemukan."))
        return typed


class CloseForm(StepForm):
    """Nothing is asked: what is missing stands beside it."""

    draft = False
