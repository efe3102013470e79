"""How long a session lives, kept at the server: nobody walks up to a desk that was left an hour ago."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from satupintu.foundation.access.policies import policy_of
from satupintu.foundation.offices.words import Role

BEGAN, SEEN = "began", "seen"
STEP = 120
"""Seconds between two notes of activity: a session is written at most this often, and may end this much early."""


@dataclass(frozen=True)
class Lifetime:
    """Seconds: how long a session may lie idle, and how long it may last altogether (SECURITY W4)."""

    idle: int
    whole: int


OFFICE = Lifetime(idle=30 * 60, whole=12 * 3600)
FIELD = Lifetime(idle=12 * 3600, whole=30 * 86400)
"""A facilitator's own phone, in the rain, without a signal."""


def lifetime_of(role: str | None) -> Lifetime:
    """How long a session under that role lives."""
    return FIELD if role == Role.FACILITATOR else OFFICE


def begin(request: HttpRequest) -> None:
    """Note that somebody has just signed in. The cookie outlives every role; the server decides."""
    request.session[BEGAN] = request.session[SEEN] = int(time.time())
    request.session.set_expiry(FIELD.whole)


class LiveSession:
    """Ends sessions that are over, and shows whoever has no usable appointment the way to one. After OneAppointment."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not self._goes_on(request):
            logout(request)
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Somebody signed in without a usable appointment chooses one, or learns there why there is none."""
        policy = policy_of(view)
        if request.user.is_authenticated and request.appointment is None and policy and policy.verb:  # type: ignore[attr-defined]
            return redirect("desk:appointments")
        return None

    def _goes_on(self, request: HttpRequest) -> bool:
        appointment = request.appointment  # type: ignore[attr-defined]
        lifetime = lifetime_of(appointment.role if appointment else None)
        now = int(time.time())
        began, seen = request.session.get(BEGAN), request.session.get(SEEN)
        if began is None or seen is None:
            begin(request)
            return True
        if now - began >= lifetime.whole or now - seen >= lifetime.idle:
            return False
        if now - seen >= STEP:
            request.session[SEEN] = now
        return True
