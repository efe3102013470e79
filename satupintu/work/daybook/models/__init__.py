"""What a post did in a day (``ServiceRecord``), whom it visited (``Visit``), what it says about its month (``Remark``)."""

from satupintu.work.daybook.models.records import ListedCard, ServiceRecord
from satupintu.work.daybook.models.remarks import Remark
from satupintu.work.daybook.models.visits import Finding, Visit

__all__ = ["Finding", "ListedCard", "Remark", "ServiceRecord", "Visit"]
