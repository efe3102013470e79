"""A search through the live register: asked for by an officer, done by the house, decisions remembered."""

import shutil
from datetime import date
from typing import Any

import pytest

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.registry.matching.actions import decide, search
from satupintu.registry.matching.linkage.engine import is_installed
from satupintu.registry.matching.models import Pair, Search, TrainedModel
from satupintu.registry.matching.searching import Seeker
from satupintu.registry.matching.tests.conftest import BIRA
from satupintu.registry.matching.words import Decision, PairState, SearchState, Strength
from satupintu.registry.people.actions import register

pytestmark = pytest.mark.skipif(not is_installed(), reason="the search is not installed")


@pytest.fixture
def register_of_two_villages(cast: Any, under: Any, who: Any) -> None:
    """A man of Ara who is written twice there and once in Bira; his neighbour; twins."""
    manager = cast.bulukumba_manajer
    with under(manager):
        for words in (
            {},
            {"name": "Rahmatullah", "nik": "", "mother_name": "Hania"},
            {"village": BIRA, "name": "Muhammad Rahmatullah", "birth_date": date(1987, 11, 12)},
            {"name": "Baso Tahir", "nik": "7302030101800001", "birth_date": date(1980, 1, 1)},
            {
                "name": "Nurul Aisyah",
                "nik": "7302034202100001",
                "sex": "female",
                "birth_date": date(2010, 2, 2),
                "mother_name": "Besse",
            },
            {
                "name": "Nurul Amalia",
                "nik": "7302034202100002",
                "sex": "female",
                "birth_date": date(2010, 2, 2),
                "mother_name": "Besse",
            },
        ):
            register(by=manager, who=who(**words))


def asked(by: Any, under: Any) -> Search:
    with under(by):
        begun = search(by=by, queued=False)
    return Seeker(begun.pk).run()


@pytest.mark.usefixtures("register_of_two_villages")
def test_pairs_of_the_own_area_are_found_and_kept_with_their_evidence(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    done = asked(by, under)
    assert (done.word, done.counts["records"]) == (SearchState.DONE, 6)
    with under(by):
        best = Pair.objects.to_decide().within(by).best_first()[0]
        assert (best.levels["nik"], best.levels["name"], best.strength) == ("same", "same", Strength.SURE)
        assert {tuple(sorted((pair.one.name, pair.other.name))) for pair in Pair.objects.with_people()} >= {
            ("Muh. Rahmatullah", "Muhammad Rahmatullah")
        }
        twins = [pair for pair in Pair.objects.all() if pair.held]
        assert all(pair.held == "twins" and pair.strength is not Strength.SURE for pair in twins)
        assert TrainedModel.objects.get().sure == 6.0
        names = [event.name for event in Event.objects.about(done)]
        assert names == ["duplicate.search_done", "duplicate.search_asked"]


def test_a_search_engine_that_nobody_knows_is_named(cast: Any, under: Any, settings: Any) -> None:
    settings.MATCHING_BACKEND = "flint"
    with under(cast.bulukumba_manajer), pytest.raises(ValueError, match="MATCHING_BACKEND"):
        search(by=cast.bulukumba_manajer, queued=False)


if is_installed("spark") and shutil.which("java"):  # an extra of half a gigabyte, which no lock of ours brings

    @pytest.mark.slow
    @pytest.mark.usefixtures("register_of_two_villages")
    def test_the_worker_finds_the_same_on_spark_when_that_is_configured(cast: Any, under: Any, settings: Any) -> None:
        found = []
        for settings.MATCHING_BACKEND in ("duckdb", "spark"):
            done = asked(cast.bulukumba_manajer, under)
            found.append((done.word, done.counts["records"], done.counts["pairs"]))
        assert found[0] == found[1]


@pytest.mark.usefixtures("register_of_two_villages")
def test_a_coordinator_sees_only_pairs_inside_the_village(cast: Any, under: Any) -> None:
    asked(cast.bulukumba_manajer, under)
    with under(cast.ara_koordinator):
        assert {pair.one.village_id == pair.other.village_id for pair in Pair.objects.with_people()} <= {True}
        assert not Search.objects.exists()
    with under(cast.bira_koordinator):
        assert not Pair.objects.exists()


@pytest.mark.usefixtures("register_of_two_villages")
def test_what_was_decided_stays_decided_when_it_is_found_again(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    asked(by, under)
    with under(by):
        best = Pair.objects.to_decide().best_first()[0]
        decide(best, by=by, decision=Decision.DIFFERENT)
        before = Pair.objects.count()
    again = asked(by, under)
    with under(by):
        assert Pair.objects.get(pk=best.pk).word is PairState.DIFFERENT
        assert Pair.objects.count() == before
        assert again.counts["new"] == 0


@pytest.mark.usefixtures("register_of_two_villages")
def test_a_search_that_is_run_twice_keeps_what_it_found_once(cast: Any, under: Any) -> None:
    done = asked(cast.bulukumba_manajer, under)
    Seeker(done.pk).run()
    with under(cast.bulukumba_manajer):
        assert TrainedModel.objects.count() == 1


def test_one_search_at_a_time_in_an_area(cast: Any, under: Any) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        search(by=by, queued=False)
        with pytest.raises(WrongState):
            search(by=by, queued=False)


def test_an_empty_register_is_searched_too(cast: Any, under: Any) -> None:
    assert asked(cast.bulukumba_manajer, under).counts == {"records": 0, "pairs": 0, "sure": 0, "new": 0}


def test_who_may_not_search_is_refused(cast: Any, under: Any) -> None:
    for by in (cast.ara_koordinator, cast.bira_koordinator, cast.ara_depan):
        with under(by), pytest.raises(Refused):
            search(by=by, queued=False)
