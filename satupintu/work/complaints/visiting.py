"""A home visit made for a complaint: the daybook's own visit, written down from the complaint's page."""

from typing import Any

from satupintu.foundation.offices.models import Appointment
from satupintu.work.complaints.models import Complaint
from satupintu.work.daybook.forms import VisitForm
from satupintu.work.daybook.models import Visit
from satupintu.work.daybook.visits import record_with_photos
from satupintu.work.daybook.words import VisitKind, VisitResult

VISIT = "visit.record"
"""The verb of writing a visit down, which is the daybook's."""


class ComplaintVisitForm(VisitForm):
    """A visit to whom a complaint is about."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        first = {"kind": VisitKind.HOME, "result": VisitResult.MET, "about": kwargs["subject"].about}
        super().__init__(*args, initial=first, **kwargs)
        del self.fields["kind"]

    def words(self) -> dict[str, Any]:
        """The whole form: the daybook takes the trip and the photos from it."""
        return {"form": self}


def record(complaint: Complaint, *, by: Appointment, key: str, form: ComplaintVisitForm) -> Visit:
    """Write the visit down, as sensitive as the complaint and in its field. Raises what ``visit.record`` raises."""
    return record_with_photos(
        form,
        by=by,
        kind=VisitKind.HOME,
        person=complaint.person,
        household=complaint.household,
        origin=("complaint", complaint.pk, complaint.number),
        clearance=complaint.clearance,
        topic=complaint.field,
    )
