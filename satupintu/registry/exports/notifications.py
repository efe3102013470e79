"""Which event of an export tells whom: the second persons of the same office and above, then whoever asked."""

from collections.abc import Iterable
from operator import attrgetter

from django.utils import timezone

from satupintu.engine.events import Sentence
from satupintu.engine.events.models import Event
from satupintu.foundation.access.roles import roles_with
from satupintu.foundation.access.telling import Line, tell_officers
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.exports.models import Export


def seconds(row: Export, event: Event) -> Iterable[int]:
    """Whoever may let it go: in force today, in the area where it was asked for or one above, and somebody else."""
    above = {row.area // 10**digits * 10**digits for digits in (0, 4, 6, 8)}
    there = Appointment.objects.filter(area_id__in=above, role__in=roles_with("export.approve"))
    there = there.valid_on(timezone.localdate()).exclude(account_id=row.asked_by.account_id)
    return there.values_list("pk", flat=True)


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
