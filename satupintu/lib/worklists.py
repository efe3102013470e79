"""An item of a worklist, whatever room it comes from."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Item:
    """What waits: who it is about, what, where, with whom (``holder``), the next action, since when and until when (None:
    nobody has set a day).

    ``urgency`` is 0 ordinary, 1 soon, 2 emergency. ``key`` is the kind of row and its number.
    ``due_said`` is how far ``due`` is in the words of the room (safe markup); "" when nothing is said of it.
    """

    key: tuple[str, int]
    url: str
    number: str
    who: str
    what: str
    where: str
    holder: str
    next: str
    urgency: int
    since: datetime
    due: datetime | None
    due_said: str = ""

    @property
    def order(self) -> tuple[int, datetime]:
        """Most urgent first, then by deadline; what has none stands where it began to wait."""
        return (-self.urgency, self.due or self.since)
