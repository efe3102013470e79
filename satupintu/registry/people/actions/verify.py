"""Looking whether a person whom only an external list knows is there."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.registry.people.models import Departure, Person, Unverified
from satupintu.registry.people.words import DepartureBasis, DepartureKind, Verdict


@action("person.verify")
def verify(person: Person, *, by: Any, verdict: Verdict, note: str) -> Unverified:
    """Write down what became of looking for somebody whom only a list knew; ``note`` says who was asked or what was seen.

    Who is not found is no longer counted as present, and can be recorded as returned later. Raises WrongState for somebody
    who needs no looking for, and without a note.
    """
    found = Unverified.objects.select_for_update().filter(person=person, settled_at=None).first()
    if found is None:
        raise WrongState("Orang ini tidak sedang menunggu verifikasi.", [_("Buka halaman orangnya.")])
    if not note.strip():
        raise WrongState("Tulis apa yang dilihat atau siapa yang ditanya.")
    found.verdict, found.note = verdict, note.strip()
    found.settled_at, found.settled_label = timezone.now(), by.label[:200]
    found.save(update_fields=["verdict", "note", "settled_at", "settled_label"])
    if verdict is Verdict.UNKNOWN and not Departure.objects.standing().filter(person=person).exists():
        Departure.objects.create(
            person=person,
            village_id=person.village_id,
            kind=DepartureKind.UNKNOWN,
            basis=DepartureBasis.SEARCHED,
        )
    record("person.verified", person, by=by, verdict=verdict)
    return found
