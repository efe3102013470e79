"""Letting somebody's data rest, and letting them be used again."""

from typing import Any

from django.utils import timezone

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.registry.people.models import Person, Restriction


def may_be_changed(*people: int) -> None:
    """Raise WrongState when one of these persons' data rest."""
    if Restriction.objects.standing().filter(person__in=people).exists():
        raise WrongState(
            "Data orang ini sedang dibatasi atas permintaannya: tidak boleh diubah sebelum pembatasannya dicabut."
        )


@action("person.restrict")
def restrict(person: Person, *, by: Any, request: str) -> Restriction:
    """Let a person's data rest from today. Raises WrongState when they do already."""
    if Restriction.objects.standing().filter(person=person).exists():
        raise WrongState("Data orang ini sudah dibatasi.")
    made = Restriction.objects.create(
        person=person, village_id=person.village_id, request=request, since=timezone.localdate()
    )
    record("person.restricted", person, by=by, request=request)
    return made


@action("person.lift")
def lift(person: Person, *, by: Any) -> None:
    """Let a person's data be used and changed again. Raises WrongState when they do not rest."""
    if not Restriction.objects.standing().filter(person=person).update(lifted_on=timezone.localdate()):
        raise WrongState("Data orang ini tidak dibatasi.")
    record("person.lifted", person, by=by)
