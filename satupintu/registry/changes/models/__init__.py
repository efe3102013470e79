"""The tables of proposals, one noun a file."""

from satupintu.registry.changes.models.deeds import Move, Ratification, Statement, Verification
from satupintu.registry.changes.models.request import ChangeRequest
from satupintu.registry.changes.models.session import Attendance, Decision, Session

__all__ = [
    "Attendance",
    "ChangeRequest",
    "Decision",
    "Move",
    "Ratification",
    "Session",
    "Statement",
    "Verification",
]
