"""Erasing a person's data: what stands in the way, and carrying it out, by the house, in every room at once."""

from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from satupintu.engine.documents.models import Letter
from satupintu.foundation.access import house
from satupintu.registry.people.claims import Unfinished
from satupintu.registry.people.models import FormerValue, HouseholdMember, NameToken, Person
from satupintu.registry.privacy import rules
from satupintu.registry.privacy.emptying import empty, emptyings
from satupintu.registry.privacy.holdings import Holding, holdings, records_of
from satupintu.registry.privacy.models import LegalHold, RetentionRule
from satupintu.registry.privacy.words import Retained


def in_the_way(person: Person, today: date) -> list[str]:
    """Why nothing of this person may be erased now, in sentences; empty when nothing stands in the way.

    Asked of the whole house: a matter that an officer may not see stands in the way too, and is told without its number.
    """
    with house("memeriksa penahanan hukum", quietly=True):
        people, told = records_of(person.pk), []
        held = LegalHold.objects.standing().filter(person__in=people).first()
        if held is not None:
            told.append(_("Ada penahanan hukum: %(reason)s") % {"reason": held.reason})
        by_model = {one.model: one for one in holdings()}
        told += [_(one.says) for one in unfinished() if by_model[one.model].rows(people).filter(one.where).exists()]
        months = RetentionRule.objects.months(Retained.LETTER, today)
        kept = by_model[Letter].rows(people).filter(issued_on__gt=rules.months_before(today, months))
        if number := kept.order_by("-issued_on").values_list("number", flat=True).first():
            words = {"number": number, "months": months}
            told.append(_("Surat %(number)s masih wajib disimpan: %(months)s bulan sejak terbit.") % words)
        return told


def unfinished() -> list[Unfinished]:
    """What the rooms say must be ended first."""
    found: list[Unfinished] = []
    for app in apps.get_app_configs():
        if app.name.startswith("satupintu.") and find_spec(f"{app.name}.merging"):
            found += getattr(import_module(f"{app.name}.merging"), "UNFINISHED", ())
    return found


def erase(person: Person) -> int:
    """Empty everything that says who the person is, wherever it lies; answers how many rows. Asks nobody.

    A household and a family card are emptied with the last of their people. Which rows are theirs is found before the first
    is emptied, because some are found by what they say.
    """
    with house("menghapus data pribadi", quietly=True):
        people = records_of(person.pk)
        every = {one.model: one for one in holdings(households=_lived_alone(people))}
        found = _numbers(every, people)
        NameToken.objects.filter(person__in=people).delete()
        done = empty({one.table: found[one.table] for one in emptyings() if found.get(one.table)})
        # The register keeps what a row said before: of this change, too.
        former = {model: one for model, one in every.items() if model is FormerValue}
        empty(_numbers(former, people))
        return done


def _lived_alone(people: list[int]) -> bool:
    """Whether nobody else lives where they did: then what is about the household is about them alone."""
    homes = HouseholdMember.objects.filter(person__in=people).values("household")
    return not HouseholdMember.objects.now().filter(household__in=homes).exclude(person__in=people).exists()


def _numbers(every: dict[Any, Holding], people: list[int]) -> dict[str, list[int]]:
    """Table → the numbers of a person's rows, in one question."""
    rows = {model._meta.db_table: _rows(one, people, every) for model, one in every.items()}
    asked = [(table, *found.query.sql_with_params()) for table, found in rows.items() if found is not None]
    parts = [f"select '{table}', array(select * from ({query}) q)" for table, query, _values in asked]
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join(parts), [one for _table, _query, values in asked for one in values])
        return {table: sorted(set(numbers)) for table, numbers in cursor.fetchall()}


def _rows(one: Holding, people: list[int], every: dict[Any, Holding]) -> Any:
    """The rows of a table; of one that may only be put into, those that it hangs on; None where rows have no number."""
    key: Any = one.model._meta.pk
    if isinstance(key, models.OneToOneField):
        return _rows(every[key.related_model], people, every)
    if isinstance(key, models.CompositePrimaryKey):
        return None
    rows = one.rows(people)
    if one.shared:
        members: Any = one.model._meta.get_field("members").related_model
        key = one.model._meta.get_field("members").field.name  # type: ignore[union-attr]
        others = members._base_manager.filter(until=None, **{key: OuterRef("pk")}).exclude(person__in=people)
        rows = rows.filter(~Exists(others))
    return rows.order_by().values("pk")
