"""Time limits are rules without people in them: open to read, published only by whoever keeps the area."""

from satupintu.foundation.access.gatekeeper import condition
from satupintu.foundation.offices.models import Appointment
from satupintu.lib.walls import Open
from satupintu.work.deadlines.models import TimeLimit

WALLS = [Open("deadlines_timelimit", "published time limits, without anything about people", "select, insert")]


@condition("limit.publish")
def keeps(by: Appointment, limit: TimeLimit) -> bool:
    """Of one's own area: a kabupaten, a provinsi, or the nation; nothing smaller has rules of its own."""
    if by.area is not None and by.area.level > 2:
        return False
    return limit.area_id == by.area_id
