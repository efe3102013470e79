"""A little of the demo: few households, a small year, and what its events are."""

from collections import defaultdict

from satupintu.cast.acts import ACTS, Wanted
from satupintu.engine.events.models import Event

STAFF, HOUSEHOLDS, YEAR = ACTS[:3]
BACK_OFFICE = next(act for act in ACTS if act.title == "Back office")
FEW = Wanted(households=60, complaints=220)


def silent(line: str) -> None:
    """Nobody listens."""


def told() -> dict[tuple[str, int], list[Event]]:
    found: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for event in Event.objects.filter(subject_type__in=["complaint", "referral"]).order_by("id"):
        found[event.subject_type, event.subject_id or 0].append(event)
    return found
