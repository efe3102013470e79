"""The data: foreign keys point down, every field is declared personal or not, templates ask the database nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.test import Client

from satupintu.foundation.access.walls import declared
from satupintu.lib.walls import Wall
from satupintu.registry.people.claimed import claims, unclaimed
from tests.laws.house import FLOORS, floor_of

OWN = {room for rooms in FLOORS for room in rooms}
MODELS = [model for model in apps.get_models() if model.__module__.startswith("satupintu.")]
GUARDED = {item.table for item in declared() if isinstance(item, Wall)}


def room_of(model: Any) -> str:
    """The room's folder; its tables may bear an older name."""
    return str(model._meta.app_config.name.rpartition(".")[2])


def relations() -> list[Any]:
    return [
        field
        for model in MODELS
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and not field.auto_created
    ]


def test_every_relation_to_a_person_is_claimed_by_merging() -> None:
    assert unclaimed() == ()
    assert {claim.model.__name__ for claim in claims()} >= {"Complaint", "HouseholdMember", "Household", "StagedRow"}


def test_every_room_with_tables_stands_on_a_floor() -> None:
    assert {room_of(model) for model in MODELS} <= OWN


@pytest.mark.parametrize("field", relations(), ids=str)
def test_a_foreign_key_points_down(field: Any) -> None:
    here, there = room_of(field.model), room_of(field.related_model)
    if here == there:
        return
    assert there in OWN, f"{field} points out of the house"
    assert floor_of(there) > floor_of(here), f"{field} points up"
    assert field.remote_field.related_name == "+", f"{field} leaves its room and must not be walked back"


@pytest.mark.parametrize("model", [m for m in MODELS if m._meta.db_table in GUARDED], ids=lambda m: m.__name__)
def test_every_field_is_declared_personal_or_not(model: Any) -> None:
    fields = {field.name for field in model._meta.concrete_fields}
    personal, other = set(getattr(model, "PERSONAL", ())), set(getattr(model, "NOT_PERSONAL", ()))
    if model.__name__ == "Event":
        return
    assert personal & other == set()
    assert personal | other >= fields, sorted(fields - personal - other)
    assert personal <= fields


@pytest.mark.parametrize("path", ["/", "/keluhan/", "/keluhan/baru/", "/rujukan/", "/pelimpahan/", "/kantor/"])
def test_a_template_asks_the_database_nothing(path: str, cast: Any, desk: Callable[[Any], Client]) -> None:
    import sys

    def refuse(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        frame = sys._getframe()
        while frame is not None:
            assert not frame.f_code.co_filename.endswith("django/template/base.py"), f"a template asked: {sql[:200]}"
            frame = frame.f_back  # type: ignore[assignment]
        return execute(sql, params, many, context)

    browser = desk(cast.ara_koordinator)
    with connection.execute_wrapper(refuse):
        assert browser.get(path).status_code == 200
