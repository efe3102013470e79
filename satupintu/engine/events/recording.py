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
    event = _write(name, subject, by=by, facts=facts)
    listening.tell(event)
    return event


_COLUMNS = (
    "kind name subject_type subject_id shown_ids trace village offices clearance topic handler "
    "account_id appointment_id office_id role actor request_id facts"
).split()
_ADD = f"insert into events_event ({', '.join(_COLUMNS)}) values ({', '.join(['%s'] * len(_COLUMNS))})"  # noqa: S608

_SHOW = f"""
with told as materialized (select nextval(pg_get_serial_sequence('events_event', 'id')) as id),
    one as (
        insert into events_event (id, {", ".join(_COLUMNS)})
        values ((select id from told), {", ".join(["%s"] * len(_COLUMNS))})
    )
insert into events_shown (row_id, event_id) select distinct unnest(%s::bigint[]), id from told
"""  # noqa: S608
"""The number is drawn first: ``returning`` would read the event, which a citizen who looks at their own matter may not."""


def note(
    name: str, *, by: Any, kind: str, ids: Iterable[int] = (), reach: Reach = Reach(), trace: str = "", **facts: Any
) -> None:
    """Write down that personal data were read or refused: who, which rows, which fields. Nobody listens to it.

    Every page of people does this, so it is one statement without a way back.
    """
    shown = list(ids)
    subject = shown[0] if len(shown) == 1 else None
    row = _row(kind, name, name.partition(".")[0], subject, shown, trace, reach=reach, by=by, facts=facts)
    with connection.cursor() as cursor:
        if shown and kind == Kind.READING:
            cursor.execute(_SHOW, [*row, shown])
        else:
            cursor.execute(_ADD, row)


def _row(*what: Any, reach: Reach, by: Any, facts: dict[str, Any]) -> list[Any]:
    """The values of ``_COLUMNS``."""
    who = [by.account_id, by.pk, by.office_id, by.role, by.label]
    return [*what, *reach.columns().values(), *who, current_request.get(), json.dumps(_told(facts))]


def _told(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if value is not None and value != ""}


def _write(name: str, subject: Any, *, by: Any, facts: dict[str, Any]) -> Any:
    """Add the event of a change; answers it as its listeners will read it."""
    from satupintu.engine.events.models import Event

    what = [Kind.CHANGE.value, name, subject._meta.model_name, subject.pk, [], subject.trace]
    row = _row(*what, reach=subject.reach, by=by, facts=facts)
    with connection.cursor() as cursor:
        cursor.execute(f"{_ADD} returning id, at", row)
        number, at = cursor.fetchone()
    event = Event(id=number, at=at, **dict(zip(_COLUMNS, row, strict=True)) | {"facts": _told(facts)})
    event._state.adding, event.subject = False, subject
    return event
