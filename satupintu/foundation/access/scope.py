"""The settings that the walls read: area span, office, appointment, clearance, fields, a guest's row; for one transaction."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import connection, transaction

from satupintu.foundation.access.roles import DUTIES
from satupintu.foundation.offices.words import Role
from satupintu.lib.codes import area_span

if TYPE_CHECKING:
    from satupintu.foundation.offices.models import Appointment

Span = tuple[int, int]
EVERYWHERE: Span = (0, 10**10)
ALL_FIELDS: tuple[str, ...] = ("*",)
"""Every service field: what an appointment is for that names none."""


def span_of(area: int | None) -> Span:
    """The numbers of the villages of an area (its ten digits); 0 or None: of the whole country."""
    return area_span(area) if area else EVERYWHERE


@dataclass(frozen=True)
class Scope:
    """What exists for the current transaction. The empty scope sees nothing.

    ``fields`` are the service fields whose matters are seen; ``handles`` is the office whose matters are seen even where
    no span reaches.
    ``proof`` is the fingerprint of a secret that somebody without an account has shown: the pass that keeps the same
    fingerprint exists. ``guest`` is the one row, ``(model name, number)``, that such a pass opens.
    """

    spans: Sequence[Span] = ()
    audit: Sequence[Span] = ()
    operations: Sequence[Span] = ()
    office: int | None = None
    appointment: int | None = None
    clearance: int = -1
    follow: int | None = None
    """The one complaint whose code a citizen has shown: its row exists for them, its story does not."""
    fields: Sequence[str] = ()
    handles: int | None = None
    proof: str = ""
    guest: tuple[str, int] | None = None

    @classmethod
    def of(cls, appointment: "Appointment", today: date) -> "Scope":
        """The scope of an appointment; nothing when it is not in force today."""
        if not appointment.valid_from <= today <= appointment.valid_to:
            return cls()
        duties = DUTIES[Role(appointment.role)]
        return cls(
            spans=(appointment.span,) if duties.persons else (),
            audit=(appointment.span,) if duties.audits else (),
            operations=(appointment.span,) if duties.operates else (),
            office=appointment.office_id,
            appointment=appointment.pk,
            clearance=duties.clearance,
            fields=tuple(appointment.fields) or ALL_FIELDS,
            handles=appointment.office_id if duties.persons or duties.handles else None,
        )

    def settings(self) -> list[str]:
        """The values in the order of ``_SET``; empty means none."""
        return [
            _multirange(self.spans),
            _multirange(self.audit),
            _multirange(self.operations),
            "" if self.office is None else str(self.office),
            "" if self.appointment is None else str(self.appointment),
            str(self.clearance),
            "" if self.follow is None else str(self.follow),
            "{" + ",".join(self.fields) + "}" if self.fields else "",
            "" if self.handles is None else str(self.handles),
            self.proof,
            "{}:{}".format(*self.guest) if self.guest else "",
        ]


_NAMES = (
    "scope",
    "audit",
    "operations",
    "office",
    "appointment",
    "clearance",
    "follow",
    "fields",
    "handles",
    "proof",
    "guest",
)
_SET = "select " + ", ".join(f"set_config('app.{name}', %s, true)" for name in _NAMES)
_SET_LAZILY = f"{_SET}, set_config('synchronous_commit', 'off', true)"
NOTHING = Scope()
"""The scope of whoever has not entered: no row exists."""
_current: ContextVar[Scope] = ContextVar("scope", default=NOTHING)


def _multirange(spans: Sequence[Span]) -> str:
    return "{" + ",".join(f"[{start},{end})" for start, end in spans) + "}" if spans else ""


@contextmanager
def entered(scope: Scope, *, lazily: bool = False, savepoint: bool = True) -> Iterator[None]:
    """A transaction in which exactly ``scope`` exists; afterwards what existed before.

    The settings are local to the transaction, so a pooled connection keeps nothing of them. ``lazily`` lets it commit
    without waiting for the disk: a power cut may then lose the note of a page view, so it is for readings only.
    Without a ``savepoint`` what fails inside undoes the transaction around it too, at two round trips less.
    """
    inside = connection.in_atomic_block
    with transaction.atomic(savepoint=savepoint):
        before = _current.get()
        _apply(scope, _SET_LAZILY if lazily else _SET)
        token = _current.set(scope)
        try:
            yield
        finally:
            _current.reset(token)
            if inside and not connection.needs_rollback:
                _apply(before)


def current() -> Scope:
    """The scope that is in force."""
    return _current.get()


def _apply(scope: Scope, statement: str = _SET) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, scope.settings())
