"""When a message is tried again, and when it is given up. Plain values only."""

from datetime import datetime, timedelta

from satupintu.engine.notifications.words import Trouble

FIRST, LONGEST = timedelta(minutes=1), timedelta(hours=1)
"""The pause after the first failure, and the longest one: each is twice the one before."""
REFUSED_FOR = timedelta(days=1)
"""How long a refused address is tried all the same: a gateway that is wrongly set up refuses every address."""


def pause(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts: 1, 2, 4 … 60 minutes."""
    return min(FIRST * 2 ** min(attempts - 1, 10), LONGEST)


def gives_up(trouble: Trouble, queued_at: datetime, now: datetime, patience: timedelta) -> bool:
    """Whether a message that has met this trouble, and waits since ``queued_at``, is tried no more."""
    if trouble is Trouble.REFUSED:
        patience = min(patience, REFUSED_FOR)
    return now - queued_at >= patience
