"""What becomes of rows of files when two records prove to be one person: a file checked before saves to the survivor; what a
file has done is told of the record it was done to, where taking it back finds that somebody changed it since.
"""

from django.db.models import Q

from satupintu.registry.imports.models import AppliedRow, Batch, FormerRow, StagedRow, Upload
from satupintu.registry.people.claims import Claim, Held, Keeps, Moves

CLAIMS: tuple[Claim, ...] = (
    Moves(StagedRow, "person_id"),
    Keeps(AppliedRow, "person_id", "it says what a file did to that record"),
)

HELD = (
    Held(
        FormerRow,
        lambda people: Q(kind="people_person", row_id__in=people) | Q(was__person_id__in=[*people]),
    ),
)
"""How things stood before a file: of the person's own row, and of rows that named them."""
UNLINKED = {
    Batch: "the name of a file somebody brought; it names no person by number",
    Upload: "a file as it came: gone when its batch is saved or cancelled",
}
"""What holds people's data and leads to no one person: why."""
