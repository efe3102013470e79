"""What may be done about duplicates: search for them, decide, undo. The only place that writes."""

from satupintu.registry.matching.actions.deciding import confirm, decide, report
from satupintu.registry.matching.actions.merging import undo
from satupintu.registry.matching.actions.searching import Found, find, search

__all__ = ["Found", "confirm", "decide", "find", "report", "search", "undo"]
