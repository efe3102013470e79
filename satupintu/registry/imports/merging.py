"""What becomes of staged rows when two records prove to be one person: a file checked before saves to the survivor."""

from satupintu.registry.imports.models import StagedRow
from satupintu.registry.people.claims import Claim, Moves

CLAIMS: tuple[Claim, ...] = (Moves(StagedRow, "person_id"),)
