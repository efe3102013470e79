"""Writing events: changes by ``record``, readings and refusals by ``note``."""

import json
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.db import connection

from satupintu.engine.events import listening
from satupintu.engine.events.reach import Reach
from satupintu.engine.events.words import Kind

current_request: ContextVar[UUID | None] = ContextVar("current_request", default=None)
"""The request that is being answered; every event of it carries the same number."""


def record(name: str, subject: Any, *, by: Any, **facts: Any) -> Any:
    """Write down that ``name`` happened to ``subject``, and tell whoever listens, in the same transaction.

    ``facts`` are codes and numbers for the sentence and for listeners; they carry no narrative and no name of a citizen.
    """
    event = _write(
        kind=Kind.CHANGE,
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


_ADD = (
    "insert into events_event (kind, name, subject_type, subject_id, shown_ids, trace, village, offices, clearance, "
    "account_id, appointment_id, office_id, role, actor, request_id, facts) "
    "values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)


def note(
    name: str, *, by: Any, kind: str, ids: Iterable[int] = (), reach: Reach = Reach(), trace: str = "", **facts: Any
) -> None:
    """Write down that personal data were read or refused: who, which rows, which fields. Nobody listens to it.

    Every page of people does this, so it is one statement without a way back.
    """
    shown = list(ids)
    row = [kind, name, name.partition(".")[0], shown[0] if len(shown) == 1 else None, shown, trace]
    row += [reach.village, list(reach.offices), reach.clearance, by.account_id, by.pk, by.office_id, by.role, by.label]
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [*row, current_request.get(), json.dumps(_told(facts))])


def _told(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if value is not None and value != ""}


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
        facts=_told(facts),
        **fields,
    )
