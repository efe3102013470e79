"""Tables of sorting."""

from satupintu.reports.sorting.models.filters import SavedFilter
from satupintu.reports.sorting.models.handover import FollowUp, HandedPerson, HandOver, ListCopy
from satupintu.reports.sorting.models.tally import Snapshot, Tally

__all__ = ["FollowUp", "HandOver", "HandedPerson", "ListCopy", "SavedFilter", "Snapshot", "Tally"]
