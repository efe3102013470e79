"""Proposals about one person: put right, new in a household, moved in, died, moved out."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import CheckCards, DayField
from satupintu.registry.changes import frozen, rules
from satupintu.registry.changes.actions import Proposal
from satupintu.registry.changes.forms.base import WHY, ProposalForm
from satupintu.registry.changes.words import Kind
from satupintu.registry.people.forms import ASKED, PersonForm
from satupintu.registry.people.models import HouseholdMember
from satupintu.registry.people.rules import trait_code
from satupintu.registry.people.words import LISTS, DepartureBasis, DepartureKind, Relationship


class CorrectionForm(ProposalForm, PersonForm):
    """A person as they should be; only what differs from what stands now is proposed."""

    kind = Kind.CORRECTION
    groups = (*PersonForm.groups[:3], WHY)
    private = (*PersonForm.private, "reason")

    def handed_on(self) -> dict[str, Any]:
        """Whose fields they are."""
        return {"by": self.by, "person": self.person}

    def shown(self) -> dict[str, Any]:
        """What stands now, with what was proposed before laid over it."""
        assert self.person is not None
        known = frozen.of_person(self.person) | (self.request.after if self.request else {})
        return super().shown() | as_fields(known)

    def told(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """Only the fields that differ."""
        assert self.person is not None
        now = frozen.of_person(self.person)
        wanted = frozen.of_particulars(self.particulars(), self.cleaned_data["kk_number"])
        fields = rules.differences(now, wanted, frozen.FIELDS)
        return {name: now[name] for name in fields}, {name: wanted[name] for name in fields}, {}


def as_fields(known: dict[str, Any]) -> dict[str, Any]:
    """What was frozen, as the fields of a person's form show it; a code of another list stays unseen."""
    told = {name: known.get(name) or "" for name in frozen.FIELDS if name != "traits"}
    for variable in ASKED:
        found = trait_code(variable, (known.get("traits") or {}).get(variable.value))
        first = LISTS[variable][0]
        mine = found and (found.system, found.version) == (first.system, first.version)
        told[variable.value] = found.code if found and mine else ""
    return told


class MemberForm(ProposalForm, PersonForm):
    """Somebody who is new to a household that is known."""

    kind = Kind.NEW_MEMBER
    relationship = forms.ChoiceField(
        label=_("Hubungan dengan kepala keluarga"),
        choices=lambda: [one for one in Relationship.choices() if one[0] != Relationship.HEAD],
    )
    groups = ((_("Keluarga"), ("relationship",)), *PersonForm.groups[:3], WHY)
    private = (*PersonForm.private, "reason")

    def handed_on(self) -> dict[str, Any]:
        """Who types."""
        return {"by": self.by}

    def shown(self) -> dict[str, Any]:
        """The address of the household, or what was sent before."""
        home = frozen.home_of(self.household) if self.household else {}
        if not self.request:
            return super().shown() | home
        more = {name: self.request.after.get(name, "") for name in ("relationship", "origin", "happened_on")}
        return super().shown() | as_fields(self.request.after) | more

    def title(self) -> str:
        """The newcomer's name."""
        return " ".join(str(self.cleaned_data["name"]).split())

    def proposal(self) -> Proposal:
        """A newcomer is no person of the register yet."""
        self.person = None
        return super().proposal()

    def newcomers(self) -> Sequence[frozen.Plain]:
        """The one whom it is about."""
        return [self.told()[1]]

    def told(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """Everything about the newcomer; nothing stood there before."""
        said = frozen.of_particulars(self.particulars(), self.cleaned_data["kk_number"])
        after = {name: value for name, value in said.items() if value}
        if self.cleaned_data.get("relationship"):
            after["relationship"] = self.cleaned_data["relationship"]
        return {}, after, {}


class MovingInForm(MemberForm):
    """Somebody who came from elsewhere, alone or to a household that is known."""

    kind = Kind.MOVING_IN
    origin = forms.CharField(label=_("Pindah dari mana?"), max_length=160)
    happened_on = DayField(label=_("Sejak tanggal"), no_future=True)
    groups = ((_("Kepindahan"), ("origin", "happened_on", "relationship")), *PersonForm.groups[:3], WHY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.household is None:
            del self.fields["relationship"]

    def told(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """The newcomer, where from and since when."""
        before, after, details = super().told()
        typed = self.cleaned_data
        after |= {"origin": typed["origin"], "happened_on": typed["happened_on"].isoformat()}
        return before, after, details


class DeathForm(ProposalForm):
    """That somebody died: when, and who says so."""

    kind = Kind.DEATH
    departure = DepartureKind.DIED
    happened_on = DayField(label=_("Tanggal kejadian"), no_future=True)
    departure_basis = forms.ChoiceField(
        label=_("Menurut"), choices=lambda: [one for one in DepartureBasis.choices() if one[0] != DepartureBasis.FILE]
    )
    groups: Any = ((_("Kejadian"), ("happened_on", "departure_basis")), WHY)

    def shown(self) -> dict[str, Any]:
        """What was sent before."""
        told = super().shown()
        if self.request:
            told |= {name: self.request.after.get(name) for name in ("happened_on", "departure_basis", "destination")}
        return told

    def told(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """Present before, gone after."""
        typed = self.cleaned_data
        assert self.person is not None
        after = {
            "departure": self.departure.value,
            "happened_on": typed["happened_on"].isoformat(),
            "departure_basis": typed["departure_basis"],
        }
        before = {"departure": frozen.departure_of(self.person.pk)}
        return before, after, {"people": [self.person.pk], "names": [self.person.shown_name]}


class MovingOutForm(DeathForm):
    """That somebody moved away, with whom and where to."""

    kind = Kind.MOVING_OUT
    departure = DepartureKind.MOVED
    destination = forms.CharField(label=_("Pindah ke mana?"), max_length=160)
    along = forms.TypedMultipleChoiceField(
        label=_("Siapa yang ikut pindah?"), coerce=int, required=False, widget=CheckCards
    )
    groups: Any = ((_("Kepindahan"), ("happened_on", "destination", "departure_basis", "along")), WHY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        home = frozen.household_of(self.person) if self.person else None
        seats = home.members.now().select_related("person") if home else HouseholdMember.objects.none()
        self.others = {seat.person_id: seat.person for seat in seats if seat.person_id != self.person_pk}
        if not self.others:
            del self.fields["along"]
            return
        field = self.fields["along"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = [(pk, one.shown_name) for pk, one in self.others.items()]
        if self.request:
            field.initial = [pk for pk in self.request.details.get("people", []) if pk in self.others]

    @property
    def person_pk(self) -> int:
        """The number of whom it is about."""
        return self.person.pk if self.person else 0

    def told(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """The same as a death, for everybody who goes."""
        before, after, details = super().told()
        for pk in self.cleaned_data.get("along") or []:
            details["people"].append(pk)
            details["names"].append(self.others[pk].shown_name)
        return before, after | {"destination": self.cleaned_data["destination"]}, details
