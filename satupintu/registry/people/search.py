"""Finding people: sixteen digits are a NIK or a family card, anything else a name, perhaps with a birth year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from satupintu.lib.names import name_tokens
from satupintu.lib.nik import NotANumber, read_nik
from satupintu.registry.people import rules
from satupintu.registry.people.models import Household, Person

CANDIDATES = 400
"""How many persons that share the most telling keys are compared letter by letter."""
SHOWN = 20
LIKE_ENOUGH = 0.72
"""Below this a name is another name; found by looking at pairs of real spellings."""

_YEAR = re.compile(r"\b(19\d\d|20\d\d)\b")
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
    """Search persons in the own area by NIK, number of a family card, or name with an optional birth year."""
    text = " ".join(text.split())
    if _MEANT_AS_NUMBER.fullmatch(text):
        return _by_number(text)
    year = _YEAR.search(text)
    name = _YEAR.sub(" ", text) if year else text
    return _by_name(name, int(year.group()) if year else None, by)


def _by_number(text: str) -> Findings:
    try:
        number = read_nik(text).digits
    except NotANumber as problem:
        return Findings(hint=problem.sentence.replace("NIK", _("NIK atau nomor KK")))
    holders = [Found(person, _("NIK sama"), 1.0) for person in Person.objects.with_nik(number).with_place()[:SHOWN]]
    on_card = Person.objects.with_kk(number).with_place().order_by("birth_date")[:SHOWN]
    family = [Found(person, _("Nomor KK sama"), 1.0) for person in on_card]
    homes = Household.objects.filter(members__until=None, members__person__in=[one.person.pk for one in family])
    return Findings([*holders, *family], list(homes.with_head().distinct()[:SHOWN]))


def _by_name(name: str, birth_year: int | None, by: Any) -> Findings:
    asked = name_tokens(name)
    keys = rules.keys_of(asked)
    if not keys or len("".join(asked)) < 3:
        return Findings(hint=_("Tulis sedikitnya 3 huruf nama, atau NIK, atau nomor KK."))
    scores = {
        pk: score
        for pk, name_key, year in _candidates(keys, birth_year, getattr(by, "area_id", None))
        if (score := _score(asked, birth_year, name_key, year)) >= LIKE_ENOUGH
    }
    best = sorted(scores, key=lambda pk: (-scores[pk], pk))[:SHOWN]
    people = Person.objects.with_place().in_bulk(best)
    found = [Found(people[pk], _why(birth_year, people[pk]), scores[pk]) for pk in best if pk in people]
    hint = ""
    if birth_year is None and len(scores) > SHOWN // 2:
        hint = _("Banyak nama yang mirip. Tambahkan tahun lahir, misalnya “%(name)s 1987”.") % {"name": name.strip()}
    return Findings(found, hint=hint)


def _score(asked: Sequence[str], birth_year: int | None, name_key: str, year: int | None) -> float:
    """Likeness of the names; a birth year that is off costs a little, one that is right gains a little."""
    score = rules.likeness(asked, name_key.split())
    if birth_year is None or year is None:
        return score
    apart = abs(year - birth_year)
    return score + 0.03 if apart == 0 else score - 0.02 * apart


def _why(birth_year: int | None, person: Person) -> str:
    if birth_year is not None and person.birth_year == birth_year:
        return _("Nama mirip, tahun lahir sama")
    return _("Nama mirip")


# Equality on (kabupaten, key, birth year) keeps its index under the wall. A rare key tells more than a common one, so
# each counts by how seldom it is among what was found.
_BY_KEYS = """
with hit as materialized ({hits}), weight as (
    select key, ln(2 + (select count(*) from hit) / count(*)::float) as telling from hit group by key
), best as (
    select person_id from hit join weight using (key) group by person_id, birth_year
    order by sum(telling) desc, abs(birth_year - %(year)s), person_id limit %(limit)s
)
select p.id, p.name_key, p.birth_year from best join people_person p on p.id = best.person_id
"""
_HITS = (
    "select person_id, key, birth_year from people_nametoken where kabupaten = any(%(places)s) and key = any(%(keys)s)"
)
_NEAR_YEAR = f"{_HITS} and birth_year = any(%(years)s) union all {_HITS} and birth_year is null"


def _candidates(keys: Sequence[str], birth_year: int | None, area: int | None) -> list[tuple[int, str, int | None]]:
    """(person, name, birth year) of those with the most telling of these keys in the kabupaten of the area; the wall
    cuts to the area itself. With a birth year: two years around it, or unknown.
    """
    hits = _NEAR_YEAR if birth_year else _HITS
    values: dict[str, Any] = {
        "places": _kabupaten_of(area),
        "keys": list(keys),
        "year": birth_year,
        "years": list(range(birth_year - 2, birth_year + 3)) if birth_year else None,
        "limit": CANDIDATES,
    }
    with connection.cursor() as cursor:
        cursor.execute(_BY_KEYS.format(hits=hits), values)
        found: list[tuple[int, str, int | None]] = cursor.fetchall()
    return found


def _kabupaten_of(area: int | None) -> list[int]:
    """The kabupaten of an area as the column holds them: its own, or all below it."""
    from satupintu.foundation.areas.models import Area

    if area is not None and area % 10**8:
        return [area // 10**6]
    below = Area.objects.at_level(2) if area is None else Area.objects.at_level(2).filter(parent=area)
    return [number // 10**6 for number in below.values_list("number", flat=True)]
