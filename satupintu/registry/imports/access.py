"""Who sees a batch and its rows: whoever's area covers the area it was brought for."""

from typing import Any

from satupintu.foundation.access.gatekeeper import condition
from satupintu.lib.walls import Wall, in_scope

WALLS = [
    Wall("imports_batch", in_scope("area")),
    # The file and its rows go when they are no longer needed.
    Wall("imports_upload", in_scope("area"), grants="select, insert, delete"),
    Wall("imports_stagedrow", in_scope("area"), grants="select, insert, update, delete"),
]


@condition("import.upload", "import.apply", "import.cancel")
def in_own_area(by: Any, batch: Any) -> bool:
    """A batch is handled by those whose area it was brought for."""
    return bool(by.span[0] <= batch.area < by.span[1])
