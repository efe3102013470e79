"""How fast strangers may send: over a limit they wait a little, told for how long, and are never turned away.

Whoever must wait gets a signed turn with the moment from which it is good. It is made for what was sent, so one turn
lets one thing through; it needs neither script nor cookie.
"""

import time
from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest

from satupintu.foundation.access.visitors import address_of, device_of
from satupintu.foundation.offices import attempts

PER_DEVICE, PER_ADDRESS, WINDOW = 5, 60, 600
"""How many may be sent within the window (seconds) before the waiting begins (SECURITY W7)."""
STEP, MOST = 10, 120
"""Seconds by which each further wait grows, and the longest one."""
FIELD = "giliran"
_SALT = "access.pace"


@dataclass(frozen=True)
class Turn:
    """When it is one's turn: ``wait`` seconds from now (0: now), and what to send along then."""

    wait: int
    token: str = ""


def turn(request: HttpRequest, what: str, thing: str, *, most: int = MOST, suspect: bool = False) -> Turn:
    """Whether ``thing`` (a key made of what is sent) may go through now.

    ``what`` names the kind of sending, ``most`` is the longest wait in seconds; ``suspect`` always waits once.
    """
    begins = _begins(request.POST.get(FIELD, ""), thing)
    if begins is None:
        if not suspect and _goes_on(request, what):
            return Turn(0)
        slowed = attempts.add(attempts.Budget(f"slow:{what}:{address_of(request)}", 0, WINDOW))
        begins = int(time.time()) + min(most, STEP * slowed)
    return Turn(max(0, begins - int(time.time())), signing.dumps([thing, begins], salt=_SALT))


def _goes_on(request: HttpRequest, what: str) -> bool:
    budgets = [
        attempts.Budget(f"{what}:device:{device_of(request)}", PER_DEVICE, WINDOW),
        attempts.Budget(f"{what}:address:{address_of(request)}", PER_ADDRESS, WINDOW),
    ]
    try:
        attempts.spend(budgets)
    except attempts.TooMany:
        return False
    return True


def _begins(sent: str, thing: str) -> int | None:
    """The moment that an earlier turn for this very thing is good from; None without one."""
    try:
        of, begins = signing.loads(sent, salt=_SALT, max_age=24 * 3600)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return int(begins) if of == thing else None
