"""A letter as a row of a worklist: whoever must initial, sign or repair it."""

from django.db.models import Q
from django.urls import reverse

from satupintu.engine.documents.letters.kinds import kinds
from satupintu.engine.documents.models import Letter, LetterQuerySet
from satupintu.engine.documents.words import LetterWait
from satupintu.foundation.access.papers import title_of
from satupintu.foundation.access.roles import may
from satupintu.foundation.areas.models import labels
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.worklists import Item
from satupintu.work.deadlines.timetable import Timetable

COLUMNS = "pk number trace_label kind about waits_for moved_at village office_name clearance".split()


def waiting(appointment: Appointment) -> LetterQuerySet:
    """Letters whose next move is this officer's."""
    mine = Q(pk=None)
    near = Q(office_id=appointment.office_id) | Q(area=appointment.area_id or 0)
    for verb, wait in (("letter.initial", LetterWait.INITIAL), ("letter.sign", LetterWait.SIGN)):
        if may(appointment.role, verb):
            mine |= near & Q(waits_for=wait, waits_role=appointment.role)
    if may(appointment.role, "letter.change"):
        mine |= Q(office_id=appointment.office_id, waits_for=LetterWait.REPAIR)
    return Letter.objects.filter(mine).order_by("moved_at", "pk")


def items(rows: LetterQuerySet, *, limit: int, reader: Timetable | None = None) -> list[Item]:
    """The first letters as items; two queries. Nobody has set a day for them, so the ``reader`` counts none."""
    found = list(rows.values_list(*COLUMNS, named=True)[:limit])
    titles = {kind.code: title_of(kind) for kind in kinds()}
    places = labels(row.village for row in found if row.village) if found else {}
    return [
        Item(
            key=("surat", row.pk),
            url=reverse("letters:detail", args=[row.pk]),
            number=row.number or row.trace_label,
            who=titles[row.kind] if row.clearance == 2 else row.about or titles[row.kind],
            what=titles[row.kind],
            where=places.get(row.village, ""),
            holder=row.office_name,
            next=LetterWait(row.waits_for).label,
            urgency=0,
            since=row.moved_at,
            due=None,
        )
        for row in found
    ]
