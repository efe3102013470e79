"""Whom a sign means is seen where the person lives, by whoever is cleared and works on the field, and by who is to go there.

Signs are rules without people in them: open to read, published only by the kabupaten whose rule it is.
"""

from satupintu.foundation.access.gatekeeper import condition
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.walls import Open, Wall, cleared, in_scope, mine, on_topic, through, unattended
from satupintu.work.detection.models import Outreach, Sign

_BOTH = " and ".join(
    [
        through("detection_opened", "outreach_id", "detection_outreach"),
        through("detection_opened", "complaint_id", "complaints_complaint"),
    ]
)

WALLS: list[Wall | Open] = [
    Open("detection_sign", "published signs, without anything about people", "select, insert"),
    Open("detection_night", "when a kabupaten was searched last, no personal data", "select, insert, update"),
    # Written once; only the house gives it another number when its village gets one.
    Wall("detection_sharing", in_scope(), writes=f"{in_scope()} and {unattended()}", adds=in_scope()),
    Wall(
        "detection_outreach",
        sees=f"{in_scope()} and (({cleared('clearance')} and {on_topic()}) or {mine('assignee_id')})",
    ),
    Wall("detection_opened", _BOTH, grants="select, insert"),
]
HOUSE_VERBS = frozenset({"outreach.find"})


@condition("outreach.record", "outreach.open_complaint")
def goes_there(by: Appointment, outreach: Outreach) -> bool:
    """Whoever it was given to, and whoever gives it out; somebody has to be given it first."""
    inside = by.span[0] <= outreach.village_id < by.span[1]
    return inside and (outreach.assignee_id == by.pk or may(by.role, "outreach.share"))


@condition("sign.publish")
def keeps(by: Appointment, sign: Sign) -> bool:
    """Of one's own kabupaten; nothing smaller has signs of its own, and nobody changes the nation's."""
    return by.area is not None and by.area.level == 2 and sign.area_id == by.area_id
