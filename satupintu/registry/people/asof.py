"""The register as it stood on a day: values that were changed since are put back, memberships are those of that day."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from django.db import models
from django.db.models.expressions import RawSQL
from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.events.models import Event
from satupintu.engine.ui.moments import day as day_words
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.codes import area_code
from satupintu.registry.people import rules
from satupintu.registry.people.models import FormerValue, Household, Person
from satupintu.registry.people.words import Field, Sex, Variable

VARIABLES = frozenset(Variable.codes())

Row = TypeVar("Row", Person, Household)


def end_of(day: date) -> datetime:
    """The moment at which that day was over."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def as_of(row: Row, day: date) -> Row | None:
    """The record with what stood in it at the end of that day; None when it was not there yet. Never to be saved."""
    moment = end_of(day)
    if row.registered_at >= moment:
        return None
    then = copy(row)
    then._state = copy(row._state)
    then._state.fields_cache = dict(row._state.fields_cache)
    for former in FormerValue.objects.of(row).after(moment):
        for column, value in former.was.items():
            _put_back(then, column, value)
    return then


def _put_back(row: Any, column: str, value: Any) -> None:
    """Set one column as it was; a column that the table does not have any more is passed over."""
    field = next((one for one in row._meta.concrete_fields if one.column == column), None)
    if field is None:
        return
    setattr(row, field.attname, field.to_python(value) if not isinstance(field, models.ForeignKey) else value)
    if isinstance(field, models.ForeignKey):
        row._state.fields_cache.pop(field.name, None)


@dataclass(frozen=True)
class Former:
    """One value that no longer stands: which field, what it said, until when, and who changed it."""

    field: str
    said: str
    until: datetime
    who: str


def formers(subject: Person | Household, limit: int = 50) -> list[Former]:
    """What stood in the record before, the last change first; who did it is told by the event of the same transaction."""
    rows = list(FormerValue.objects.of(subject)[:limit])
    actors = _actors(subject, rows)
    named = {word.value: word.label for word in Field}
    return [
        Former(
            named.get(column) or named[f"{column}_id"],
            _said(subject, column, value),
            row.changed_at,
            actors.get(row.tx, ""),
        )
        for row in rows
        for column, value in row.was.items()
        if column in named or f"{column}_id" in named
    ]


def _said(subject: Any, column: str, value: Any) -> str:
    """A former value as people read it; an empty one says so."""
    if value in (None, "", {}):
        return _("kosong")
    if column == "traits":
        return "; ".join(
            rules.trait_label(Variable(name), stored) for name, stored in value.items() if name in VARIABLES
        )
    if column == "sex":
        return Sex(value).label
    if column == "birth_date":
        return day_words(date.fromisoformat(value))
    if column in {"latitude", "longitude"}:
        return f"{value:.6f}"
    if column == "village":
        return area_code(value)
    return str(value)


def _actors(subject: Any, rows: Iterable[FormerValue]) -> dict[int, str]:
    """Transaction → who acted in it."""
    of_tx = {row.tx: row.appointment for row in rows}
    if not of_tx:
        return {}
    number = RawSQL("tx::text::bigint", [], models.BigIntegerField())
    events = Event.objects.about(subject).annotate(in_tx=number).filter(in_tx__in=list(of_tx))
    told = {event.in_tx: event.who for event in events}
    missing = {appointment for tx, appointment in of_tx.items() if tx not in told and appointment}
    labels = {
        one.pk: one.label for one in Appointment.objects.filter(pk__in=missing).select_related("account", "office")
    }
    return {tx: told.get(tx) or labels.get(appointment or 0, "") for tx, appointment in of_tx.items()}
