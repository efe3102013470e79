"""Rows follow their village when a decree gives it another code."""

from collections.abc import Mapping
from typing import Any

from django.db import connection

from satupintu.engine.events import record
from satupintu.registry.people.models import (
    CardMember,
    Consent,
    Departure,
    FamilyCard,
    Household,
    HouseholdMember,
    ListMembership,
    NameToken,
    Person,
    Restriction,
    Unverified,
)

PLACED = (
    *(Person, Household, FamilyCard, HouseholdMember, CardMember, Departure, ListMembership, Consent, NameToken),
    *(Restriction, Unverified),
)


def renumber(steps: Mapping[int, int], *, by: Any, edition: Any) -> int:
    """Give every row of a recoded village its new number; answers how many rows. Part of adopting ``edition``.

    ``steps`` maps old to new numbers and changes all at the same moment, so villages that swapped codes are right too.
    Numbers of memberships, cards and households change with those of persons: nobody is seen from two places.
    """
    moved = {old: new for old, new in steps.items() if old != new}
    if not moved:
        return 0
    total = 0
    with connection.cursor() as cursor:
        for model in PLACED:
            cursor.execute(
                f"update {model._meta.db_table} t set village = s.new "  # noqa: S608 - the table's own name
                "from unnest(%s::bigint[], %s::bigint[]) as s(old, new) where t.village = s.old",
                [list(moved), list(moved.values())],
            )
            total += cursor.rowcount
    if total:
        record("person.renumbered", edition, by=by, villages=len(moved), rows=total)
    return total
