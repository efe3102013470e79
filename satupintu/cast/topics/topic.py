"""A topic: one kind of matter that people come with."""

from dataclasses import dataclass
from enum import Enum

from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.words import Kind, Nature


class About(Enum):
    """Whom a matter is about: the ages in years, or a household, or nobody in particular."""

    INFANT = (0, 4)
    PUPIL = (6, 18)
    MOTHER = (18, 42)
    ADULT = (19, 59)
    ELDER = (60, 110)
    ANYBODY = (0, 109)
    HOUSEHOLD = (-1, -1)
    NOBODY = (-2, -2)

    def fits(self, age: int, *, female: bool) -> bool:
        """Whether it can be about a person of that age and sex."""
        least, most = self.value
        return least <= age <= most and (female or self is not About.MOTHER)


@dataclass(frozen=True)
class Topic:
    """One kind of matter: how it is told, and what can become of it.

    ``told`` are the sentences of the story, ``done`` pairs of direct service and its result, ``need`` the body of a
    letter, ``served`` and ``answer`` what the institution and then the citizen are told. ``to`` names institutions by
    their kind or the end of their code; nobody there → it is never referred. ``local`` is how often the village settles
    it itself.
    ``soon`` and ``emergency`` are shares; ``sealed`` is 0 ordinary, 1 restricted, 2 secret.
    """

    field: ServiceField
    nature: Nature
    kind: Kind
    about: About
    weight: float
    told: tuple[str, ...]
    wish: str
    done: tuple[tuple[str, str], ...]
    need: str = ""
    served: str = ""
    answer: str = ""
    to: tuple[str, ...] = ()
    local: float = 0.45
    soon: float = 0.14
    emergency: float = 0.01
    sealed: int = 0
