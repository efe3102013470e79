"""Decisions about requests, on plain values: no database, no clock."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from satupintu.registry.privacy.words import Asker, Proof, RequestKind

HOURS = 72
"""Hours within which a request is answered (UU 27/2022, art. 30–34: three times twenty-four)."""
PROOFS: dict[Asker, tuple[Proof, ...]] = {
    Asker.SELF: (Proof.IDENTITY,),
    Asker.PARENT: (Proof.FAMILY_CARD, Proof.BIRTH, Proof.GUARDIAN),
    Asker.SPOUSE: (Proof.FAMILY_CARD, Proof.MARRIAGE),
    Asker.PROXY: (Proof.MANDATE,),
}
"""Which paper proves that somebody may ask: the family card shows parents and spouses, nothing else shows a proxy."""
GROWN_UP = 18
"""Years of age from which nobody asks as a parent (UU 35/2014, art. 1)."""


def due(asked_at: datetime) -> datetime:
    """When a request must be answered."""
    return asked_at + timedelta(hours=HOURS)


def proves(asker: Asker, proof: Proof) -> bool:
    """Whether this paper shows that they may ask."""
    return proof in PROOFS[asker]


def may_ask(asker: Asker, age: int | None, kind: RequestKind) -> bool:
    """Whether somebody may ask this for a person of that age: a parent only for a child, a spouse for no erasure."""
    if asker is Asker.PARENT:
        return age is None or age < GROWN_UP
    return asker is not Asker.SPOUSE or kind is not RequestKind.ERASURE


def months_before(day: date, months: int) -> date:
    """The day so many months earlier; the last of its month where that is shorter."""
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
