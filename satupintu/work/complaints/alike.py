"""Complaints that may already tell of the same matter, shown before another one is taken down."""

from datetime import datetime, timedelta

from satupintu.lib.names import name_key
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint

DAYS = 90
"""How far back a matter may be the same one."""
LOOKED_AT = 500
"""Complaints of the village that are compared at most, the newest first."""
SHOWN = 5


def alike(intake: Intake, now: datetime) -> list[Complaint]:
    """Complaints of the last 90 days, in the village and behind no wall, about the same person, family or name.

    Names are the same when their keys are, however they are written. Those of the same field come first, then the
    newest. Nothing when nobody is named.
    """
    name = name_key(intake.about)
    if not (name or intake.person or intake.household):
        return []
    rows = Complaint.objects.filter(village_id=intake.village_id, received_at__gte=now - timedelta(days=DAYS))
    found = rows.order_by("-received_at", "-id").defer("follow_up")[:LOOKED_AT]
    same = [one for one in found if _same(one, intake, name)]
    return sorted(same, key=lambda one: one.field != intake.field)[:SHOWN]


def _same(one: Complaint, intake: Intake, name: str) -> bool:
    """Whether a complaint is about whom the new one is about."""
    if intake.person and one.person_id:
        return one.person_id == intake.person.pk
    if intake.household and one.household_id == intake.household.pk:
        return True
    return bool(name) and name_key(one.about) == name
