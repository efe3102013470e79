"""A citizen as an actor: somebody without an account or an appointment, who may hold the code of one complaint."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import models

from satupintu.foundation.access.roles import CITIZEN_VERBS
from satupintu.foundation.access.scope import ALL_FIELDS, Scope, entered


@dataclass(frozen=True)
class Citizen:
    """Somebody without an account. ``row`` is what their code opens, as (model, number of the row)."""

    row: tuple[str, int] | None = None
    pk: None = None
    account_id: None = None
    office_id: None = None
    role: str = "citizen"
    label: str = "Warga"

    def may(self, verb: str, subject: object) -> bool:
        """Whether the verb is one of the citizen's, and the subject the row that their code opens, or nothing saved yet."""
        if verb not in CITIZEN_VERBS:
            return False
        if not isinstance(subject, models.Model) or subject.pk is None:
            return True
        return (str(subject._meta.model_name), subject.pk) == self.row


@contextmanager
def following(pk: int, *, lazily: bool = False) -> Iterator[Citizen]:
    """A transaction in which the complaint of that number exists, without its story, and nothing else of anybody.

    Only for whoever has shown its code.
    """
    with entered(Scope(follow=pk), lazily=lazily):
        yield Citizen(("complaint", pk))


@contextmanager
def acting(village: int, row: tuple[str, int] | None = None) -> Iterator[Citizen]:
    """Let a citizen act in a village: a transaction in which its rows exist for the action, which touches ``row`` alone."""
    with entered(Scope(spans=((village, village + 1),), clearance=2, fields=ALL_FIELDS)):
        yield Citizen(row)
