"""What may follow what with a letter. Plain values only."""

from collections.abc import Sequence

from satupintu.engine.documents.words import LetterState, LetterWait

CHANGEABLE = frozenset({LetterState.DRAFTED, LetterState.RETURNED})
"""Before anybody has put a name to it."""
IN_HAND = frozenset({LetterState.DRAFTED, LetterState.INITIALLED, LetterState.HALF_SIGNED})
"""On its way to the last signature."""

Next = tuple[LetterWait, str]


def next_move(state: LetterState, *, initials_role: str, signers: Sequence[str], signed: int) -> Next:
    """What the letter waits for, and the role that does it ("" for the office that drafts)."""
    if state == LetterState.RETURNED:
        return LetterWait.REPAIR, ""
    if state not in IN_HAND:
        return LetterWait.NOTHING, ""
    if state == LetterState.DRAFTED and initials_role:
        return LetterWait.INITIAL, initials_role
    return LetterWait.SIGN, signers[signed]


def after_signature(signers: Sequence[str], signed: int) -> LetterState:
    """Where it stands with ``signed`` signatures: the last one issues it."""
    return LetterState.ISSUED if signed >= len(signers) else LetterState.HALF_SIGNED
