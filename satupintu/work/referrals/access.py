"""A letter is seen from both its ends, and from the area it concerns; each end does what is its own."""

from satupintu.foundation.access.gatekeeper import condition
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.walls import Wall, cleared, in_field, in_scope, mine, own_office, through
from satupintu.work.referrals.models import Referral

WALLS = [
    Wall(
        "referrals_referral",
        # Whoever receives it reads it; at the other end and in the area it belongs to those who work on its field.
        sees=f"{own_office('to_office_id')} or (({own_office('from_office_id')} or ({in_scope()} and "
        f"{cleared('clearance')})) and {in_field('field')}) or {mine('sender_id')}",
        writes=f"{own_office('from_office_id', 'to_office_id')} or {in_scope()}",
    ),
    Wall(
        "referrals_reply",
        sees=through("referrals_reply", "referral_id", "referrals_referral"),
        writes=mine("by_id"),
        grants="select, insert",
    ),
]


@condition("referral.accept", "referral.reject", "referral.ask", "referral.serve", "referral.not_serve")
def receives(by: Appointment, referral: Referral) -> bool:
    """Only the office that the letter went to answers it."""
    return by.office_id == referral.to_office_id


@condition("referral.explain")
def sends(by: Appointment, referral: Referral) -> bool:
    """Only the office that wrote the letter explains it."""
    return by.office_id == referral.from_office_id
