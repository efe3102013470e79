"""Comparing what is registered here with what the civil registry has. Plain values: no database, no clock."""

from satupintu.lib.names import name_key
from satupintu.registry.civil.words import Likeness


def likeness(here: object, there: object) -> Likeness:
    """Whether two values agree as they are written; nothing can be said where one of them is empty."""
    if not here or not there:
        return Likeness.UNKNOWN
    return Likeness.SAME if _folded(here) == _folded(there) else Likeness.DIFFERENT


def same_name(here: str, there: str) -> Likeness:
    """Whether two names agree, however they are abbreviated: "Muh. Rahmat" and "MUHAMMAD RAHMAT" do."""
    if not here or not there:
        return Likeness.UNKNOWN
    return Likeness.SAME if name_key(here) == name_key(there) else Likeness.DIFFERENT


def same_number(here: str, there: str) -> Likeness:
    """Whether two RT or RW agree: "2" and "002" do."""
    return likeness(here.lstrip("0"), there.lstrip("0"))


def _folded(value: object) -> str:
    return " ".join(str(value).casefold().split())
