"""A pass: for a quarter of an hour after the right code, the browser need not ask for it again.

It travels in a signed cookie; where cookies are refused, as a hidden field of the page that was just drawn.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE = "__Secure-lacak" if settings.HTTPS else "lacak"
FIELD = "izin"
LASTS = 15 * 60
"""Seconds that a pass is good for."""
_SALT = "complaints.pass"
_PATH = "/lacak/"


def made(pk: int) -> str:
    """A pass for the complaint with this row number."""
    return signing.dumps(pk, salt=_SALT)


def read(request: HttpRequest) -> int | None:
    """The row number of the complaint that the request may follow; None without a pass that is still good."""
    for sent in (request.POST.get(FIELD), request.COOKIES.get(COOKIE)):
        if sent:
            try:
                return int(signing.loads(sent, salt=_SALT, max_age=LASTS))
            except (signing.BadSignature, ValueError, TypeError):
                continue
    return None


def keeps_cookies(request: HttpRequest) -> bool:
    """Whether the browser has kept the cookie that every page of ours sets."""
    return bool(request.COOKIES)


def give(response: HttpResponse, pk: int) -> None:
    """Let the browser keep a pass."""
    response.set_cookie(
        COOKIE, made(pk), max_age=LASTS, path=_PATH, secure=settings.HTTPS, httponly=True, samesite="Strict"
    )


def take_back(response: HttpResponse) -> None:
    """Let the browser forget it."""
    response.delete_cookie(COOKIE, path=_PATH, samesite="Strict")
