"""What may be done in sorting: the only place that writes."""

from satupintu.reports.sorting.actions.answering import acknowledge, approve, refuse, report, take_copy, withdraw
from satupintu.reports.sorting.actions.counting import count
from satupintu.reports.sorting.actions.filters import drop_filter, save_filter
from satupintu.reports.sorting.actions.handing import Names, Request, send_names, send_tables

__all__ = [
    "Names",
    "Request",
    "acknowledge",
    "approve",
    "count",
    "drop_filter",
    "refuse",
    "report",
    "save_filter",
    "send_names",
    "send_tables",
    "take_copy",
    "withdraw",
]
