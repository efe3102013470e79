"""What this room holds of people: found by what its letters are about; it names no person by number."""

from django.db.models import Q
from django.utils.translation import gettext_noop as noop

from satupintu.registry.people.claims import Unfinished
from satupintu.work.transfers.models import Transfer
from satupintu.work.transfers.words import Status

CLAIMS = ()
UNFINISHED = (Unfinished(Transfer, Q(status=Status.OFFERED), noop("Masih ada pelimpahan yang belum dijawab.")),)
"""What must be ended before anything is erased."""
