"""How the head of an office's letters reads: the authorities above it, its name, where it is reached."""

from satupintu.engine.documents.letters.heads import Head
from satupintu.foundation.areas.models import Area
from satupintu.foundation.areas.rules import bare
from satupintu.foundation.areas.words import Kind
from satupintu.foundation.offices.models import NATION, Office
from satupintu.foundation.offices.words import OfficeKind

GOVERNMENTAL = {
    OfficeKind.PUSKESOS,
    OfficeKind.PUSPELKESSOS,
    OfficeKind.SLRT,
    OfficeKind.PKSAI,
    OfficeKind.AGENCY,
}
"""Offices that write under the name of a government; hospitals, schools and associations under their own."""
CAPITAL_PLACE = "Jakarta"


def head_of_office(office_id: int) -> Head:
    """The head of an office's letters."""
    office = Office.objects.select_related("area").get(pk=office_id)
    area = office.area
    above = [area, *area.path()] if area else []
    return Head(
        name=office.name,
        code=office.code,
        kind=office.kind,
        area=area.number if area else NATION,
        place=_place(office),
        zone=office.zone,
        above=tuple(_authorities(above)) if office.kind in GOVERNMENTAL else (),
        below=tuple(part for part in (office.address, _telephone(office), office.email) if part),
    )


def _authorities(above: list[Area]) -> list[str]:
    """ "Pemerintah Kabupaten Bulukumba", "Kecamatan Bonto Bahari": the government first, then the kecamatan."""
    lines: list[str] = []
    for area in above:
        kind = Kind(area.kind)
        if kind.level <= 2:
            return [f"Pemerintah {_named(area)}", *reversed(lines)]
        if kind.level == 3:
            lines.append(_named(area))  # a village stands in the name of its office already
    return list(reversed(lines))


def _named(area: Area) -> str:
    """Kind and name in full, as a seal says it: "Kabupaten Bulukumba"."""
    return f"{Kind(area.kind).label_id} {bare(area.kind, area.name)}"


def _place(office: Office) -> str:
    return bare(office.area.kind, office.area.name) if office.area else CAPITAL_PLACE


def _telephone(office: Office) -> str:
    return f"Telepon {office.phone}" if office.phone else ""
