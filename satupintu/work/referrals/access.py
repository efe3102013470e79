"""A letter is seen from its ends, from the area it concerns, and by the guest whose code opens it; each end does its own."""

from typing import Any

from satupintu.foundation.access.gatekeeper import condition
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.walls import (
    Wall,
    cleared,
    guest_of,
    in_field,
    in_scope,
    mine,
    own_office,
    proven,
    through,
    unattended,
)
from satupintu.work.referrals.models import Referral

_ENDS = own_office("from_office_id", "to_office_id", "raised_to_id")
_GUEST = guest_of("'referral'", "id")
_BY_CLOCK = f"""({unattended()} and kind in ('reminded', 'escalated') and exists (
    select 1 from referrals_referral letter where letter.id = referral_id and {in_scope("letter.village")}))"""  # noqa: S608 - ours
"""The house itself urges, inside the area that it has entered."""
_GUEST_LETTER = guest_of("'referral'", "referral_id")

WALLS = [
    Wall(
        "referrals_referral",
        # Whoever receives it reads it; at the other end and in the area whoever is cleared and works on its field.
        sees=f"{own_office('to_office_id', 'raised_to_id')} or (({own_office('from_office_id')} or {in_scope()}) and "
        f"{cleared('clearance')} and {in_field('field')}) or {mine('sender_id')} or {_GUEST}",
        writes=f"{_ENDS} or {in_scope()} or {_GUEST}",
    ),
    Wall(
        "referrals_reply",
        sees=through("referrals_reply", "referral_id", "referrals_referral"),
        # A reply is written in nobody else's name; one without a name only by the guest of its letter, or by the clock.
        writes=f"{mine('by_id')} or (by_id is null and ({_GUEST_LETTER} or {_BY_CLOCK}))",
        grants="select, insert",
    ),
    Wall(
        "referrals_pass",
        sees=f"{through('referrals_pass', 'referral_id', 'referrals_referral')} or {proven('digest', 'browser')}",
        writes=through("referrals_pass", "referral_id", "referrals_referral"),
    ),
]

HOUSE_VERBS = frozenset({"referral.keep_time"})
"""What only the house itself does, by the clock."""

RECEIVING = (
    "referral.accept",
    "referral.reject",
    "referral.ask",
    "referral.schedule",
    "referral.serve",
    "referral.not_serve",
)


@condition(*RECEIVING)
def receives(by: Any, referral: Referral) -> bool:
    """Only the office that the letter went to answers it."""
    return bool(by.office_id == referral.to_office_id)


@condition("referral.explain", "referral.withdraw", "referral.escalate", "referral.issue_pass", "referral.revoke_pass")
def sends(by: Appointment, referral: Referral) -> bool:
    """Only the office that wrote the letter explains it, takes it back, or gives somebody a code for it."""
    return by.office_id == referral.from_office_id


@condition("referral.remind")
def urges(by: Appointment, referral: Referral) -> bool:
    """The office that wrote the letter reminds, and the superior before whom it was brought."""
    return by.office_id in {referral.from_office_id, referral.raised_to_id}
