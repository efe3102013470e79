"""What becomes of the civil registry's answers when two records prove to be one person: they stay where they were asked."""

from satupintu.registry.civil.models import CivilAnswer
from satupintu.registry.people.claims import Claim, Keeps

CLAIMS: tuple[Claim, ...] = (
    Keeps(CivilAnswer, "person", "its verdict compares the values of that record; the survivor is asked about anew"),
)
