"""What may be done with proposals: the only place that writes."""

from satupintu.registry.changes.actions.applying import apply
from satupintu.registry.changes.actions.exchange import Said, answer, publish_reason, save_layout
from satupintu.registry.changes.actions.meeting import attend, close_session, decide, enclose, open_session
from satupintu.registry.changes.actions.proposing import Proposal, draft, propose, resend, withdraw
from satupintu.registry.changes.actions.ratifying import Decree, ratify
from satupintu.registry.changes.actions.settings import publish_calendar
from satupintu.registry.changes.actions.verifying import Visit, check, give_back, verify, vouch

__all__ = [
    "Decree",
    "Proposal",
    "Said",
    "Visit",
    "answer",
    "apply",
    "attend",
    "check",
    "close_session",
    "decide",
    "draft",
    "enclose",
    "give_back",
    "open_session",
    "propose",
    "publish_calendar",
    "publish_reason",
    "ratify",
    "resend",
    "save_layout",
    "verify",
    "vouch",
    "withdraw",
]
