"""What a session has proven about the person: a second factor, a password or code entered a moment ago."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest, HttpResponseBase

SECOND_FACTOR_KEY = "second_factor"
RECENT = 15 * 60
"""Seconds for which a password or code counts as just entered."""


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this very session has shown a second factor: that the account owns one says nothing about who sits here."""
    if request.session.get(SECOND_FACTOR_KEY):
        return True
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))  # type: ignore[arg-type]


def confirmed_lately(request: HttpRequest) -> bool:
    """Whether the person has entered a password or code within the last quarter of an hour."""
    records = get_authentication_records(request, request.user)  # type: ignore[arg-type]
    return bool(records) and time.time() - max(record["at"] for record in records) < RECENT


def confirm_first(request: HttpRequest) -> None:
    """Return when the person confirmed lately; otherwise the password or code is asked for before the request goes on."""
    if not confirmed_lately(request):
        raise ReauthenticationRequired


def recently_confirmed(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Ask for the password or code again before a step that cannot be taken back: exports, accounts.

    Stands below ``@officer``. What was sent is kept, and carried out after the person has confirmed.
    """

    @wraps(view)
    def asks_first(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        confirm_first(request)
        return view(request, *args, **kwargs)

    return asks_first
