"""What an officer should look at before a person is saved. Nothing here ever refuses."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from satupintu.foundation.areas.models import Area
from satupintu.lib.nik import Nik, Sex, kk_warnings, read_kk, warnings
from satupintu.registry.people.models import Person
from satupintu.registry.people.rules import Particulars


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
        found += [
            Concern("same_person", _("Orang dengan nama dan tahun lahir yang sama sudah tercatat di desa ini."), twin)
            for twin in _likely_same(who)
        ]
    return found


def _likely_same(who: Particulars) -> list[Person]:
    year = who.birth_date.year if who.birth_date else who.birth_year
    same = Person.objects.in_area(who.village).called(who.name)
    if year is not None:
        same = same.filter(birth_year=year)
    if who.nik:
        same = same.exclude(nik=who.nik)
    return list(same.with_place()[:3])
