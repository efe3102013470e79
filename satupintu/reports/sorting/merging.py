"""What becomes of names on lists that were handed over when two records prove to be one person: a list is frozen."""

from satupintu.registry.people.claims import Claim, Keeps
from satupintu.reports.sorting.models import HandedPerson

CLAIMS: tuple[Claim, ...] = (
    Keeps(HandedPerson, "person", "a list says what was handed over, whatever was learned since"),
)
