"""What this room holds of people: found by what its letters are about; it names no person by number."""

from django.db.models import Q
from django.utils.translation import gettext_noop as noop

from satupintu.registry.people.claims import Unfinished
from satupintu.work.referrals import rules
from satupintu.work.referrals.models import Referral

CLAIMS = ()
UNFINISHED = (Unfinished(Referral, Q(status__in=rules.OPEN), noop("Masih ada rujukan yang belum dijawab.")),)
"""What must be ended before anything is erased."""
