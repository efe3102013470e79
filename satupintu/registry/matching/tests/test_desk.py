"""The pages of duplicates, over HTTP: what waits, two records side by side, the decision, undoing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from satupintu.registry.matching.models import Merge, Pair, Search
from satupintu.registry.matching.words import PairState
from satupintu.registry.people.models import Person

Desk = Callable[[Any], Client]


def test_the_list_shows_what_waits_and_the_page_both_records(cast: Any, desk: Desk, pair: Pair) -> None:
    browser = desk(cast.ara_koordinator)
    assert f"/data-ganda/{pair.pk}/" in browser.get("/data-ganda/").content.decode()
    page = browser.get(f"/data-ganda/{pair.pk}/").content.decode()
    for words in ("Muh. Rahmatullah", "Rahmatullah Dg. Mattawang", "Hania", "beda", 'data-hotkey="1"'):
        assert words in page


def test_a_decision_merges_and_may_be_undone(cast: Any, desk: Desk, under: Any, pair: Pair, people: Any) -> None:
    browser = desk(cast.ara_koordinator)
    sent = {"choice": "same_one", "seen": pair.version, "key": "7f9a4f20-0000-4000-8000-000000000001"}
    answer = browser.post(f"/data-ganda/{pair.pk}/keputusan/", sent, follow=True)
    assert "Digabung" in answer.content.decode()
    with under(cast.ara_koordinator):
        merge = Merge.objects.get()
    assert f"/orang/{people[0].pk}/" in browser.get(f"/orang/{people[1].pk}/")["Location"]
    assert "berdiri sendiri" in browser.get(f"/data-ganda/penggabungan/{merge.pk}/pembatalan/").content.decode()
    back = {"key": "7f9a4f20-0000-4000-8000-000000000002"}
    answer = browser.post(f"/data-ganda/penggabungan/{merge.pk}/pembatalan/", back, follow=True)
    assert "kembali seperti semula" in answer.content.decode()
    with under(cast.ara_koordinator):
        assert Person.objects.count() == 2


def test_the_next_pair_follows_a_decision(cast: Any, desk: Desk, under: Any, pair: Pair, who: Any) -> None:
    from satupintu.registry.matching.actions import report
    from satupintu.registry.people.actions import register

    by = cast.ara_koordinator
    with under(by):
        third = register(by=by, who=who(name="Rahmat", nik=""))
        other = report(by=by, one=pair.one, other=third)
    answer = desk(by).post(f"/data-ganda/{pair.pk}/keputusan/", {"choice": "different", "seen": 1})
    assert answer["Location"] == f"/data-ganda/{other.pk}/"


def test_a_page_that_is_old_is_told_what_happened(cast: Any, desk: Desk, pair: Pair) -> None:
    browser = desk(cast.ara_koordinator)
    browser.post(f"/data-ganda/{pair.pk}/keputusan/", {"choice": "later", "seen": 1})
    answer = browser.post(f"/data-ganda/{pair.pk}/keputusan/", {"choice": "same_one", "seen": 1})
    assert answer.status_code == 409
    assert "Petugas lain sudah mengubah" in answer.content.decode()


def test_two_villages_need_two_officers(cast: Any, desk: Desk, under: Any, across: Pair) -> None:
    first, second = desk(cast.bontobahari_supervisor), desk(cast.bulukumba_manajer)
    first.post(f"/data-ganda/{across.pk}/keputusan/", {"choice": "same_one", "seen": 1})
    page = first.get(f"/data-ganda/{across.pk}/").content.decode()
    assert "petugas lain yang melihat kedua desa" in page and "Setuju, gabungkan" not in page
    assert first.post(f"/data-ganda/{across.pk}/persetujuan/", {"agrees": "1"}).status_code == 403
    assert "Setuju, gabungkan" in second.get(f"/data-ganda/{across.pk}/").content.decode()
    second.post(f"/data-ganda/{across.pk}/persetujuan/", {"agrees": "1"})
    with under(cast.bulukumba_manajer):
        assert Pair.objects.get(pk=across.pk).word is PairState.SAME


def test_the_stranger_of_the_next_village_finds_nothing(cast: Any, desk: Desk, pair: Pair) -> None:
    stranger = desk(cast.bira_koordinator)
    assert "Rahmatullah" not in stranger.get("/data-ganda/").content.decode()
    for answer in (
        stranger.get(f"/data-ganda/{pair.pk}/"),
        stranger.post(f"/data-ganda/{pair.pk}/keputusan/", {"choice": "later"}),
        stranger.get(f"/data-ganda/baru/?orang={pair.one_id}"),
    ):
        assert answer.status_code == 404


def test_a_duplicate_is_reported_from_the_page_of_a_person(cast: Any, desk: Desk, under: Any, people: Any) -> None:
    browser = desk(cast.ara_koordinator)
    one, other = people
    assert f"/data-ganda/baru/?orang={one.pk}" in browser.get(f"/orang/{one.pk}/").content.decode()
    assert browser.get(f"/data-ganda/baru/?orang={one.pk}").status_code == 200
    answer = browser.post("/data-ganda/baru/", {"orang": one.pk, "other": f"o-{other.pk}"})
    with under(cast.ara_koordinator):
        assert answer["Location"] == f"/data-ganda/{Pair.objects.get().pk}/"


@pytest.mark.parametrize("typed", ["O-999999", "7302031211870009", "siapa"])
def test_a_record_that_is_not_there_is_told_like_one_elsewhere(
    typed: str, cast: Any, desk: Desk, people: Any, under: Any, who: Any
) -> None:
    answer = desk(cast.ara_koordinator).post("/data-ganda/baru/", {"orang": people[0].pk, "other": typed})
    assert answer.status_code == 422


def test_a_search_is_begun_from_the_list(cast: Any, desk: Desk, under: Any, pair: Pair) -> None:
    browser = desk(cast.bulukumba_manajer)
    answer = browser.post("/data-ganda/pencarian/", {"key": "7f9a4f20-0000-4000-8000-000000000003"}, follow=True)
    assert "Pencarian dimulai" in answer.content.decode()
    with under(cast.bulukumba_manajer):
        assert Search.objects.get().counts == {}
    assert desk(cast.ara_koordinator).post("/data-ganda/pencarian/", {}).status_code == 403
