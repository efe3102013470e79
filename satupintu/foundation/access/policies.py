"""Every route says who it is for: ``@officer(verb)`` or ``@open_door(reason)``. A route that says nothing is refused."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from satupintu.engine.actions import Refused
from satupintu.foundation.access.roles import may

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Policy:
    """Who a route is for. ``verb`` is None where it is open, ``reason`` then says why; ``personal`` asks for an event."""

    verb: str | None
    reason: str = ""
    personal: bool = False


def officer(verb: str, *, personal: bool = True) -> Callable[[View], View]:
    """Only for officers whose appointment holds ``verb``. ``personal``: it shows or changes people's data.

    Whoever is not signed in goes to the sign-in page; whoever lacks the verb is refused, which is an event.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                from django.contrib.auth.views import redirect_to_login  # its models wait until all rooms are loaded

                return redirect_to_login(request.get_full_path())
            appointment = getattr(request, "appointment", None)
            if appointment is None or not may(appointment.role, verb):
                raise Refused("Penugasan yang sedang Anda pakai tidak memberi hak untuk ini.")
            return view(request, *args, **kwargs)

        guarded.policy = Policy(verb, personal=personal)  # type: ignore[attr-defined]
        return guarded

    return guard


def open_door(reason: str) -> Callable[[View], View]:
    """For everybody, for this reason."""

    def leave_open(view: View) -> View:
        view.policy = Policy(None, reason=reason)  # type: ignore[attr-defined]
        return view

    return leave_open


def policy_of(view: Any) -> Policy | None:
    """The declared policy of a view, if it has one."""
    return getattr(view, "policy", None)
