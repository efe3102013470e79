"""Requests about personal data in the demo, made by the very actions that officers use, in each of their states."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from satupintu.cast.acting import acting, officer
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.people.models import Person
from satupintu.registry.privacy import actions
from satupintu.registry.privacy.models import DataRequest
from satupintu.registry.privacy.words import Asker, Proof, RequestKind

WHY = "permintaan data contoh"
BIRA = 7302032005
"""The village whose people nobody else's demonstration changes."""


def have_asked() -> bool:
    """Whether there are requests already."""
    with house(WHY, quietly=True):
        return DataRequest.objects.exists()


def ask(tell: Callable[[str], None]) -> str:
    """A mother's copy that waits, a correction that is late, a restriction that was granted, a refusal."""
    tell("mencatat permintaan data …")
    clerk, manager = officer("bira.koordinator"), officer("bulukumba.manajer")
    today = timezone.localdate()
    with acting(clerk):
        people = Person.objects.filter(village_id=BIRA).exclude(birth_year=None).order_by("-pk")
        child = people.filter(birth_year__gt=today.year - 15).first()
        grown = list(people.filter(birth_year__lt=today.year - 25)[:3])
        if child is None or len(grown) < 3:
            return "0 permintaan"
        mother = child.mother_name or "Ibu kandung"
        _asked(
            clerk, child, RequestKind.COPY, Asker.PARENT, Proof.FAMILY_CARD, mother, "Untuk mengurus pindah sekolah."
        )
        late = _asked(clerk, grown[0], RequestKind.CORRECTION, ground="Tahun lahir keliru satu tahun.")
        rest = _asked(clerk, grown[1], RequestKind.RESTRICTION, ground="Datanya sedang disengketakan.")
        proxy = _asked(clerk, grown[2], RequestKind.COPY, Asker.PROXY, Proof.MANDATE, "H. Baso", "Untuk pinjaman.")
    with acting(manager):
        actions.restrict(rest, by=manager, text="Dibatasi sampai sengketanya selesai.")
        actions.refuse(proxy, by=manager, text="Surat kuasanya tidak bermeterai.")
    with house(WHY, quietly=True):
        ago = timedelta(days=4)
        DataRequest.objects.filter(pk=late.pk).update(asked_at=late.asked_at - ago, due_at=late.due_at - ago)
    return "4 permintaan"


def _asked(
    by: Appointment,
    person: Person,
    kind: RequestKind,
    asker: Asker = Asker.SELF,
    proof: Proof = Proof.IDENTITY,
    name: str = "",
    ground: str = "",
) -> DataRequest:
    made: DataRequest = actions.ask(person, by=by, kind=kind, asker=asker, proof=proof, asker_name=name, ground=ground)
    return made
