"""What becomes of complaints when two records prove to be one person: they are the survivor's, and stay where they were."""

from satupintu.registry.people.claims import Claim, Moves
from satupintu.work.complaints.models import Complaint

CLAIMS: tuple[Claim, ...] = (Moves(Complaint, "person"),)
