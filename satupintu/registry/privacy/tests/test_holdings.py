"""P1: whatever holds data about a person is found in the catalogue; nothing new is forgotten."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from satupintu.registry.people.models import Person
from satupintu.registry.people.words import Variable
from satupintu.registry.privacy import holdings as found
from satupintu.registry.privacy.copying import told_fields
from satupintu.registry.privacy.labels import FIELDS, TABLES


def test_every_table_with_data_of_people_is_covered_or_says_why_not() -> None:
    assert found.uncovered() == ()
    assert all(reason for reason in found.unlinked().values())


def test_a_table_that_nobody_covers_is_noticed() -> None:
    class Forgotten(models.Model):
        person = models.ForeignKey(Person, models.PROTECT, related_name="+")
        PERSONAL = frozenset({"person"})

        class Meta:
            app_label = "privacy"
            managed = False

    try:
        assert found.uncovered() == ("privacy.Forgotten",)
    finally:
        del apps.all_models["privacy"]["forgotten"]
        apps.clear_cache()


def test_every_table_and_field_of_a_copy_has_a_word() -> None:
    told = {one.name: told_fields(one) for one in found.holdings()}
    assert {name for name, fields in told.items() if fields} - set(TABLES) == set()
    words = set(FIELDS) | set(Variable.codes())
    assert {field.name for fields in told.values() for field in fields} - words == set()
    assert set(TABLES) - set(told) == set(), "a word for a table that is gone"


@pytest.mark.parametrize("one", found.holdings(), ids=lambda one: one.name)
def test_what_is_about_others_is_declared_among_the_personal(one: found.Holding) -> None:
    assert one.of_others <= one.personal


@pytest.mark.parametrize("one", found.holdings(), ids=lambda one: one.name)
def test_the_rows_of_a_person_can_be_asked_for(one: found.Holding, cast: Any, under: Any) -> None:
    if one.model._meta.db_table == "documents_original":
        return  # put in, never taken out
    with under(cast.bulukumba_manajer):
        assert list(one.rows([1, 2])) == []
