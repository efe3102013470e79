"""What becomes of the rows of this room when two records prove to be one person."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from satupintu.registry.people.claims import Claim, Ends, Held, Keeps, Moves, MovesOnce, Removes, Step
from satupintu.registry.people.models import (
    CardMember,
    Consent,
    Contact,
    Departure,
    FamilyCard,
    FormerValue,
    Household,
    HouseholdMember,
    ListMembership,
    NameToken,
    Person,
    Ppks,
    Restriction,
    Unverified,
)

_LIVES_THERE = (
    "exists (select from people_householdmember m "
    "where m.household_id = t.id and m.person_id = %(survivor)s and m.until is null)"
)


@dataclass(frozen=True, slots=True)
class Heads(Claim):
    """The survivor heads the household if they live in it now; otherwise it has no head until somebody says who."""

    def steps(self) -> Sequence[Step]:
        """The household's head, and what the head is called on the list of members."""
        head = {"head_id": f"case when {_LIVES_THERE} then %(survivor)s::bigint end"}
        of_it = "exists (select from people_household h where h.id = t.household_id and h.head_id = %(survivor)s)"
        called = f"t.person_id = %(survivor)s and t.until is null and t.relationship <> 'head' and {of_it}"
        return [
            Step(Household, self.its, head, versioned=True),
            Step(HouseholdMember, called, {"relationship": "'head'"}),
        ]


@dataclass(frozen=True, slots=True)
class EndsThrough(Ends):
    """The same for rows that have no village of their own: they are seen through their person."""

    def steps(self) -> Sequence[Step]:
        """One change, without the village."""
        return [
            Step(one.model, one.where, {column: sql for column, sql in one.sets.items() if column != "village"})
            for one in Ends.steps(self)
        ]


CLAIMS: tuple[Claim, ...] = (
    Moves(Person, "merged_into"),
    Removes(NameToken, "person"),
    Ends(HouseholdMember, "person"),
    Heads(Household, "head"),
    Ends(CardMember, "person"),
    # The survivor's own state stands: a death or removal that was told of the other record must be told again.
    Ends(Departure, "person", ended="revoked_on", began="", always=True),
    Ends(Consent, "person", ended="withdrawn_on", began="given_on", once="purpose"),
    EndsThrough(Ppks, "person", once="code"),
    EndsThrough(Contact, "person", ended="replaced_at", began=""),
    Keeps(FormerValue, "person", reason="they tell what this record said, not what the survivor's did"),
    Keeps(Unverified, "person", reason="it tells of the record that a list brought; merged away, it waits no more"),
    Ends(Restriction, "person", ended="lifted_on", began="since"),
    # An edition that lists both goes on saying so.
    MovesOnce(ListMembership, "person", once="edition_id"),
)

HELD = (
    Held(Household, lambda people: Q(members__person__in=people), shared=True),
    Held(FamilyCard, lambda people: Q(members__person__in=people), shared=True),
)
"""Where a person's data stand without a field that names the person."""

OWN_WORDS = {Contact: Q(pk__in=[])}
"""How somebody may be reached safely is told to nobody else."""
READINGS = {"person.opened": 0, "person.listed": 0, "household.opened": 1}
"""Readings whose rows are persons, and how many of their first numbers are not: a household stands before its members."""

_OTHER = "from people_person m where m.id = %(merged)s"
_DATE = "t.birth_date is null and m.birth_date is not null and (t.birth_year is null or t.birth_year = m.birth_year)"
_YEAR = "t.birth_year is null and t.birth_date is null and m.birth_year is not null"
_TEXTS = ("sex", "birth_place", "mother_name", "occupation")
_LACKS = " or ".join(
    [
        "(t.nik is null and m.nik is not null)",
        f"({_DATE})",
        f"({_YEAR})",
        "(m.traits <> '{}' and not t.traits @> m.traits and m.traits || t.traits <> t.traits)",
        *(f"(t.{text} = '' and m.{text} <> '')" for text in _TEXTS),
    ]
)


def _taken(column: str, condition: str) -> str:
    return f"coalesce((select m.{column} {_OTHER} and {condition}), t.{column})"


TAKEN_OVER: tuple[Step, ...] = (
    Step(
        Person,
        f"t.id = %(survivor)s and exists (select {_OTHER} and ({_LACKS}))",
        {
            "nik": _taken("nik", "t.nik is null"),
            "birth_date": _taken("birth_date", _DATE),
            "birth_year": _taken("birth_year", f"(({_DATE}) or ({_YEAR}))"),
            "traits": f"(select m.traits || t.traits {_OTHER})",
            **{text: _taken(text, f"t.{text} = ''") for text in _TEXTS},
        },
        versioned=True,
    ),
    Step(
        NameToken,
        "t.person_id = %(survivor)s and t.birth_year is distinct from "
        "(select s.birth_year from people_person s where s.id = t.person_id)",
        {"birth_year": "(select s.birth_year from people_person s where s.id = t.person_id)"},
    ),
)
"""What the survivor's record does not know it takes from the other; what it knows stands."""

GONE: tuple[Step, ...] = (Step(Person, "t.id = %(merged)s", {"merged_into_id": "%(survivor)s"}, versioned=True),)
"""The last step: the other record stands for nobody any more."""
