"""What becomes of proposals when two records prove to be one person: they are about the survivor, in the village that made
them. The version that one was written against was the other record's, so it is forgotten: then applying compares, value by
value, what was there with what stands there now.
"""

from satupintu.registry.changes.models import ChangeRequest
from satupintu.registry.people.claims import Claim, Moves

CLAIMS: tuple[Claim, ...] = (Moves(ChangeRequest, "person", also={"person_version": "null"}),)
