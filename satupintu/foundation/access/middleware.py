"""One appointment at a time: each request of an officer is one transaction inside the walls of that appointment."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from zoneinfo import ZoneInfo

from satupintu.engine.actions import Refused
from satupintu.engine.events import Reach, note
from satupintu.engine.events.recording import current_request
from satupintu.engine.events.words import Kind
from satupintu.foundation.access.policies import Policy, policy_of
from satupintu.foundation.access.scope import Scope, entered
from satupintu.foundation.offices.models import Appointment

SESSION_KEY = "appointment"
UNGUARDED = "Halaman ini belum dinyatakan untuk siapa."
"""What a route answers that declares no policy."""
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
        timezone.activate(zone_of(appointment))
        scope = Scope.of(appointment, timezone.localdate())
        with entered(scope):
            if request.method in {"GET", "HEAD"}:
                _commit_lazily()
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
            raise Refused(UNGUARDED)
        return None

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Undo everything; a refusal becomes its page."""
        if connection.in_atomic_block:
            transaction.set_rollback(True)
        if isinstance(problem, Refused):
            request.refused = problem.sentence  # type: ignore[attr-defined]
            return render(request, "403.html", {"sentence": problem.sentence}, status=403)
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


def appointment_of(request: HttpRequest) -> Appointment | None:
    """The appointment one works under: the chosen one, or the only one; None if none is in force today."""
    if not request.user.is_authenticated:
        return None
    valid = Appointment.objects.valid_on(timezone.localdate()).with_place().filter(account_id=request.user.pk)
    chosen = request.session.get(SESSION_KEY)
    if chosen is not None:
        found = valid.filter(pk=chosen).first()
        if found is not None:
            return found
        del request.session[SESSION_KEY]
    mine = list(valid[:2])
    return mine[0] if len(mine) == 1 else None


def zone_of(appointment: Appointment) -> ZoneInfo:
    """The time zone of the appointment's area; Jakarta's for the whole country."""
    return appointment.area.zone if appointment.area else ZoneInfo("Asia/Jakarta")


def _commit_lazily() -> None:
    """Let a reading commit without waiting for the disk: a power cut may lose the note of a page view, never a change."""
    with connection.cursor() as cursor:
        cursor.execute("set local synchronous_commit = off")


def choose(request: HttpRequest, pk: int) -> None:
    """Work under another of one's own appointments from the next request on. A new session id keeps the old one useless."""
    request.session[SESSION_KEY] = pk
    request.session.cycle_key()


def to_choice() -> HttpResponse:
    """To the page where one of several appointments is chosen."""
    return redirect(reverse("desk:appointments"))
