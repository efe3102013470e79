"""What may be done with the catalogue: add a service, change one, publish what it asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from satupintu.engine.actions import Refused, action
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.work.catalogue.models import Requirement, RequirementSet, Service


@dataclass(frozen=True)
class Line:
    """One paper as it is to be published."""

    document: str
    obligatory: bool = True
    note: str = ""


@action("service.create")
def create_service(service: Service, *, by: Appointment) -> Service:
    """Put a new service into the catalogue of an area. ``service`` is unsaved."""
    service.save()
    record("service.created", service, by=by, service=service.name)
    return service


@action("service.change")
def change_service(service: Service, *, by: Appointment, changes: Mapping[str, Any]) -> Service:
    """Change names, field, order or days of a service; it is ended by its last day, never removed."""
    for name, value in changes.items():
        setattr(service, name, value)
    service.save()
    record("service.changed", service, by=by, service=service.name)
    return service


@action("requirement.publish")
def publish(draft: RequirementSet, *, by: Appointment, lines: Sequence[Line]) -> RequirementSet:
    """Publish a new version of what a service asks for. ``draft`` is unsaved: service, area, first day, note.

    Older versions stay as they were: whoever came before was asked for those. Raises Refused for an empty list, or one
    that names a paper twice.
    """
    names = [line.document.casefold() for line in lines]
    if not names or len(set(names)) < len(names):
        raise Refused("Daftar syarat berisi sedikitnya satu berkas, dan setiap berkas ditulis sekali saja.")
    Service.objects.select_for_update().get(pk=draft.service_id)  # two at once get two versions
    last = RequirementSet.objects.filter(service=draft.service).aggregate(last=Max("version"))["last"]
    draft.version, draft.by, draft.by_label = (last or 0) + 1, by, by.label
    draft.save()
    Requirement.objects.bulk_create(
        Requirement(set=draft, position=place, **vars(line)) for place, line in enumerate(lines, 1)
    )
    record("requirement.published", draft, by=by, service=draft.service.name, number=draft.version, papers=len(lines))
    return draft
