"""How far an event reaches: whoever sees the row sees what happened to it."""

from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Reach:
    """The area, offices and sensitivity of a row; its events carry the same.

    ``village`` is the ten-digit number of the area, ``offices`` the two ends of a letter, ``clearance`` how sensitive.
    ``topic`` is the code of what it is about, empty for whoever works on any; ``handler`` the office that handles it,
    whose people see it from wherever they are.
    """

    village: int | None = None
    offices: tuple[int, ...] = ()
    clearance: int = 0
    topic: str = ""
    handler: int | None = None

    def columns(self) -> dict[str, Any]:
        """The same as the columns of a row that goes with it: an event, an attachment."""
        return vars(self) | {"offices": list(self.offices)}


class Traceable(Protocol):
    """A row that events can be about."""

    pk: int

    @property
    def reach(self) -> Reach:
        """Who may see what happened to it."""

    @property
    def trace(self) -> str:
        """What people call it: a number, never a name."""
