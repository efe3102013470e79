"""A member of an external list who matches nobody becomes a person to be verified, not silently a new one."""

from datetime import date
from typing import Any

import pytest

from satupintu.registry.imports.tests.conftest import FAMILY, csv
from satupintu.registry.people.actions import verify
from satupintu.registry.people.models import ListEdition, Person, Unverified
from satupintu.registry.people.words import Verdict

STRANGER = "7302031201100009,7302031211900009,Syamsul,Kepala Keluarga,L,12-11-1990,73.02.03.2006,2,SMA"


@pytest.fixture
def edition(bring: Any, save: Any, cast: Any, under: Any) -> ListEdition:
    """An edition of the DTSEN; the village has registered a family of its own before."""
    save(bring(csv(*FAMILY)))
    with under(cast.ara_koordinator):
        assert not Unverified.objects.exists(), "a population list is no external list"
        return ListEdition.known("dtsen 2026-3", date(2026, 9, 30))


def test_only_those_whom_the_register_did_not_know_are_to_be_verified(
    bring: Any, save: Any, cast: Any, under: Any, edition: ListEdition
) -> None:
    save(bring(csv(*FAMILY, STRANGER), edition=edition))
    with under(cast.ara_koordinator):
        waits = Unverified.objects.select_related("person").get()
        assert (waits.person.name, waits.edition, waits.village_id) == ("Syamsul", edition, 7302032006)
    with under(cast.bira_koordinator):
        assert not Unverified.objects.exists()


def test_where_nobody_was_registered_the_list_is_where_the_register_begins(
    bring: Any, save: Any, cast: Any, under: Any
) -> None:
    with under(cast.ara_koordinator):
        edition = ListEdition.known("dtsen 2026-3", date(2026, 9, 30))
    save(bring(csv(*FAMILY), edition=edition))
    with under(cast.ara_koordinator):
        assert Person.objects.count() == 3
        assert not Unverified.objects.exists()


def test_nobody_is_to_be_verified_twice_when_the_next_edition_names_them_again(
    bring: Any, save: Any, cast: Any, under: Any, edition: ListEdition
) -> None:
    save(bring(csv(STRANGER), edition=edition))
    with under(cast.ara_koordinator):
        verify(Person.objects.get(name="Syamsul"), by=cast.ara_koordinator, verdict=Verdict.HERE, note="Bertemu.")
        later = ListEdition.known("dtsen 2026-4", date(2026, 12, 31))
    save(bring(csv(STRANGER), edition=later))
    with under(cast.ara_koordinator):
        assert not Unverified.objects.waiting().exists()


def test_taking_the_list_back_leaves_nobody_to_look_for(
    bring: Any,
    save: Any,
    take_back: Any,
    cast: Any,
    under: Any,
    edition: ListEdition,
) -> None:
    batch = take_back(save(bring(csv(STRANGER), edition=edition)))
    assert batch.state == "undone"
    with under(cast.ara_koordinator):
        assert not Unverified.objects.exists()
        assert Person.objects.count() == 3


def test_a_list_stays_once_somebody_was_looked_for(
    bring: Any,
    save: Any,
    take_back: Any,
    cast: Any,
    under: Any,
    edition: ListEdition,
) -> None:
    batch = save(bring(csv(STRANGER), edition=edition))
    by = cast.ara_koordinator
    with under(by):
        person = Person.objects.get(name="Syamsul")
        verify(person, by=by, verdict=Verdict.HERE, note="Bertemu.")
    with pytest.raises(Exception, match="sudah diubah"):
        take_back(batch)
    with under(by):
        assert person in Person.objects.all()


def test_the_page_of_the_file_leads_to_whom_it_brought_and_nobody_knows(
    bring: Any, save: Any, cast: Any, under: Any, edition: ListEdition, desk: Any
) -> None:
    batch = save(bring(csv(*FAMILY, STRANGER), edition=edition))
    browser, link = desk(cast.ara_koordinator), f"/orang/perlu-diverifikasi/?edisi={edition.pk}"
    page = browser.get(f"/impor/{batch.pk}/").content.decode()
    assert "1 orang dari daftar ini perlu diverifikasi" in page and link in page
    assert "Syamsul" in browser.get(link).content.decode()
    with under(cast.ara_koordinator):
        verify(Person.objects.get(name="Syamsul"), by=cast.ara_koordinator, verdict=Verdict.HERE, note="Bertemu.")
    assert link not in browser.get(f"/impor/{batch.pk}/").content.decode()
