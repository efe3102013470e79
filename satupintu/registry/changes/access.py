"""Who sees proposals: whose area they lie in, if cleared for the complaint they came from. Nobody decides about their own."""

from typing import Any

from satupintu.foundation.access.gatekeeper import condition
from satupintu.lib.walls import Open, Wall, cleared, in_scope
from satupintu.registry.changes import rules

HOUSE_VERBS = frozenset({"change.draft"})
"""What only the house does: a complaint that asks for a correction opens a proposal."""

_SEEN = f"{in_scope()} and {cleared('clearance')}"

WALLS = [
    Wall("changes_changerequest", _SEEN),
    Wall("changes_move", _SEEN, grants="select, insert"),
    Wall("changes_statement", _SEEN, grants="select, insert"),
    # Locked while photos are attached to it, which needs the right to change one column.
    Wall("changes_verification", _SEEN, grants="select, insert, update (clearance)"),
    Wall("changes_session", in_scope()),
    Wall("changes_attendance", in_scope()),
    Wall("changes_decision", _SEEN),
    Wall("changes_answer", _SEEN, grants="select, insert"),
    Open("changes_calendar", "days of the month on which rounds close; no citizen", "select, insert"),
    Open("changes_layout", "columns of an export and their headings; no citizen", "select, insert"),
    Open("changes_refusalreason", "codes of reasons and what they mean; no citizen", "select, insert, update"),
    Open("changes_ratification", "decrees: numbers, dates, who signed; no citizen", "select, insert, update"),
]


@condition("change.withdraw", "change.resend", "change.vouch")
def own_office(by: Any, request: Any) -> bool:
    """A proposal is completed, repaired, vouched for and withdrawn where it was made."""
    return bool(by.office_id == request.office_id)


@condition("change.verify", "change.return", "change.ratify", "change.apply")
def second_person(by: Any, request: Any) -> bool:
    """Whoever proposed it never decides about it."""
    proposer = getattr(request, "proposer_account_id", None)
    return rules.may_decide(by.account_id, proposer)


@condition("change.check")
def third_person(by: Any, request: Any) -> bool:
    """Neither does whoever verified it check it."""
    return rules.may_decide(by.account_id, request.proposer_account_id, request.verifier)


@condition("musdes.attend", "musdes.decide", "musdes.enclose", "musdes.close")
def own_meeting(by: Any, session: Any) -> bool:
    """A meeting is kept by the office that opened it."""
    return bool(by.office_id == session.office_id)
