"""Who sees people: whoever's area they live in. Every table about a person carries the village it is seen from."""

from typing import Any

from satupintu.foundation.access.gatekeeper import condition
from satupintu.lib.walls import Open, Wall, cleared, in_scope, through, unattended


def _through(table: str, *, household: bool = True) -> str:
    """The row is seen by whoever sees its person or its household: it moves with them by itself."""
    seen = through(table, "person_id", "people_person")
    return f"({seen} or {through(table, 'household_id', 'people_household')})" if household else seen


# An imported file can be taken back: what it brought is deleted then, as if it had never come.
TAKEN_BACK = "select, insert, update, delete"
BY_THE_HOUSE = f"{in_scope()} and {unattended()}"
WALLS = [
    Wall("people_person", in_scope(), grants=TAKEN_BACK, removes=BY_THE_HOUSE),
    Wall("people_household", in_scope(), grants=TAKEN_BACK, removes=BY_THE_HOUSE),
    Wall("people_householdmember", in_scope(), grants=TAKEN_BACK, removes=BY_THE_HOUSE),
    Wall("people_familycard", in_scope(), grants=TAKEN_BACK, removes=BY_THE_HOUSE),
    Wall("people_cardmember", in_scope(), grants=TAKEN_BACK, removes=BY_THE_HOUSE),
    Wall("people_departure", in_scope(), grants=TAKEN_BACK, removes=BY_THE_HOUSE),
    Wall("people_listmembership", in_scope(), grants=TAKEN_BACK, removes=BY_THE_HOUSE),
    Wall("people_unverified", in_scope(), grants=TAKEN_BACK, removes=BY_THE_HOUSE),
    Wall("people_consent", in_scope()),
    Wall("people_contact", _through("people_contact", household=False)),
    Wall("people_ppks", f"{_through('people_ppks')} and {cleared('clearance')}"),
    # What a record said before: nobody changes it.
    Wall("people_formervalue", _through("people_formervalue"), grants="select, insert"),
    Wall("people_restriction", in_scope()),
    # Search keys are made anew when a name changes, so they alone may be deleted.
    Wall("people_nametoken", in_scope(), grants="select, insert, update, delete"),
    Open("people_listedition", "names and dates of external lists, no personal data", "select, insert"),
]


@condition(
    "person.change", "person.verify", "household.change", "household.confirm", "ppks.add", "ppks.end", "contact.record"
)
def in_own_area(by: Any, subject: Any) -> bool:
    """A person or household is changed by those whose area it lies in."""
    return bool(by.span[0] <= subject.village_id < by.span[1])
