"""Of which post or area a sheet is: what an officer may choose, and the entries there."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import OfficeKind
from satupintu.work.daybook.models import ServiceRecord
from satupintu.work.daybook.models.records import ServiceRecordQuerySet

POSTS = (OfficeKind.PUSKESOS, OfficeKind.PUSPELKESSOS, OfficeKind.SLRT)
"""Offices that keep a daybook."""


@dataclass(frozen=True)
class Place:
    """A post, or all posts of an area."""

    code: str
    label: str
    number: int
    office: Office | None = None
    area: Area | None = None

    def records(self) -> ServiceRecordQuerySet:
        """The entries of this place, as they stand."""
        rows = ServiceRecord.objects.current()
        if self.office is not None:
            return rows.at_office(self.office.pk)
        return rows.in_area(self.area.number if self.area else None)


def of_office(office: Office) -> Place:
    """One post."""
    return Place(f"k{office.pk}", office.name, office.area_id or 0, office=office)


def of_area(area: Area) -> Place:
    """All posts of an area together."""
    return Place(f"w{area.number}", _("Semua di %(area)s") % {"area": area.label}, area.number, area=area)


def offered(by: Appointment) -> list[Place]:
    """What an officer may choose: the own post; from the kecamatan upwards also the own area, its kecamatan, its posts."""
    own = [of_office(by.office)] if by.office.kind in POSTS else []
    if by.area is None or by.area.level == 4:
        return own
    areas = [by.area, *(Area.objects.current().children_of(by.area) if by.area.level == 2 else ())]
    there = Office.objects.inside(by.area).open_on(timezone.localdate()).filter(kind__in=POSTS)
    posts = there.exclude(pk=by.office_id).select_related("area").order_by("kind", "name")
    return [*own, *map(of_area, areas), *map(of_office, posts)]


def chosen(code: str, places: list[Place]) -> Place | None:
    """The place of that code among those offered, else the first; None when nothing is offered."""
    return next((place for place in places if place.code == code), places[0] if places else None)
