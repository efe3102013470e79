"""A gateway on the web: one address, one way of asking. Most providers of SMS and WhatsApp fit it by settings alone.

It connects to the configured address and to nothing else: no redirects, no proxies from the environment. The
parcel's key goes along in a header, so that a gateway that knows keys does once what it is asked twice.
"""

import json
import ssl
from collections.abc import Mapping
from functools import cached_property
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from re import fullmatch
from typing import Any
from urllib.parse import urlencode, urlsplit

from satupintu.engine.notifications.channels.parcel import Parcel, Receipt, Undelivered
from satupintu.engine.notifications.words import Trouble

TIMEOUT = 6.0
"""Seconds for connecting and for each wait: a worker that is told to stop has seven left."""
LONGEST_ANSWER = 64 * 1024
REFERENCE = r"[A-Za-z0-9._:=/+-]{1,80}"
"""How a reference of a gateway may look; anything else is not kept."""
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class Gateway:
    """Sends a parcel by one POST.

    ``body`` is the form of what is posted, with ``{to}``, ``{text}`` and ``{key}`` in any of its texts; ``form`` posts it
    as a web form instead of JSON. ``token`` goes into the header Authorization, after the word ``scheme``. Raises
    ValueError for an address that is not https, unless it is this very machine.
    """

    def __init__(
        self,
        url: str,
        token: str = "",
        scheme: str = "Bearer",
        body: Mapping[str, Any] | None = None,
        *,
        form: bool = False,
        key_header: str = "Idempotency-Key",
    ) -> None:
        self.place = urlsplit(url)
        if self.place.scheme != "https" and not (self.place.scheme == "http" and self.place.hostname in LOOPBACK):
            raise ValueError("a gateway's address begins with https://")
        self.token, self.scheme, self.form, self.key_header = token, scheme, form, key_header
        self.body = body or {"to": "{to}", "text": "{text}"}

    @property
    def label(self) -> str:
        """The host it leads to."""
        return self.place.hostname or ""

    def number(self, address: str) -> str:
        """How this medium writes a telephone number; as it came, unless a medium says otherwise."""
        return address

    def send(self, parcel: Parcel) -> Receipt:
        """Post the parcel and read the answer. Raises Undelivered."""
        line = self._line()
        try:
            try:
                line.connect()
            except OSError as problem:
                raise Undelivered(Trouble.UNREACHABLE) from problem
            try:
                line.request("POST", self._path, self._written(parcel), self._headers(parcel))
                answer = line.getresponse()
                said = answer.read(LONGEST_ANSWER)
            except (OSError, HTTPException) as problem:
                raise Undelivered(Trouble.UNKNOWN) from problem
        finally:
            line.close()
        return _receipt(answer, said)

    @cached_property
    def _path(self) -> str:
        return (self.place.path or "/") + (f"?{self.place.query}" if self.place.query else "")

    def _line(self) -> HTTPConnection:
        host, port = self.place.hostname or "", self.place.port
        if self.place.scheme == "http":
            return HTTPConnection(host, port, timeout=TIMEOUT)
        return HTTPSConnection(host, port, timeout=TIMEOUT, context=ssl.create_default_context())

    def _headers(self, parcel: Parcel) -> dict[str, str]:
        kind = "application/x-www-form-urlencoded" if self.form else "application/json"
        headers = {"Content-Type": kind, "Accept": "application/json", self.key_header: parcel.key}
        return headers | ({"Authorization": f"{self.scheme} {self.token}".strip()} if self.token else {})

    def _written(self, parcel: Parcel) -> bytes:
        # The text comes last: what it says is never taken for a gap.
        facts = {"{to}": self.number(parcel.address), "{key}": parcel.key, "{text}": parcel.text}
        filled = _filled(self.body, facts)
        return urlencode(filled).encode() if self.form else json.dumps(filled).encode()


def _filled(part: Any, facts: Mapping[str, str]) -> Any:
    """The body with its gaps filled: in values, never in the structure, so that no text can break out of it."""
    if isinstance(part, Mapping):
        return {name: _filled(inner, facts) for name, inner in part.items()}
    if isinstance(part, list):
        return [_filled(inner, facts) for inner in part]
    if not isinstance(part, str):
        return part
    for gap, fact in facts.items():
        part = part.replace(gap, fact)
    return part


def _receipt(answer: HTTPResponse, said: bytes) -> Receipt:
    """What the status means. Raises Undelivered for all but 2xx."""
    status = answer.status
    if 200 <= status < 300:
        return Receipt(_reference(said))
    if status in {401, 403, 404, 405} or status < 400:
        raise Undelivered(Trouble.SETTINGS)
    if status in {408, 409, 425, 429} or status >= 500:
        raise Undelivered(Trouble.BUSY)
    raise Undelivered(Trouble.REFUSED)


def _reference(said: bytes) -> str:
    try:
        told = json.loads(said)
    except ValueError:
        return ""
    found = told.get("id") or told.get("message_id") if isinstance(told, dict) else ""
    return str(found) if fullmatch(REFERENCE, str(found or "")) else ""
