"""What the house holds about a person, found in its own catalogue: nobody keeps a second list of tables.

A room says in its ``merging.py`` which of its fields name a person (``CLAIMS``), where a person's data stand without such a
field (``HELD``), and what leads to no one person (``UNLINKED``). From there the walk goes along foreign keys, and along
``subject`` and ``origin``, by which letters, attachments, messages and referrals say what they are about.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from satupintu.registry.people.claimed import claims
from satupintu.registry.people.claims import Held
from satupintu.registry.people.models import Person

Model = type[models.Model]
People = Sequence[int]
"""The numbers of a person's records: their own, and those that were merged into it."""
Way = Callable[[People], Q]
"""Answers which rows of a table are about a person."""
POINTING = ("subject", "origin")
"""By what rows say what they are about: ``subject_type`` and ``subject_id``."""


@dataclass(frozen=True)
class Holding:
    """A table that holds data about persons, and the ways that lead from a person to their rows."""

    model: Model
    ways: tuple[Way, ...]
    shared: bool = False

    def rows(self, people: People) -> Any:
        """The person's rows, as far as they exist for whoever asks."""
        asked = Q(pk__in=[])
        for way in self.ways:
            asked |= way(people)
        return self.model._base_manager.filter(asked)

    @property
    def name(self) -> str:
        """What a copy calls the table: room and noun."""
        return str(self.model._meta.label_lower)

    @property
    def personal(self) -> set[str]:
        """Its personal fields."""
        return set(getattr(self.model, "PERSONAL", ()))

    @property
    def of_others(self) -> set[str]:
        """Personal fields that are about somebody else than the person."""
        return set(getattr(self.model, "OTHERS", ()))


def ours() -> Iterator[Model]:
    """Every table of the house that holds people's data."""
    for model in apps.get_models():
        if model.__module__.startswith("satupintu.") and (getattr(model, "PERSONAL", None) or _claimed(model)):
            yield model


def _claimed(model: Model) -> bool:
    return any(claim.model is model for claim in claims())


def _declared(name: str) -> Iterator[Any]:
    for app in apps.get_app_configs():
        if app.name.startswith("satupintu.") and find_spec(f"{app.name}.merging"):
            yield getattr(import_module(f"{app.name}.merging"), name, ())


@cache
def unlinked() -> Mapping[Model, str]:
    """What holds people's data and leads to no one person, with the reason."""
    found: dict[Model, str] = {}
    for some in _declared("UNLINKED"):
        found |= dict(some)
    return found


@cache
def holdings(*, own_words: bool = False, households: bool = True) -> tuple[Holding, ...]:
    """Every table that holds data about a person, the person's own row first.

    ``own_words``: of what rooms say somebody else may have told (``OWN_WORDS``), only what the person told.
    ``households``: also what is about the household in which they live, and so about others.
    """
    held: dict[Model, list[Way]] = {Person: [lambda people: Q(pk__in=people)]}
    shared: set[Model] = set()
    for claim in claims():
        held.setdefault(claim.model, []).append(_by(claim.field))
    for some in _declared("HELD"):
        for one in some:
            assert isinstance(one, Held)
            held.setdefault(one.model, []).append(one.where)
            shared |= {one.model} if one.shared else set()
    if households:
        _through_households(held)
    for some in _declared("OWN_WORDS") if own_words else ():
        for model, told in dict(some).items():
            held[model] = [_only(way, told) for way in held[model]]
    _along_keys(held)
    for pointing in reversed(POINTING):
        _by_what_they_are_about(held, pointing)
        _along_keys(held)
    return tuple(Holding(model, tuple(ways), model in shared) for model, ways in held.items())


def records_of(person: int) -> list[int]:
    """The number of a person, and those of the records that were merged into theirs."""
    return [person, *Person.everyone.filter(merged_into=person).values_list("pk", flat=True)]


def uncovered() -> tuple[str, ...]:
    """Tables with people's data that no way leads to and that nobody declared unlinked: there must be none."""
    known = {one.model for one in holdings()} | set(unlinked())
    return tuple(model._meta.label for model in ours() if model not in known)


def _by(field: str) -> Way:
    return lambda people: Q(**{f"{field}__in": people})


def _only(way: Way, told: Q) -> Way:
    return lambda people: way(people) & told


def _through_households(held: dict[Model, list[Way]]) -> None:
    """What is about a household and names no person of it is about each who lives there."""
    for model in [*held]:
        names = {field.name for field in model._meta.concrete_fields}
        if {"person", "household"} <= names:
            held[model].append(lambda people: Q(person=None, household__members__person__in=people))


def _along_keys(held: dict[Model, list[Way]]) -> None:
    """Rows that hang on held rows are held too, until nothing new is found. The longest way is a handful of steps."""
    todo = {model for model in ours() if model not in held and model not in unlinked()}
    found = True
    while found:
        found = False
        for model in sorted(todo, key=lambda one: one._meta.label):
            keys = [one for one in model._meta.concrete_fields if isinstance(one, models.ForeignKey)]
            key = next((one for one in keys if one.related_model in held and one.related_model is not Person), None)
            if key is not None:
                held[model] = [_hangs_on(key, held[key.related_model])]
                todo.discard(model)
                found = True


def _hangs_on(key: Any, ways: list[Way]) -> Way:
    parent = Holding(key.related_model, tuple(ways))
    return lambda people: Q(**{f"{key.name}__in": parent.rows(people).order_by().values("pk")})


def _by_what_they_are_about(held: dict[Model, list[Way]], pointing: str) -> None:
    kind, number = f"{pointing}_type", f"{pointing}_id"
    found = [
        model
        for model in ours()
        if model not in held and {kind, number} <= {field.name for field in model._meta.concrete_fields}
    ]
    about = {model: Holding(model, tuple(ways)) for model, ways in held.items() if hasattr(model, "reach")}
    for model in found:
        held[model] = [_about(one, kind, number) for one in about.values()]


def _about(one: Holding, kind: str, number: str) -> Way:
    name = one.model._meta.model_name
    return lambda people: Q(**{kind: name, f"{number}__in": one.rows(people).order_by().values("pk")})
