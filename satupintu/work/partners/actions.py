"""What may be done with a resource: enter it, put it right, say that it is still true, say that it is gone."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Actor, WrongState, action
from satupintu.engine.events import record
from satupintu.work.partners.models import Resource
from satupintu.work.partners.words import EndReason


@action("resource.register")
def register(resource: Resource, *, by: Actor) -> Resource:
    """Enter a person, group or body that can help; whoever enters it knows that it is true today."""
    _confirmed(resource, by)
    resource.save(force_insert=True)
    record("resource.registered", resource, by=by, kind=resource.kind)
    return resource


@action("resource.change")
def change(resource: Resource, *, by: Actor, changes: dict[str, Any]) -> Resource:
    """Put right what is written; ``changes`` are fields with their new values, and looking at it confirms it.

    Raises WrongState for one that has ended.
    """
    _standing(resource)
    changed = [name for name, value in changes.items() if getattr(resource, name) != value]
    for name in changed:
        setattr(resource, name, changes[name])
    _confirmed(resource, by)
    resource.save()
    record("resource.changed", resource, by=by, fields=changed or None)
    return resource


@action("resource.confirm")
def confirm(resource: Resource, *, by: Actor) -> Resource:
    """Say that everything is still as written. Raises WrongState for one that has ended."""
    _standing(resource)
    _confirmed(resource, by)
    resource.save()
    record("resource.confirmed", resource, by=by)
    return resource


@action("resource.end")
def end(resource: Resource, *, by: Actor, reason: EndReason, on: date | None = None) -> Resource:
    """Say that it is no longer there, since that day or today. Raises WrongState when somebody has said so already."""
    _standing(resource)
    resource.ended_on, resource.end_reason = on or timezone.localdate(), reason.value
    resource.save()
    record("resource.ended", resource, by=by, reason=reason)
    return resource


def _confirmed(resource: Resource, by: Actor) -> None:
    resource.confirmed_on, resource.confirmed_by = timezone.localdate(), by.label[:200]


def _standing(resource: Resource) -> None:
    if resource.ended_on is not None:
        raise WrongState(_("Sumber daya ini sudah dinyatakan tidak ada lagi."), [_("Catat sebagai yang baru.")])
