"""Under which appointment somebody works now: read anew for each request, so its end takes effect with the next one."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY
from django.contrib.auth import SESSION_KEY as AUTH_KEY
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from satupintu.foundation.access.confirmation import has_second_factor
from satupintu.foundation.access.roles import needs_second_factor
from satupintu.foundation.offices.in_force import around
from satupintu.foundation.offices.models import Account, Appointment
from satupintu.foundation.offices.sessions import renumber

SESSION_KEY = "appointment"


def in_force(account_id: int) -> list[Appointment]:
    """The appointments of an account that are in force now, each by the clock of its own place."""
    today = timezone.localdate()
    # A day of slack each way: Jayapura's day begins and ends two hours before Jakarta's.
    near = around(account_id, today - timedelta(days=1), today + timedelta(days=1))
    return [appointment for appointment in near if appointment.in_force()]


def needs_factor(appointment: Appointment) -> bool:
    """Whether a password alone is not enough for this appointment."""
    return needs_second_factor(appointment.role, appointment.area.level if appointment.area else None)


def usable(request: HttpRequest, appointment: Appointment) -> bool:
    """Whether this session may work under the appointment: its second factor was shown where one is needed."""
    return not needs_factor(appointment) or has_second_factor(request)


def appointment_of(request: HttpRequest) -> Appointment | None:
    """The appointment one works under: the chosen one, or the only one; None if none is in force or usable.

    All that are in force stay on the request as ``own_appointments``, for whoever offers a choice.
    """
    account_id = request.session.get(AUTH_KEY)
    mine = in_force(int(account_id)) if account_id else []
    request.own_appointments = mine  # type: ignore[attr-defined]
    if mine:
        _recognise(request, mine[0].account)
    if not request.user.is_authenticated:
        return None
    chosen = request.session.get(SESSION_KEY)
    if chosen is not None:
        mine = [appointment for appointment in mine if appointment.pk == chosen]
        if not mine:
            del request.session[SESSION_KEY]
            return None
    if len(mine) != 1 or not usable(request, mine[0]):
        return None
    return mine[0]


def _recognise(request: HttpRequest, account: Account) -> None:
    """Take the account that came with the appointments for the session's user, after Django's own test of the session.

    It saves the second reading of the same row. When the test fails nothing is taken, and Django ends the session.
    """
    known = request.session.get(BACKEND_SESSION_KEY) in settings.AUTHENTICATION_BACKENDS
    kept = request.session.get(HASH_SESSION_KEY, "")
    if known and account.is_active and constant_time_compare(kept, account.get_session_auth_hash()):
        request._cached_user = account  # type: ignore[attr-defined]


def choose(request: HttpRequest, pk: int) -> None:
    """Work under another of one's own appointments from the next request on. A new session id keeps the old one useless."""
    request.session[SESSION_KEY] = pk
    renumber(request)
