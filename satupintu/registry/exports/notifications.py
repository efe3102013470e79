"""Which event of an export tells whom: the second persons of the same office and above, then whoever asked."""

from collections.abc import Iterable
from operator import attrgetter

from satupintu.engine.events import Sentence
from satupintu.engine.events.models import Event
from satupintu.foundation.access.telling import Line, above, tell_officers
from satupintu.registry.exports.models import Export


def seconds(row: Export, event: Event) -> Iterable[int]:
    """Whoever may let it go: in force today, in the area where it was asked for or one above, and somebody else."""
    return above(row.area, "export.approve").exclude(account_id=row.asked_by.account_id).values_list("pk", flat=True)


def asker(row: Export, event: Event) -> Iterable[int]:
    """Whoever asked."""
    return [row.asked_by_id]


OFFICERS = {
    "export.proposed": Line(Sentence("Unduhan {trace} ({rows} baris) menunggu persetujuan Anda."), seconds),
    "export.approved": Line(Sentence("Unduhan {trace} disetujui; unduh sebelum waktunya lewat."), asker),
    "export.refused": Line(Sentence("Unduhan {trace} tidak disetujui."), asker),
}
"""Event → what officers are told, and who."""

tell_officer = tell_officers(Export, OFFICERS, path=attrgetter("address"))
