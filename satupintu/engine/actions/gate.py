"""The gate: whom to trust. It stays shut until the floor that knows people says who may do what."""

from typing import Any, Protocol

from satupintu.engine.actions.errors import Refused


class Actor(Protocol):
    """Whoever acts: one person under one appointment, or the house itself (``pk`` is then None)."""

    @property
    def pk(self) -> Any:
        """The number of the appointment."""

    @property
    def account_id(self) -> int | None:
        """The number of the person's account."""

    @property
    def office_id(self) -> int | None:
        """The number of the office."""

    @property
    def role(self) -> str:
        """The code of the role."""

    @property
    def label(self) -> str:
        """Who it was, as a timeline names them years later."""


class Gatekeeper(Protocol):
    """Decides about rights."""

    def admit(self, verb: str, by: Actor, subject: object) -> None:
        """Return when ``by`` may do ``verb`` to ``subject`` (None: to nothing in particular); else raise Refused."""


class _Shut:
    def admit(self, verb: str, by: Actor, subject: object) -> None:
        raise Refused("Belum ada yang berwenang memutuskan hak akses.")


_gate: Gatekeeper = _Shut()


def trust(gatekeeper: Gatekeeper) -> Gatekeeper:
    """Put ``gatekeeper`` at the gate; answers who stood there before."""
    global _gate
    before, _gate = _gate, gatekeeper
    return before


def admit(verb: str, by: Actor, subject: object) -> None:
    """Ask whoever stands at the gate. Raises Refused."""
    _gate.admit(verb, by, subject)
