"""What may be done about rows that leave the house: ask for them, let them go, keep them here."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.documents.numbering import next_number
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.printed_codes import draw
from satupintu.registry.exports import rules
from satupintu.registry.exports.models import Export
from satupintu.registry.exports.words import ExportState, Purpose


@dataclass(frozen=True)
class Asked:
    """What is to leave: a list by its title, address and filter, as which kind of file, and how many rows it has now."""

    title: str
    path: str
    query: str
    form: str
    rows: int


@action("export.ask")
def ask(what: Asked, *, by: Appointment, purpose: Purpose, text: str) -> Export:
    """Ask for rows about people as a file. Few may be fetched at once, more wait for a second person.

    Raises Refused for whoever has no area of their own, WrongState when there is nothing to take.
    """
    if by.area_id is None:
        raise Refused("Unduhan hanya untuk petugas yang punya wilayah.")
    if what.rows < 1:
        raise WrongState(_("Tidak ada baris yang dapat diunduh."))
    waits = needs_second(what, by)
    made: Export = Export.objects.create(
        number=next_number("U", by.office.code, timezone.localdate().year),
        mark=draw(),
        area=by.area_id,
        office_id=by.office_id,
        asked_by=by,
        asked_label=by.label,
        title=what.title[:200],
        path=what.path,
        query=what.query,
        form=what.form,
        rows=what.rows,
        alone=settings.EXPORT_ALONE,
        purpose=purpose,
        text=text,
        state=ExportState.WAITING if waits else ExportState.READY,
        until=None if waits else _last_moment(),
    )
    facts = {"rows": made.rows, "purpose": purpose, "form": made.form, "list": f"{made.path}?{made.query}"}
    record("export.proposed" if waits else "export.asked", made, by=by, copy=made.mark, **facts)
    return made


@action("export.approve")
def approve(export: Export, *, by: Appointment, text: str = "") -> Export:
    """The second person lets many rows go. Raises WrongState unless it waits for one."""
    _decide(export, ExportState.READY, by, text)
    export.until = _last_moment()
    export.save()
    record("export.approved", export, by=by, rows=export.rows)
    return export


@action("export.refuse")
def refuse(export: Export, *, by: Appointment, text: str) -> Export:
    """The second person keeps the rows here and says why. Raises WrongState unless it waits for one."""
    _decide(export, ExportState.REFUSED, by, text)
    export.save()
    record("export.refused", export, by=by, rows=export.rows)
    return export


def needs_second(what: Asked, by: Appointment) -> bool:
    """Whether a second person must let this go: with what was taken alone within a day, lest many leave as several few."""
    lately = Export.objects.of(by).alone_since(timezone.now() - rules.TOGETHER)
    return rules.needs_second(what.rows + lately.rows_beside(what.path, what.query), settings.EXPORT_ALONE)


def _last_moment() -> datetime:
    return timezone.now() + timedelta(days=settings.EXPORT_DAYS)


def _decide(export: Export, state: ExportState, by: Appointment, note: str) -> None:
    if export.state_word is not ExportState.WAITING:
        now = _("Unduhan ini sudah berstatus “%(status)s”.") % {"status": export.state_word.label}
        raise WrongState(now)
    export.state, export.decided_note = state, note
    export.decided_by, export.decided_label, export.decided_at = by, by.label, timezone.now()
