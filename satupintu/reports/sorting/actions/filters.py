"""Keeping a selection under a name, and forgetting it."""

from typing import Any

from satupintu.engine.actions import action
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.reports.sorting.models import SavedFilter


@action("sorting.save_filter")
def save_filter(*, by: Appointment, name: str, asked: dict[str, Any]) -> SavedFilter:
    """Keep a selection for the own office; one of the same name there is replaced."""
    kept, _new = SavedFilter.objects.update_or_create(
        office_id=by.office_id, name=" ".join(name.split()), defaults={"asked": asked, "by": by}
    )
    record("sorting.filter_saved", kept, by=by)
    return kept


@action("sorting.drop_filter")
def drop_filter(saved: SavedFilter, *, by: Appointment) -> None:
    """Forget a selection of the own office."""
    record("sorting.filter_dropped", saved, by=by)
    saved.delete()
