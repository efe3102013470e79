"""What stands around every request for the sake of its page."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation

from satupintu.engine.ui import errors

log = logging.getLogger(__name__)


class DatabaseLost:
    """Turn a lost or overloaded database into a clear page with status 503.

    It stands first in MIDDLEWARE. Every transaction still open is rolled back, so nothing is half done.
    A fault in another middleware never arrives here as an exception; `errors.server_error` (handler500) sees to those.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a view that lost its database; any other exception goes its way."""
        if isinstance(exception, OperationalError | InterfaceError):
            # A middleware further in may hold a transaction round this view and would commit after an answer.
            for connection in connections.all(initialized_only=True):
                if connection.in_atomic_block:
                    connection.set_rollback(True)
            # What the database says may quote the row it stumbled over; its code says enough.
            state = getattr(exception.__cause__, "sqlstate", None) or type(exception).__name__
            log.error("database trouble at %s: %s", request.path, state)
            return errors.database_trouble(request, exception)
        return None


class ChosenLanguage:
    """Speak the language that the person chose (a cookie), else the house's own; what the browser prefers is no choice."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.setdefault("Content-Language", language)
        return response


class PlainAddress:
    """Answer 400 to an address with a NUL in it: no text of ours holds one, and a database would stumble over it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return errors.sorry(request, 400)
        return self.get_response(request)
