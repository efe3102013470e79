"""A resource as an officer types it."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import DayField, FilterForm, Form
from satupintu.engine.ui.forms.widgets import Cards
from satupintu.foundation.areas.coordinates import CoordinatesField
from satupintu.foundation.areas.forms import AreaField
from satupintu.foundation.offices.models import Appointment
from satupintu.work.partners.models import Resource, ResourceQuerySet
from satupintu.work.partners.words import EndReason, Kind


class ResourceFilter(FilterForm):
    """By kind, by name, and those that somebody should ask about."""

    kind = forms.ChoiceField(label=_("Jenis"), choices=lambda: [("", _("Semua")), *Kind.choices()])
    name = forms.CharField(label=_("Nama atau layanan"), max_length=80)
    state = forms.ChoiceField(
        label=_("Keadaan"),
        choices=[("", _("Masih ada")), ("stale", _("Perlu dipastikan lagi")), ("ended", _("Tidak ada lagi"))],
    )

    def narrow(self, rows: ResourceQuerySet) -> ResourceQuerySet:
        """The rows that were asked for; without words those that are still there."""
        words = self.cleaned_data
        rows = rows.filter(ended_on__isnull=False) if words["state"] == "ended" else rows.active()
        if words["state"] == "stale":
            rows = rows.stale(timezone.localdate())
        if words["kind"]:
            rows = rows.filter(kind=words["kind"])
        for word in words["name"].split():
            rows = rows.filter(Q(name__icontains=word) | Q(offers__icontains=word))
        return rows


class ResourceForm(Form):
    """Who or what it is, what it offers, where it is."""

    kind = forms.ChoiceField(label=_("Jenis"), choices=Kind.choices)
    name = forms.CharField(label=_("Nama orang, kelompok, atau lembaga"), max_length=120)
    village = AreaField(label=_("Wilayah kerja"), help_text=_("Desa, kecamatan, atau kabupaten."))
    offers = forms.CharField(
        label=_("Yang dapat dibantu"),
        help_text=_("Misalnya: pendampingan lansia, kursi roda pinjaman, pelatihan menjahit."),
        max_length=300,
        required=False,
    )
    capacity = forms.IntegerField(
        label=_("Dapat melayani berapa orang"), min_value=0, max_value=100_000, required=False
    )
    contact = forms.CharField(label=_("Yang dihubungi"), max_length=120, required=False)
    phone = forms.RegexField(
        label=_("Telepon"),
        regex=r"^\+?[0-9 ()-]{6,20}$",
        max_length=20,
        required=False,
        error_messages={"invalid": _("Tulis nomor telepon dengan angka, misalnya 0812 3456 7890.")},
    )
    address = forms.CharField(label=_("Alamat"), max_length=200, required=False)
    coordinates = CoordinatesField()
    legal_number = forms.CharField(label=_("Nomor SK, akta, atau izin"), max_length=80, required=False)
    legal_until = DayField(label=_("Berlaku sampai"), required=False)

    groups = (
        (_("Siapa?"), ("kind", "name", "village", "contact", "phone")),
        (_("Apa yang dapat dibantu?"), ("offers", "capacity")),
        (_("Di mana, dan atas dasar apa?"), ("address", "coordinates", "legal_number", "legal_until")),
    )

    def __init__(self, *args: Any, by: Appointment, resource: Resource | None = None, **kwargs: Any) -> None:
        if resource is not None:
            first = {name: getattr(resource, name, None) for name in self.base_fields}
            first["coordinates"] = (resource.latitude, resource.longitude)
            kwargs = {"initial": first, "seen": resource.version} | kwargs
        elif by.area is not None:
            kwargs = {"initial": {"village": by.area}} | kwargs
        super().__init__(*args, **kwargs)
        self.own = by.area if by.area is not None and by.area.level == 4 else None
        if self.own is not None:
            del self.fields["village"]  # who works in one village is not asked for it
        else:
            self.fields["village"].narrow(level=None, inside=by.span)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """It works in a village, a kecamatan or a kabupaten, not higher."""
        words: dict[str, Any] = super().clean() or self.cleaned_data
        if words.get("village") and words["village"].level < 2:
            self.add_error("village", _("Pilih desa, kecamatan, atau kabupaten tempatnya bekerja."))
        return words

    @property
    def told(self) -> dict[str, Any]:
        """The fields of the resource with what was typed."""
        words = {name: value for name, value in self.cleaned_data.items() if name != "coordinates"}
        latitude, longitude = self.cleaned_data["coordinates"] or (None, None)
        place = {"village": self.own} if self.own is not None else {}
        return words | place | {"latitude": latitude, "longitude": longitude}


class EndForm(Form):
    """Why it is no longer there, and since when."""

    reason = forms.ChoiceField(label=_("Mengapa tidak ada lagi?"), choices=EndReason.choices, widget=Cards)
    on = DayField(label=_("Sejak tanggal"), required=False, no_future=True)
