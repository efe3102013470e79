"""People of the demo who were written down twice: found in every strength, told by an officer, merged, and never the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from math import log2

from satupintu.cast.acting import acting, officer
from satupintu.cast.officers import ARA, BIRA, BULUKUMBA
from satupintu.foundation.access import house
from satupintu.lib.rupiah import format_number
from satupintu.registry.matching import actions
from satupintu.registry.matching.linkage.model import Model, Settings
from satupintu.registry.matching.linkage.pairs import Pair as Scored
from satupintu.registry.matching.linkage.pairs import evidence
from satupintu.registry.matching.models import Pair, Search
from satupintu.registry.matching.words import Decision
from satupintu.registry.people.actions import register
from satupintu.registry.people.models import Person
from satupintu.registry.people.rules import Particulars

WHY = "data ganda contoh"
ARA_OFFICER, BIRA_OFFICER, ACROSS = "ara.koordinator", "bira.koordinator", "bontobahari.supervisor"
TWINS_CARD = "7302031506150021"


@dataclass(frozen=True)
class Double:
    """Two records, and how close a search finds them; without ``levels`` an officer tells of them."""

    one: Particulars
    other: Particulars
    levels: Mapping[str, str]
    card: str = ""


def _who(name: str, born: date, sex: str, nik: str = "", *, village: int = ARA, occupation: str = "") -> Particulars:
    return Particulars(village=village, name=name, birth_date=born, sex=sex, nik=nik, occupation=occupation)


DOUBLES = {
    "sure": Double(
        _who("Muhammad Ilyas Dg. Mangemba", date(1979, 4, 12), "male", "7302031204790003", occupation="Nelayan"),
        _who("Muh. Ilyas Daeng Mangemba", date(1979, 4, 12), "male"),
        {"name": "same", "born": "same", "sex": "same", "village": "same"},
    ),
    "likely": Double(
        _who("Sitti Rahmawati", date(1990, 5, 8), "female", "7302034805900002"),
        _who("St. Rahmawaty", date(1990, 5, 18), "female", occupation="Penjual kue"),
        {"name": "sounds_same", "born": "one_digit", "sex": "same", "village": "same"},
    ),
    "possible": Double(
        _who("Kamaruddin", date(1985, 2, 17), "male", "7302031702850001"),
        _who("Kamaruddin", date(1985, 10, 17), "male"),
        {"name": "same", "born": "day_or_month", "sex": "same", "village": "same"},
    ),
    "across": Double(
        _who("Nurlaela Dg. Te'ne", date(1996, 11, 3), "female", "7302034311960004"),
        _who("Nurlaela", date(1996, 11, 3), "female", "7302034311960004", village=BIRA, occupation="Penenun"),
        {"nik": "same", "name": "shorter", "born": "same", "sex": "same", "village": "kecamatan"},
    ),
    "twins": Double(
        _who("Hasan Basri", date(2014, 6, 15), "male", "7302031506140001"),
        _who("Husain Basri", date(2014, 6, 15), "male", "7302031506140002"),
        {"nik": "other", "name": "like", "born": "same", "sex": "same", "family": "card", "village": "same"},
        card=TWINS_CARD,
    ),
    "merged": Double(
        _who("Besse Tenriawaru", date(1968, 9, 1), "female", "7302034109680001"),
        _who("Tenri Dg. Kanang", date(1968, 9, 1), "female", occupation="Petani rumput laut"),
        {},
    ),
}


def are_known() -> bool:
    """Whether there are pairs already."""
    with house(WHY, quietly=True):
        return Pair.objects.exists()


def write(tell: Callable[[str], None]) -> str:
    """Register them twice, as it happens; then a search finds the pairs, and officers decide about some."""
    tell("mencatat orang dua kali, lalu mencari data ganda …")
    people = {
        name: (_registered(double.one, double), _registered(double.other, double)) for name, double in DOUBLES.items()
    }
    pairs = _found(people)
    with acting(ARA_OFFICER) as by:
        one, other = people["merged"]
        told = actions.report(by=by, one=one, other=other)
        actions.decide(told, by=by, decision=Decision.SAME, survivor=one.pk)
        actions.decide(pairs["twins"], by=by, decision=Decision.DIFFERENT)
    with acting(ACROSS) as by:
        actions.decide(pairs["across"], by=by, decision=Decision.SAME, survivor=people["across"][1].pk)
    return f"{format_number(len(DOUBLES))} pasangan data ganda"


def _registered(who: Particulars, double: Double) -> Person:
    with acting(ARA_OFFICER if who.village == ARA else BIRA_OFFICER) as by:
        return register(by=by, who=who, kk_number=double.card)


def _found(people: Mapping[str, tuple[Person, Person]]) -> dict[str, Pair]:
    """Keep what a search through the kabupaten would find of them; it needs no extra, so that every demo shows it."""
    with house(WHY, quietly=True) as by:
        records, model, settings = Person.objects.in_area(BULUKUMBA).count(), Model.shipped(), Settings()
        chance = model.prior_among(records)
        scored = {
            name: Scored.of(
                str(people[name][0].pk),
                str(people[name][1].pk),
                log2(chance / (1 - chance)) + sum(evidence(double.levels, model).values()),
                double.levels,
                settings.sure,
            )
            for name, double in DOUBLES.items()
            if double.levels
        }
        begun = Search.objects.create(area=BULUKUMBA, asked_by=officer("bulukumba.manajer").label[:200])
        actions.find(begun, by=by, found=actions.Found(records, model, settings, list(scored.values())))
        return {name: Pair.objects.get(one=people[name][0]) for name in scored}
