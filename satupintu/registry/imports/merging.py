"""What becomes of rows of files when two records prove to be one person: a file checked before saves to the survivor; what a
file has done is told of the record it was done to, where taking it back finds that somebody changed it since.
"""

from satupintu.registry.imports.models import AppliedRow, StagedRow
from satupintu.registry.people.claims import Claim, Keeps, Moves

CLAIMS: tuple[Claim, ...] = (
    Moves(StagedRow, "person_id"),
    Keeps(AppliedRow, "person_id", "it says what a file did to that record"),
)
