"""Events of the cast that lie in the past: no action writes those, for an action happens now."""

from datetime import datetime
from typing import Any

from satupintu.engine.events.models import Event
from satupintu.engine.events.words import Kind
from satupintu.foundation.offices.models import Appointment


def happened(name: str, row: Any, at: datetime, *, by: Appointment, **facts: Any) -> Event:
    """The event, not yet written, that ``name`` happened to a row at a time gone by, by an appointment."""
    return Event(
        at=at,
        kind=Kind.CHANGE,
        name=name,
        subject_type=row._meta.model_name,
        subject_id=row.pk,
        trace=row.trace,
        **row.reach.columns(),
        account_id=by.account_id,
        appointment_id=by.pk,
        office_id=by.office_id,
        role=by.role,
        actor=by.label,
        facts=facts,
    )
