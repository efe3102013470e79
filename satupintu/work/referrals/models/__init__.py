"""A letter, what its two ends wrote, and the codes with which somebody without an account answers it."""

from satupintu.work.referrals.models.passes import Pass
from satupintu.work.referrals.models.referral import Referral, ReferralQuerySet, late
from satupintu.work.referrals.models.reply import Reply

__all__ = ["Pass", "Referral", "ReferralQuerySet", "Reply", "late"]
