"""The many who are not named in `officers`: a Puskesos in each village, a PUSPELKESSOS in each kecamatan, and who works
there. The same areas give the same people every time; none of them exists.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from satupintu.cast.naming import name
from satupintu.cast.officers import (
    ALL_FIELDS,
    BULUKUMBA,
    GOWA,
    OFFICERS,
    OFFICES,
    PANAKKUKANG,
    CastOffice,
    CastOfficer,
)
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.words import OfficeKind, Role
from satupintu.lib.nik import Sex

VILLAGE_TEAM = {Role.COORDINATOR: "koordinator", Role.VILLAGE_FRONT: "depan", Role.FACILITATOR: "fasilitator"}
KECAMATAN_TEAM = {Role.SUPERVISOR: "supervisor", Role.TKSK: "tksk"}
RESPONDING = {OfficeKind.AGENCY, OfficeKind.HOSPITAL, OfficeKind.NGO, OfficeKind.POLICE}
"""Institutions of a kabupaten that answer letters."""
NEIGHBOURS = 2
"""Villages of Gowa beside Panakkukang that take part."""


@dataclass(frozen=True)
class Place:
    """A village or kecamatan: its number, its name and what sort of area it is."""

    number: int
    name: str
    kind: str


def villages() -> list[Place]:
    """The villages that take part: all of Bulukumba, and three of Gowa."""
    return [*_inside(BULUKUMBA, 4), *_of_gowa()]


def everybody() -> tuple[tuple[CastOffice, ...], tuple[CastOfficer, ...]]:
    """All offices and all officers, the named ones first. Areas must be loaded."""
    posts = villages()
    centres = _inside(BULUKUMBA, 3)
    offices = {office.code: office for office in (*OFFICES, *map(puskesos, posts), *map(puspelkessos, centres))}
    officers = [*OFFICERS]
    officers += _teams(posts, VILLAGE_TEAM, "P{}", taken=officers)
    officers += _teams(centres, KECAMATAN_TEAM, "K{:.6}", taken=officers)
    officers += _responders(offices.values(), taken=officers)
    return tuple(offices.values()), tuple(officers)


def puskesos(village: Place) -> CastOffice:
    """The post of a village."""
    title = f"Puskesos {village.kind.capitalize()} {village.name}"
    return CastOffice(f"P{village.number}", OfficeKind.PUSKESOS, title, village.number, ALL_FIELDS)


def puspelkessos(kecamatan: Place) -> CastOffice:
    """The centre of a kecamatan."""
    title = f"PUSPELKESSOS {kecamatan.name}"
    return CastOffice(f"K{kecamatan.number // 10**4}", OfficeKind.PUSPELKESSOS, title, kecamatan.number, ALL_FIELDS)


def _inside(area: int, level: int) -> list[Place]:
    found = Area.objects.current().at_level(level).filter(number__range=(area, area + 10**6 - 1)).order_by("number")
    return [Place(*row) for row in found.values_list("number", "name", "kind")]


def _of_gowa() -> list[Place]:
    near = [place for place in _inside(GOWA, 4) if place.number // 10**4 == PANAKKUKANG // 10**4]
    return sorted(near, key=lambda place: (place.number != PANAKKUKANG, place.number))[: NEIGHBOURS + 1]


def _teams(
    places: Sequence[Place], team: dict[Role, str], code: str, *, taken: Iterable[CastOfficer]
) -> list[CastOfficer]:
    """One person for each role in each place, unless the named cast has one there."""
    there = {(officer.office, officer.role) for officer in taken}
    slugs = _slugs(places)
    return [
        CastOfficer(f"{slugs[place.number]}.{job}", _named(f"{place.number}:{job}"), role, office, place.number)
        for place in places
        for role, job in team.items()
        if ((office := code.format(str(place.number))), role) not in there
    ]


def _responders(offices: Iterable[CastOffice], *, taken: Iterable[CastOfficer]) -> list[CastOfficer]:
    """Somebody who opens the letters of each institution."""
    staffed = {officer.office for officer in taken}
    return [
        CastOfficer(
            f"bulukumba.{office.code.removeprefix(office.code[0] + '7302').lower()}",
            _named(office.code),
            Role.RESPONDER,
            office.code,
            office.area,
            office.fields,
        )
        for office in offices
        if office.area == BULUKUMBA and office.kind in RESPONDING and office.code not in staffed
    ]


def _slugs(places: Sequence[Place]) -> dict[int, str]:
    """A short name for each place; two villages of one name are told apart by their number's kecamatan."""
    plain = {place.number: re.sub(r"[^a-z0-9]", "", place.name.lower()) for place in places}
    often = Counter(plain.values())
    return {
        number: slug if often[slug] == 1 else f"{slug}{number // 10**4 % 100:02d}" for number, slug in plain.items()
    }


def _named(seed: str) -> str:
    dice = Random(f"officer:{seed}")
    sex = Sex.FEMALE if dice.random() < 0.55 else Sex.MALE
    return name(dice, sex, dice.randint(1970, 2000), noble=dice.random() < 0.06)
