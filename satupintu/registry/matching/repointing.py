"""Carrying a merge out and taking it back, in SQL: each step of a claim, with every row written down as it was."""

from typing import Any

from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from satupintu.registry.matching.models import Merge, MovedRow
from satupintu.registry.people.claimed import claims
from satupintu.registry.people.claims import Step
from satupintu.registry.people.merging import GONE, TAKEN_OVER
from satupintu.registry.people.models import Person

_ADD = "insert into matching_movedrow (merge_id, place, table_name, versioned, key, was, now)"


def repoint(merge: Merge, survivor: Person, merged: Person) -> int:
    """Let the rows of ``merged`` be the survivor's, as the rooms claim; answers how many rows changed."""
    values: dict[str, Any] = {
        "survivor": survivor.pk,
        "merged": merged.pk,
        "village": survivor.village_id,
        "same_village": survivor.village_id == merged.village_id,
        "today": timezone.localdate(),
        "merge": merge.pk,
    }
    steps = [*TAKEN_OVER, *(step for claim in claims() for step in claim.steps()), *GONE]
    return sum(_carry_out(step, values | {"place": place}) for place, step in enumerate(steps))


def restore(merge: Merge) -> int:
    """Give every row back what the merge took from it, the last step first; answers how many rows.

    A value that somebody has changed since is left as it is.
    """
    told = MovedRow.objects.filter(merge=merge).order_by("-place").values_list("place", "table", "versioned").distinct()
    return sum(_take_back(merge, place, apps.get_model(table), versioned) for place, table, versioned in told)


def _carry_out(step: Step, values: dict[str, Any]) -> int:
    table = step.model._meta.db_table
    values = values | {"table": step.model._meta.label, "versioned": step.versioned}
    key = _object("t", _key(step.model))
    said = "%(merge)s, %(place)s, %(table)s, %(versioned)s"
    if not step.sets:
        everything = _object("t", _columns(step.model))
        statement = (
            f"with gone as (delete from {table} t where {step.where} returning {key} as its_key, {everything} as it_was) "
            f"{_ADD} select {said}, its_key, it_was, null from gone"
        )
    else:
        both, same = _object("t", list(step.sets)), _same("old", _key(step.model))
        sets = ", ".join(f"{column} = {value}" for column, value in step.sets.items())
        version = ", version = t.version + 1" if step.versioned else ""
        keys = ", ".join(f"t.{column}" for column in _key(step.model))
        statement = (
            f"with old as (select {keys}, {key} as its_key, {both} as it_was from {table} t where {step.where} for update), "
            f"new as (update {table} t set {sets}{version} from old where {same} returning {key} as its_key, {both} as it_is) "
            f"{_ADD} select {said}, its_key, it_was, it_is from old join new using (its_key)"
        )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def _take_back(merge: Merge, place: int, model: type[models.Model], versioned: bool) -> int:
    table = model._meta.db_table
    these = "from matching_movedrow r "
    was = f"cross join lateral jsonb_populate_record(null::{table}, r.was) w "
    now = f"cross join lateral jsonb_populate_record(null::{table}, r.now) n "
    key = f"cross join lateral jsonb_populate_record(null::{table}, r.key) k "
    where = "where r.merge_id = %s and r.place = %s"
    first = MovedRow.objects.filter(merge=merge, place=place).first()
    if first is None:
        return 0
    if first.now is None:
        columns = _columns(model)
        statement = (
            f"insert into {table} ({', '.join(columns)}) select {', '.join(f'w.{one}' for one in columns)} "
            f"{these}{was}{where} on conflict do nothing"
        )
    else:
        sets = ", ".join(
            f"{one} = case when t.{one} is not distinct from n.{one} then w.{one} else t.{one} end" for one in first.was
        )
        version = ", version = t.version + 1" if versioned else ""
        same = _same("k", _key(model))
        statement = f"update {table} t set {sets}{version} {these}{was}{now}{key}{where} and {same}"
    with connection.cursor() as cursor:
        cursor.execute(statement, [merge.pk, place])
        return int(cursor.rowcount)


def _key(model: type[models.Model]) -> list[str]:
    return [str(field.column) for field in model._meta.pk_fields]  # type: ignore[attr-defined]


def _columns(model: type[models.Model]) -> list[str]:
    """The columns that are written; PostgreSQL computes the others."""
    return [str(one.column) for one in model._meta.concrete_fields if not one.generated and one.column]


def _object(alias: str, columns: list[str]) -> str:
    return "jsonb_build_object(" + ", ".join(f"'{one}', {alias}.{one}" for one in columns) + ")"


def _same(alias: str, columns: list[str]) -> str:
    return " and ".join(f"t.{one} = {alias}.{one}" for one in columns)
