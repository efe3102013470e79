"""An export is seen by whoever asked for it and, in the same area and above, by those whose work it is to look after them."""

from typing import Any

from satupintu.foundation.access.gatekeeper import condition
from satupintu.lib.walls import Open, Wall, in_scope, mine
from satupintu.registry.exports.models import Export

_OWN = f"{mine('asked_by_id')} and {in_scope('area')}"
WALLS: list[Wall | Open] = [Wall("exports_export", f"{mine('asked_by_id')} or {in_scope('area')}", adds=_OWN)]


@condition("export.approve", "export.refuse")
def is_second(by: Any, export: Export) -> bool:
    """Somebody else than who asked, of the same office or above: whose area the asker's lies in."""
    inside = by.span[0] <= export.area < by.span[1]
    return inside and by.account_id != export.asked_by.account_id
