"""Addresses for the kit's own tests: the kit, and views that go wrong."""

from typing import NoReturn

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path


def lost(request: HttpRequest) -> HttpResponse:
    """Ask a database that is not there."""
    gone = connection.copy()
    gone.settings_dict = {**gone.settings_dict, "HOST": "127.0.0.1", "PORT": "1", "OPTIONS": {"connect_timeout": 1}}
    gone.ensure_connection()
    return HttpResponse("unreachable")


def slow(request: HttpRequest) -> HttpResponse:
    """Let the database give up on a query."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local statement_timeout = 20")
        cursor.execute("select pg_sleep(5)")
    return HttpResponse("unreachable")


def half(request: HttpRequest) -> HttpResponse:
    """Write, then lose the database."""
    with connection.cursor() as cursor:
        cursor.execute("insert into ui_test_written values (1)")
    return lost(request)


def broken(request: HttpRequest) -> NoReturn:
    """Fail like a programmer."""
    raise RuntimeError("broken")


def refused(request: HttpRequest) -> NoReturn:
    """Refuse with a sentence."""
    raise PermissionDenied("Surat ini milik kantor lain.")


def missing(request: HttpRequest) -> NoReturn:
    """Not find, and say a secret while at it."""
    raise Http404("rahasia")


def odd(request: HttpRequest) -> NoReturn:
    """Get a request that makes no sense."""
    raise SuspiciousOperation("odd")


urlpatterns = [
    path("kit/", include("satupintu.engine.ui.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    *(path(f"{view.__name__}/", view) for view in (lost, slow, half, broken, refused, missing, odd)),
]

handler400 = "satupintu.engine.ui.errors.bad_request"
handler403 = "satupintu.engine.ui.errors.forbidden"
handler404 = "satupintu.engine.ui.errors.not_found"
handler500 = "satupintu.engine.ui.errors.server_error"
