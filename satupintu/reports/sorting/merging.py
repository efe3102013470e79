"""What becomes of names on lists that were handed over when two records prove to be one person: a list is frozen."""

from satupintu.registry.people.claims import Claim, Keeps
from satupintu.reports.sorting.models import FollowUp, HandedPerson, HandOver, Tally

CLAIMS: tuple[Claim, ...] = (
    Keeps(HandedPerson, "person", "a list says what was handed over, whatever was learned since"),
)
UNLINKED = {
    HandOver: "about a population and its purpose; its names stand in HandedPerson",
    FollowUp: "what was done with a list as a whole",
    Tally: "counts of a village, no rows of persons",
}
"""What holds people's data and leads to no one person: why."""
READINGS = {"sorting.listed": 0, "handover.names_listed": 0}
"""Readings whose rows are persons."""
