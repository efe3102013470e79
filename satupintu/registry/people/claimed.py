"""All claims of the house, and whether each field that names a person is among them."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from satupintu.registry.people.claims import Claim, points_to_a_person


@cache
def claims() -> tuple[Claim, ...]:
    """What the rooms declare in their ``merging.py``, the lower rooms first."""
    found: list[Claim] = []
    for app in reversed(list(apps.get_app_configs())):
        if app.name.startswith("satupintu.") and find_spec(f"{app.name}.merging"):
            found += getattr(import_module(f"{app.name}.merging"), "CLAIMS", ())
    return tuple(found)


@cache
def unclaimed() -> tuple[str, ...]:
    """Fields that name a person and that no room claims, as ``room.Model.field``: while there is one, nothing is merged."""
    known = {(claim.model, claim.field) for claim in claims()}
    return tuple(
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("satupintu.")
        for field in model._meta.concrete_fields
        if points_to_a_person(field) and (model, field.name) not in known
    )
