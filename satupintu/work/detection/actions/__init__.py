"""What may be done in early detection. The only place that writes."""

from satupintu.work.detection.actions.finding import find
from satupintu.work.detection.actions.following import as_sensitive, follow
from satupintu.work.detection.actions.publishing import publish
from satupintu.work.detection.actions.recording import open_complaint, record_result
from satupintu.work.detection.actions.sharing import share

__all__ = ["as_sensitive", "find", "follow", "open_complaint", "publish", "record_result", "share"]
