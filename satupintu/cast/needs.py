"""Needs of the demo: kinds of PPKS, how people may be reached, where families live on the map, the edition of the DTSEN before
the present one, and a late page of that list with names that nobody in Ara knows yet.
"""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection
from django.utils import timezone

from satupintu.cast import population
from satupintu.cast.households import EDITION
from satupintu.cast.officers import ARA, BULUKUMBA
from satupintu.engine.events.models import Event
from satupintu.foundation.access import Scope, entered, house
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.codelists import welfare
from satupintu.registry.imports import staging
from satupintu.registry.imports.actions import File, apply, upload
from satupintu.registry.imports.models import Batch
from satupintu.registry.imports.words import BatchState
from satupintu.registry.people import rules
from satupintu.registry.people.actions import Kind, Reachable, add_ppks, record_contact
from satupintu.registry.people.models import Household, ListEdition, ListMembership, Person
from satupintu.registry.people.words import Introduction, PpksBasis, SafeContact

REASON = "mencatat PPKS, kontak, dan edisi daftar yang lama"
"""The reason under which the house writes them; the event that says so is the mark that it is done."""
OLDER = "2025-4"
"""The edition before; each seventh person stood on another desil then, each thirtieth did not stand on it at all."""
WITH_NEEDS, BETWEEN, LATE_SEED = 40, 25, 4711
"""So many people of Ara have a kind of need, and so many more of other villages; what the late page is drawn from."""
LATE, STRANGERS = "susulan-dtsen-ara.csv", 3
"""The late page and how many households stand on it."""
ON_THE_MAP = 40
"""So many families of Ara whose house has been noted on the map."""
_OLDER = """
    insert into people_listmembership (edition_id, person_id, village, member_id, desil, raw)
    select %(old)s, m.person_id, m.village, m.member_id,
        case when m.person_id %% 7 = 0 then greatest(1, least(10, m.desil + 1 - (m.person_id %% 3)::int))
            else m.desil end, '{}'
    from people_listmembership m
    where m.edition_id = %(new)s and m.person_id is not null and m.person_id %% 30 <> 0
"""
_HOW = (
    Reachable(SafeContact.ANY, Introduction.SAY, phone="0811 0000 0101", best_time="Pagi, sebelum ke sawah"),
    Reachable(SafeContact.MESSAGE, Introduction.HIDE, phone="0811 0000 0102"),
    Reachable(SafeContact.CALL, Introduction.SAY, phone="0811 0000 0103", ask_for="Anaknya, Sitti", best_time="Sore"),
    Reachable(SafeContact.IN_PERSON, Introduction.HIDE),
)


def are_known() -> bool:
    """Whether this act has been played."""
    with house(REASON, quietly=True):
        return Event.objects.filter(village=0, name="house.entered", facts__reason=REASON).exists()


def tell_of(tell: Callable[[str], None]) -> str:
    """Play the act; answers what there is now."""
    with house(REASON) as by:
        listed = _older_edition()
        _note_houses()
        tell("mencatat PPKS dan kontak …")
        today = timezone.localdate()
        village = Area.objects.get(pk=ARA)
        people = [
            *Person.objects.present().filter(village=village).order_by("pk")[:WITH_NEEDS],
            *Person.objects.present().in_area(BULUKUMBA).exclude(village=village).order_by("pk")[:BETWEEN],
        ]
        for turn, person in enumerate(people):
            fitting = [
                entry.code
                for entry in welfare.PPKS
                if rules.ppks_fits(entry.code, person.age(today)) and not rules.ppks_clearance(entry.code)
            ]
            since = today - timedelta(days=40 + 11 * turn)
            basis = PpksBasis.MUSDES if turn % 3 else PpksBasis.ASSESSMENT
            add_ppks(person, by=by, kind=Kind(fitting[(turn * 5) % len(fitting)], since, basis, "Berita acara musdes"))
            record_contact(person, by=by, how=_HOW[turn % len(_HOW)])
    return f"{len(people)} orang dengan PPKS dan kontak, {listed} baris edisi lama"


def is_late_page_in() -> bool:
    """Whether the late page has been brought and saved."""
    with house(REASON, quietly=True):
        return Batch.objects.filter(file_name=LATE, state=BatchState.APPLIED).exists()


def bring_late_page(tell: Callable[[str], None]) -> str:
    """A page of the list that the coordinator of Ara brings after everything else; answers how many people it names."""
    tell("menyimpan halaman susulan DTSEN …")
    by = Appointment.objects.with_place().get(account__username="ara.koordinator")
    with TemporaryDirectory() as folder:
        path = Path(folder) / LATE
        population.write_csv(population.households([(ARA, "Ara")], seed=LATE_SEED, count=STRANGERS), path)
        file = File(LATE, path.read_bytes())
    scope = Scope.of(by, timezone.localdate())
    with entered(scope):
        edition = ListEdition.known(EDITION, timezone.localdate())
        batch = upload(by=by, file=file, edition=edition, queued=False)
    batch = staging.check(batch.pk)
    with entered(scope):
        batch = apply(batch, by=by, queued=False)
    with staging.as_house(batch, "Menyimpan") as keeper:
        strangers = apply(batch, by=keeper).count("new")
    return f"{strangers} orang perlu diverifikasi"


def _note_houses() -> None:
    """Put the first families of Ara on the map, each a little further along the road."""
    for turn, household in enumerate(Household.objects.filter(village=ARA).order_by("pk")[:ON_THE_MAP]):
        household.latitude = Decimal("-5.512500") - Decimal(turn) / 4000
        household.longitude = Decimal("120.427000") + Decimal(turn % 7) / 3000
        household.save()


def _older_edition() -> int:
    """The edition before the present one, set-wise; nothing where no edition is there."""
    new = ListEdition.objects.filter(list="dtsen").order_by("-as_of", "-pk").first()
    if new is None:
        return 0
    as_of = new.as_of - timedelta(days=92)
    old, _made = ListEdition.objects.get_or_create(list="dtsen", edition=OLDER, defaults={"as_of": as_of})
    if not ListMembership.objects.filter(edition=old).exists():
        with connection.cursor() as cursor:
            cursor.execute(_OLDER, {"old": old.pk, "new": new.pk})
    return ListMembership.objects.filter(edition=old).count()
