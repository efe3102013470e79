"""A request is seen where the person lives; who asked for an erasure does not carry it out."""

from typing import Any

from satupintu.foundation.access.gatekeeper import condition
from satupintu.lib.walls import Open, Wall, in_audit, in_scope, mine, through
from satupintu.registry.privacy.emptying import Functions
from satupintu.registry.privacy.models import DataRequest

FUNCTIONS = Functions()
HOUSE_VERBS = frozenset({"privacy.retain", "privacy.forget"})
"""What only the house does, by the clock."""
WALLS: list[Wall | Open] = [
    Wall("privacy_datarequest", in_scope(), adds=f"{in_scope()} and {mine('asked_by_id')}"),
    Wall(
        "privacy_handedcopy",
        through("privacy_handedcopy", "request_id", "privacy_datarequest"),
        adds=f"{mine('by_id')} and {through('privacy_handedcopy', 'request_id', 'privacy_datarequest')}",
        grants="select, insert",
    ),
    Wall("privacy_legalhold", in_scope(), adds=f"{in_scope()} and {mine('set_by_id')}"),
    Wall("privacy_breach", f"{in_scope('area')} or {in_audit('area')}", adds=mine("by_id")),
    Open("privacy_retentionrule", "how long what is kept; no citizen", "select, insert"),
]


@condition("privacy.hand_copy", "privacy.answer", "privacy.refuse", "privacy.restrict")
def in_own_area(by: Any, request: DataRequest) -> bool:
    """In whose area the person lives."""
    return bool(by.span[0] <= request.village_id < by.span[1])


@condition("privacy.erase")
def is_second(by: Any, request: DataRequest) -> bool:
    """Somebody else than who wrote it down, in whose area the person lives."""
    return by.account_id != request.asked_account_id and in_own_area(by, request)


@condition("person.lift")
def of_own_area_and_there(by: Any, person: Any) -> bool:
    """In whose area the person lives; what was erased rests for ever."""
    return of_own_area(by, person) and not person.is_erased


@condition("privacy.ask", "privacy.hold", "privacy.release", "person.restrict")
def of_own_area(by: Any, person: Any) -> bool:
    """In whose area the person lives."""
    return bool(by.span[0] <= person.village_id < by.span[1])
