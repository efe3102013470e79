"""A complaint and the nouns that its life is made of."""

from satupintu.work.complaints.models.complaint import Complaint, ComplaintQuerySet
from satupintu.work.complaints.models.deeds import Answer, Closure, Decision, Deed, DirectService, Reopening
from satupintu.work.complaints.models.telling import Reporter, Story

__all__ = [
    "Answer",
    "Closure",
    "Complaint",
    "ComplaintQuerySet",
    "Decision",
    "Deed",
    "DirectService",
    "Reopening",
    "Reporter",
    "Story",
]
