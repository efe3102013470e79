"""Who sees a batch and its rows: whoever's area covers the area it was brought for."""

from typing import Any

from satupintu.foundation.access.gatekeeper import condition
from satupintu.lib.walls import SCOPE, Wall, in_scope, through

SHARED = (
    f"({in_scope('area')} or sharing = 'everyone' "
    f"or (sharing = 'below' and coalesce({SCOPE} <@ int8multirange(int8range(area, span_end)), false)))"
)
"""A mapping of one's own area, one that everyone may use, or one that an area above shares downward."""

WALLS = [
    Wall("imports_mapping", SHARED, in_scope("area")),
    # A published version never changes: nobody is given the right to.
    Wall(
        "imports_mappingversion",
        through("imports_mappingversion", "mapping_id", "imports_mapping"),
        adds="exists (select 1 from imports_mapping m where m.id = mapping_id and " + in_scope("m.area") + ")",  # noqa: S608 - our names
        grants="select, insert",
    ),
    Wall("imports_batch", in_scope("area")),
    # The file and its rows go when they are no longer needed.
    Wall("imports_upload", in_scope("area"), grants="select, insert, update, delete"),
    Wall("imports_appliedrow", in_scope("area"), grants="select, insert, delete"),
    Wall("imports_formerrow", in_scope("area"), grants="select, insert, delete"),
    Wall("imports_stagedrow", in_scope("area"), grants="select, insert, update, delete"),
]


@condition("import.upload", "import.apply", "import.cancel", "import.undo")
def in_own_area(by: Any, batch: Any) -> bool:
    """A batch is handled by those whose area it was brought for."""
    return bool(by.span[0] <= batch.area < by.span[1])


@condition("mapping.publish")
def kept_here(by: Any, mapping: Any) -> bool:
    """A mapping is changed by those who keep it, wherever it is shared."""
    return bool(by.span[0] <= mapping.area < by.span[1])
