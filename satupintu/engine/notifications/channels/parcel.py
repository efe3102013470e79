"""What is handed to a way out, and what comes back."""

from dataclasses import dataclass, field
from typing import Protocol

from satupintu.engine.notifications.words import Medium, Trouble


@dataclass(frozen=True)
class Parcel:
    """A message to be handed over. ``key`` is the same at every attempt; ``address`` a number as +62… or a mailbox."""

    key: str
    medium: Medium
    address: str = field(repr=False)
    subject: str
    text: str


@dataclass(frozen=True)
class Receipt:
    """A gateway has taken the parcel; ``reference`` is what it calls it, if it says."""

    reference: str = ""


class Undelivered(Exception):
    """The parcel was not taken, or nobody knows. It says which class of trouble, never what the gateway said."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class Channel(Protocol):
    """A way out of the house."""

    def send(self, parcel: Parcel) -> Receipt:
        """Hand the parcel over. Raises Undelivered."""

    @property
    def label(self) -> str:
        """Where it leads, for whoever looks after the outbox: a host, never a key."""
