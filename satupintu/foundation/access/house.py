"""The house itself as an actor: jobs, listeners and commands enter by an explicit, recorded context."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from satupintu.engine.events import Reach, note
from satupintu.engine.events.words import Kind
from satupintu.foundation.access.scope import ALL_FIELDS, EVERYWHERE, Scope, Span, entered


@dataclass(frozen=True)
class House:
    """Satu Pintu acting by itself, for a reason that is written down."""

    reason: str
    pk: None = None
    account_id: None = None
    office_id: None = None
    role: str = "house"

    @property
    def label(self) -> str:
        """Who it was, as a timeline names them."""
        return f"Satu Pintu · {self.reason}"


@contextmanager
def house(
    reason: str, *, spans: Sequence[Span] = (EVERYWHERE,), quietly: bool = False, savepoint: bool = True
) -> Iterator[House]:
    """Act as the house inside ``spans``: a transaction, a scope, and an event that says why.

    ``quietly`` leaves the event out where the act inside writes one of its own that names the house (listeners).
    ``savepoint`` as in ``entered``.
    """
    with entered(Scope(spans=spans, clearance=2, fields=ALL_FIELDS), savepoint=savepoint):
        actor = House(reason)
        if not quietly:
            note("house.entered", by=actor, kind=Kind.CHANGE, reach=Reach(village=spans[0][0]), reason=reason)
        yield actor
