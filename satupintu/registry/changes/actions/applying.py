"""Applying a ratified proposal: through the actions of people, all of it or nothing, never over a newer change."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from satupintu.engine.actions import Conflict, action
from satupintu.engine.events import record
from satupintu.foundation.access import House, house
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.changes import frozen, needs
from satupintu.registry.changes.models import ChangeRequest, Move
from satupintu.registry.changes.words import Kind, MoveKind
from satupintu.registry.people import actions as people
from satupintu.registry.people.actions import Absence, Home, Seat
from satupintu.registry.people.models import Household, Person, Ppks
from satupintu.registry.people.words import DepartureBasis, DepartureKind, PpksEnd, Relationship

WHY = "menerapkan usulan yang disahkan"


@action("change.apply")
def apply(request: ChangeRequest, *, by: Appointment) -> Move:
    """Let the register say what was ratified. A step of its own, recorded, done once.

    Raises WrongState before ratification; Conflict, with `frozen.clashes` as ``current``, when somebody changed the same
    since: nothing is written then, and both are shown.
    """
    request.must_allow(MoveKind.APPLIED)
    _hold(request)
    found = frozen.clashes(request)
    if found:
        raise Conflict("Data sudah berubah sejak diusulkan. Kembalikan usulan ini ke desa untuk diperbarui.", found)
    village = request.village_id
    with house(WHY, spans=[(village, village + 1)], quietly=True) as doer:
        _APPLY[request.kind_word](request, doer)
    move: Move = request.do(MoveKind.APPLIED, by=by)
    person = request.person_id
    record("change.applied", request, by=by, kind=request.kind_word, person=person)
    return move


def _hold(request: ChangeRequest) -> None:
    """Let nobody change those it is about between the comparison and the application."""
    people_of = request.details.get("people") or [request.person_id]
    rows = Person.objects.filter(pk__in=[pk for pk in people_of if pk]).order_by("pk")
    list(rows.select_for_update(of=("self",)))
    list(Household.objects.filter(pk=request.household_id or 0).select_for_update(of=("self",)))
    list(Ppks.objects.filter(pk=request.details.get("ppks") or 0).select_for_update(of=("self",)))


def _person(request: ChangeRequest, pk: int) -> Person:
    """Somebody a proposal is about. Raises Conflict when they are not in its village any more."""
    found: Person | None = Person.objects.filter(pk=pk, village=request.village_id).first()
    if found is None:
        raise Conflict(_("Orang dalam usulan ini sudah tercatat di desa lain."), [])
    return found


def _correct(request: ChangeRequest, by: House) -> None:
    assert request.person_id is not None
    person = _person(request, request.person_id)
    wanted = frozen.of_person(person) | request.after
    people.change(
        person,
        by=by,
        who=frozen.particulars(wanted, request.village_id),
        kk_number=request.after.get("kk_number"),
    )


def _depart(request: ChangeRequest, by: House) -> None:
    said = request.after
    absence = Absence(
        DepartureKind(said["departure"]),
        DepartureBasis(said["departure_basis"]),
        date.fromisoformat(said["happened_on"]) if said.get("happened_on") else None,
    )
    for pk in request.details["people"]:
        person = _person(request, pk)
        who = frozen.particulars(frozen.of_person(person), request.village_id)
        people.change(person, by=by, who=who, absence=absence)


def _join(request: ChangeRequest, by: House) -> None:
    """A new member of a household, or somebody who moved in, alone or to a household."""
    request.person = _registered(request, by, request.after, household=request.household)


def _registered(request: ChangeRequest, by: House, told: dict[str, Any], **more: Any) -> Person:
    return people.register(
        by=by,
        who=frozen.particulars(told, request.village_id),
        relationship=told.get("relationship", "") if more.get("household") else "",
        kk_number=told.get("kk_number") or "",
        **more,
    )


def _found(request: ChangeRequest, by: House) -> None:
    """A new household with everybody in it."""
    seats = [
        Seat(_registered(request, by, told | frozen_home(request)), Relationship(told["relationship"]))
        for told in request.details["members"]
    ]
    request.household = people.register_household(
        by=by, home=Home(village=request.village_id, **frozen_home(request)), members=seats
    )


def frozen_home(request: ChangeRequest) -> dict[str, Any]:
    """Where the household of a proposal is to live."""
    return {name: request.after.get(name) or "" for name in frozen.HOME}


def _split(request: ChangeRequest, by: House) -> None:
    """Those who leave become a household of their own, on a card of their own."""
    seats = [Seat(_person(request, one["pk"]), Relationship(one["relationship"])) for one in request.details["members"]]
    people.register_household(by=by, home=Home(village=request.village_id, **frozen_home(request)), members=seats)
    for seat in seats:
        who = frozen.particulars(frozen.of_person(seat.person) | frozen_home(request), request.village_id)
        people.change(seat.person, by=by, who=who, kk_number=request.after["kk_number"])


def _add_need(request: ChangeRequest, by: House) -> None:
    """Let a person or household be of a kind; nothing where somebody has written down exactly that meanwhile."""
    if needs.row_of(request) is None:
        people.add_ppks(_whose(request), by=by, kind=needs.need_of(request))


def _end_need(request: ChangeRequest, by: House) -> None:
    """Let them be of it no longer; nothing where it ended on that day and for that reason already."""
    row = needs.row_of(request)
    assert row is not None  # `frozen.clashes` has found it
    if row.until is None:
        because, on = PpksEnd(request.after["ppks_because"]), date.fromisoformat(request.after["ppks_until"])
        people.end_ppks(row, by=by, because=because, on=on)


def _whose(request: ChangeRequest) -> Person | Household:
    """The person or household that a proposal is about. Raises Conflict when they are not in its village any more."""
    if request.person_id is not None:
        return _person(request, request.person_id)
    found: Household | None = Household.objects.filter(pk=request.household_id or 0, village=request.village_id).first()
    if found is None:
        raise Conflict(_("Keluarga dalam usulan ini sudah tercatat di desa lain."), [])
    return found


def _nothing(request: ChangeRequest, by: House) -> None:
    """That a household is poor no longer is no field of the register: the proposal itself says so, to the list's owner."""


_APPLY: dict[Kind, Callable[[ChangeRequest, House], None]] = {
    Kind.CORRECTION: _correct,
    Kind.DEATH: _depart,
    Kind.MOVING_OUT: _depart,
    Kind.NEW_MEMBER: _join,
    Kind.MOVING_IN: _join,
    Kind.NEW_HOUSEHOLD: _found,
    Kind.SPLIT_CARD: _split,
    Kind.NOT_POOR: _nothing,
    Kind.PPKS_ADDED: _add_need,
    Kind.PPKS_ENDED: _end_need,
}
