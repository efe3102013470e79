"""Who sees a row: asked of its wall itself, in the scope of each, so that nothing here says a second time what a wall says."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from satupintu.foundation.access.scope import Scope, entered
from satupintu.foundation.offices.models import Appointment


def seeing(row: Any, appointments: Iterable[int]) -> set[int]:
    """Of these appointments, those for whom the row exists today. Four small queries for each: for a handful of them."""
    today, found = timezone.localdate(), set()
    for one in Appointment.objects.with_place().filter(pk__in={*appointments}):
        with entered(Scope.of(one, today)):
            if type(row)._base_manager.filter(pk=row.pk).exists():
                found.add(one.pk)
    return found
