"""Which offices data can be handed to: those of the area and above it where somebody in force may acknowledge."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from satupintu.foundation.access.roles import roles_with
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import OfficeKind

PUBLIC_BODIES = (
    OfficeKind.AGENCY,
    OfficeKind.HOSPITAL,
    OfficeKind.SCHOOL,
    OfficeKind.PKSAI,
    OfficeKind.PROGRAMME_OWNER,
)
"""Who may be handed names; tables go to anybody who acknowledges them."""


def takers(by: Appointment, *, names: bool) -> Any:
    """Offices that an officer may hand data to: a QuerySet, the nearest first."""
    today = timezone.localdate()
    there = Appointment.objects.valid_on(today).filter(
        office=OuterRef("pk"), role__in=roles_with("handover.acknowledge")
    )
    start, end = by.span
    above = [start // 10**8 * 10**8]
    near = Q(area_id__gte=start, area_id__lt=end) | Q(area_id__in=above)
    found = Office.objects.open_on(today).filter(near, Exists(there)).exclude(pk=by.office_id)
    if names:
        found = found.filter(kind__in=PUBLIC_BODIES)
    return found.order_by("-area_id", "name")
