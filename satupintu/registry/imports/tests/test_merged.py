"""A file brings a record that was merged away: it means the one that stands, and the duplicate does not come back."""

from typing import Any

import pytest

from satupintu.registry.imports.tests.conftest import FAMILY, csv
from satupintu.registry.matching.actions import decide, report, undo
from satupintu.registry.matching.models import Merge
from satupintu.registry.matching.words import Decision
from satupintu.registry.people.models import NameToken, Person

TWICE = FAMILY[0].replace("7302031211870001", "7302031211870009").replace("Muh. Rahmatullah", "Rahmatullah Mattawang")


@pytest.fixture
def merged(bring: Any, save: Any, cast: Any, under: Any) -> Merge:
    """A man who came twice, under two NIK and two names, is one by now: the first record stands."""
    by = cast.ara_koordinator
    save(bring(csv(*FAMILY, TWICE)))
    with under(by):
        stands, other = (Person.objects.get(nik=f"730203121187000{last}") for last in (1, 9))
        pair = report(by=by, one=stands, other=other)
        decide(pair, by=by, decision=Decision.SAME, survivor=stands.pk)
        return Merge.objects.get()


def test_the_nik_of_a_merged_record_means_the_one_that_stands(
    bring: Any, save: Any, cast: Any, under: Any, merged: Merge
) -> None:
    batch = save(bring(csv(TWICE.replace("SMA", "SMP"))))
    assert (batch.counts["new"], batch.counts["changed"]) == (0, 1)
    with under(cast.ara_koordinator):
        stands = Person.objects.get(pk=merged.survivor_id)
        # Name and NIK are those that an officer chose; what else the file knows is taken in.
        assert (stands.name, stands.nik) == ("Muh. Rahmatullah", "7302031211870001")
        assert stands.traits == {"education": ["register", "siak", "4"]}
        assert Person.everyone.get(pk=merged.merged_id).traits != stands.traits
        assert set(NameToken.objects.filter(person=stands).values_list("key", flat=True)) == {"muamat", "ramatula"}
        assert Person.objects.count() == 3


def test_the_same_file_again_brings_no_duplicate_back(
    bring: Any, save: Any, cast: Any, under: Any, merged: Merge
) -> None:
    assert save(bring(csv(*FAMILY, TWICE))).counts["new"] == 0
    with under(cast.ara_koordinator):
        assert Person.objects.count() == 3


def test_another_name_under_that_nik_is_somebody_else(bring: Any, merged: Merge) -> None:
    assert bring(csv(TWICE.replace("Rahmatullah Mattawang", "Sitti Halimah"))).counts["new"] == 1


def test_in_another_village_the_merged_record_means_nobody(bring: Any, cast: Any, merged: Merge) -> None:
    batch = bring(csv(TWICE.replace("2006", "2005")), by=cast.bira_koordinator)
    assert (batch.counts["new"], batch.counts["cautions"]) == (1, 0)


def test_after_the_undoing_it_means_its_own_record_again(
    bring: Any, save: Any, cast: Any, under: Any, merged: Merge
) -> None:
    with under(cast.ara_koordinator):
        undo(merged, by=cast.ara_koordinator)
    save(bring(csv(TWICE.replace("SMA", "SMP"))))
    with under(cast.ara_koordinator):
        assert Person.objects.get(pk=merged.merged_id).traits == {"education": ["register", "siak", "4"]}
        assert Person.objects.get(pk=merged.survivor_id).traits == {"education": ["register", "siak", "5"]}
