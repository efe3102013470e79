"""What a human may type about offices, accounts, appointments and days off."""

import re
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import CheckCards, DayField, FilterForm, Form, KeptFilter
from satupintu.engine.ui.moments import weekdays
from satupintu.foundation.areas.forms import AreaField
from satupintu.foundation.areas.models import COUNTRY
from satupintu.foundation.offices.models import USERNAME, Account, Appointment, Office
from satupintu.foundation.offices.words import AppointmentEnd, OfficeKind, Role, ServiceField

_SPAN = re.compile(r"(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})")


def _all(choices: Any) -> Any:
    return lambda: [("", _("Semua")), *choices()]


def _narrow(form: forms.Form, inside: tuple[int, int]) -> None:
    """Take only areas inside the span. Whoever works for the whole country may also leave the area empty."""
    field = form.fields["area"]
    field.narrow(level=None, inside=inside)  # type: ignore[attr-defined]
    if inside == COUNTRY and field.required:
        field.required = False
        field.help_text = _("Kosong berarti seluruh Indonesia.")


class OfficeFilter(FilterForm):
    """Kind, service field, area and name."""

    jenis = forms.ChoiceField(label=_("Jenis"), choices=_all(OfficeKind.choices))
    bidang = forms.ChoiceField(label=_("Bidang layanan"), choices=_all(ServiceField.choices))
    wilayah = AreaField(label=_("Wilayah"), required=False)
    nama = forms.CharField(label=_("Nama"), max_length=80)

    def narrow(self, rows: QuerySet[Office]) -> QuerySet[Office]:
        """Only what was asked for."""
        asked = self.cleaned_data
        if asked["jenis"]:
            rows = rows.filter(kind=asked["jenis"])
        if asked["bidang"]:
            rows = rows.filter(fields__contains=[asked["bidang"]])
        if asked["wilayah"]:
            span = asked["wilayah"].span
            rows = rows.filter(area_id__gte=span[0], area_id__lt=span[1])
        return rows.filter(name__icontains=asked["nama"]) if asked["nama"] else rows


class StaffFilter(KeptFilter):
    """Role, name, and whether the appointment is in force."""

    peran = forms.ChoiceField(label=_("Peran"), choices=_all(Role.choices))
    nama = forms.CharField(label=_("Nama atau nama pengguna"), max_length=80)
    keadaan = forms.ChoiceField(
        label=_("Keadaan"),
        choices=[
            ("", _("Semua")),
            ("bertugas", _("Bertugas hari ini")),
            ("lain", _("Tidak bertugas")),
            ("off", _("Nonaktif")),
        ],
    )

    def narrow(self, rows: QuerySet[Account]) -> QuerySet[Account]:
        """Only what was asked for."""
        asked, today = self.cleaned_data, timezone.localdate()
        working = Appointment.objects.valid_on(today).values("account")
        if asked["peran"]:
            rows = rows.filter(pk__in=Appointment.objects.valid_on(today).filter(role=asked["peran"]).values("account"))
        if asked["nama"]:
            rows = rows.filter(Q(name__icontains=asked["nama"]) | Q(username__icontains=asked["nama"]))
        if asked["keadaan"] == "bertugas":
            return rows.filter(pk__in=working)
        if asked["keadaan"] == "lain":
            return rows.exclude(pk__in=working)
        return rows.filter(is_active=False) if asked["keadaan"] == "off" else rows


class OfficeDetails(Form):
    """What may change about an office."""

    name = forms.CharField(label=_("Nama kantor"), max_length=160)
    address = forms.CharField(label=_("Alamat"), max_length=250, required=False)
    phone = forms.CharField(label=_("Telepon"), max_length=40, required=False)
    email = forms.EmailField(label=_("Surel"), required=False)
    fields_served = forms.MultipleChoiceField(
        label=_("Bidang layanan"), choices=ServiceField.choices, widget=CheckCards, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, weekday in enumerate(weekdays()):
            self.fields[f"day{number}"] = forms.CharField(
                label=weekday,
                required=False,
                max_length=60,
                widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "08.00–12.00, 13.00–16.00"}),
            )
        self.groups = [(_("Jam buka (kosong berarti tutup)"), [f"day{number}" for number in range(7)])]

    def clean(self) -> dict[str, Any]:
        """Read the hours of each day."""
        cleaned: dict[str, Any] = super().clean() or {}
        hours: dict[str, list[list[str]]] = {}
        for number in range(7):
            try:
                spans = _read_spans(cleaned.get(f"day{number}") or "")
            except ValueError:
                self.add_error(f"day{number}", _("Tulis jamnya seperti 08.00–12.00, 13.00–16.00."))
                continue
            if spans:
                hours[str(number)] = spans
        cleaned["hours"] = hours
        return cleaned

    def changes(self) -> dict[str, Any]:
        """What the action takes."""
        asked = self.cleaned_data
        plain = {name: asked[name] for name in ("name", "address", "phone", "email", "hours")}
        return plain | {"fields": asked["fields_served"]}


def _read_spans(text: str) -> list[list[str]]:
    """Opening spans of a day from "08.00-12.00, 13.00-16.00"; none from nothing. Raises ValueError."""
    spans: list[list[str]] = []
    for part in re.split(r"[,;]", text):
        if not part.strip():
            continue
        found = _SPAN.fullmatch(part.strip())
        if found is None:
            raise ValueError(part)
        opens, closes = time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))
        if opens >= closes or (spans and spans[-1][1] > f"{opens:%H:%M}"):
            raise ValueError(part)
        spans.append([f"{opens:%H:%M}", f"{closes:%H:%M}"])
    return spans


class NewOffice(OfficeDetails):
    """A whole office."""

    kind = forms.ChoiceField(label=_("Jenis"), choices=OfficeKind.choices)
    code = forms.RegexField(
        r"^[A-Z0-9]{3,16}$",
        label=_("Kode"),
        help_text=_("Huruf besar dan angka; menjadi awal nomor surat, misalnya P7302032006."),
        error_messages={"invalid": _("Kode terdiri dari 3 sampai 16 huruf besar atau angka.")},
    )
    area = AreaField(label=_("Wilayah"))
    field_order = ("kind", "name", "code", "area")

    def __init__(self, *args: Any, inside: tuple[int, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _narrow(self, inside)


class Day(Form):
    """One day."""

    day = DayField(label=_("Sejak hari"))


class NewAccount(Form):
    """A person who will sign in."""

    name = forms.CharField(label=_("Nama lengkap"), max_length=120)
    username = forms.RegexField(
        USERNAME,
        label=_("Nama pengguna"),
        help_text=_("Huruf kecil, angka, titik; misalnya ara.nurhayati."),
        error_messages={"invalid": _("Nama pengguna memakai huruf kecil, angka, titik atau strip; sedikitnya 3.")},
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
    )
    phone = forms.CharField(label=_("Telepon"), max_length=40, required=False)
    email = forms.EmailField(label=_("Surel"), required=False)
    area = AreaField(label=_("Wilayah tempat akun diurus"))

    def __init__(self, *args: Any, inside: tuple[int, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _narrow(self, inside)


class Contact(Form):
    """Name and contact of an account."""

    name = forms.CharField(label=_("Nama lengkap"), max_length=120)
    phone = forms.CharField(label=_("Telepon"), max_length=40, required=False)
    email = forms.EmailField(label=_("Surel"), required=False)


class NewInvitation(Form):
    """Whether the second factor goes as well."""

    drops_factor = forms.BooleanField(label=_("Ponselnya hilang: lepas juga faktor keduanya"), required=False)


class NewAppointment(Form):
    """A letter that makes a person something somewhere."""

    sk_number = forms.CharField(label=_("Nomor SK"), max_length=80)
    sk_date = DayField(label=_("Tanggal SK"))
    role = forms.ChoiceField(label=_("Sebagai"))
    office = forms.CharField(label=_("Kode kantor"), help_text=_("Lihat kodenya di halaman Kantor."))
    area = AreaField(label=_("Wilayah tugas"), required=False, help_text=_("Kosong berarti wilayah kantornya."))
    fields_served = forms.MultipleChoiceField(
        label=_("Bidang layanan"), choices=ServiceField.choices, widget=CheckCards, required=False
    )
    valid_from = DayField(label=_("Hari pertama bertugas"))
    valid_to = DayField(label=_("Hari terakhir bertugas"))

    def __init__(
        self, *args: Any, roles: list[Role], offices: QuerySet[Office], inside: tuple[int, int], **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self._offices = offices
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]
        _narrow(self, inside)
        near = list(offices[: FEW + 1])
        if len(near) <= FEW:
            choices = [("", _("Pilih kantor")), *((office.code, office.name) for office in near)]
            self.fields["office"] = forms.ChoiceField(label=_("Kantor"), choices=choices)

    def clean_office(self) -> Office:
        """The office of that code, if it is one of those that may be chosen."""
        office = self._offices.filter(code=self.cleaned_data["office"].strip().upper()).first()
        if office is None:
            raise ValidationError(_t("Kantor dengan kode ini tidak ada di daerah penugasan Anda."))
        return office


FEW = 400
"""Offices that still fit into one list to choose from."""


class EndOfAppointment(Form):
    """Why, and when."""

    reason = forms.ChoiceField(label=_("Alasan"), choices=AppointmentEnd.choices)
    last_day = DayField(
        label=_("Hari terakhir"),
        required=False,
        help_text=_("Kosong berarti berakhir sekarang juga, mulai halaman berikutnya."),
    )


class NewClosure(Form):
    """A day off of an office or an area."""

    day = DayField(label=_("Hari"))
    reason = forms.CharField(
        label=_("Sebab"), max_length=120, help_text=_("Misalnya: HUT Kabupaten, pemilihan kepala desa.")
    )
    office = forms.CharField(
        label=_("Kode kantor"),
        max_length=16,
        required=False,
        help_text=_("Kosong berarti semua kantor di wilayah Anda."),
    )

    def clean_office(self) -> Office | None:
        """The office of that code."""
        code = self.cleaned_data["office"].strip().upper()
        if not code:
            return None
        office = Office.objects.select_related("area").filter(code=code).first()
        if office is None:
            raise ValidationError(_t("Kantor dengan kode ini tidak ada."))
        return office
