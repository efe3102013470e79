"""Acting as an officer of the cast, under the walls that hold for that officer."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone

from satupintu.foundation.access import Scope, entered, house
from satupintu.foundation.offices.models import Appointment


def officer(username: str) -> Appointment:
    """The appointment under which somebody of the cast works."""
    found: Appointment = Appointment.objects.with_place().filter(account__username=username).latest("pk")
    return found


@contextmanager
def acting(by: Appointment | str) -> Iterator[Appointment]:
    """Act under an appointment, or under that of the username; gives it."""
    if isinstance(by, str):
        with house("mencari petugas peraga", quietly=True):
            by = officer(by)
    with entered(Scope.of(by, timezone.localdate())):
        yield by
