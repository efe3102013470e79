"""What may be done with an offer: make it, accept it, refuse it, take it back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.documents.numbering import next_number
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.work.transfers.models import Transfer
from satupintu.work.transfers.receivers import may_take
from satupintu.work.transfers.words import Reason, Refusal, Status


@dataclass(frozen=True)
class Offer:
    """What is offered, and why it belongs to the other office.

    ``summary`` is all that the receiver reads before the answer: what it is about, and nothing of who it is.
    """

    origin_type: str
    origin_id: int
    origin_number: str
    village_id: int
    field: str
    due_at: datetime
    reason: Reason
    summary: str
    note: str = ""
    urgency: int = 0
    clearance: int = 0


@action("transfer.offer")
def offer(what: Offer, *, to: Office, by: Appointment) -> Transfer:
    """Offer a matter to another office. Nothing moves before that office accepts.

    Raises Refused when an office offers to itself, WrongState when nobody there may decide about such a matter, or when
    it is offered already.
    """
    if to.pk == by.office_id:
        raise Refused("Pelimpahan tidak dapat dikirim ke kantor sendiri.")
    if not may_take(to, field=what.field, clearance=what.clearance):
        raise WrongState(_("Di kantor itu belum ada petugas yang berwenang memutuskan keluhan seperti ini."))
    made = _written(what, to, by)
    record("transfer.offered", made, by=by, to=to.name, reason=what.reason)
    return made


def _written(what: Offer, to: Office, by: Appointment) -> Transfer:
    """The row of an offer. An open one may lie where the sender does not see it: the table itself says so."""
    number = next_number("L", by.office.code, timezone.localdate().year)
    ends = {"from_office_id": by.office_id, "to_office": to, "sender": by, "sender_label": by.label}
    try:
        with transaction.atomic():
            return Transfer.objects.create(number=number, **ends, **vars(what))
    except IntegrityError as error:
        if "transfer_one_at_a_time" not in str(error):
            raise
        raise WrongState(_("Keluhan ini sudah ditawarkan ke kantor lain. Tarik kembali dulu pelimpahannya.")) from error


@action("transfer.accept")
def accept(transfer: Transfer, *, by: Appointment, text: str = "") -> Transfer:
    """Accept it: the matter is this office's own from now on. Whose matter it was moves it, or nothing has happened."""
    return _end(transfer, "transfer.accepted", Status.ACCEPTED, by=by, answer=text)


@action("transfer.refuse")
def refuse(transfer: Transfer, *, by: Appointment, reason: Refusal, text: str = "") -> Transfer:
    """Refuse it with a reason; the matter waits for the decision of the office that offered it."""
    return _end(transfer, "transfer.refused", Status.REFUSED, by=by, answer=text, refusal=reason)


@action("transfer.withdraw")
def withdraw(transfer: Transfer, *, by: Appointment, text: str) -> Transfer:
    """Take the offer back, and say why."""
    return _end(transfer, "transfer.withdrawn", Status.WITHDRAWN, by=by, answer=text)


def _end(
    transfer: Transfer, event: str, status: Status, *, by: Appointment, answer: str, refusal: Refusal | None = None
) -> Transfer:
    transfer.end(status, by=by, answer=answer, refusal=refusal)
    record(
        event,
        transfer,
        by=by,
        reason=refusal,
        office=by.office.name,
        origin=transfer.origin_id,
        origin_type=transfer.origin_type,
    )
    return transfer


def transfers_follow(origin: tuple[str, int], *, field: str, clearance: int) -> list[Transfer]:
    """Let the offers of a matter, (type, row number), be as sensitive as it and in its field; answers them.

    They stay where the matter was offered. Called by the house, in the transaction of the act.
    """
    rows = Transfer.objects.about(*origin)
    rows.exclude(field=field, clearance=clearance).order_by().update(
        field=field, clearance=clearance, version=F("version") + 1
    )
    return list(rows)
