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

CANDIDATES = 120
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
    keys = rules.search_keys(name)
    if not keys or len("".join(name_tokens(name))) < 3:
        return Findings(hint=_("Tulis sedikitnya 3 huruf nama, atau NIK, atau nomor KK."))
    asked = name_tokens(name)
    near = _candidates(keys, birth_year, getattr(by, "area_id", None))
    people = Person.objects.with_place().in_bulk(near)
    found = [Found(person, _why(birth_year, person), _score(asked, birth_year, person)) for person in people.values()]
    found = sorted(
        (one for one in found if one.score >= LIKE_ENOUGH), key=lambda one: (-one.score, one.person.name_key)
    )
    hint = ""
    if birth_year is None and len(found) > SHOWN // 2:
        hint = _("Banyak nama yang mirip. Tambahkan tahun lahir, misalnya “%(name)s 1987”.") % {"name": name.strip()}
    return Findings(found[:SHOWN], hint=hint)


def _score(asked: Sequence[str], birth_year: int | None, person: Person) -> float:
    """Likeness of the names; a birth year that is off costs a little, one that is right gains a little."""
    score = rules.likeness(asked, person.name_key.split())
    if birth_year is None or person.birth_year is None:
        return score
    apart = abs(person.birth_year - birth_year)
    return min(1.0, score + 0.03) if apart == 0 else score - 0.02 * apart


def _why(birth_year: int | None, person: Person) -> str:
    if birth_year is not None and person.birth_year == birth_year:
        return _("Nama mirip, tahun lahir sama")
    return _("Nama mirip")


# Equality on (kabupaten, key, birth year) keeps its index under the wall. A rare key tells more than a common one, so
# each counts by how seldom it is among what was found.
_BY_KEYS = """
with hit as materialized (
    select person_id, key from people_nametoken where kabupaten = any(%(kabupaten)s) and key = any(%(keys)s) {year}
), weight as (
    select key, ln(2 + (select count(*) from hit) / count(*)::float) as telling from hit group by key
)
select person_id from hit join weight using (key)
group by person_id order by sum(telling) desc, person_id limit %(limit)s
"""


def _candidates(keys: Sequence[str], birth_year: int | None, area: int | None) -> list[int]:
    """Persons with the most telling of these keys, in the kabupaten of the area (the wall cuts to the area itself)."""
    year = "and (birth_year between %(year)s - 2 and %(year)s + 2 or birth_year is null)" if birth_year else ""
    kabupaten = _kabupaten_of(area)
    with connection.cursor() as cursor:
        cursor.execute(
            _BY_KEYS.format(year=year),
            {"kabupaten": kabupaten, "keys": list(keys), "year": birth_year, "limit": CANDIDATES},
        )
        return [row[0] for row in cursor.fetchall()]


def _kabupaten_of(area: int | None) -> list[int]:
    """The kabupaten of an area as the column holds them: its own, or all below it."""
    from satupintu.foundation.areas.models import Area

    if area is not None and area % 10**8:
        return [area // 10**6]
    below = Area.objects.at_level(2) if area is None else Area.objects.at_level(2).filter(parent=area)
    return [number // 10**6 for number in below.values_list("number", flat=True)]
