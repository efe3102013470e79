"""What may be done with a letter: send it, reply from either end, urge, withdraw, and give a code for answering."""

from satupintu.work.referrals.actions.answering import (
    accept,
    ask,
    explain,
    not_serve,
    reject,
    schedule,
    serve,
)
from satupintu.work.referrals.actions.following import referrals_follow
from satupintu.work.referrals.actions.overseeing import keep_time
from satupintu.work.referrals.actions.passing import bind_pass, issue_pass, revoke_pass
from satupintu.work.referrals.actions.sending import Letter, send
from satupintu.work.referrals.actions.urging import escalate, remind, withdraw

__all__ = [
    "Letter",
    "accept",
    "ask",
    "bind_pass",
    "escalate",
    "explain",
    "issue_pass",
    "keep_time",
    "not_serve",
    "referrals_follow",
    "reject",
    "remind",
    "revoke_pass",
    "schedule",
    "send",
    "serve",
    "withdraw",
]
