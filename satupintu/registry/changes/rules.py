"""Decisions about proposals on plain values: no database, no clock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from satupintu.registry.changes.words import Basis, Finding, Found, Kind, Missing, MoveKind, Status

S, M = Status, MoveKind

AFTER: dict[Status, dict[MoveKind, Status]] = {
    S.DRAFT: {M.PROPOSED: S.PROPOSED, M.WITHDRAWN: S.WITHDRAWN},
    S.PROPOSED: {M.AGREED: S.AGREED, M.DROPPED: S.DROPPED, M.RETURNED: S.RETURNED, M.WITHDRAWN: S.WITHDRAWN},
    S.AGREED: {M.VERIFIED: S.VERIFIED, M.RETURNED: S.RETURNED, M.WITHDRAWN: S.WITHDRAWN},
    S.VERIFIED: {M.CHECKED: S.CHECKED, M.RETURNED: S.RETURNED},
    S.CHECKED: {M.RATIFIED: S.RATIFIED, M.RETURNED: S.RETURNED},
    S.RATIFIED: {M.APPLIED: S.APPLIED, M.RETURNED: S.RETURNED},
    S.RETURNED: {M.REVISED: S.PROPOSED, M.REPAIRED: S.AGREED, M.WITHDRAWN: S.WITHDRAWN},
    S.APPLIED: {},
    S.DROPPED: {},
    S.WITHDRAWN: {},
}
"""What may be done where, and where it leads. README.md draws it."""
OPEN = tuple(state for state, ways in AFTER.items() if ways)
"""The states in which something is still to be done."""
NEWCOMERS = frozenset({Kind.NEW_HOUSEHOLD, Kind.NEW_MEMBER, Kind.MOVING_IN})
"""Proposals of somebody whom the register does not know yet."""
NEEDS = (Kind.PPKS_ADDED, Kind.PPKS_ENDED)
"""Proposals about a kind of PPKS of a person or household."""
IN_THE_OPEN = 0
"""How sensitive a kind of PPKS may be for a village meeting to discuss it; a statement carries what may hurt."""
ON_PAPER = 1
"""How sensitive it may be to be proposed at all: what is secret is written down by whoever is cleared, and passes no hands."""

MINISTRY_FOUND = {Found.FOUND: "1", Found.MISSING: "2", Found.DUPLICATE: "3", Found.NEW: "4"}
MINISTRY_ABLE = {True: "1", False: "2"}
MINISTRY_MISSING = {Missing.MOVED: "1", Missing.DIED: "2", Missing.UNKNOWN: "3", Missing.NO_ADDRESS: "4"}
MINISTRY_FINDING = dict(zip(Finding, "123456", strict=True))
"""The codes of the ministry's verification form, as files are to hold them."""
SUBMITTED, NOT_FOUND = "MUSDES-SUBMITTED", "MUSDES-NOT-FOUND"


def may(now: Status, move: MoveKind) -> bool:
    """Whether this can be done with a proposal that stands there."""
    return move in AFTER[now]


def after(now: Status, move: MoveKind) -> Status:
    """Where a proposal stands once that is done. Raises KeyError when it cannot be."""
    return AFTER[now][move]


def status(moves: Iterable[MoveKind]) -> Status:
    """Where a proposal stands after all that was done with it, the first first."""
    moves = iter(moves)
    now = Status.DRAFT if next(moves) is MoveKind.DRAFTED else Status.PROPOSED
    for move in moves:
        now = after(now, move)
    return now


def may_decide(account: int | None, proposer: int | None, verifier: int | None = None) -> bool:
    """Second person always: nobody decides about what they proposed themselves, nor checks what they verified."""
    return account is not None and account not in {proposer, verifier}


def musdes_outcome(found: Found, able: bool | None) -> str:
    """What the ministry's form makes of a row: SUBMITTED or NOT_FOUND (literal codes of its verification app).

    | found | able | next |
    |---|---|---|
    | found | no | submitted |
    | found | yes | submitted, kept and marked as able |
    | new | no | submitted |
    | new | yes | not found |
    | missing, duplicate | – | not found |

    Raises ValueError when somebody was found and nobody said whether they are able.
    """
    if found in {Found.MISSING, Found.DUPLICATE}:
        return NOT_FOUND
    if able is None:
        raise ValueError("a household that was found is able or not")
    return NOT_FOUND if found is Found.NEW and able else SUBMITTED


def move_of(outcome: str) -> MoveKind:
    """What a row of a meeting does to its proposal once the meeting is closed."""
    return MoveKind.AGREED if outcome == SUBMITTED else MoveKind.DROPPED


def after_repair(*, changed: bool, grounded: bool) -> MoveKind:
    """What sending a returned proposal again is: new values are discussed anew, the same values keep their ground."""
    return MoveKind.REPAIRED if grounded and not changed else MoveKind.REVISED


def lacks(*, minutes: bool, attendance: bool, present: int, rows: int) -> list[str]:
    """What a meeting still lacks before it can be closed, by code."""
    told = {"minutes": minutes, "attendance": attendance, "present": present > 0, "rows": rows > 0}
    return [what for what, there in told.items() if not there]


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that somebody else changed since: what was frozen, what stands there now, what is proposed."""

    field: str
    before: object
    now: object
    after: object


def clashes(before: Mapping[str, object], now: Mapping[str, object], wanted: Mapping[str, object]) -> list[Clash]:
    """The fields in which the register no longer says what it said, unless it already says what is proposed."""
    return [
        Clash(field, old, now.get(field), wanted.get(field))
        for field, old in before.items()
        if now.get(field) != old and now.get(field) != wanted.get(field)
    ]


def round_of(day: date, cut_off: int) -> tuple[int, int]:
    """The round (year, month) that a proposal of that day belongs to: after the cut-off day it is the next month's."""
    if day.day <= cut_off:
        return day.year, day.month
    return (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)


def may_rest_on(basis: Basis, clearance: int) -> bool:
    """Whether a kind of PPKS so sensitive may be proposed on that ground: a meeting discusses none that may hurt."""
    return basis is not Basis.MUSDES or clearance <= IN_THE_OPEN


def ground(basis: Basis) -> str:
    """What has to come before verification, as a worklist says it."""
    return "musdes" if basis is Basis.MUSDES else "statement"


def differences(old: Mapping[str, object], new: Mapping[str, object], fields: Sequence[str]) -> list[str]:
    """The fields of which both say something else."""
    return [field for field in fields if (old.get(field) or "") != (new.get(field) or "")]
