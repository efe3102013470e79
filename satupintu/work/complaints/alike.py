"""Complaints that may already tell of the same matter, shown before another one is taken down."""

from datetime import datetime, timedelta
from typing import Any

from satupintu.lib.names import name_key
from satupintu.work.complaints.intake import Intake
from satupintu.work.complaints.models import Complaint

DAYS = 90
"""How far back a matter may be the same one."""
LOOKED_AT = 500
"""Complaints of the village that are compared at most, the newest first."""
SHOWN = 5
COMPARED = ("person_id", "household_id", "about", "field")


def alike(intake: Intake, now: datetime) -> list[Complaint]:
    """Complaints of the last 90 days, in the village and behind no wall, about the same person, family or name.

    Names are the same when their keys are, however they are written. Those of the same field come first, then the
    newest. Nothing when nobody is named.
    """
    name = name_key(intake.about)
    if not (name or intake.person or intake.household):
        return []
    rows = Complaint.objects.filter(village_id=intake.village_id, received_at__gte=now - timedelta(days=DAYS))
    newest = rows.order_by("-received_at", "-id").values_list("pk", *COMPARED, named=True)[:LOOKED_AT]
    same = sorted((one for one in newest if _same(one, intake, name)), key=lambda one: one.field != intake.field)
    found = Complaint.objects.in_bulk([one.pk for one in same[:SHOWN]])
    return [found[one.pk] for one in same[:SHOWN]]


def _same(one: Any, intake: Intake, name: str) -> bool:
    """Whether a complaint is about whom the new one is about."""
    if intake.person and one.person_id:
        return one.person_id == intake.person.pk
    if intake.household and one.household_id == intake.household.pk:
        return True
    return bool(name) and name_key(one.about) == name
