"""What an officer should look at before a person is saved. Nothing here ever refuses."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from satupintu.foundation.areas.models import Area
from satupintu.lib.names import name_tokens
from satupintu.lib.nik import Nik, Sex, kk_warnings, read_kk, warnings
from satupintu.registry.people import rules
from satupintu.registry.people.models import NameToken, Person
from satupintu.registry.people.rules import Particulars

CANDIDATES = 40
"""How many who sound alike are compared."""
ALIKE, AT_HOME = 0.93, 0.8
"""From which sameness somebody is shown; on the same family card less is enough."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Something odd: a sentence, and the person it is about when that person is in the own area."""

    code: str
    sentence: str
    person: Person | None = None


def area_was_ever(number: int) -> bool:
    """Whether a kecamatan of this number is, or ever was, in force."""
    return Area.objects.filter(pk=number).exists()


def concerns(who: Particulars, kk_number: str = "", *, of: Person | None = None) -> list[Concern]:
    """What is odd about these particulars. ``of`` is the person they belong to, if already registered.

    A NIK that somebody else of the own area bears is told with that person. Whether another area knows it is never
    said: the wall hides it, and every NIK is checked later anyway.
    """
    found: list[Concern] = []
    if who.nik:
        odd = warnings(
            Nik(who.nik),
            birth_date=who.birth_date,
            sex=Sex(who.sex) if who.sex else None,
            known_area=area_was_ever,
        )
        found += [Concern(caution.code, caution.sentence) for caution in odd]
        others = Person.objects.with_nik(who.nik).exclude(pk=of.pk if of else 0)
        found += [
            Concern("nik_used", _("NIK ini sudah tercatat untuk orang lain di wilayah Anda."), other)
            for other in others.with_place()[:3]
        ]
    if kk_number:
        found += [Concern(c.code, c.sentence) for c in kk_warnings(read_kk(kk_number), known_area=area_was_ever)]
    if of is None:
        told = {one.person.pk for one in found if one.person}
        found += [
            Concern("same_person", _("Orang yang mirip sudah tercatat di wilayah Anda."), twin)
            for twin in _likely_same(who, kk_number)
            if twin.pk not in told
        ]
    return found


def _likely_same(who: Particulars, kk_number: str) -> list[Person]:
    """Whoever of the own area sounds alike or stands on the same card, and is alike enough; the likeliest first."""
    year = who.birth_date.year if who.birth_date else who.birth_year
    keys = rules.search_keys(who.name)
    sounding = NameToken.objects.sounding(keys, who.village // 10**6)
    if year is not None:
        sounding = sounding.filter(Q(birth_year__range=(year - 1, year + 1)) | Q(birth_year=None))
    near = sounding.values("person_id").annotate(shared=Count("key")).order_by("-shared", "person_id")[:CANDIDATES]
    found = list(Person.objects.filter(pk__in=[one["person_id"] for one in near]).with_place())
    at_home = set()
    if kk_number:
        family = list(Person.objects.with_kk(kk_number).with_place()[:CANDIDATES])
        at_home = {one.pk for one in family}
        found += [one for one in family if one not in found]
    scores = {one: _sameness(who, one, year) for one in found}
    alike = [one for one in found if scores[one] >= (AT_HOME if one.pk in at_home else ALIKE)]
    return sorted(alike, key=lambda one: (-scores[one], one.pk))[:3]


def _sameness(who: Particulars, one: Person, year: int | None) -> float:
    mother = (name_tokens(who.mother_name), name_tokens(one.mother_name))
    return rules.sameness(
        rules.likeness(name_tokens(who.name), one.name_key.split()),
        years_apart=None if year is None or one.birth_year is None else abs(year - one.birth_year),
        sex_differs=bool(who.sex and one.sex and who.sex != one.sex),
        nik_differs=bool(who.nik and one.nik and who.nik != one.nik),
        mother=rules.likeness(*mother) if all(mother) else None,
    )
