"""Which office a complaint goes to."""

from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.words import OfficeKind


def secretariat_of(village: int) -> Office | None:
    """The SLRT secretariat of the kabupaten that a village lies in."""
    return Office.objects.filter(kind=OfficeKind.SLRT, area_id=village // 10**6 * 10**6).first()
