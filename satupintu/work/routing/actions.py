"""What may be done with rules: publish one, perhaps in the place of another, and withdraw one."""

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Actor, WrongState, action
from satupintu.engine.events import record
from satupintu.work.routing.models import Route


@action("route.publish")
def publish(route: Route, *, by: Actor, replaces: Route | None = None) -> Route:
    """Put a new rule in force from now on; the one that it replaces ends with it.

    Raises WrongState when the replaced one has ended already or belongs to another area.
    """
    if replaces is not None:
        old = Route.objects.select_for_update().get(pk=replaces.pk)
        if old.ended_at is not None or old.area_id != route.area_id:
            raise WrongState(_("Aturan ini sudah diganti atau dicabut."))
        _end(old)
    route.replaces, route.published_by = replaces, by.label
    route.save(force_insert=True)
    record("route.published", route, by=by, reason=route.reason, kind=route.to_kind, level=route.to_level)
    return route


@action("route.withdraw")
def withdraw(route: Route, *, by: Actor) -> Route:
    """End a rule without another in its place. Raises WrongState when it has ended already."""
    if route.ended_at is not None:
        raise WrongState(_("Aturan ini sudah diganti atau dicabut."))
    _end(route)
    record("route.withdrawn", route, by=by, reason=route.reason)
    return route


def _end(route: Route) -> None:
    route.ended_at = timezone.now()
    route.save(update_fields=["ended_at"])
