"""Looking whether people whom only an external list knows are there: one, or several at once."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from satupintu.engine.actions import Refused, WrongState, action
from satupintu.engine.events import record
from satupintu.registry.people.models import Departure, Person, Unverified
from satupintu.registry.people.words import DepartureBasis, DepartureKind, Verdict

MOST = 100
"""People who are settled at once."""


@action("person.verify")
def verify(person: Person, *, by: Any, verdict: Verdict, note: str) -> Unverified:
    """Write down what became of looking for somebody whom only a list knew; ``note`` says who was asked or what was seen.

    Who is not found is no longer counted as present, and can be recorded as returned later. Raises WrongState for somebody
    who needs no looking for, and without a note.
    """
    found = Unverified.objects.select_for_update().filter(person=person, settled_at=None).first()
    if found is None:
        raise WrongState("Orang ini tidak sedang menunggu verifikasi.", [_("Buka halaman orangnya.")])
    _must_say(note)
    _settle(found, person, by, verdict, note)
    return found


@action("person.verify_several")
def verify_several(chosen: Mapping[int, Verdict], *, by: Any, note: str) -> list[int]:
    """Write down what became of looking for several of them (person → verdict): all of them or none; answers the persons.

    Raises Refused for none or too many and for one outside the own area, WrongState when somebody has settled one meanwhile,
    and without a note.
    """
    if not chosen or len(chosen) > MOST:
        raise Refused("Pilih paling sedikit satu dan paling banyak 100 orang.")
    _must_say(note)
    rows = Unverified.objects.inside(by.span).filter(person__in=list(chosen)).select_related("person")
    found = list(rows.select_for_update(of=("self",)).order_by("pk"))
    if len(found) != len(chosen):
        raise Refused("Data ini tidak ditemukan.")
    if any(one.settled_at is not None for one in found):
        raise WrongState(_("Sebagian sudah diperiksa petugas lain. Muat ulang daftarnya."))
    for one in found:
        _settle(one, one.person, by, chosen[one.person_id], note)
    return [one.person_id for one in found]


def _must_say(note: str) -> None:
    if not note.strip():
        raise WrongState("Tulis apa yang dilihat atau siapa yang ditanya.")


def _settle(found: Unverified, person: Person, by: Any, verdict: Verdict, note: str) -> None:
    """Let a record wait no more, and who was not found be no longer present."""
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
