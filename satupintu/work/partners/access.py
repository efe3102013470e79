"""Who sees what helps: every officer of the kabupaten, for help does not end at the village. Kept by whose area it is."""

from typing import Any

from satupintu.foundation.access.access import holds
from satupintu.foundation.access.gatekeeper import condition
from satupintu.lib.walls import SCOPE, Wall, in_scope

NEIGHBOURHOOD = "int8multirange(int8range(kabupaten * 1000000, (kabupaten + 1) * 1000000))"
SAME_KABUPATEN = f"coalesce({NEIGHBOURHOOD} && {SCOPE}, false)"

WALLS = [Wall("partners_resource", sees=SAME_KABUPATEN, writes=in_scope())]


@condition("resource.register", "resource.change", "resource.confirm", "resource.end")
def keeps_it(by: Any, resource: Any) -> bool:
    """Kept from the own area: a village keeps its own, the kabupaten all of them."""
    return holds(by, resource.village)
