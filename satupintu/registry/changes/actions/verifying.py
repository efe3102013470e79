"""The ground without a meeting, the visit that looks whether it is true, the check above, and giving back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from satupintu.engine.actions import action
from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.inspection import Inspected
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.changes.models import ChangeRequest, Move, Statement, Verification
from satupintu.registry.changes.words import Finding, MoveKind, ReturnReason


@action("change.vouch")
def vouch(
    request: ChangeRequest, *, by: Appointment, signed_by: str, position: str, signed_on: date, paper: Inspected
) -> Statement:
    """Let a signed statement of full responsibility (SPTJM) carry a proposal instead of a meeting."""
    request.must_allow(MoveKind.AGREED)
    statement = Statement.objects.create(
        request=request,
        village_id=request.village_id,
        clearance=request.clearance,
        signed_by=signed_by,
        position=position,
        signed_on=signed_on,
        paper=attach(request, paper, by=by),
        by=by,
        account_id=by.account_id,
        by_label=by.label,
    )
    request.do(MoveKind.AGREED, by=by)
    record("change.vouched", request, by=by)
    return statement


@dataclass(frozen=True)
class Visit:
    """Who looked, when, where, and what was found. ``confirmed``: the proposal is true."""

    on: date
    officer: str
    finding: Finding
    confirmed: bool
    place: str = ""
    coordinates: tuple[Decimal, Decimal] | None = None
    text: str = ""


@action("change.verify")
def verify(request: ChangeRequest, *, by: Appointment, visit: Visit, photos: Sequence[Inspected] = ()) -> Verification:
    """Write down a visit. What it does not confirm goes back to the village with what was found."""
    move = MoveKind.VERIFIED if visit.confirmed else MoveKind.RETURNED
    request.must_allow(MoveKind.VERIFIED)
    latitude, longitude = visit.coordinates or (None, None)
    made = Verification.objects.create(
        request=request,
        village_id=request.village_id,
        clearance=request.clearance,
        on=visit.on,
        officer=visit.officer,
        finding=visit.finding,
        confirmed=visit.confirmed,
        place=visit.place,
        latitude=latitude,
        longitude=longitude,
        text=visit.text,
        by=by,
        account_id=by.account_id,
        by_label=by.label,
    )
    request.do(move, by=by, text=visit.text, reason="" if visit.confirmed else ReturnReason.MISMATCH)
    record("change.verified" if visit.confirmed else "change.not_confirmed", request, by=by, finding=visit.finding)
    for photo in photos:
        attach(made, photo, by=by)
    return made


@action("change.check")
def check(request: ChangeRequest, *, by: Appointment, text: str = "") -> Move:
    """Find papers and data in order, above the village; the batch of the kabupaten takes it from here."""
    move: Move = request.do(MoveKind.CHECKED, by=by, text=text)
    record("change.checked", request, by=by)
    return move


@action("change.return")
def give_back(request: ChangeRequest, *, by: Appointment, reason: ReturnReason, text: str = "") -> Move:
    """Give a proposal back to whoever proposed it, with the reason."""
    move: Move = request.do(MoveKind.RETURNED, by=by, text=text, reason=reason)
    record("change.returned", request, by=by, reason=reason)
    return move
