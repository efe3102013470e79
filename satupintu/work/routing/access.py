"""Rules are configuration without people in them; an area's own are kept by whoever keeps that area."""

from satupintu.foundation.access.access import holds
from satupintu.foundation.access.gatekeeper import condition
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.walls import Open
from satupintu.work.routing.models import Route

WALLS = [Open("routing_route", "rules about kinds of matters and offices, no personal data", "select, insert, update")]


@condition("route.publish", "route.withdraw")
def may_keep(by: Appointment, route: Route) -> bool:
    """A rule of one's own area; of the whole country only from there."""
    return holds(by, route.area)
