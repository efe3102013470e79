"""The tables of early detection, one noun a file."""

from satupintu.work.detection.models.outreach import Night, Opened, Outreach, OutreachQuerySet, Sharing
from satupintu.work.detection.models.sign import Sign

__all__ = ["Night", "Opened", "Outreach", "OutreachQuerySet", "Sharing", "Sign"]
