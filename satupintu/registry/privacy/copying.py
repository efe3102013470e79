"""A copy of everything the house holds about a person, for whoever may have it: gathered, as JSON, as a paper.

Protected is what is classified (a child in danger, violence, health): the copy of a parent, spouse or proxy is made as if it
did not exist, and says the same sentence whether it does or not. Nobody gets what somebody else told, or who it was (UU
27/2022, art. 33). Free text is only for the person: a machine cannot see whom else it names.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone

from satupintu.foundation.access.scope import ALL_FIELDS, EVERYWHERE, Scope, entered
from satupintu.registry.people.models import Person
from satupintu.registry.people.words import Variable
from satupintu.registry.privacy.holdings import Holding, holdings, records_of
from satupintu.registry.privacy.words import Asker

BESIDE = frozenset(
    "number status state kind at on day since until made_at registered_at recorded_at issued_on sent_at opened_at closed_at "
    "channel field told_on way outcome relation answered_on edition asked_at".split()
)
"""Fields that are no personal data and that a reader needs to understand a line."""
NEVER = frozenset(
    "name_key key keys data pdf traits cells errors cautions household_key person_id household_id card_id".split()
)
"""Search keys, numbers of our own, and bytes: of a file the copy says that it is there. Particulars are told in words."""
FREE = (models.TextField, models.JSONField)


@dataclass(frozen=True)
class Told:
    """The rows of one table: field → value, as a machine reads them."""

    holding: Holding
    rows: list[dict[str, Any]]

    @property
    def name(self) -> str:
        """Room and noun."""
        return self.holding.name


def gathered(person: Person, asker: Asker, clearance: int) -> list[Told]:
    """What may be told to ``asker``, table by table; ``clearance`` is that of the officer who hands it over.

    It is gathered wherever it lies: the person's right ends at no village. Only rows with something to tell are named.
    """
    alone = asker is Asker.SELF
    people = records_of(person.pk)
    with entered(Scope(spans=(EVERYWHERE,), clearance=clearance if alone else 0, fields=ALL_FIELDS)):
        own = {one.model: one for one in holdings(own_words=True)}
        return [told for one in holdings() if (told := _told(one, own[one.model], people, alone)).rows]


def _told(holding: Holding, own: Holding, people: list[int], alone: bool) -> Told:
    fields = told_fields(holding)
    free = {field.name for field in fields if isinstance(field, FREE) and not field.choices}
    mine = set(own.rows(people).order_by().values_list("pk", flat=True)) if alone and free else set()
    found: list[dict[str, Any]] = []
    if not fields:
        return Told(holding, found)
    for row in (holding if alone else own).rows(people).distinct().order_by("pk"):
        hidden = set() if alone and row.pk in mine else free
        line = {field.name: _plain(field, row) for field in fields if field.name not in hidden}
        line |= _traits(row)
        found.append(line)
    return Told(holding, found)


def told_fields(holding: Holding) -> list[Any]:
    """The fields of a table that a copy may tell: personal ones about the person, and what makes a line readable."""
    names = (holding.personal - holding.of_others - NEVER) | BESIDE
    if not holding.personal - holding.of_others - NEVER:
        return []
    return [
        field
        for field in holding.model._meta.concrete_fields
        if field.name in names and not (isinstance(field, models.ForeignKey) and field.name not in BESIDE)
    ]


def _plain(field: Any, row: Any) -> Any:
    """A value as JSON holds it; of what it points to, what that is called."""
    value = getattr(row, field.name)
    if isinstance(value, models.Model):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | dict | list | None) else str(value)


def _traits(row: Any) -> dict[str, str]:
    """Coded particulars of a person, each in words."""
    if not isinstance(row, Person):
        return {}
    return {variable.value: row.trait(variable) for variable in Variable if row.traits.get(variable)}


def as_json(told: list[Told], head: dict[str, Any]) -> bytes:
    """The copy for a machine."""
    tables = {one.name: one.rows for one in told}
    return json.dumps({**head, "tables": tables}, ensure_ascii=False, indent=1, default=str).encode()


def lines_of(one: Told) -> Iterator[list[tuple[str, str]]]:
    """Each row as (field, what a person reads), empty ones left out."""
    choices = {
        field.name: dict(field.flatchoices) for field in one.holding.model._meta.concrete_fields if field.choices
    }
    for row in one.rows:
        yield [
            (name, _read(choices.get(name, {}), value))
            for name, value in row.items()
            if value not in ("", None, {}, [])
        ]


def _read(choices: dict[str, Any], value: Any) -> str:
    if isinstance(value, bool):
        return "✓" if value else "–"
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and "T" in value and value[:4].isdigit():
        try:
            return timezone.localtime(datetime.fromisoformat(value)).strftime("%d-%m-%Y %H.%M")
        except ValueError:
            return value
    return str(choices.get(value, value))
