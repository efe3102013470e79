"""What may be asked of persons, in one definition for whoever asks: sort tables, checks of data quality, signs of early
detection. Conditions and expressions for a QuerySet of `Person`; the walls of whoever asks decide what they find.
"""

from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, Func, OuterRef, Q, SmallIntegerField, Subquery, Value, When
from django.db.models.functions import Coalesce

from satupintu.registry.people import meanings
from satupintu.registry.people.models import Departure, HouseholdMember, ListMembership
from satupintu.registry.people.words import ExternalList, Variable

UNKNOWN_AGE = -1
AID = (ExternalList.PKH, ExternalList.SEMBAKO, ExternalList.PBI_JKN, ExternalList.PROGRAMME)
"""Lists of recipients: whoever stands on one gets something."""
AID_YEARS = 2
"""An edition of a list of recipients tells nothing of today when it is older."""


def years_before(today: date, years: int) -> date:
    """The same day so many years ago; the 28th for a 29 February."""
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return date(today.year - years, today.month, day)


def younger(years: int, today: date) -> Q:
    """Surely below so many full years on a day, as `people.rules.age` counts them."""
    return Q(birth_date__gt=years_before(today, years)) | Q(birth_date=None, birth_year__gt=today.year - years)


def at_least(years: int, today: date) -> Q:
    """So many full years or more on a day, as `people.rules.age` counts them."""
    return Q(birth_date__lte=years_before(today, years)) | Q(birth_date=None, birth_year__lte=today.year - years)


def age_on(on: date) -> Any:
    """An expression: full years on a day as `people.rules.age` counts them, `UNKNOWN_AGE` when unknown."""
    dated = Func(
        Value(on),
        F("birth_date"),
        template="extract(year from age(%(expressions)s))::smallint",
        arg_joiner="::date, ",
        output_field=SmallIntegerField(),
    )
    return Case(
        When(birth_date__isnull=False, then=dated),
        When(birth_year__isnull=False, then=Value(on.year) - F("birth_year")),
        default=Value(UNKNOWN_AGE),
        output_field=SmallIntegerField(),
    )


def means(variable: Variable, *codes: str) -> Q:
    """Their particular means one of these codes of the variable's first list, whatever list it is written in."""
    return Q(**{f"traits__{variable.value}__in": meanings.stored(variable, codes)})


def disabled() -> Q:
    """With a disability of any kind: what is stored names one, and not that there is none."""
    name = Variable.DISABILITY.value
    none = meanings.stored(Variable.DISABILITY, [meanings.NO_DISABILITY])
    return Q(**{"traits__has_key": name}) & ~Q(**{f"traits__{name}__in": none})


def lacks_paper(addend: int) -> Q:
    """They were asked for their papers and this one is missing."""
    return Q(**{f"traits__{Variable.IDENTITY_PAPERS.value}__in": meanings.without_paper(addend)})


def lives_alone() -> Any:
    """They live in a household in which nobody else is now who has not died, moved or gone missing."""
    gone = Departure.objects.standing().filter(person=OuterRef("person"))
    others = HouseholdMember.objects.now().filter(~Exists(gone), household=OuterRef("household"))
    others = others.exclude(person=OuterRef("person"))
    return Exists(HouseholdMember.objects.now().filter(~Exists(others), person=OuterRef("pk")))


def desil_now() -> Any:
    """An expression: their rank in the newest edition that ranks them, or their household where none ranks them; else null."""
    ranked = ListMembership.objects.filter(desil__isnull=False).order_by("-edition__as_of", "-id").values("desil")
    own = ranked.filter(person=OuterRef("pk"))
    home = ranked.filter(household__members__person=OuterRef("pk"), household__members__until=None)
    return Coalesce(Subquery(own[:1]), Subquery(home[:1]))


def aided(today: date) -> Q:
    """They, or the household they live in, stand on a list of recipients that is not too old."""
    lists = ListMembership.objects.filter(edition__list__in=AID, edition__as_of__gt=years_before(today, AID_YEARS))
    home = lists.filter(household__members__person=OuterRef("pk"), household__members__until=None)
    return Q(Exists(lists.filter(person=OuterRef("pk")))) | Q(Exists(home))
