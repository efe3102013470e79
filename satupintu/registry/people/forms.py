"""What a human may type about a person or a household."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Cards, DayField, Form
from satupintu.engine.ui.forms.form import Group
from satupintu.foundation.areas.coordinates import CoordinatesField
from satupintu.foundation.areas.forms import AreaField
from satupintu.lib.names import name_key
from satupintu.lib.nik import NotANumber, read_kk, read_nik
from satupintu.registry.people.actions import Absence, Home, Seat
from satupintu.registry.people.models import Household, Person
from satupintu.registry.people.rules import Particulars, trait
from satupintu.registry.people.words import (
    LISTS,
    ConsentForm,
    DepartureBasis,
    DepartureKind,
    Relationship,
    Sex,
    Variable,
)

_WHERE = ("dusun", "rt", "rw", "address")
ASKED = (
    Variable.MARITAL_STATUS,
    Variable.RELIGION,
    Variable.EDUCATION,
    Variable.DISABILITY,
    Variable.ILLNESS,
    Variable.SCHOOLING,
)
"""The coded particulars that a form asks for."""
LEFT = "left"
"""Chosen for a member who no longer lives here."""
NOT_KNOWN = ("", _("Belum diketahui"))


def _rt(label: Any) -> forms.CharField:
    return forms.RegexField(
        r"^\d{1,3}$",
        label=label,
        required=False,
        error_messages={"invalid": _("Tulis dengan angka, misalnya 003.")},
        widget=forms.TextInput({"inputmode": "numeric", "maxlength": 3}),
    )


class PlaceForm(Form):
    """Where somebody lives inside a village; the village itself is asked only of those with more than one."""

    village = AreaField(label=_("Desa/kelurahan"), level=4)
    dusun = forms.CharField(label=_("Dusun/lingkungan"), max_length=60, required=False)
    rt = _rt(_("RT"))
    rw = _rt(_("RW"))
    address = forms.CharField(label=_("Alamat"), max_length=200, required=False)

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        self.by = by
        super().__init__(*args, **kwargs)
        area = by.area
        if area is not None and area.level == 4:
            del self.fields["village"]
        else:
            field = self.fields["village"]
            assert isinstance(field, AreaField)
            field.narrow(level=4, inside=by.span)

    def place(self) -> dict[str, Any]:
        """Village and address as the actions take them; RT and RW with three digits."""
        typed = self.cleaned_data
        village = typed["village"].number if "village" in self.fields else self.by.area_id
        return {
            "village": village,
            **{name: typed[name] for name in ("dusun", "address")},
            **{name: typed[name].zfill(3) if typed[name] else "" for name in ("rt", "rw")},
        }


class PersonForm(PlaceForm):
    """A person as they are registered or changed. Name and village alone must be given."""

    name = forms.CharField(label=_("Nama lengkap"), max_length=120)
    nik = forms.CharField(
        label=_("NIK"),
        required=False,
        max_length=30,
        help_text=_("16 angka di KTP atau KK. Kosongkan kalau belum punya; tetap dilayani."),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    kk_number = forms.CharField(
        label=_("Nomor KK"),
        required=False,
        max_length=30,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    sex = forms.ChoiceField(label=_("Jenis kelamin"), choices=Sex.choices, widget=Cards, required=False)
    birth_date = DayField(label=_("Tanggal lahir"), required=False, no_future=True)
    birth_year = forms.IntegerField(
        label=_("Tahun lahir saja"),
        required=False,
        min_value=1890,
        max_value=2100,
        help_text=_("Isi ini kalau tanggalnya tidak diketahui. Perkiraan pun boleh."),
    )
    birth_place = forms.CharField(label=_("Tempat lahir"), max_length=80, required=False)
    mother_name = forms.CharField(label=_("Nama ibu kandung"), max_length=120, required=False)
    occupation = forms.CharField(label=_("Pekerjaan"), max_length=80, required=False)

    groups: Any = (
        (_("Siapa"), ("name", "nik", "kk_number", "sex", "birth_date", "birth_year", "birth_place", "mother_name")),
        (_("Di mana"), ("village", *_WHERE)),
        (_("Keterangan"), (*(variable.value for variable in ASKED), "occupation")),
        (_("Keadaan"), ("presence", "happened_on", "basis")),
        (_("Keluarga"), ("relationship", "consent")),
        (_("Sudah diperiksa?"), ("sure",)),
    )
    private: Any = ("name", "nik", "kk_number", "mother_name", "birth_date")

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        self.person = person
        super().__init__(*args, **kwargs)
        for variable in ASKED:
            codes = LISTS[variable][0]
            self.fields[variable.value] = forms.ChoiceField(
                label=variable.label, choices=[NOT_KNOWN, *codes.choices()], required=False
            )

    def clean_name(self) -> str:
        """A name with a letter in it."""
        name: str = self.cleaned_data["name"]
        if not name_key(name) or not any(sign.isalpha() for sign in name):
            raise forms.ValidationError(_("Tulis namanya dengan huruf."))
        return name

    def clean_nik(self) -> str:
        """Sixteen digits or nothing; whether they are odd is a caution, told apart."""
        return _digits(self.cleaned_data["nik"], read_nik)

    def clean_kk_number(self) -> str:
        """Sixteen digits or nothing."""
        return _digits(self.cleaned_data["kk_number"], read_kk)

    def particulars(self) -> Particulars:
        """What was typed, as the actions take it. Codes of other lists that nobody touched stay as they were."""
        typed = self.cleaned_data
        plain = ("name", "nik", "sex", "birth_date", "birth_year", "birth_place", "mother_name", "occupation")
        return Particulars(**self.place(), **{name: typed[name] for name in plain}, traits=self._traits())

    def _traits(self) -> dict[str, list[str]]:
        traits = dict(self.person.traits) if self.person else {}
        for variable in ASKED:
            code = self.cleaned_data[variable.value]
            if code:
                traits[variable.value] = trait(variable, code)
            elif self.initial.get(variable.value):
                traits.pop(variable.value, None)
        return traits

    def grouped(self) -> Iterator[Group]:
        """The groups that ask anything."""
        return (group for group in super().grouped() if group.fields)

    def ask_whether_sure(self) -> None:
        """Add the box that has to be ticked when something looks odd."""
        self.fields["sure"] = forms.BooleanField(label=_("Sudah saya periksa, simpan apa adanya"), required=False)


def _digits(text: str, reader: Any) -> str:
    if not text.strip():
        return ""
    try:
        return str(reader(text).digits)
    except NotANumber as problem:
        raise forms.ValidationError(problem.sentence) from None


class RegisterForm(PersonForm):
    """A new person; ``household`` is the one they are to join, if any."""

    consent = forms.ChoiceField(
        label=_("Warga setuju datanya dipakai untuk pelayanan?"),
        choices=lambda: [("", _("Belum ditanya")), *ConsentForm.choices()],
        required=False,
    )

    def __init__(self, *args: Any, household: Household | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if household is not None:
            self.fields["relationship"] = forms.ChoiceField(
                label=_("Hubungan dengan kepala keluarga"),
                choices=[word for word in Relationship.choices() if word[0] != Relationship.HEAD],
            )
            self.fields.pop("village", None)
        self.household = household

    def place(self) -> dict[str, Any]:
        """A new member of a household lives in its village."""
        if self.household is None:
            return super().place()
        self.cleaned_data.setdefault("village", self.household.village)
        return super().place() | {"village": self.household.village_id}


class ChangeForm(PersonForm):
    """What is known about a person, put right."""

    presence = forms.ChoiceField(
        label=_("Sekarang"),
        choices=lambda: [("", _("Tinggal di sini")), *DepartureKind.choices()],
        required=False,
    )
    happened_on = DayField(label=_("Sejak tanggal"), required=False, no_future=True)
    basis = forms.ChoiceField(
        label=_("Menurut"),
        choices=lambda: [("", _("Pilih kalau meninggal atau pindah")), *DepartureBasis.choices()],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Whoever left, left by somebody's word."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("presence") and not typed.get("basis"):
            self.add_error("basis", _("Pilih menurut siapa."))
        return typed

    def absence(self) -> Absence | None:
        """That the person is no longer here, if so."""
        typed = self.cleaned_data
        if not typed["presence"]:
            return None
        return Absence(DepartureKind(typed["presence"]), DepartureBasis(typed["basis"]), typed["happened_on"])


class HouseholdForm(PlaceForm):
    """Where a household lives and what its members are to its head."""

    new_nik = forms.CharField(
        label=_("Tambah anggota yang sudah tercatat (NIK)"),
        required=False,
        max_length=30,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    new_relationship = forms.ChoiceField(
        label=_("Hubungannya"), choices=lambda: [("", _("Pilih")), *Relationship.choices()], required=False
    )
    coordinates = CoordinatesField()
    private = ("new_nik", "coordinates")

    def __init__(self, *args: Any, members: list[tuple[Person, str]], **kwargs: Any) -> None:
        self.members = {f"member_{person.pk}": person for person, _relationship in members}
        super().__init__(*args, **kwargs)
        for person, relationship in members:
            self.fields[f"member_{person.pk}"] = forms.ChoiceField(
                label=person.shown_name,
                choices=[*Relationship.choices(), (LEFT, _("Tidak lagi di keluarga ini"))],
                initial=relationship,
            )
        self.groups = [
            (_("Di mana"), ("village", *_WHERE, "coordinates")),
            (_("Anggota"), (*self.members, "new_nik", "new_relationship")),
        ]

    def clean(self) -> dict[str, Any]:
        """One head at most; a new member is known by a NIK in the own area."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        said = ((person, typed.get(name) or LEFT) for name, person in self.members.items())
        self.seats = [Seat(person, Relationship(word)) for person, word in said if word != LEFT]
        self._add_new(typed)
        if sum(seat.relationship is Relationship.HEAD for seat in self.seats) > 1:
            raise forms.ValidationError(_("Satu keluarga hanya punya satu kepala. Pilih satu."))
        return typed

    def _add_new(self, typed: dict[str, Any]) -> None:
        if not (typed.get("new_nik") or "").strip():
            return
        try:
            found = list(Person.objects.with_nik(read_nik(typed["new_nik"]).digits)[:2])
        except NotANumber as problem:
            self.add_error("new_nik", problem.sentence)
            return
        if len(found) != 1:
            self.add_error(
                "new_nik", _("Tidak ada satu orang dengan NIK ini di wilayah Anda. Cari dulu atau catat baru.")
            )
        elif not typed.get("new_relationship"):
            self.add_error("new_relationship", _("Pilih hubungannya dengan kepala keluarga."))
        else:
            self.seats.append(Seat(found[0], Relationship(typed["new_relationship"])))

    def home(self) -> Home:
        """Where the household lives, as the actions take it."""
        return Home(**self.place(), point=self.cleaned_data["coordinates"] or ())
