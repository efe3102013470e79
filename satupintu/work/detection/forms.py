"""What a human may type in early detection: a result, a need, who goes where, and a sign."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Cards, CheckCards, DayField, FilterForm, Form
from satupintu.foundation.access.steps import StepForm
from satupintu.foundation.areas.coordinates import CoordinatesField
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.words import ServiceField
from satupintu.registry.people.words import LISTS, SaidBy, Sex, Variable
from satupintu.work.complaints.words import Sensitivity, Urgency
from satupintu.work.daybook.actions import today_of
from satupintu.work.daybook.forms import PHOTOS, PhotosForm
from satupintu.work.daybook.forms.days import still_open
from satupintu.work.detection import rules, telling
from satupintu.work.detection.actions.recording import Need, Told
from satupintu.work.detection.models import Outreach, Sign
from satupintu.work.detection.words import Paper, Result, Silence

ASKED_ABOUT = (
    *(Variable.SCHOOLING, Variable.MARITAL_STATUS, Variable.DISABILITY, Variable.ILLNESS, Variable.EDUCATION),
    Variable.EMPLOYMENT,
)
"""The variables that a sign may ask about: what somebody believes is no sign of anything."""
VISITS = [word for word in Result if word in rules.VISITED and word is not Result.SAME]
OTHERWISE = [word for word in VISITS if word not in {Result.WRONG_DATA, Result.HELPED}]
"""How any visit may end; only where data are to be confirmed they may still be right."""


class OutreachFilter(FilterForm):
    """Which sign, and of a larger area which village."""

    tanda = forms.ChoiceField(label=_("Tanda"))
    desa = forms.ChoiceField(label=_("Desa"))

    def __init__(self, data: Mapping[str, Any], *, signs: Sequence[Sign], villages: Sequence[Area]) -> None:
        super().__init__(data)
        self.fields["tanda"].choices = [("", _("Semua")), *((one.code, one.label) for one in signs)]  # type: ignore[attr-defined]
        if len(villages) > 1:
            self.fields["desa"].choices = [("", _("Semua")), *((str(one.number), one.name) for one in villages)]  # type: ignore[attr-defined]
        else:
            del self.fields["desa"]
        self.is_valid()

    @property
    def village(self) -> int | None:
        """The village asked for."""
        return int(self.cleaned_data.get("desa") or 0) or None

    @property
    def sign(self) -> str:
        """The code of the sign asked for; "" for none."""
        return str(self.cleaned_data.get("tanda") or "")

    def narrow(self, rows: Any) -> Any:
        """The rows of the sign; the view asks for the village."""
        return rows.filter(code=self.sign) if self.sign else rows


class ShareFilter(OutreachFilter):
    """The same, and to whom everybody is suggested."""

    kepada = forms.ChoiceField(label=_("Usulkan kepada"))

    def __init__(self, data: Mapping[str, Any], *, officers: Sequence[Any], **more: Any) -> None:
        super().__init__(data, **more)
        names = [(str(one.pk), f"{one.account.name} · {one.role_word.label}") for one in officers]
        self.fields["kepada"].choices = [("", _("Bagi rata")), *names]  # type: ignore[attr-defined]
        self.full_clean()


class ResultForm(PhotosForm):
    """How a visit ended."""

    result = forms.TypedChoiceField(
        label=_("Apa hasilnya?"),
        choices=lambda: [(word.value, word.label) for word in VISITS],
        coerce=Result,
        widget=Cards(
            hints={
                Result.IN_NEED: _("Langkah berikutnya: buka keluhan untuknya."),
                Result.NOT_FOUND: _("Ia terdaftar lagi bulan depan."),
                Result.WRONG_DATA: _("Langkah berikutnya: usulkan perbaikan datanya."),
                Result.SAME: _("Datanya dicatat dipastikan hari ini."),
            }
        ),
    )
    said_by = forms.TypedChoiceField(
        label=_("Kalau masih sama: kata siapa?"), choices=SaidBy.choices, coerce=SaidBy, required=False, widget=Cards()
    )
    on = DayField(label=_("Tanggal kunjungan"), no_future=True)
    note = forms.CharField(
        label=_("Apa yang ditemukan?"), required=False, widget=forms.Textarea({"rows": 4}), max_length=5000
    )
    place = forms.CharField(label=_("RT/RW atau dusun"), required=False, max_length=120)
    coordinates = CoordinatesField()

    groups = (
        (_("Hasil"), ("result", "said_by", "on", "note")),
        (_("Foto"), PHOTOS),
        (_("Tempat"), ("place", "coordinates")),
    )
    private = ("note", "place", "coordinates")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today_of(self.by)
        field = self.fields["result"]
        assert isinstance(field, forms.TypedChoiceField)
        if self.subject.asks_whether_same:
            field.choices = [(word.value, word.label) for word in (Result.SAME, Result.WRONG_DATA, *OTHERWISE)]
        else:
            del self.fields["said_by"]

    def clean_on(self) -> date:
        """A day that may still be written about, and not before the person was found."""
        on = still_open(self.cleaned_data["on"], self.by)
        if on < self.subject.found_on:
            raise forms.ValidationError(gettext("Sebelum hari itu ia belum ada di daftar jangkauan."))
        return on

    @property
    def told(self) -> Told:
        """What was typed, as the action takes it."""
        typed = {name: self.cleaned_data[name] for name in ("result", "on", "note", "place", "coordinates")}
        return Told(**typed, said_by=self.cleaned_data.get("said_by") or None)

    def clean(self) -> dict[str, Any]:
        """Whoever finds that nothing changed says who told them."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("result") is Result.SAME and not typed.get("said_by"):
            self.add_error("said_by", gettext("Pilih siapa yang mengatakannya."))
        return typed


class NeedForm(StepForm):
    """The complaint of somebody who was found in need: filled in, to be sent as it is or put right."""

    field = forms.TypedChoiceField(
        label=_("Bidang layanan"), choices=ServiceField.choices, coerce=ServiceField, widget=Cards()
    )
    text = forms.CharField(label=_("Apa yang dibutuhkan?"), widget=forms.Textarea({"rows": 5}), max_length=5000)
    urgency = forms.TypedChoiceField(
        label=_("Seberapa mendesak?"), choices=Urgency.choices, coerce=Urgency, widget=Cards()
    )
    sensitivity = forms.TypedChoiceField(
        label=_("Siapa yang boleh tahu?"), choices=Sensitivity.choices, coerce=Sensitivity, widget=Cards()
    )

    private = ("text",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        outreach: Outreach = kwargs["subject"]
        told = outreach.visit.finding.text if outreach.visit else ""
        first = {
            "field": outreach.topic,
            "text": "\n".join(part for part in (telling.reason(outreach.facts), told) if part),
            "urgency": Urgency.ORDINARY,
            "sensitivity": Sensitivity.ORDINARY,
        }
        super().__init__(*args, initial=first, **kwargs)

    @property
    def need(self) -> Need:
        """What was typed, as the action takes it."""
        return Need(**{name: self.cleaned_data[name] for name in ("field", "text", "urgency", "sensitivity")})


class WhomField(forms.TypedChoiceField):
    """Who goes; "another time" is an answer too."""

    def validate(self, value: Any) -> None:
        """Whoever is offered, or nobody."""
        if value not in self.empty_values:
            super().validate(value)


class ShareForm(Form):
    """Who goes to whom: one question a person, filled in with a suggestion; the officer decides."""

    draft = False

    def __init__(
        self,
        *args: Any,
        rows: Sequence[Outreach],
        officers: Sequence[Any],
        suggested: Sequence[int | None],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for row, whom in zip(rows, suggested, strict=True):
            there = [one for one in officers if one.span[0] <= row.village_id < one.span[1]]
            self.fields[f"untuk_{row.pk}"] = WhomField(
                label=row.person.shown_name,
                help_text=f"{telling.reason(row.facts)} {row.village.name}",
                choices=[("", gettext("Nanti saja")), *((str(one.pk), one.account.name) for one in there)],
                coerce=int,
                empty_value=None,
                initial=str(whom or ""),
            )

    @property
    def chosen(self) -> dict[int, int]:
        """Row → appointment, of those who are to be visited now."""
        return {int(name.removeprefix("untuk_")): to for name, to in self.cleaned_data.items() if to}

    def clean(self) -> dict[str, Any]:
        """Somebody must be chosen."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(gettext("Pilih petugas untuk paling sedikit satu orang."))
        return cleaned


def _codes() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every code of every variable that a sign may ask about, in groups."""
    return [
        (variable.label, [(f"{variable.value}:{entry.code}", entry.label) for entry in LISTS[variable][0]])
        for variable in ASKED_ABOUT
    ]


class SignForm(Form):
    """A version of a sign. ``sign`` is the one that it begins from, or None."""

    name = forms.CharField(label=_("Nama tanda"), max_length=80)
    age_from = forms.IntegerField(label=_("Dari umur"), min_value=0, max_value=rules.OLDEST, required=False)
    age_to = forms.IntegerField(label=_("Sampai umur"), min_value=0, max_value=rules.OLDEST, required=False)
    sex = forms.ChoiceField(label=_("Jenis kelamin"), required=False)
    traits = forms.MultipleChoiceField(
        label=_("Hanya yang …"),
        help_text=_("Dari satu keterangan cukup salah satu; dari beberapa keterangan harus semuanya."),
        choices=_codes,
        required=False,
        widget=forms.SelectMultiple({"size": 10}),
    )
    papers = forms.MultipleChoiceField(
        label=_("Belum punya"), choices=Paper.choices, required=False, widget=CheckCards()
    )
    desil_to = forms.IntegerField(label=_("Desil paling tinggi"), min_value=1, max_value=10, required=False)
    alone = forms.BooleanField(label=_("Tinggal sendiri"), required=False)
    without_aid = forms.BooleanField(label=_("Belum tercatat menerima program bantuan"), required=False)
    without_nik = forms.BooleanField(label=_("Belum punya NIK"), required=False)
    heads = forms.BooleanField(label=_("Satu baris per keluarga: kepala keluarganya"), required=False)
    unconfirmed_months = forms.IntegerField(
        label=_("Datanya belum dipastikan selama … bulan"), min_value=1, max_value=60, required=False
    )
    field = forms.TypedChoiceField(
        label=_("Bidang layanan"), choices=ServiceField.choices, coerce=ServiceField, widget=Cards()
    )
    silence = forms.TypedChoiceField(
        label=_("Tidak didaftar kalau sudah ada"), choices=Silence.choices, coerce=Silence, widget=Cards()
    )
    quiet_months = forms.IntegerField(
        label=_("Tidak didaftar lagi selama … bulan sesudah dikunjungi"), min_value=0, max_value=60
    )
    source = forms.CharField(label=_("Dasar"), required=False, max_length=250)
    active = forms.BooleanField(label=_("Dicari setiap malam"), required=False)

    groups = (
        (_("Siapa"), ("name", "age_from", "age_to", "sex")),
        (_("Keadaannya"), ("traits", "papers", "desil_to", "alone", "without_aid", "without_nik")),
        (_("Sejak kapan dipastikan"), ("unconfirmed_months", "heads")),
        (_("Sesudah ditemukan"), ("field", "silence", "quiet_months")),
        (_("Berlaku"), ("source", "active")),
    )

    def __init__(self, *args: Any, sign: Sign | None = None, **kwargs: Any) -> None:
        first: dict[str, Any] = {"silence": Silence.SAME_FIELD, "quiet_months": 6, "active": True}
        if sign is not None:
            first = {name: getattr(sign, name) for name in self.base_fields}
            first["traits"] = [f"{name}:{code}" for name, codes in sign.traits.items() for code in codes]
        super().__init__(*args, initial=first, **kwargs)
        self.code = sign.code if sign else ""
        self.fields["sex"].choices = [("", _("Semua")), *Sex.choices()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ages in their order."""
        cleaned: dict[str, Any] = super().clean() or {}
        least, most = cleaned.get("age_from"), cleaned.get("age_to")
        if least is not None and most is not None and most < least:
            self.add_error("age_to", gettext("Umur terakhir lebih kecil daripada umur pertama."))
        return cleaned

    def sign(self, area: Area) -> Sign:
        """The version that was typed, of this kabupaten."""
        words = dict(self.cleaned_data)
        traits: dict[str, list[str]] = {}
        for one in words.pop("traits"):
            name, _colon, code = one.partition(":")
            traits.setdefault(name, []).append(code)
        return Sign(area=area, code=self.code, traits=traits, **words)
