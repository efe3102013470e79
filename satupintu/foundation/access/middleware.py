"""One appointment at a time: each request of an officer is one transaction inside the walls of that appointment."""

import logging
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from allauth.core.exceptions import ReauthenticationRequired
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as noop

from satupintu.engine.actions import Refused
from satupintu.engine.documents.paper.printing import NOT_NOW, NotPrinted
from satupintu.engine.events import Reach, note
from satupintu.engine.events.recording import current_request
from satupintu.engine.events.words import Kind
from satupintu.engine.ui.errors import sorry
from satupintu.foundation.access.policies import Policy, policy_of
from satupintu.foundation.access.scope import Scope, entered
from satupintu.foundation.access.standing import appointment_of
from satupintu.foundation.offices.models import Appointment

UNGUARDED = noop("Halaman ini belum dinyatakan untuk siapa.")
"""What a route answers that declares no policy."""
PRESS = noop("Percetakan sedang sibuk")
logger = logging.getLogger(__name__)
UNDONE = {403, 404}
"""Answers after which nothing of the request may stand. A form with errors (422) or a conflict (409) has undone itself."""


class OneAppointment:
    """Sets ``request.appointment``, enters its scope, and writes down refusals.

    The appointment is read anew for each request, so its end takes effect with the next one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = current_request.set(uuid4())
        request.refused = None  # type: ignore[attr-defined]
        try:
            request.appointment = appointment = appointment_of(request)  # type: ignore[attr-defined]
            if appointment is None:
                response = self.get_response(request)
            else:
                response = self._inside(request, appointment)
            if request.user.is_authenticated:
                response.setdefault("Cache-Control", "no-store")
            return response
        finally:
            current_request.reset(token)
            timezone.deactivate()

    def _inside(self, request: HttpRequest, appointment: Appointment) -> HttpResponse:
        timezone.activate(appointment.zone)
        scope = Scope.of(appointment, timezone.localdate())
        with entered(scope, lazily=request.method in {"GET", "HEAD"}):
            response = self.get_response(request)
            if response.status_code in UNDONE or response.status_code >= 500:
                transaction.set_rollback(True)
        if request.refused or response.status_code == 404:  # type: ignore[attr-defined]
            self._write_refusal(request, appointment, scope, response.status_code)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse a route of ours that declares no policy."""
        if policy_of(view) is None and view.__module__.startswith("satupintu."):
            return self.process_exception(request, Refused(UNGUARDED))
        return None

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Undo everything of an officer's request; a refusal, or a press that did not print, becomes its page."""
        if isinstance(problem, ReauthenticationRequired):
            return None  # nothing has happened yet, and the answer to it asks the database
        if request.appointment is not None and connection.in_atomic_block:  # type: ignore[attr-defined]
            transaction.set_rollback(True)
        if isinstance(problem, Refused):
            request.refused = problem.sentence  # type: ignore[attr-defined]
            return sorry(request, 403, problem.sentence)
        if isinstance(problem, NotPrinted):
            logger.error("Nothing was printed: %s", problem)
            return sorry(request, 503, gettext(NOT_NOW), heading=gettext(PRESS))
        return None

    def _write_refusal(self, request: HttpRequest, appointment: Appointment, scope: Scope, status: int) -> None:
        """A refusal on personal data is an event of its own, because the request's transaction is undone."""
        policy = policy_of_path(request)
        if policy is None or not policy.personal:
            return
        with entered(scope):
            note(
                "access.refused",
                by=appointment,
                kind=Kind.REFUSAL,
                reach=Reach(village=appointment.span[0], offices=(appointment.office_id,)),
                verb=policy.verb,
                route=request.resolver_match.route if request.resolver_match else "",
                status=status,
            )


def policy_of_path(request: HttpRequest) -> Policy | None:
    """The policy of the route that was asked for."""
    try:
        match = request.resolver_match or resolve(request.path_info)
    except (Resolver404, Http404):
        return None
    return policy_of(match.func)
