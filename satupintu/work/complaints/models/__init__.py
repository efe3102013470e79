"""A complaint and the nouns that its life is made of."""

from satupintu.work.complaints.models.citizen import Verdict
from satupintu.work.complaints.models.complaint import Complaint, ComplaintQuerySet, late
from satupintu.work.complaints.models.deeds import (
    Answer,
    Closure,
    Decision,
    Deed,
    DirectService,
    Escalation,
    HandOver,
    Pause,
    Reopening,
)
from satupintu.work.complaints.models.papers import PaperCheck
from satupintu.work.complaints.models.preparing import Check, Recommendation, Repair, work_of
from satupintu.work.complaints.models.supervising import Assignment, Comment
from satupintu.work.complaints.models.telling import Reporter, Story

__all__ = [
    "Answer",
    "Assignment",
    "Check",
    "Closure",
    "Comment",
    "Complaint",
    "ComplaintQuerySet",
    "Decision",
    "Deed",
    "DirectService",
    "Escalation",
    "HandOver",
    "PaperCheck",
    "Pause",
    "Recommendation",
    "Reopening",
    "Repair",
    "Reporter",
    "Story",
    "Verdict",
    "late",
    "work_of",
]
