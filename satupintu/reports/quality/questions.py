"""What is asked of the register, under the walls of whoever asks: one definition of each check serves the night's count of
whole kabupaten and the list of rows behind it.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Length

from satupintu.foundation.areas.placed import COLUMNS
from satupintu.registry.changes import rules as changes
from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.civil.models import CivilAnswer
from satupintu.registry.civil.words import Presence, Verdict
from satupintu.registry.people import meanings
from satupintu.registry.people.models import CardMember, Departure, FamilyCard, Household, HouseholdMember, Person
from satupintu.registry.people.questions import at_least, means, younger
from satupintu.registry.people.words import Relationship, Variable
from satupintu.reports.quality import numbers, rules
from satupintu.reports.quality.words import Check
from satupintu.work.detection.questions import unconfirmed, unconfirmed_months
from satupintu.work.detection.rules import months_before

Question = Callable[[Any, date], Any]
"""Narrows rows (of persons, or of households) to those that a check finds, as of a day."""


def found(check: Check, area: int | None, today: date, *, within: int = 4) -> Any:
    """The persons or households of an area that a check finds: a QuerySet. ``within`` is the level of the area in which
    the other half of a pair is sought; the walls narrow it to what the reader sees anyway.
    """
    if check in PAIRS:
        return PAIRS[check](Person.objects.in_area(area).present(), COLUMNS[within])
    if rules.CASES[check].of_homes:
        return HOMES[check](Household.objects.in_area(area), today)
    rows = Person.objects.in_area(area)
    if check is Check.STALE:
        return unconfirmed(rows.present(), months_before(today, unconfirmed_months(area)))
    return PEOPLE[check](rows if check is Check.GONE_ACTIVE else rows.present(), today)


def _seat(*relationships: Relationship) -> Any:
    """They live in a household now, as one of these if any is named."""
    seats = HouseholdMember.objects.now().filter(person=OuterRef("pk"))
    return Exists(seats.filter(relationship__in=relationships) if relationships else seats)


def _nik_invalid(rows: Any, today: date) -> Any:
    odd = Q(numbers.impossible_day("nik", of_person=True)) | numbers.no_serial("nik") | Q(numbers.unknown_area("nik"))
    return rows.filter(nik__isnull=False).filter(odd)


def _nik_differs(rows: Any, today: date) -> Any:
    possible = rows.filter(nik__isnull=False).exclude(numbers.impossible_day("nik", of_person=True))
    return possible.filter(Q(numbers.other_birth()) | Q(numbers.other_sex()))


def _kk_invalid(rows: Any, today: date) -> Any:
    number = "kk_number"
    odd = Q(numbers.impossible_day(number, of_person=False)) | numbers.no_serial(number)
    cards = FamilyCard.objects.filter(odd | Q(numbers.unknown_area(number)))
    return rows.filter(Exists(CardMember.objects.now().filter(person=OuterRef("pk"), card__in=cards)))


def _name_odd(rows: Any, today: date) -> Any:
    return rows.annotate(_letters=Length("name_key")).filter(Q(name_key__regex=rules.ODD_NAME) | Q(_letters__lt=2))


def _birth_odd(rows: Any, today: date) -> Any:
    born_later = Q(birth_date__gt=today) | Q(birth_year__gt=today.year)
    return rows.filter(born_later | at_least(rules.OLDEST, today))


def _gone_active(rows: Any, today: date) -> Any:
    card = Exists(CardMember.objects.now().filter(person=OuterRef("pk")))
    proposal = Exists(ChangeRequest.objects.filter(person=OuterRef("pk"), status__in=changes.OPEN))
    gone = Departure.objects.standing().filter(person=OuterRef("pk")).exclude(kind__in=["missing", "unknown"])
    return rows.filter(Exists(gone)).filter(Q(_seat()) | Q(card) | Q(proposal))


def _answered(rows: Any, **told: Any) -> Any:
    return rows.filter(Exists(CivilAnswer.objects.standing().filter(person=OuterRef("pk"), **told)))


def _school_odd(rows: Any, today: date) -> Any:
    outside = younger(rules.SCHOOL_FROM, today) | at_least(rules.SCHOOL_BELOW, today)
    return rows.filter(means(Variable.SCHOOLING, meanings.AT_SCHOOL)).filter(outside)


PEOPLE: dict[Check, Question] = {
    Check.NIK_INVALID: _nik_invalid,
    Check.NIK_DIFFERS: _nik_differs,
    Check.NIK_BLANK: lambda rows, today: rows.filter(nik=None),
    Check.KK_INVALID: _kk_invalid,
    Check.KK_BLANK: lambda rows, today: rows.filter(~Exists(CardMember.objects.now().filter(person=OuterRef("pk")))),
    Check.NAME_ODD: _name_odd,
    Check.BIRTH_BLANK: lambda rows, today: rows.filter(birth_date=None, birth_year=None),
    Check.BIRTH_ODD: _birth_odd,
    Check.GONE_ACTIVE: _gone_active,
    Check.CIVIL_DIED: lambda rows, today: _answered(rows, presence=Presence.DIED),
    Check.CIVIL_MISMATCH: lambda rows, today: _answered(rows, verdict=Verdict.NOT_MATCHED),
    Check.CIVIL_NEVER: lambda rows, today: rows.filter(
        ~Exists(CivilAnswer.objects.standing().filter(person=OuterRef("pk")))
    ),
    Check.CHILD_HEAD: lambda rows, today: rows.filter(younger(rules.HEAD_FROM, today), _seat(Relationship.HEAD)),
    Check.CHILD_MARRIED: lambda rows, today: rows.filter(
        younger(rules.MARRY_FROM, today),
        means(Variable.MARITAL_STATUS, meanings.MARRIED, meanings.DIVORCED, meanings.WIDOWED),
    ),
    Check.SPOUSE_SINGLE: lambda rows, today: rows.filter(
        means(Variable.MARITAL_STATUS, meanings.SINGLE), _seat(Relationship.SPOUSE)
    ),
    Check.SCHOOL_ODD: _school_odd,
}


def _heads_odd(rows: Any, today: date) -> Any:
    """Somebody lives there, and not exactly one of them is the head, or another than the household names."""
    members = HouseholdMember.objects.now().filter(household=OuterRef("pk"))
    heads = members.filter(relationship=Relationship.HEAD)
    counted = heads.order_by().values("household").annotate(n=Count("pk"))
    several = Exists(counted.filter(n__gt=1))
    named = Exists(heads.filter(person=OuterRef("head")))
    return rows.filter(Exists(members)).filter(Q(several) | ~Q(named))


HOMES: dict[Check, Question] = {
    Check.HEADS_ODD: _heads_odd,
    Check.HOME_EMPTY: lambda rows, today: rows.filter(
        ~Exists(HouseholdMember.objects.now().filter(household=OuterRef("pk")))
    ),
}


def _pair(*, same_name: bool) -> Callable[[Any, str], Any]:
    """Somebody else who is present, in the same area of that column, has the same NIK, and the same name or another."""

    def narrow(rows: Any, column: str) -> Any:
        there = f"{column}_id" if column == "village" else column
        others = Person.objects.present().filter(nik=OuterRef("nik"), **{there: OuterRef(there)})
        name = Q(name_key=OuterRef("name_key"))
        return rows.filter(nik__isnull=False).filter(
            Exists(others.filter(name if same_name else ~name).exclude(pk=OuterRef("pk")))
        )

    return narrow


PAIRS: dict[Check, Callable[[Any, str], Any]] = {
    Check.NIK_TWICE: _pair(same_name=False),
    Check.PERSON_TWICE: _pair(same_name=True),
}


def by_village(rows: Any) -> dict[int, int]:
    """How many of these rows lie in each village."""
    return dict(rows.order_by().values("village_id").annotate(n=Count("pk")).values_list("village_id", "n"))


def people_by_village(area: int) -> dict[int, int]:
    """How many persons are present in each village of an area."""
    return by_village(Person.objects.in_area(area).present())
