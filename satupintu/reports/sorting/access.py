"""Counts are walled like the people they count: one person alone in a cell is that person. A hand-over is seen from both ends,
by the receiver from the moment it was sent, and by those in whose area its people live.
"""

from satupintu.foundation.access.gatekeeper import condition
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.walls import Open, Wall, in_scope, mine, own_office, through
from satupintu.reports.sorting.models import HandOver

_SENT = "sent_at is not null"
_SEES = f"{own_office('from_office_id')} or {in_scope()} or ({own_office('to_office_id')} and {_SENT})"


def _by(table: str, end: str) -> str:
    """The hand-over that a row belongs to has the own office at this end."""
    whose = f"h.id = {table}.handover_id and {own_office('h.' + end)}"
    return f"exists (select 1 from sorting_handover h where {whose})"


WALLS: list[Wall | Open] = [
    Wall("sorting_tally", in_scope(), grants="select, insert, delete"),
    Wall("sorting_savedfilter", own_office("office_id"), grants="select, insert, update, delete"),
    # Made in nobody else's name, and only about people whom its maker sees.
    Wall("sorting_handover", _SEES, adds=f"{mine('sender_id')} and {own_office('from_office_id')} and {in_scope()}"),
    Wall(
        "sorting_handedperson",
        through("sorting_handedperson", "handover_id", "sorting_handover"),
        adds=_by("sorting_handedperson", "from_office_id"),
        grants="select, insert",
    ),
    Wall(
        "sorting_followup",
        through("sorting_followup", "handover_id", "sorting_handover"),
        adds=f"{mine('by_id')} and {_by('sorting_followup', 'to_office_id')}",
        grants="select, insert",
    ),
    Wall(
        "sorting_listcopy",
        through("sorting_listcopy", "handover_id", "sorting_handover"),
        adds=f"{mine('by_id')} and {_by('sorting_listcopy', 'to_office_id')}",
        grants="select, insert",
    ),
    Open("sorting_snapshot", "when a kabupaten was counted last, no personal data", "select, insert, update"),
]
HOUSE_VERBS = frozenset({"sorting.count"})


@condition("handover.acknowledge", "handover.report", "handover.take_copy")
def receives(by: Appointment, handover: HandOver) -> bool:
    """Only the office that it was sent to answers."""
    return by.office_id == handover.to_office_id and handover.sent_at is not None


@condition("handover.withdraw")
def sends(by: Appointment, handover: HandOver) -> bool:
    """Only the office that made it takes it back."""
    return by.office_id == handover.from_office_id


@condition("handover.approve", "handover.refuse")
def is_second(by: Appointment, handover: HandOver) -> bool:
    """Somebody else than who made it, in whose area its people live."""
    inside = by.span[0] <= handover.village_id < by.span[1]
    return inside and by.account_id != handover.sender.account_id
