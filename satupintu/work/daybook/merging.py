"""What becomes of the daybook and of visits when two records prove to be one person: they are the survivor's."""

from satupintu.registry.people.claims import Claim, Moves
from satupintu.work.daybook.models import Remark, ServiceRecord, Visit

CLAIMS: tuple[Claim, ...] = (Moves(ServiceRecord, "person"), Moves(Visit, "person"))
UNLINKED = {Remark: "how the day went at an office"}
"""What holds people's data and leads to no one person: why."""
