"""Events as the entries of a timeline: the story of a row."""

from collections.abc import Iterable, Mapping

from satupintu.engine.events.models import Event
from satupintu.engine.ui.pieces import Entry


def entries(events: Iterable[Event], tones: Mapping[str, str] | None = None) -> list[Entry]:
    """One entry an event, in the order given; ``tones`` says how some look, all others are work being done."""
    return [_entry(event, (tones or {}).get(event.name, "doing")) for event in events]


def _entry(event: Event, tone: str) -> Entry:
    """An actor is kept as one line, "name · role · office": it must still be true when the person has moved on."""
    who, role, office = (*event.who.split(" · "), "", "", "")[:3]
    return Entry(event.sentence, event.at, who, role, office, tone=tone)
