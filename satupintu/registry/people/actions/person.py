"""Registering a person and changing what is known about them."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from satupintu.engine.actions import Refused, action
from satupintu.engine.events import record
from satupintu.registry.people.actions.place import inside
from satupintu.registry.people.actions.restriction import may_be_changed
from satupintu.registry.people.models import (
    CardMember,
    Consent,
    Departure,
    FamilyCard,
    Household,
    HouseholdMember,
    ListMembership,
    NameToken,
    Person,
    Restriction,
    Unverified,
)
from satupintu.registry.people.rules import Particulars
from satupintu.registry.people.words import ConsentForm, ConsentPurpose, DepartureBasis, DepartureKind, Relationship

FOLLOWERS = (HouseholdMember, CardMember, Departure, ListMembership, Consent, Restriction, Unverified)
"""Rows that are seen from the village of their person and move along with it."""


@dataclass(frozen=True, slots=True)
class Absence:
    """That a person is no longer here: why, since when, and who says so."""

    kind: DepartureKind
    basis: DepartureBasis
    happened_on: date | None = None


@action("person.register")
def register(
    *,
    by: Any,
    who: Particulars,
    household: Household | None = None,
    relationship: str = "",
    kk_number: str = "",
    consent: str = "",
) -> Person:
    """Register a person, in a household and on a family card if these are given.

    ``consent`` is the form in which they allowed their data to be used for services, if they did.
    Raises Refused outside the own area.
    """
    inside(by, who.village)
    if household is not None and household.village_id != who.village:
        raise Refused("Keluarga ini tercatat di desa lain.")
    person = Person(**_columns(who))
    person.save()
    NameToken.objects.renew([person])
    record("person.registered", person, by=by, nik=bool(person.nik) or None, consent=consent)
    if household is not None:
        _move_in(person, household, Relationship(relationship or Relationship.OTHER), by)
    if kk_number:
        put_on_card(person, kk_number, Relationship(relationship) if relationship else None)
    if consent:
        Consent.objects.create(
            person=person,
            village_id=person.village_id,
            purpose=ConsentPurpose.SERVICE,
            form=ConsentForm(consent),
            given_on=timezone.localdate(),
        )
    return person


@action("person.change")
def change(
    person: Person,
    *,
    by: Any,
    who: Particulars,
    kk_number: str | None = None,
    absence: Absence | None = None,
    returned: bool = False,
) -> Person:
    """Change what is known about a person; only what differs is written down, by its field, never its value.

    ``kk_number`` puts them on that family card (None leaves it, "" takes them off). ``absence`` says that they died or
    moved, ``returned`` takes that back. Raises Refused when the new village lies outside the own area,
    WrongState while their data rest.
    """
    may_be_changed(person.pk)
    old_name, old_year, old_village = person.name, person.birth_year, person.village_id
    changed = _differences(person, who)
    if "village_id" in changed:
        inside(by, who.village)
    if changed:
        person.save()
        if (person.name, person.birth_year, person.village_id) != (old_name, old_year, old_village):
            NameToken.objects.renew([person])
        record("person.changed", person, by=by, fields=sorted(changed))
    if person.village_id != old_village:
        _carry_along(person)
    if kk_number is not None:
        _change_card(person, kk_number, by)
    if absence is not None or returned:
        _depart_or_return(person, absence, by)
    return person


def _columns(who: Particulars) -> dict[str, Any]:
    columns = asdict(who)
    columns["village_id"] = columns.pop("village")
    columns["nik"] = columns["nik"] or None
    columns["name"] = " ".join(who.name.split())
    columns["traits"] = {variable: list(stored) for variable, stored in who.traits.items() if stored}
    if who.birth_date is not None:
        columns["birth_year"] = who.birth_date.year
    return columns


def _differences(person: Person, who: Particulars) -> set[str]:
    """Set on the person what differs; answer the names of those fields."""
    changed = {name for name, value in _columns(who).items() if getattr(person, name) != value}
    for name, value in _columns(who).items():
        setattr(person, name, value)
    return changed


def _carry_along(person: Person) -> None:
    for model in FOLLOWERS:
        model.objects.filter(person=person).update(village_id=person.village_id)


def _move_in(person: Person, household: Household, relationship: Relationship, by: Any) -> None:
    HouseholdMember.objects.create(
        household=household,
        person=person,
        village_id=person.village_id,
        relationship=relationship,
        since=timezone.localdate(),
    )
    record("household.joined", household, by=by, person=person.pk, relationship=relationship)


def put_on_card(person: Person, kk_number: str, relationship: Relationship | None = None) -> None:
    """Put a person on the family card of that number, off any other, as of today."""
    known = FamilyCard.objects.with_number(kk_number).filter(village_id=person.village_id)
    card = known.first() or FamilyCard.objects.create(kk_number=kk_number, village_id=person.village_id)
    now = CardMember.objects.now().filter(person=person)
    if now.filter(card=card).exists():
        return
    today = timezone.localdate()
    now.update(until=today)
    CardMember.objects.create(
        card=card, person=person, village_id=person.village_id, relationship=relationship or "", since=today
    )


def _change_card(person: Person, kk_number: str, by: Any) -> None:
    now = CardMember.objects.now().filter(person=person)
    held = now.values_list("card__kk_number", flat=True).first() or ""
    if held == kk_number:
        return
    if kk_number:
        put_on_card(person, kk_number)
    else:
        now.update(until=timezone.localdate())
    record("person.card_changed", person, by=by)


def _depart_or_return(person: Person, absence: Absence | None, by: Any) -> None:
    standing = Departure.objects.standing().filter(person=person)
    if absence is None:
        if standing.update(revoked_on=timezone.localdate()):
            record("person.returned", person, by=by)
        return
    if standing.filter(kind=absence.kind, happened_on=absence.happened_on).exists():
        return
    standing.update(revoked_on=timezone.localdate())
    Departure.objects.create(
        person=person,
        village_id=person.village_id,
        kind=absence.kind,
        basis=absence.basis,
        happened_on=absence.happened_on,
    )
    record("person.departed", person, by=by, kind=absence.kind, basis=absence.basis)


__all__ = ["Absence", "change", "put_on_card", "register"]
