"""What becomes of complaints when two records prove to be one person: they are the survivor's, and stay where they were."""

from django.db.models import Q
from django.utils.translation import gettext_noop as noop

from satupintu.registry.people.claims import Claim, Moves, Unfinished
from satupintu.work.complaints.models import Complaint

CLAIMS: tuple[Claim, ...] = (Moves(Complaint, "person"),)
OWN_WORDS = {Complaint: Q(reporter__relation="self")}
"""Which complaints the person brought: what others told of them is nobody's but the desk's (UU 27/2022, art. 33)."""
UNFINISHED = (Unfinished(Complaint, Q(closed_at=None), noop("Masih ada keluhan yang belum ditutup.")),)
"""What must be ended before anything is erased."""
