"""Finding people: digits are a NIK, a family card or a list's number; anything else is a name with what narrows it.

Parts of a name are looked up as they sound. When nobody is called just so, the sounds one slip away are looked up as
well, so that a typing error finds its person: measured on names of South Sulawesi with a slip in every third, the right
one is among the first twenty for 97 to 99 of 100 with the birth year, against 87 to 92 by the sounds alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from satupintu.foundation.areas.models import Area
from satupintu.lib.codes import area_span
from satupintu.lib.names import name_tokens, near_sounds
from satupintu.lib.nik import NotANumber, read_nik
from satupintu.registry.people import asking, rules
from satupintu.registry.people.asking import Asked
from satupintu.registry.people.models import Household, Person

CANDIDATES = 400
"""How many persons that share the most telling keys are compared letter by letter."""
SHOWN = 20
LIKE_ENOUGH = 0.72
"""Below this a name is another name; found by looking at pairs of real spellings."""

CERTAIN = 0.97
"""From here on a name is written as it was asked; below, sounds one slip away are looked up as well."""
SLIPS = 4
"""Parts of a name in which slips are looked for."""

_MEANT_AS_NUMBER = re.compile(r"[\d\s.\-]{8,}")


@dataclass(frozen=True, slots=True)
class Found:
    """A person that was found, why, and how sure (1 = certain)."""

    person: Person
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search found: persons best first, households of a family card, and a sentence about the search itself."""

    people: Sequence[Found] = ()
    households: Sequence[Household] = ()
    hint: str = ""


def find(text: str, by: Any) -> Findings:
    """Search persons in the own area: by NIK, number of a family card or of a list, or by name (``asking.read``)."""
    text = " ".join(text.split())
    if _MEANT_AS_NUMBER.fullmatch(text):
        return _by_number(text)
    return _listed(text) or _by_name(asking.read(text), by)


def _listed(text: str) -> Findings | None:
    """Whom a list knows by this number; None when it is no number of a list."""
    if " " in text or not any(sign.isdigit() for sign in text):
        return None
    people = Person.objects.filter(listings__member_id=text).with_place().distinct()[:SHOWN]
    homes = Household.objects.filter(listings__member_id=text).with_head().distinct()[:SHOWN]
    if not people and not homes:
        return None
    return Findings([Found(person, _("Nomor daftar sama"), 1.0) for person in people], list(homes))


def _by_number(text: str) -> Findings:
    if listed := _listed(re.sub(r"\D", "", text)):
        return listed
    try:
        number = read_nik(text).digits
    except NotANumber as problem:
        return Findings(hint=problem.sentence.replace("NIK", _("NIK atau nomor KK")))
    holders = [Found(person, _("NIK sama"), 1.0) for person in Person.objects.with_nik(number).with_place()[:SHOWN]]
    on_card = Person.objects.with_kk(number).with_place().order_by("birth_date")[:SHOWN]
    family = [Found(person, _("Nomor KK sama"), 1.0) for person in on_card]
    homes = Household.objects.filter(members__until=None, members__person__in=[one.person.pk for one in family])
    return Findings([*holders, *family], list(homes.with_head().distinct()[:SHOWN]))


def _by_name(asked: Asked, by: Any) -> Findings:
    parts = name_tokens(asked.name)
    keys = rules.keys_of(parts)
    if not keys or len("".join(parts)) < 3:
        return Findings(hint=_("Tulis sedikitnya 3 huruf nama, atau NIK, atau nomor KK."))
    where = _where(asked.place, getattr(by, "area_id", None))
    if where is None:
        return Findings(hint=_("Tidak ada desa atau kecamatan “%(place)s” di wilayah Anda.") % {"place": asked.place})
    scores = _scores(parts, asked, [(key, key) for key in keys], where)
    if max((one.name for one in scores.values()), default=0.0) < CERTAIN:
        slips = [(key, near) for key in keys[:SLIPS] for near in near_sounds(key)]
        scores |= _scores(parts, asked, [(key, key) for key in keys] + slips, where)
    best = sorted(scores, key=lambda pk: (-scores[pk].whole, pk))[:SHOWN]
    people = Person.objects.with_place().in_bulk(best)
    found = [Found(people[pk], _why(asked, people[pk]), scores[pk].whole) for pk in best if pk in people]
    hint = ""
    if asked.birth_year is None and len(scores) > SHOWN // 2:
        hint = _("Banyak nama yang mirip. Tambahkan tahun lahir, misalnya “%(name)s 1987”.") % {"name": asked.name}
    return Findings(found, hint=hint)


@dataclass(frozen=True, slots=True)
class _Score:
    """How alike a person is: by the name alone, and with everything that was asked."""

    name: float
    whole: float


def _scores(
    parts: Sequence[str], asked: Asked, sounds: Sequence[tuple[str, str]], where: "_Where"
) -> dict[int, _Score]:
    """Persons who sound alike, with how alike they are; only those who are alike enough."""
    mother = name_tokens(asked.mother)
    found = {}
    for pk, name_key, year, mother_name in _candidates(sounds, asked.birth_year, where):
        name = rules.likeness(parts, name_key.split())
        same_mother = rules.mother_counts(mother, name_tokens(mother_name)) if mother else 0.0
        whole = name + rules.year_counts(asked.birth_year, year) + same_mother
        if whole >= LIKE_ENOUGH:
            found[pk] = _Score(name, whole)
    return found


def _why(asked: Asked, person: Person) -> str:
    same_year = asked.birth_year is not None and person.birth_year == asked.birth_year
    same_mother = (
        bool(asked.mother) and rules.mother_counts(name_tokens(asked.mother), name_tokens(person.mother_name)) > 0
    )
    if same_year and same_mother:
        return _("Nama mirip, tahun lahir dan ibu sama")
    if same_mother:
        return _("Nama mirip, ibu sama")
    return _("Nama mirip, tahun lahir sama") if same_year else _("Nama mirip")


# Equality on (kabupaten, key, birth year) keeps its index under the wall. A rare key tells more than a common one, so
# each counts by how seldom it is among what was found. Several sounds may stand for one part that was asked.
_BY_KEYS = """
with sound as (select * from unnest(%(asked)s::text[], %(sounds)s::text[]) as sound(part, key)),
hit as materialized (
    select part, person_id, birth_year from ({hits}) t join sound using (key) group by part, person_id, birth_year
), weight as (
    select part, ln(2 + (select count(*) from hit) / count(*)::float) as telling from hit group by part
), best as (
    select person_id from hit join weight using (part) group by person_id, birth_year
    order by sum(telling) desc, abs(birth_year - %(year)s), person_id limit %(limit)s
)
select p.id, p.name_key, p.birth_year, p.mother_name from people_person p
where p.id = any(array(select person_id from best))
"""
_HITS = (
    "select person_id, key, birth_year from people_nametoken"
    " where kabupaten = any(%(kabupaten)s) and key = any(%(sounds)s)"
)
_NEAR_YEAR = f"{_HITS} and birth_year = any(%(years)s){{place}} union all {_HITS} and birth_year is null{{place}}"
_ANY_YEAR = f"{_HITS}{{place}}"


def _candidates(
    sounds: Sequence[tuple[str, str]], birth_year: int | None, where: "_Where"
) -> list[tuple[int, str, int | None, str]]:
    """(person, name, birth year, mother) of those with the most telling of these sounds there; the wall cuts to the
    own area. ``sounds`` are pairs: what a part that was asked sounds like, and a sound that may stand for it.
    With a birth year: two years around it, or unknown.
    """
    place = " and village <@ %(within)s::int8multirange" if where.within else ""
    hits = (_NEAR_YEAR if birth_year else _ANY_YEAR).format(place=place)
    values: dict[str, Any] = {
        "kabupaten": where.kabupaten,
        "within": where.within,
        "asked": [part for part, _sound in sounds],
        "sounds": [sound for _part, sound in sounds],
        "year": birth_year,
        "years": list(range(birth_year - 2, birth_year + 3)) if birth_year else None,
        "limit": CANDIDATES,
    }
    with connection.cursor() as cursor:
        cursor.execute(_BY_KEYS.format(hits=hits), values)
        found: list[tuple[int, str, int | None, str]] = cursor.fetchall()
    return found


@dataclass(frozen=True, slots=True)
class _Where:
    """Where to look: kabupaten as the column holds them, and the villages asked for, a multirange; "" for all of them."""

    kabupaten: Sequence[int]
    within: str = ""


def _where(place: str, area: int | None) -> _Where | None:
    """The own kabupaten, or all below a larger area; with a place, what is called so in the own area, None if nothing."""
    if place:
        inside = area_span(area) if area else None
        meant = [found for found in Area.objects.suggest(place, inside) if found.level > 2]
        called = [found for found in meant if found.name_key == meant[0].name_key]
        spans = ",".join(f"[{first},{end})" for first, end in (found.span for found in called))
        return _Where(sorted({found.number // 10**6 for found in called}), f"{{{spans}}}") if called else None
    if area is not None and area % 10**8:
        return _Where([area // 10**6])
    below = Area.objects.at_level(2) if area is None else Area.objects.at_level(2).filter(parent=area)
    return _Where([number // 10**6 for number in below.values_list("number", flat=True)])
