"""What lies where its person lies, and is as sensitive as the complaint that came of it. Called by the house."""

from typing import Any

from django.db.models import F

from satupintu.engine.documents import actions as documents
from satupintu.work.complaints.models import Complaint
from satupintu.work.daybook.actions import visits_follow
from satupintu.work.detection.models import Outreach
from satupintu.work.detection.words import State


def follow(rows: Any, village: Any) -> int:
    """Let open outreaches lie in another village: nobody is to go there yet."""
    fresh = {"state": State.FOUND, "assignee": None, "sharing": None}
    return int(rows.update(village_id=village, **fresh, version=F("version") + 1))


def as_sensitive(outreach: Outreach, complaint: Complaint) -> None:
    """Let an outreach, its visit and the photos of it reach no further than their complaint."""
    for visit in visits_follow(("outreach", outreach.pk), topic=outreach.topic, clearance=complaint.clearance):
        documents.follow(visit)
    if outreach.clearance != complaint.clearance:
        outreach.clearance = complaint.clearance
        outreach.save(update_fields=["clearance"])
