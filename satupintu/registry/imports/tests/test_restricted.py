"""Nobody's data are changed by a file while they rest at their own request."""

from typing import Any

import pytest

from satupintu.engine.actions import WrongState
from satupintu.registry.imports.models import StagedRow
from satupintu.registry.imports.tests.conftest import FAMILY, csv
from satupintu.registry.people.actions import restrict
from satupintu.registry.people.models import Person

SCHOOLED = FAMILY[0].replace(",SMA", ",SMP")


@pytest.fixture
def father(bring: Any, save: Any, cast: Any, under: Any) -> Person:
    save(bring(csv(*FAMILY)))
    with under(cast.bulukumba_manajer):
        found: Person = Person.objects.get(nik="7302031211870001")
        return found


def test_a_row_about_somebody_whose_data_rest_is_refused(father: Person, bring: Any, cast: Any, under: Any) -> None:
    with under(cast.bulukumba_manajer):
        restrict(father, by=cast.bulukumba_manajer, request="uji")
    batch = bring(csv(SCHOOLED, FAMILY[1]))
    with under(cast.ara_koordinator):
        told = dict(StagedRow.objects.filter(batch=batch).values_list("nik", "verdict"))
        refused = StagedRow.objects.get(batch=batch, nik=father.nik)
    assert told == {father.nik: "refused", "7302034508900002": "unchanged"}
    assert refused.errors[0][0] == "restricted"


def test_a_file_checked_before_is_not_saved_over_them(
    father: Person, bring: Any, save: Any, cast: Any, under: Any
) -> None:
    batch = bring(csv(SCHOOLED))
    with under(cast.bulukumba_manajer):
        restrict(father, by=cast.bulukumba_manajer, request="uji")
    with pytest.raises(WrongState, match="dibatasi"):
        save(batch)
