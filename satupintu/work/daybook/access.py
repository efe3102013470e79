"""What a post did is seen in its area; a visit as far as it is cleared; each is written by the post it belongs to."""

from satupintu.foundation.access.gatekeeper import condition
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.walls import Wall, cleared, in_scope, mine, on_topic, own_office, through, unattended
from satupintu.work.daybook.models import Remark, ServiceRecord, Visit

WALLS = [
    # The house writes too: when two records of people are merged, the book follows the person.
    Wall(
        "daybook_servicerecord",
        sees=in_scope(),
        writes=f"{in_scope()} and ({own_office('office_id')} or {unattended()})",
    ),
    Wall(
        "daybook_listedcard",
        sees=through("daybook_listedcard", "record_id", "daybook_servicerecord"),
        grants="select, insert",
    ),
    Wall("daybook_visit", sees=f"{in_scope()} and (({cleared('clearance')} and {on_topic()}) or {mine('author_id')})"),
    Wall("daybook_finding", sees=through("daybook_finding", "visit_id", "daybook_visit")),
    Wall("daybook_remark", sees=in_scope(), writes=f"{in_scope()} and {mine('author_id')}"),
]


@condition("daybook.correct")
def keeps_the_book(by: Appointment, record: ServiceRecord) -> bool:
    """Only the post whose book it is puts it right."""
    return by.office_id == record.office_id


@condition("visit.change")
def went_there(by: Appointment, visit: Visit) -> bool:
    """Only the office that went there changes what it wrote."""
    return by.office_id == visit.office_id


@condition("daybook.remark")
def wrote_it(by: Appointment, remark: Remark) -> bool:
    """Only whose report it is."""
    return by.pk == remark.author_id
