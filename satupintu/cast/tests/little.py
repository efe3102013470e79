"""A little of the demo: few households, a small year, and what its events are."""

from collections import defaultdict

from satupintu.cast.acts import ACTS, Wanted
from satupintu.engine.events.models import Event

BY_TITLE = {act.title: act for act in ACTS}
STAFF, HOUSEHOLDS, YEAR = (
    BY_TITLE[title] for title in ("Kantor dan petugas", "Rumah tangga", "Keluhan selama setahun")
)
BACK_OFFICE = BY_TITLE["Back office"]
FEW = Wanted(households=60, complaints=220)


def silent(line: str) -> None:
    """Nobody listens."""


def told() -> dict[tuple[str, int], list[Event]]:
    found: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for event in Event.objects.filter(subject_type__in=["complaint", "referral"]).order_by("id"):
        found[event.subject_type, event.subject_id or 0].append(event)
    return found
