"""An offer is seen from both ends and from the area of its matter, by whoever is cleared and works on its field."""

from satupintu.foundation.access.gatekeeper import condition
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.walls import Wall, cleared, in_field, in_scope, mine, own_office
from satupintu.work.transfers.models import Transfer

_ENDS = own_office("from_office_id", "to_office_id")

WALLS = [
    Wall(
        "transfers_transfer",
        # The receiver too: nobody accepts what they could not read afterwards.
        sees=f"(({_ENDS} or {in_scope()}) and {cleared('clearance')} and {in_field('field')}) or {mine('sender_id')}",
        # An offer is made in nobody else's name, and only for the office one works in.
        adds=f"{mine('sender_id')} and {own_office('from_office_id')}",
    ),
]


@condition("transfer.accept", "transfer.refuse")
def receives(by: Appointment, transfer: Transfer) -> bool:
    """Only the office that it was offered to answers."""
    return by.office_id == transfer.to_office_id


@condition("transfer.withdraw")
def offers(by: Appointment, transfer: Transfer) -> bool:
    """Only the office that offered it takes it back."""
    return by.office_id == transfer.from_office_id
