"""Devices that an account has signed in on before: a signed cookie that says so, and nothing else."""

import secrets
from hashlib import sha256

from django.core import signing

COOKIE = "perangkat"
LIFETIME = 180 * 86400
"""Seconds that a device is remembered after its last successful sign-in."""
_SALT = "offices.devices"
_ACCOUNTS = 12
"""One desk computer serves a whole office; the oldest give way."""


def fingerprint(username: str) -> str:
    """A name as it is remembered and counted: people type passwords into the wrong field, so never in clear."""
    return sha256(username.strip().lower().encode()).hexdigest()[:32]


def known(cookie: str | None, username: str) -> str | None:
    """The device's number when the account with this name has signed in on it before; None otherwise."""
    device, names = _read(cookie)
    return device if device and fingerprint(username) in names else None


def remembering(cookie: str | None, username: str) -> str:
    """The cookie after a successful sign-in: the same device, knowing one account more."""
    device, names = _read(cookie)
    name = fingerprint(username)
    kept = [*[other for other in names if other != name], name][-_ACCOUNTS:]
    return signing.dumps([device or secrets.token_urlsafe(12), kept], salt=_SALT)


# In this order: most browsers also say that they are Chrome or Safari, and Android that it is Linux.
_BROWSERS = {"Edg": "Edge", "OPR": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox": "Firefox"}
_BROWSERS |= {"Chrome": "Chrome", "Safari": "Safari"}
_SYSTEMS = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "Mac"}
_SYSTEMS |= {"CrOS": "Chromebook", "Linux": "Linux"}


def describe(user_agent: str) -> tuple[str, str]:
    """The browser and the system that a browser says it is, "" for what nobody knows: ("Chrome", "Android")."""
    found = [next((name for sign, name in names.items() if sign in user_agent), "") for names in (_BROWSERS, _SYSTEMS)]
    return found[0], found[1]


def _read(cookie: str | None) -> tuple[str | None, list[str]]:
    try:
        device, names = signing.loads(cookie or "", salt=_SALT, max_age=LIFETIME)
        return str(device), [str(name) for name in names]
    except (signing.BadSignature, ValueError, TypeError):
        return None, []
