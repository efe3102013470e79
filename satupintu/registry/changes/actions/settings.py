"""Setting the days on which a round closes."""

from django.utils.translation import gettext as _

from satupintu.engine.actions import WrongState, action
from satupintu.engine.events import record
from satupintu.foundation.offices.models import Appointment
from satupintu.registry.changes.models import Calendar
from satupintu.registry.people.words import ExternalList


@action("round.publish")
def publish_calendar(
    *, by: Appointment, external: ExternalList, year: int, cut_off: int, drawn: int, source: str
) -> Calendar:
    """Publish a new version of the calendar of a list and a year, for exactly the area one is appointed for.

    Raises WrongState for a day that not every month has.
    """
    if not (1 <= cut_off <= 28 and 1 <= drawn <= 28):
        raise WrongState(_("Pilih tanggal 1 sampai 28, supaya ada di setiap bulan."))
    made = Calendar.objects.create(
        area_id=by.area_id,
        list=external,
        year=year,
        cut_off=cut_off,
        drawn=drawn,
        source=source,
        by=by,
        by_label=by.label,
    )
    record("round.published", made, by=by, list=external, year=year, cut_off=cut_off, drawn=drawn)
    return made
