"""What becomes of pairs and merges when two records prove to be one person: they tell what was found and done, and stay."""

from satupintu.registry.matching.models import Merge, Pair
from satupintu.registry.people.claims import Claim, Keeps

CLAIMS: tuple[Claim, ...] = (
    Keeps(Pair, "one", "a pair is about two records, whatever became of them"),
    Keeps(Pair, "other", "a pair is about two records, whatever became of them"),
    Keeps(Merge, "survivor", "a merge tells what was done, and is undone by it"),
    Keeps(Merge, "merged", "a merge tells what was done, and is undone by it"),
)
READINGS = {"duplicate.listed": 0, "duplicate.opened": 1}
"""Readings whose rows are persons, after the number of the pair or merge."""
