"""Tables of sorting."""

from satupintu.reports.sorting.models.filters import SavedFilter
from satupintu.reports.sorting.models.handover import FollowUp, HandedPerson, HandOver, ListCopy
from satupintu.reports.sorting.models.tally import EVERY_AGE, Snapshot, Tally

__all__ = ["EVERY_AGE", "FollowUp", "HandOver", "HandedPerson", "ListCopy", "SavedFilter", "Snapshot", "Tally"]
