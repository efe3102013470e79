"""How a browser of the cast signs in: what the tests of signing in share."""

import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from satupintu.cast.officers import PASSWORD, TOTP_SECRET


def sign_in(client: Client, username: str, password: str = PASSWORD, **extra: Any) -> Any:
    """Send the form of the sign-in page."""
    return client.post("/masuk/", {"login": username, "password": password}, **extra)


def code_of(steps: int = 0) -> str:
    """What the app on the cast's phone shows now, or some half minutes away."""
    return format_hotp_value(hotp_value(TOTP_SECRET, int(time.time()) // 30 + steps))
