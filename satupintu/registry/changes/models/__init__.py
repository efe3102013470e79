"""The tables of proposals, one noun a file."""

from satupintu.registry.changes.models.calendar import Calendar
from satupintu.registry.changes.models.deeds import Move, Ratification, Statement, Verification
from satupintu.registry.changes.models.exchange import Answer, Layout, RefusalReason
from satupintu.registry.changes.models.request import ChangeRequest
from satupintu.registry.changes.models.session import Attendance, Decision, Session

__all__ = [
    "Answer",
    "Attendance",
    "Calendar",
    "ChangeRequest",
    "Decision",
    "Layout",
    "Move",
    "Ratification",
    "RefusalReason",
    "Session",
    "Statement",
    "Verification",
]
