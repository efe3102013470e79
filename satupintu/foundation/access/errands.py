"""What an officer asked for and a worker does in a whole area: a file that is brought in, a search for duplicates."""

from typing import ClassVar

from satupintu.engine.events import Reach
from satupintu.foundation.access.scope import Span, span_of


class Errand:
    """Beside a model with a column ``area``: the ten-digit number of the area that asked, 0 for the whole country.

    It is seen where it was asked for, touches what lies inside, and is called by ``TRACE`` and its number.
    """

    TRACE: ClassVar[str]
    area: int
    pk: int | None

    def __str__(self) -> str:
        return self.trace

    @property
    def reach(self) -> Reach:
        """What happens to it is seen where it was asked for."""
        return Reach(village=self.area)

    @property
    def trace(self) -> str:
        """What timelines call it."""
        return f"{self.TRACE}-{self.pk}"

    @property
    def span(self) -> Span:
        """The numbers of the villages that it touches."""
        return span_of(self.area)
