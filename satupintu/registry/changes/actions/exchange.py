"""The columns of an export, the codes of reasons, and what the owner of the list answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.changes.export import FIELDS
from satupintu.registry.changes.models import Answer, ChangeRequest, Layout, Ratification, RefusalReason
from satupintu.registry.changes.words import Status


@action("layout.save")
def save_layout(*, by: Appointment, name: str, columns: Sequence[tuple[str, str]]) -> Layout:
    """Save a layout: (field, heading) in order. The same name is a newer version of it. Raises WrongState when empty."""
    if not columns or any(field not in FIELDS for field, _heading in columns):
        raise WrongState(_("Pilih sedikitnya satu kolom."))
    made = Layout.objects.create(
        area_id=by.area_id,
        name=name,
        fields=[field for field, _heading in columns],
        headings=[heading for _field, heading in columns],
        by=by,
        by_label=by.label,
    )
    record("layout.saved", made, by=by, columns=len(columns))
    return made


@action("refusal.publish")
def publish_reason(*, by: Appointment, code: str, label: str, source: str = "") -> RefusalReason:
    """Add a code of a reason, or put right what it means."""
    reason, _made = RefusalReason.objects.update_or_create(code=code, defaults={"label": label, "source": source})
    record("refusal.published", reason, by=by, code=code)
    return reason


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says about one proposal: its number, accepted or not, the code of the reason, a word."""

    number: str
    accepted: bool
    code: str = ""
    note: str = ""


@action("change.answer")
def answer(decree: Ratification, *, by: Appointment, rows: Sequence[Said]) -> int:
    """Write down what the owner of the list answered about proposals of a decree; answers how many. All or nothing.

    Raises WrongState for a number that is not in the decree, or a refusal without a known reason.
    """
    requests = {one.number: one for one in decree.requests.standing(Status.RATIFIED, Status.APPLIED)}
    reasons = {one.code: one for one in RefusalReason.objects.all()}
    for row in rows:
        request = requests.get(row.number)
        if request is None or not (row.accepted or row.code in reasons):
            sentence = _("Jawaban untuk %(number)s tidak dapat dipakai.") % {"number": row.number}
            raise WrongState(sentence)
        _answered(request, row, None if row.accepted else reasons[row.code], by)
    record("ratification.answered", decree, by=by, rows=len(rows), accepted=sum(row.accepted for row in rows))
    return len(rows)


def _answered(request: ChangeRequest, row: Said, reason: RefusalReason | None, by: Appointment) -> None:
    Answer.objects.create(
        request=request,
        village_id=request.village_id,
        clearance=request.clearance,
        accepted=row.accepted,
        reason=reason,
        note=row.note[:200],
        by=by,
        account_id=by.account_id,
        by_label=by.label,
    )
    if row.accepted:
        record("change.accepted", request, by=by)
    else:
        record("change.refused", request, by=by, reason=str(reason))
