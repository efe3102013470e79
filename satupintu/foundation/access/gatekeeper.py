"""The gatekeeper: a verb in the role, and the room's condition on the row."""

from collections.abc import Callable
from typing import Any

from satupintu.engine.actions import Refused
from satupintu.engine.actions.gate import Actor
from satupintu.foundation.access.citizen import Citizen
from satupintu.foundation.access.guest import Guest
from satupintu.foundation.access.house import House
from satupintu.foundation.access.roles import GUEST_VERBS, may

Condition = Callable[[Any, Any], bool]
_conditions: dict[str, Condition] = {}


def condition(*verbs: str) -> Callable[[Condition], Condition]:
    """Add a room's condition: ``may(by, subject)`` must hold besides the verb (``access.py`` of the room)."""

    def add(check: Condition) -> Condition:
        for verb in verbs:
            _conditions[verb] = check
        return check

    return add


def allows(by: Any, verb: str, subject: object = None) -> bool:
    """Whether ``by`` may do ``verb``, to ``subject`` if one is given: what pages ask before they show a button."""
    if isinstance(by, House):
        return True
    if isinstance(by, Citizen):
        return by.may(verb, subject)
    if isinstance(by, Guest):
        return verb in GUEST_VERBS and (subject is None or by.opens(subject))
    if by is None or not may(by.role, verb):
        return False
    check = _conditions.get(verb)
    return check is None or subject is None or check(by, subject)


class RolesAndConditions:
    """Admits whoever the roles allow; everybody else is refused."""

    def admit(self, verb: str, by: Actor, subject: object) -> None:
        """Return, or raise Refused with a sentence for the person who tried."""
        if not allows(by, verb, subject):
            raise Refused("Penugasan Anda tidak berwenang melakukan ini.")
