"""A visit as it is written down and changed."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.documents.forms import UploadField
from satupintu.engine.documents.inspection import Inspected
from satupintu.engine.ui.forms import Cards, CheckCards, DayField, FilterForm
from satupintu.foundation.access.steps import StepForm
from satupintu.foundation.areas.coordinates import CoordinatesField
from satupintu.foundation.areas.forms import AreaField
from satupintu.foundation.offices.models import Appointment
from satupintu.work.daybook.actions import Trip, today_of
from satupintu.work.daybook.forms.days import still_open
from satupintu.work.daybook.models import Visit
from satupintu.work.daybook.models.visits import VisitQuerySet
from satupintu.work.daybook.words import Survey, VisitKind, VisitResult

LONG = {"rows": 4}
PHOTOS = ("photo1", "photo2")


class PhotosForm(StepForm):
    """Photos of what was seen there, for every form that tells of a visit."""

    photo1 = UploadField(label=_("Foto"), required=False, help_text=_("JPG atau PNG, paling besar 5 MB."))
    photo2 = UploadField(label=_("Foto lagi"), required=False)

    def photos(self) -> list[Inspected]:
        """What was sent along."""
        return [self.cleaned_data[name] for name in PHOTOS if self.cleaned_data.get(name)]


def _who(obj: Any) -> str:
    return f"{obj.account.name} · {obj.role_word.label}"


class _Told(StepForm):
    """What is told of any visit."""

    kind = forms.TypedChoiceField(choices=VisitKind.choices, coerce=VisitKind, label=_("Jenis"), widget=Cards())
    on = DayField(label=_("Tanggal"), no_future=True)
    about = forms.CharField(
        label=_("Siapa yang dikunjungi?"),
        help_text=_("Nama orang atau keluarga. Boleh kosong."),
        required=False,
        max_length=160,
    )
    result = forms.TypedChoiceField(choices=VisitResult.choices, coerce=VisitResult, label=_("Hasil"), widget=Cards())
    findings = forms.CharField(
        label=_("Apa yang ditemukan?"), required=False, widget=forms.Textarea(LONG), max_length=5000
    )
    surveys = forms.TypedMultipleChoiceField(
        choices=Survey.choices, coerce=Survey, label=_("Pendataan"), widget=CheckCards(), required=False
    )
    place = forms.CharField(label=_("RT/RW atau dusun"), required=False, max_length=120)
    coordinates = CoordinatesField()

    private = ("about", "findings", "place", "coordinates")


class VisitForm(PhotosForm, _Told):
    """A visit to write down. ``subject`` is the person, household or other row it is about, or None.

    Whatever has a village needs no question for it. A room that brings its own matter calls ``trip(origin=…)``.
    """

    visitor = forms.ModelChoiceField(Appointment.objects.none(), label=_("Siapa yang berkunjung?"))
    village = AreaField(level=4, label=_("Desa/kelurahan"), help_text=_("Nama atau kode desa/kelurahan."))

    groups = (
        (_("Kunjungan"), ("kind", "on", "visitor", "about")),
        (_("Hasil"), ("result", "findings", "surveys")),
        (_("Tempat"), ("village", "place", "coordinates")),
        (_("Foto"), PHOTOS),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = today_of(self.by)
        visitor = self.fields["visitor"]
        assert isinstance(visitor, forms.ModelChoiceField)
        visitor.queryset = Appointment.objects.valid_on(today).with_place().filter(office_id=self.by.office_id)
        visitor.label_from_instance = _who  # type: ignore[method-assign]
        visitor.initial, self.fields["on"].initial = self.by, today
        known = getattr(self.subject, "village_id", None)
        if known is not None or (self.by.area is not None and self.by.area.level == 4):
            del self.fields["village"]
        else:
            self.fields["village"].narrow(level=4, inside=self.by.span)  # type: ignore[attr-defined]

    def clean_on(self) -> date:
        """A day that may still be written about."""
        return still_open(self.cleaned_data["on"], self.by)

    def trip(self, **known: Any) -> Trip:
        """What was typed, as the action takes it; ``known`` is what the page knows: person, household, origin …"""
        left_out = {"visitor", "village", *PHOTOS}
        words = {name: value for name, value in self.cleaned_data.items() if name not in left_out}
        village = self.cleaned_data.get("village")
        number = village.number if village else getattr(self.subject, "village_id", None) or self.by.area_id
        return Trip(village_id=number, **(words | {name: value for name, value in known.items() if value}))


class ChangeVisitForm(_Told):
    """What was written about a visit, to be put right."""

    groups = ((_("Tempat"), ("place", "coordinates")),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        visit: Visit = kwargs["subject"]
        shown: dict[str, Any] = {
            name: getattr(visit, name) for name in ("kind", "on", "about", "result", "place", "surveys")
        }
        shown |= {"findings": visit.finding.text, "coordinates": (visit.latitude, visit.longitude)}
        super().__init__(*args, initial=shown, seen=visit.version, **kwargs)

    def changes(self) -> dict[str, Any]:
        """What the action sets."""
        words = {name: value for name, value in self.cleaned_data.items() if name not in {"findings", "coordinates"}}
        latitude, longitude = self.cleaned_data["coordinates"] or (None, None)
        words["surveys"] = [survey.value for survey in words["surveys"]]
        return words | {"latitude": latitude, "longitude": longitude}


class VisitFilter(FilterForm):
    """What a list of visits can be narrowed by."""

    kind = forms.ChoiceField(label=_("Jenis"))
    result = forms.ChoiceField(label=_("Hasil"))
    start = DayField(label=_("Dari tanggal"))
    end = DayField(label=_("Sampai tanggal"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, word in (("kind", VisitKind), ("result", VisitResult)):
            self.fields[name].choices = [("", _("Semua")), *word.choices()]  # type: ignore[attr-defined]

    def narrow(self, rows: VisitQuerySet) -> VisitQuerySet:
        """The rows that the filter lets through."""
        words = self.cleaned_data
        asked = {"kind": words.get("kind"), "result": words.get("result")}
        asked |= {"on__gte": words.get("start"), "on__lte": words.get("end")}
        return rows.filter(**{name: value for name, value in asked.items() if value})
