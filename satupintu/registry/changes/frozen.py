"""What the register says, as plain values: how a proposal freezes it, and how it is compared with it later."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from satupintu.registry.changes import needs, rules
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.changes.words import Kind
from satupintu.registry.people.models import CardMember, Departure, Household, HouseholdMember, Person
from satupintu.registry.people.rules import Particulars
from satupintu.registry.people.words import Relationship

PLAIN = (
    *("name", "nik", "sex", "birth_date", "birth_year", "birth_place", "mother_name"),
    *("dusun", "rt", "rw", "address", "occupation"),
)
"""The fields of a person that are text, a number or a day."""
FIELDS = (*PLAIN, "traits", "kk_number")
"""All that a correction may change."""
HOME = ("dusun", "rt", "rw", "address")

Plain = dict[str, Any]


def of_person(person: Person) -> Plain:
    """Everything that a correction may change, as JSON can hold it."""
    told: Plain = {name: plain(getattr(person, name)) for name in PLAIN}
    if person.birth_date:
        told["birth_year"] = None
    told["traits"] = {name: list(stored) for name, stored in sorted(person.traits.items())}
    return told | {"kk_number": card_of(person.pk)}


def of_particulars(who: Particulars, kk_number: str) -> Plain:
    """What was typed, in the same form."""
    told: Plain = {name: plain(getattr(who, name)) for name in PLAIN}
    if who.birth_date:
        told["birth_year"] = None
    told["name"] = " ".join(who.name.split())
    told["traits"] = {name: list(stored) for name, stored in sorted(who.traits.items()) if stored}
    return told | {"kk_number": kk_number}


def particulars(told: Mapping[str, Any], village: int) -> Particulars:
    """The same as the actions of people take it."""
    known = {name: told.get(name) for name in PLAIN}
    return Particulars(
        village=village,
        traits=told.get("traits") or {},
        birth_date=_day(known.pop("birth_date")),
        birth_year=known.pop("birth_year") or None,
        **{name: value or "" for name, value in known.items()},
    )


def plain(value: object) -> Any:
    """A value as JSON holds it; nothing is ""."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return "" if value is None else value


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def card_of(person_id: int) -> str:
    """The number of the family card on which a person stands now; "" when on none."""
    card = CardMember.objects.now().filter(person=person_id).values_list("card__kk_number", flat=True).first()
    return card or ""


def departure_of(person_id: int) -> str:
    """Why a person is no longer here, by code; "" when they are."""
    return Departure.objects.standing().filter(person=person_id).values_list("kind", flat=True).first() or ""


def home_of(household: Household) -> Plain:
    """Where a household lives."""
    return {name: getattr(household, name) for name in HOME}


def seats_of(household: Household) -> dict[int, str]:
    """Who lives there now, and what they are to the head."""
    return dict(household.members.now().values_list("person_id", "relationship"))


def now(request: ChangeRequest) -> Plain:
    """What the register says today of exactly the fields that a proposal froze."""
    kind = request.kind_word
    if kind is Kind.CORRECTION and request.person:
        said = of_person(request.person)
        return {field: said.get(field) for field in request.before}
    if kind in {Kind.DEATH, Kind.MOVING_OUT}:
        gone = [departure_of(pk) for pk in request.details.get("people", [])]
        return {"departure": next((one for one in gone if one), "")}
    if kind is Kind.SPLIT_CARD and request.household:
        return _split_now(request)
    if kind in rules.NEEDS:
        return needs.now(request)
    return dict(request.before)


def _split_now(request: ChangeRequest) -> Plain:
    """Home and card of the household that splits; and whether all who are to leave still live there as they did."""
    assert request.household is not None
    seats = seats_of(request.household)
    told = home_of(request.household) | {"kk_number": _cards(request)}
    moved = [one for one in request.details.get("members", []) if seats.get(one["pk"]) != one["was"]]
    if moved:
        told["relationship"] = ", ".join(f"{one['name']}: {_label(seats.get(one['pk'], ''))}" for one in moved)
    else:
        told["relationship"] = request.before.get("relationship", "")
    return told


def _label(code: str) -> str:
    return Relationship(code).label_id if code else "–"


def _cards(request: ChangeRequest) -> str:
    return ", ".join(sorted({card_of(one["pk"]) for one in request.details.get("members", [])} - {""}))


def clashes(request: ChangeRequest) -> list[rules.Clash]:
    """What somebody else changed since the proposal was made, field by field; nobody may write over it."""
    if request.kind_word in rules.NEWCOMERS:
        return _already_here(request)
    if request.kind_word is Kind.CORRECTION and request.person and request.person.version == request.person_version:
        said = now(request) if "kk_number" in request.before else request.before  # a card is no column of the person
        return rules.clashes(request.before, said, request.after)
    return rules.clashes(request.before, now(request), request.after)


def _already_here(request: ChangeRequest) -> list[rules.Clash]:
    """Newcomers whom the register has come to know meanwhile, as far as the reader may see them."""
    found = []
    for told in request.details.get("members") or [request.after]:
        known = _same(told, request)
        if known is not None:
            found.append(rules.Clash("name", "", f"{known.shown_name} ({known.trace})", told["name"]))
    return found


def _same(told: Mapping[str, Any], request: ChangeRequest) -> Person | None:
    """Somebody who is here and bears the NIK; else of that name and year in the village, registered since."""
    here = Person.objects.present()
    if told.get("nik"):
        bearer: Person | None = here.with_nik(told["nik"]).first()
        if bearer:
            return bearer
    year = told.get("birth_year") or (told.get("birth_date") or "")[:4] or None
    twins = here.in_area(request.village_id).called(told["name"]).filter(registered_at__gt=request.proposed_at)
    twin: Person | None = (twins.filter(birth_year=year) if year else twins).first()
    return twin


def household_of(person: Person) -> Household | None:
    """The household in which a person lives now."""
    seat = HouseholdMember.objects.now().filter(person=person).select_related("household").first()
    return seat.household if seat else None
