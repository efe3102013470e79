"""Lists of people that officers of the demo take away, asked for by the very actions that officers use, in each state."""

from collections.abc import Callable

from django.utils import timezone

from satupintu.cast.acting import acting, officer
from satupintu.cast.officers import ARA, BULUKUMBA
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import CAPITAL, Appointment
from satupintu.registry.exports import actions
from satupintu.registry.exports.models import Export
from satupintu.registry.exports.words import ExportState, Purpose
from satupintu.reports.quality import questions
from satupintu.reports.quality.words import Check

WHY = "unduhan contoh"


def have_taken() -> bool:
    """Whether there are exports already."""
    with house(WHY, quietly=True):
        return Export.objects.exists()


def take(tell: Callable[[str], None]) -> str:
    """A list of one village that can be fetched; one of the kabupaten that waits for the head; one that was not let go."""
    tell("menyiapkan unduhan …")
    manager, head = officer("bulukumba.manajer"), officer("bulukumba.kadis")
    with acting(manager):
        made = [
            _asked(manager, ARA, Purpose.FIELDWORK, "Mencocokkan data dengan KTP-el di Desa Ara, minggu depan."),
            _asked(manager, BULUKUMBA, Purpose.SUBMISSION, "Daftar untuk dipadankan Dukcapil, surat 460/118/Dinsos."),
        ]
    with acting(head):
        made.append(_asked(head, BULUKUMBA, Purpose.COORDINATION, "Bahan rapat koordinasi dengan camat."))
    refused = made[-1]
    if refused is not None and refused.state_word is ExportState.WAITING:
        with acting(manager):
            actions.refuse(refused, by=manager, text="Untuk rapat cukup tabel jumlahnya di halaman Mutu data.")
    return f"{sum(one is not None for one in made)} unduhan"


def _asked(by: Appointment, area: int, purpose: Purpose, text: str) -> Export | None:
    """Who was never matched with the civil registry, of an area; None where that is nobody."""
    check, today = Check.CIVIL_NEVER, timezone.localdate(timezone=CAPITAL)
    rows = questions.found(check, area, today, within=2).usable().count()
    if not rows:
        return None
    query = f"periksa={check.value}&wilayah={area}"
    asked = actions.Asked(check.label, "/mutu-data/daftar/", query, "xlsx", rows)
    made: Export = actions.ask(asked, by=by, purpose=purpose, text=text)
    return made
