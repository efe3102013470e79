"""The kabupaten ratifies a batch by a decree; some rows may go back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.inspection import Inspected
from satupintu.engine.events import record
from satupintu.foundation.access.gatekeeper import allows
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.changes.models import ChangeRequest, Ratification
from satupintu.registry.changes.words import MoveKind, ReturnReason
from satupintu.registry.people.words import ExternalList

MOST = 1000
"""Rows of one decree: what one person may take out of the house at once (SECURITY P5)."""


@dataclass(frozen=True)
class Decree:
    """What makes a batch valid: number and day of the SK, and who signed it."""

    sk_number: str
    sk_date: date
    signatory: str
    position: str
    list: ExternalList = ExternalList.DTSEN


@action("change.ratify")
def ratify(
    *,
    by: Appointment,
    decree: Decree,
    requests: Sequence[ChangeRequest],
    returned: Mapping[int, tuple[ReturnReason, str]] | None = None,
    round_: tuple[int, int],
    paper: Inspected | None = None,
) -> Ratification:
    """Ratify checked proposals by one decree; those in ``returned`` (number of the row → why) go back instead.

    All or nothing. Raises Refused for a proposal of one's own, WrongState when one is not checked or nothing is ratified.
    """
    back = returned or {}
    taken = [one for one in requests if one.pk not in back]
    if not taken:
        raise WrongState(_("Pilih sedikitnya satu usulan untuk disahkan."))
    if len(requests) > MOST:
        sentence = _("Paling banyak %(most)s usulan dalam satu SK.") % {"most": MOST}
        raise WrongState(sentence)
    if Ratification.objects.filter(area=by.area_id, sk_number=decree.sk_number).exists():
        raise WrongState(_("Nomor SK ini sudah dipakai."))
    year, month = round_
    made = Ratification.objects.create(
        area_id=by.area_id or 0, round_year=year, round_month=month, by=by, by_label=by.label, **vars(decree)
    )
    fresh = ChangeRequest.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk for one in requests])
    for request in fresh.order_by("pk"):
        if not allows(by, "change.ratify", request):
            raise Refused("Usulan sendiri diputuskan orang lain.")
        if request.pk in back:
            reason, text = back[request.pk]
            request.do(MoveKind.RETURNED, by=by, text=text, reason=reason)
            record("change.returned", request, by=by, reason=reason)
        else:
            request.ratification = made
            request.do(MoveKind.RATIFIED, by=by)
            record("change.ratified", request, by=by, sk=decree.sk_number)
    record("ratification.issued", made, by=by, rows=len(taken), returned=len(back))
    if paper is not None:
        attach(made, paper, by=by)
    return made
