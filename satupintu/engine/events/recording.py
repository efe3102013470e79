"""Writing events: changes by ``record``, readings and refusals by ``note``."""

from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from satupintu.engine.events import listening
from satupintu.engine.events.reach import Reach

current_request: ContextVar[UUID | None] = ContextVar("current_request", default=None)
"""The request that is being answered; every event of it carries the same number."""


def record(name: str, subject: Any, *, by: Any, **facts: Any) -> Any:
    """Write down that ``name`` happened to ``subject``, and tell whoever listens, in the same transaction.

    ``facts`` are codes and numbers for the sentence and for listeners; they carry no narrative and no name of a citizen.
    """
    event = _write(
        kind=_kinds().CHANGE,
        name=name,
        subject_type=subject._meta.model_name,
        subject_id=subject.pk,
        trace=subject.trace,
        reach=subject.reach,
        by=by,
        facts=facts,
    )
    listening.tell(event)
    return event


def note(
    name: str, *, by: Any, kind: str, ids: Iterable[int] = (), reach: Reach = Reach(), trace: str = "", **facts: Any
) -> Any:
    """Write down that personal data were read or refused: who, which rows, which fields. Nobody listens to it."""
    subject_type = name.partition(".")[0]
    shown = list(ids)
    one = shown[0] if len(shown) == 1 else None
    return _write(
        kind=kind,
        name=name,
        subject_type=subject_type,
        subject_id=one,
        shown_ids=shown,
        trace=trace,
        reach=reach,
        by=by,
        facts=facts,
    )


def _kinds() -> Any:
    from satupintu.engine.events.words import Kind

    return Kind


def _write(*, reach: Reach, by: Any, facts: dict[str, Any], **fields: Any) -> Any:
    from satupintu.engine.events.models import Event

    return Event.objects.create(
        village=reach.village,
        offices=list(reach.offices),
        clearance=reach.clearance,
        account_id=by.account_id,
        appointment_id=by.pk,
        office_id=by.office_id,
        role=by.role,
        actor=by.label,
        request_id=current_request.get(),
        facts={key: value for key, value in facts.items() if value is not None and value != ""},
        **fields,
    )
