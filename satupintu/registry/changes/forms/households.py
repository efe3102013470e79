"""Proposals about a household: new, split, poor no longer."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import DayField
from satupintu.lib.names import name_key
from satupintu.lib.nik import Sex, read_kk, read_nik
from satupintu.registry.changes import frozen
from satupintu.registry.changes.forms.base import WHY, ProposalForm, digits
from satupintu.registry.changes.words import Kind
from satupintu.registry.people.forms import PlaceForm
from satupintu.registry.people.words import Relationship

STAYS = ""


class NotPoorForm(ProposalForm):
    """That a household is poor no longer: nothing but why."""

    kind = Kind.NOT_POOR

    def told(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """From poor to able."""
        return {"welfare": "poor"}, {"welfare": "able"}, {}


def kk_field(*, required: bool) -> forms.CharField:
    """A KK number to type."""
    return forms.CharField(
        label=_("Nomor KK baru") if required else _("Nomor KK"),
        required=required,
        max_length=30,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )


class SplitForm(ProposalForm, PlaceForm):
    """Who leaves a household with a family card of their own, and where they live."""

    kind = Kind.SPLIT_CARD
    kk_number = kk_field(required=True)
    private = ("kk_number", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assert self.household is not None
        self.seats = {
            f"member_{seat.person_id}": seat for seat in self.household.members.now().select_related("person")
        }
        sent = (
            {one["pk"]: one["relationship"] for one in self.request.details.get("members", [])} if self.request else {}
        )
        for name, seat in self.seats.items():
            self.fields[name] = forms.ChoiceField(
                label=seat.person.shown_name,
                choices=[(STAYS, _("Tetap di keluarga ini")), *Relationship.choices()],
                required=False,
                initial=sent.get(seat.person_id, STAYS),
            )
        self.groups = (
            (_("Siapa yang pindah ke KK baru, dan sebagai apa?"), tuple(self.seats)),
            (_("KK dan alamat baru"), ("kk_number", *frozen.HOME)),
            WHY,
        )

    def handed_on(self) -> dict[str, Any]:
        """Who types."""
        return {"by": self.by}

    def shown(self) -> dict[str, Any]:
        """The address stays unless it is changed."""
        assert self.household is not None
        sent = self.request.after if self.request else {}
        return super().shown() | frozen.home_of(self.household) | sent

    def clean_kk_number(self) -> str:
        """Sixteen digits."""
        return digits(self.cleaned_data["kk_number"], read_kk)

    def clean(self) -> dict[str, Any]:
        """Some leave, one of them as the head, and somebody stays."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        leaving = [typed[name] for name in self.seats if typed.get(name)]
        if leaving.count(Relationship.HEAD) != 1:
            raise forms.ValidationError(_("Pilih satu orang sebagai kepala keluarga di KK baru."))
        if len(leaving) == len(self.seats):
            raise forms.ValidationError(_("Sedikitnya satu orang tetap di keluarga lama."))
        return typed

    def told(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """The old home and cards, the new ones, and who leaves."""
        assert self.household is not None
        typed = self.cleaned_data
        leaving = [(seat, typed[name]) for name, seat in self.seats.items() if typed.get(name)]
        members = [
            {
                "pk": seat.person_id,
                "name": seat.person.shown_name,
                "relationship": word,
                "was": seat.relationship,
            }
            for seat, word in leaving
        ]
        cards = sorted({frozen.card_of(seat.person_id) for seat, _word in leaving} - {""})
        before = frozen.home_of(self.household) | {"kk_number": ", ".join(cards), "relationship": ""}
        place = self.place()
        after = {name: place[name] for name in frozen.HOME} | {"kk_number": typed["kk_number"]}
        people = [seat.person_id for seat, _word in leaving]
        return before, after, {"members": members, "people": people}


SEATS = 8
"""People whom one form takes down with a new household."""


class HouseholdForm(ProposalForm, PlaceForm):
    """A household that nobody knows yet, with everybody in it."""

    kind = Kind.NEW_HOUSEHOLD
    kk_number = kk_field(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.private = ("kk_number", "reason", *(f"{name}_{at}" for at in range(SEATS) for name in ("name", "nik")))
        blocks = []
        for at in range(SEATS):
            for name, field in _seat_fields(at).items():
                self.fields[f"{name}_{at}"] = field
            legend = _("Kepala keluarga") if at == 0 else _("Anggota %(number)s") % {"number": at + 1}
            blocks.append((legend, tuple(f"{name}_{at}" for name in _seat_fields(at))))
        self.groups = ((_("Di mana"), (*frozen.HOME, "kk_number")), *blocks, WHY)

    def handed_on(self) -> dict[str, Any]:
        """Who types."""
        return {"by": self.by}

    def shown(self) -> dict[str, Any]:
        """What was sent before."""
        if not self.request:
            return super().shown()
        told = super().shown() | {name: self.request.after.get(name, "") for name in (*frozen.HOME, "kk_number")}
        for at, one in enumerate(self.request.details.get("members", [])):
            told |= {f"{name}_{at}": one.get(name, "") for name in _seat_fields(at)}
        return told

    def clean_kk_number(self) -> str:
        """Sixteen digits or nothing."""
        return digits(self.cleaned_data["kk_number"], read_kk)

    def clean(self) -> dict[str, Any]:
        """Whoever is named has a relation to the head."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        for at in range(SEATS):
            name = (typed.get(f"name_{at}") or "").strip()
            if name and not name_key(name):
                self.add_error(f"name_{at}", _("Tulis namanya dengan huruf."))
            if name and at and not typed.get(f"relationship_{at}"):
                self.add_error(f"relationship_{at}", _("Pilih hubungannya dengan kepala keluarga."))
            self._check_nik(f"nik_{at}", typed)
        return typed

    def _check_nik(self, name: str, typed: dict[str, Any]) -> None:
        try:
            typed[name] = digits(typed.get(name) or "", read_nik)
        except forms.ValidationError as problem:
            self.add_error(name, problem)

    def title(self) -> str:
        """The head's name."""
        return " ".join(str(self.cleaned_data["name_0"]).split())

    def newcomers(self) -> Sequence[frozen.Plain]:
        """Everybody in it."""
        members: list[frozen.Plain] = self.told()[2]["members"]
        return members

    def told(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """Where it lives, and everybody in it."""
        typed = self.cleaned_data
        place = self.place()
        after = {name: place[name] for name in frozen.HOME if place[name]}
        if typed["kk_number"]:
            after["kk_number"] = typed["kk_number"]
        members = []
        for at in range(SEATS):
            if not typed[f"name_{at}"].strip():
                continue
            told = {name: frozen.plain(typed.get(f"{name}_{at}")) for name in _seat_fields(at)}
            told |= {"name": " ".join(told["name"].split()), "kk_number": typed["kk_number"]}
            told["relationship"] = told.get("relationship") or Relationship.HEAD.value
            members.append({name: value for name, value in told.items() if value})
        return {}, after, {"members": members}


def _seat_fields(at: int) -> dict[str, forms.Field]:
    """The few questions about one person of a new household; the first is the head."""
    asked: dict[str, forms.Field] = {
        "name": forms.CharField(label=_("Nama lengkap"), max_length=120, required=at == 0),
        "nik": forms.CharField(
            label=_("NIK"), max_length=30, required=False, widget=forms.TextInput({"inputmode": "numeric"})
        ),
        "sex": forms.ChoiceField(
            label=_("Jenis kelamin"), choices=lambda: [("", _("Belum diketahui")), *Sex.choices()], required=False
        ),
        "birth_date": DayField(label=_("Tanggal lahir"), required=False, no_future=True),
    }
    if at:
        others = lambda: [("", _("Pilih")), *(one for one in Relationship.choices() if one[0] != "head")]  # noqa: E731
        asked["relationship"] = forms.ChoiceField(label=_("Hubungan"), choices=others, required=False)
    return asked
