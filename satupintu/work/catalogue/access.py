"""The catalogue is public; it is kept by whoever administers the area where it counts."""

from typing import Any

from satupintu.foundation.access.access import holds
from satupintu.foundation.access.gatekeeper import condition
from satupintu.lib.walls import Open
from satupintu.work.catalogue.models import RequirementSet, Service

WALLS = [
    Open("services_service", "what posts offer; public", "select, insert, update"),
    Open("services_requirementset", "what a citizen brings; public, written once", "select, insert"),
    Open("services_requirement", "the papers of a list; public, written once", "select, insert"),
]


@condition("service.create", "service.change")
def keeps(by: Any, service: Service) -> bool:
    """A service of one's own area; one of the whole country from there only."""
    return holds(by, service.area)


@condition("requirement.publish")
def may_publish(by: Any, asked: RequirementSet) -> bool:
    """A list for one's own area or a part of it, of a service that is offered there."""
    if not holds(by, asked.area):
        return False
    offered = asked.service.area
    if offered is None or asked.area is None:
        return offered is None
    return offered.span_start <= asked.area.span_start and asked.area.span_end <= offered.span_end
