"""Proposing, sending a returned proposal again, withdrawing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.inspection import Inspected
from satupintu.engine.documents.numbering import next_number
from satupintu.engine.events import record
from satupintu.foundation.access import House
from satupintu.foundation.access.roles import clearance_of
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.registry.changes import needs, rounds, rules
from satupintu.registry.changes.models import ChangeRequest, Move
from satupintu.registry.changes.words import Basis, Kind, MoveKind, Status
from satupintu.registry.people.models import Household, Person


@dataclass(frozen=True)
class Proposal:
    """What is proposed. ``before`` and ``after`` hold the same fields as plain values; ``title`` says who it is about."""

    kind: Kind
    basis: Basis
    title: str
    after: dict[str, Any]
    before: dict[str, Any] = field(default_factory=dict)
    details: dict[str, Any] = field(default_factory=dict)
    person: Person | None = None
    household: Household | None = None
    reason: str = ""

    def columns(self) -> dict[str, Any]:
        """The same as columns of a row."""
        return vars(self) | {"person_version": self.person.version if self.person else None}

    @property
    def clearance(self) -> int:
        """How sensitive it is for what it says; the complaint that asked for one may be more."""
        return needs.clearance(self.after)


@action("change.propose")
def propose(
    what: Proposal,
    *,
    by: Appointment,
    village: int,
    evidence: Sequence[Inspected] = (),
    seen_version: int | None = None,
) -> ChangeRequest:
    """Propose a change, with the files that prove it.

    Raises Refused outside the own area and for a kind of PPKS that ``by`` is not cleared for, WrongState when it would change
    nothing, the same is open already, or a meeting is to discuss what may hurt.
    """
    if not by.span[0] <= village < by.span[1]:
        raise Refused("Desa ini di luar wilayah penugasan Anda.")
    _must_say_something(what)
    _must_be_spared(what, by)
    _must_be_new(what, village)
    made = _written(what, by=by, village=village, status=Status.PROPOSED, office=by.office, clearance=what.clearance)
    made.note(MoveKind.PROPOSED, by=by, text=what.reason)
    record("change.proposed", made, by=by, kind=what.kind, basis=what.basis)
    _enclose(made, evidence, by)
    return made


@action("change.draft")
def draft(
    *, by: House, what: Proposal, village: int, office: Office, origin: tuple[str, int, str], clearance: int
) -> ChangeRequest:
    """Open a proposal that somebody in the village has yet to complete: what a complaint asked for."""
    origin_type, origin_id, origin_number = origin
    made = _written(
        what,
        by=by,
        village=village,
        status=Status.DRAFT,
        office=office,
        origin_type=origin_type,
        origin_id=origin_id,
        origin_number=origin_number,
        clearance=clearance,
    )
    made.note(MoveKind.DRAFTED, by=by)
    record("change.drafted", made, by=by, kind=what.kind, origin=origin_number)
    return made


def _written(what: Proposal, *, by: Any, village: int, status: Status, office: Office, **more: Any) -> ChangeRequest:
    today = timezone.localdate()
    year, month = rounds.of(village, today)
    made: ChangeRequest = ChangeRequest.objects.create(
        number=next_number("U", office.code, today.year),
        village_id=village,
        status=status,
        office=office,
        proposer_id=by.pk,
        proposer_account_id=by.account_id,
        proposer_label=by.label,
        round_year=year,
        round_month=month,
        **what.columns(),
        **more,
    )
    return made


def _must_say_something(what: Proposal) -> None:
    if what.kind is Kind.CORRECTION and not what.after:
        raise WrongState(_("Belum ada data yang diubah."))
    if what.kind in {Kind.DEATH, Kind.MOVING_OUT} and not what.details.get("people"):
        raise WrongState(_("Belum ada orang yang dipilih."))


def _must_be_spared(what: Proposal, by: Appointment) -> None:
    """A kind of PPKS whose mention may hurt passes few hands: none that is not cleared, and no village meeting."""
    if what.clearance > min(rules.ON_PAPER, clearance_of(by.role)):
        raise Refused("Jenis PPKS ini hanya dicatat langsung oleh petugas yang berwenang atas data rahasia.")
    if not rules.may_rest_on(what.basis, what.clearance):
        raise WrongState(str(needs.NOT_DISCUSSED))


def _must_be_new(what: Proposal, village: int, besides: int = 0) -> None:
    """The same person or household is not proposed for the same thing twice at a time, nor by two at once: whoever of a
    village comes second waits here, and then finds what the first has written.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('changes.propose'), hashtext(%s))", [str(village)])
    same = ChangeRequest.objects.filter(village=village, kind=what.kind, status__in=rules.OPEN).exclude(pk=besides)
    if what.kind in rules.NEWCOMERS:
        same = same.filter(title=what.title, household=what.household)
    elif what.person is not None:
        same = same.filter(person=what.person)
    else:
        same = same.filter(household=what.household)
    if what.kind in rules.NEEDS:
        same = same.filter(after__ppks=what.after["ppks"])
    found = same.values_list("number", flat=True).first()
    if found:
        sentence = _("Usulan yang sama masih berjalan: %(number)s.") % {"number": found}
        raise WrongState(sentence)


def _enclose(request: ChangeRequest, evidence: Sequence[Inspected], by: Any) -> None:
    for file in evidence:
        attach(request, file, by=by)


@action("change.resend")
def resend(
    request: ChangeRequest, *, by: Appointment, what: Proposal, evidence: Sequence[Inspected] = ()
) -> ChangeRequest:
    """Send a returned proposal again, or complete one that a complaint opened. What the register says is frozen anew.

    The same values keep the ground that they had; others are discussed anew. Raises WrongState elsewhere, and for a kind of
    PPKS that is seen by others than those who have seen this proposal.
    """
    _must_say_something(what)
    _must_be_spared(what, by)
    if what.kind in rules.NEEDS and what.clearance != request.clearance:
        raise WrongState(_("Tarik usulan ini, lalu usulkan jenis PPKS yang lain itu."))
    _must_be_new(what, request.village_id, besides=request.pk)
    changed = (request.after, request.details, request.basis) != (what.after, what.details, what.basis)
    first = request.status_word is Status.DRAFT
    move = MoveKind.PROPOSED if first else rules.after_repair(changed=changed, grounded=request.grounded)
    for name, value in what.columns().items():
        setattr(request, name, value)
    request.proposer, request.proposer_account_id, request.proposer_label = by, by.account_id, by.label
    request.round_year, request.round_month = rounds.of(request.village_id, timezone.localdate())
    request.do(move, by=by, text=what.reason)
    record("change.resent", request, by=by, kind=what.kind, move=move)
    _enclose(request, evidence, by)
    return request


@action("change.withdraw")
def withdraw(request: ChangeRequest, *, by: Appointment, text: str) -> Move:
    """Take a proposal back before anybody has verified it, and say why."""
    move: Move = request.do(MoveKind.WITHDRAWN, by=by, text=text)
    record("change.withdrawn", request, by=by)
    return move
