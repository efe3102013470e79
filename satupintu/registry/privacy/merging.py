"""What becomes of requests when two records prove to be one person: they are the survivor's."""

from django.db.models import Q

from satupintu.registry.people.claims import Claim, Ends, Moves
from satupintu.registry.privacy.models import DataRequest, LegalHold

CLAIMS: tuple[Claim, ...] = (
    Moves(DataRequest, "person", follows=True),
    Ends(LegalHold, "person", ended="released_at", began=""),
)
OWN_WORDS = {DataRequest: Q(pk__in=[])}
"""Who asked for what is told to nobody else than the person."""
