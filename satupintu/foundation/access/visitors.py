"""Whoever comes without an account: where from, and whether what they send was written on a page of ours.

An officer's forms are guarded by a token in a cookie. A citizen may refuse cookies, and a report of violence must get
through all the same; what they send carries no authority that a stranger could borrow. So these pages bring a signed
ticket of their own, and the browser says which site a request comes from.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import get_adapter
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import get_random_string
from django.views.decorators.csrf import csrf_exempt

from satupintu.engine.ui import errors

FIELD = "halaman"
"""The hidden field that holds the ticket."""
LASTS = 24 * 3600
"""Seconds that a page may lie open before it is sent."""
_SALT = "access.visitors"

View = Callable[..., HttpResponseBase]


def ticket() -> str:
    """A ticket for a page that is drawn now."""
    return signing.TimestampSigner(salt=_SALT).sign(get_random_string(12))


def from_own_page(view: View) -> View:
    """Take what is sent from a page of ours alone, with or without cookies; answer 403 to anything else."""

    @csrf_exempt  # the ticket and the browser's word about the origin stand in for the token in a cookie
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and not (_same_site(request) and _ours(request.POST.get(FIELD, ""))):
            return errors.stale_page(request)
        return view(request, *args, **kwargs)

    return checked


def _ours(sent: str) -> bool:
    try:
        signing.TimestampSigner(salt=_SALT).unsign(sent, max_age=LASTS)
    except signing.BadSignature:
        return False
    return True


def _same_site(request: HttpRequest) -> bool:
    """Whether the browser says that the request comes from our own pages; an old browser says nothing."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()


def address_of(request: HttpRequest) -> str:
    """The network address that a request comes from; a whole village may share one."""
    return str(get_adapter().get_client_ip(request))


def device_of(request: HttpRequest) -> str:
    """A fingerprint of address and browser, without a cookie: the same for like phones behind one address."""
    said = [address_of(request), *(request.headers.get(name, "") for name in ("User-Agent", "Accept-Language"))]
    return sha256("\n".join(said).encode()).hexdigest()[:32]
