"""What is told of a measurement."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One ratio: what, how many times as long as what, and the limit it is held to."""

    name: str
    against: str
    ratio: float
    limit: float | None
    note: str = ""
    enough: bool = False
    """Quick enough by itself, whatever the ratio."""

    @property
    def good(self) -> bool:
        """Whether it keeps its limit, where it has one."""
        return self.limit is None or self.ratio <= self.limit or self.enough
