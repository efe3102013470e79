"""Under which appointment somebody works now: read anew for each request, so its end takes effect with the next one."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from satupintu.foundation.access.confirmation import has_second_factor
from satupintu.foundation.access.roles import needs_second_factor
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.sessions import renumber

SESSION_KEY = "appointment"


def in_force(account_id: int) -> list[Appointment]:
    """The appointments of an account that are in force now, each by the clock of its own place."""
    today = timezone.localdate()
    # A day of slack each way: Jayapura's day begins and ends two hours before Jakarta's.
    near = Appointment.objects.with_place().filter(
        account_id=account_id,
        account__is_active=True,
        valid_from__lte=today + timedelta(days=1),
        valid_to__gte=today - timedelta(days=1),
    )
    return [appointment for appointment in near.order_by("valid_from", "pk") if appointment.in_force()]


def needs_factor(appointment: Appointment) -> bool:
    """Whether a password alone is not enough for this appointment."""
    return needs_second_factor(appointment.role, appointment.area.level if appointment.area else None)


def usable(request: HttpRequest, appointment: Appointment) -> bool:
    """Whether this session may work under the appointment: its second factor was shown where one is needed."""
    return not needs_factor(appointment) or has_second_factor(request)


def appointment_of(request: HttpRequest) -> Appointment | None:
    """The appointment one works under: the chosen one, or the only one; None if none is in force or usable."""
    if not request.user.is_authenticated:
        return None
    mine = in_force(request.user.pk)
    chosen = request.session.get(SESSION_KEY)
    if chosen is not None:
        mine = [appointment for appointment in mine if appointment.pk == chosen]
        if not mine:
            del request.session[SESSION_KEY]
            return None
    if len(mine) != 1 or not usable(request, mine[0]):
        return None
    return mine[0]


def choose(request: HttpRequest, pk: int) -> None:
    """Work under another of one's own appointments from the next request on. A new session id keeps the old one useless."""
    request.session[SESSION_KEY] = pk
    renumber(request)
