"""What the simulated year needs to know of the database: posts with their people, institutions, residents, clock."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from satupintu.cast.clock import WorkClock
from satupintu.cast.history import World
from satupintu.cast.life import Institution, Officer, Post, Resident
from satupintu.cast.officers import ARA, BIRA, BULUKUMBA, PANAKKUKANG
from satupintu.cast.staff import RESPONDING
from satupintu.foundation.offices.calendar import calendar_of
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import OfficeKind, Role
from satupintu.registry.people.models import HouseholdMember
from satupintu.registry.people.words import Sex

ANSWERING = {*RESPONDING, OfficeKind.PKSAI, OfficeKind.PUSPELKESSOS}
KNOWN_BY_KIND = {OfficeKind.PKSAI, OfficeKind.PUSPELKESSOS}
"""Whom topics name by what they are; others by the end of their code."""
SAMPLE = 12_000
"""How many residents a year knows at most; enough that few come twice."""
WEIGHTS = {ARA: 4.0, BIRA: 2.0, PANAKKUKANG: 1.5}
"""Villages that are busier than the others."""
TEAMS: dict[str, tuple[Sequence[Role], Sequence[Role], Sequence[Role], Sequence[Role]]] = {
    OfficeKind.PUSKESOS: (
        (Role.VILLAGE_FRONT, Role.COORDINATOR),
        (Role.FACILITATOR, Role.COORDINATOR),
        (Role.VILLAGE_BACK, Role.FACILITATOR, Role.COORDINATOR),
        (Role.COORDINATOR,),
    ),
    OfficeKind.PUSPELKESSOS: ((Role.TKSK,),) * 4,
    OfficeKind.SLRT: (
        (Role.DISTRICT_FRONT, Role.MANAGER),
        (Role.DISTRICT_FRONT, Role.MANAGER),
        (Role.DISTRICT_BACK, Role.MANAGER),
        (Role.MANAGER,),
    ),
}
"""Who receives, goes out, serves and decides in each kind of office: the first role that somebody there has."""


def world(kabupaten: int, now: datetime) -> World:
    """The world of one kabupaten as it is in the database. Run inside ``access.house``."""
    offices = list(Office.objects.filter(area_id__gte=kabupaten, area_id__lt=kabupaten + 10**6).select_related("area"))
    people = _people(offices)
    residents = _residents(kabupaten)
    posts = list(_posts(offices, people))
    secretariat = next(office for office in offices if office.kind == OfficeKind.SLRT)
    return World(
        posts=posts,
        institutions=[
            Institution(
                o.pk,
                o.kind.upper() if o.kind in KNOWN_BY_KIND else o.code,
                o.name,
                o.area_id or 0,
                frozenset(o.fields),
                next(iter(people[o.pk].values()))[0],
            )
            for o in offices
            if o.kind in ANSWERING and people[o.pk].keys() & {Role.RESPONDER, Role.SOCIAL_WORKER, Role.TKSK}
        ],
        residents=residents,
        clock=WorkClock(now, secretariat.zone, calendar_of(secretariat)),
    )


def _people(offices: Sequence[Office]) -> dict[int, dict[str, list[Officer]]]:
    """Who works where, by role; whoever has been there longest comes first."""
    found: dict[int, dict[str, list[Officer]]] = defaultdict(dict)
    for one in Appointment.objects.with_place().filter(office__in=offices).order_by("pk"):
        officer = Officer(one.pk, one.account.name, one.label, frozenset(one.fields))
        found[one.office_id].setdefault(one.role, []).append(officer)
    for people in found.values():
        people.pop(Role.SUPERVISOR, None)
    return found


def _posts(offices: Sequence[Office], people: dict[int, dict[str, list[Officer]]]) -> Iterator[tuple[Post, float]]:
    villages = sorted(o.area_id for o in offices if o.kind == OfficeKind.PUSKESOS and o.area_id)
    above: Post | None = None
    for office in sorted(offices, key=lambda one: one.kind != OfficeKind.SLRT):
        if office.kind not in TEAMS or office.area is None:
            continue
        start, end = office.area.span_start, office.area.span_end
        inside = tuple(village for village in villages if start <= village < end)
        there = people[office.pk]
        teams = TEAMS[office.kind]
        front, field, (server, *besides), head = (
            next(there[role] for role in roles if role in there) for roles in teams
        )
        people_of = (front[0], field[0], server, head[0])
        post = Post(office.pk, office.code, office.name, inside, *people_of, above, tuple(besides))
        above = above or post
        yield post, _weight(office, len(villages))


def _weight(office: Office, villages: int) -> float:
    """How busy a post is: the villages together take nine tenths."""
    if office.kind == OfficeKind.PUSKESOS:
        return WEIGHTS.get(office.area_id or 0, 1.0)
    if office.area_id is not None and office.area_id // 10**6 != BULUKUMBA // 10**6:
        return 0.3
    return villages * (0.06 if office.kind == OfficeKind.SLRT else 0.004)


def _residents(kabupaten: int) -> dict[int, list[Resident]]:
    """A sample of the people who live in each village now, whole households at a time."""
    living = HouseholdMember.objects.now().filter(village_id__gte=kabupaten, village_id__lt=kabupaten + 10**6)
    every = max(living.count() // SAMPLE, 1)
    sample = living.extra(where=["household_id %% %s = 0"], params=[every]) if every > 1 else living
    found: dict[int, list[Resident]] = defaultdict(list)
    fields = (
        "person_id person__name person__sex person__birth_year person__nik village_id household__address household_id "
    )
    for key, name, sex, born, nik, village, address, household, head in sample.order_by("person_id").values_list(
        *fields.split(), "household__head__name"
    ):
        if born:
            female = sex == Sex.FEMALE
            found[village].append(
                Resident(key, name, female, born, nik or "", village, address, household, head or name)
            )
    return found
