"""A guest: somebody without an account, whom a pass lets in to one row. They see that row and nothing else."""

from dataclasses import dataclass, replace
from typing import Any

NAME, POSITION = 60, 60
"""How long a typed name and position may be."""


@dataclass(frozen=True)
class Guest:
    """Whoever holds the pass of a row, ``(model name, number)``, and answers for ``office``.

    Name and position are what the person typed: nobody has checked them, so every reply of a guest is shown as such.
    """

    row: tuple[str, int]
    office_id: int
    office: str
    name: str = ""
    position: str = ""
    pk: None = None
    account_id: None = None
    role: str = "guest"

    @property
    def label(self) -> str:
        """Who it was, as a timeline names them: what was typed, then the office that the row went to."""
        typed = [part.replace("·", " ") for part in (self.name[:NAME], self.position[:POSITION]) if part]
        return " · ".join([*typed, self.office])[:200]

    def signed(self, name: str, position: str) -> "Guest":
        """The same guest, who has said who they are."""
        return replace(self, name=name, position=position)

    def opens(self, subject: Any) -> bool:
        """Whether this is the row that the pass lets in to."""
        meta = getattr(subject, "_meta", None)
        return meta is not None and (meta.model_name, subject.pk) == self.row
