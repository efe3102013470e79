"""Which office a complaint goes to."""

from datetime import date

from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.words import OfficeKind

BELOW = frozenset({OfficeKind.PUSKESOS, OfficeKind.PUSPELKESSOS})
"""Kinds of offices that handle no secret complaint: nobody there may know of it."""


def secretariat_of(village: int, today: date) -> Office | None:
    """The SLRT secretariat of the kabupaten that a village lies in, while it is open."""
    return Office.objects.open_on(today).filter(kind=OfficeKind.SLRT, area_id=village // 10**6 * 10**6).first()


def desk_of(village: int, today: date) -> Office | None:
    """The desk where citizens of a village complain: its own Puskesos, or the nearest above it that is open."""
    places = {
        (OfficeKind.PUSKESOS, village),
        (OfficeKind.PUSPELKESSOS, village // 10**4 * 10**4),
        (OfficeKind.SLRT, village // 10**6 * 10**6),
    }
    rows = Office.objects.open_on(today).filter(area_id__in=[area for _kind, area in places])
    found = [office for office in rows.order_by("-area_id", "pk") if (office.kind, office.area_id) in places]
    return max(found, key=lambda office: int(office.area_id or 0), default=None)
