"""Whom only an external list knows: the record says so until somebody has looked, and what was found is kept."""

from datetime import date
from typing import Any

import pytest
from django.db import ProgrammingError, transaction

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.registry.people.actions import change, register, verify, verify_several
from satupintu.registry.people.models import Departure, ListEdition, Person, Unverified
from satupintu.registry.people.rules import Particulars
from satupintu.registry.people.words import Verdict

KEY = "3f0c9a55-1d6e-4f1c-9d0d-0a4b8e6f2a13"
NOTE = "Bertemu di rumahnya."


@pytest.fixture
def listed(cast: Any, under: Any, person: Person) -> Person:
    """Somebody of Ara whom only the DTSEN knew."""
    with under(cast.ara_koordinator):
        edition = ListEdition.known("dtsen 2026-3", date(2026, 9, 30))
        Unverified.objects.create(person=person, edition=edition, village_id=person.village_id)
    return person


def test_who_is_found_is_verified_with_who_looked_and_what_was_seen(cast: Any, under: Any, listed: Person) -> None:
    by = cast.ara_depan
    with under(by):
        found = verify(listed, by=by, verdict=Verdict.HERE, note=f" {NOTE} ")
        found.refresh_from_db()
        assert (found.verdict, found.note) == ("here", NOTE)
        assert found.settled_label == by.label[:200]
        assert not Unverified.objects.waiting().exists()
        assert listed in Person.objects.present()
        assert Event.objects.about(listed)[0].sentence == (
            "Memverifikasi orang dari daftar: Benar ada dan tinggal di sini."
        )


def test_who_is_not_found_counts_as_present_no_more(cast: Any, under: Any, listed: Person) -> None:
    by = cast.ara_depan
    with under(by):
        verify(listed, by=by, verdict=Verdict.UNKNOWN, note="Ketua RT 003 tidak kenal.")
        assert listed not in Person.objects.present()
        gone = Departure.objects.standing().get(person=listed)
        assert (gone.kind, gone.basis) == ("unknown", "searched")


def test_the_next_village_sees_and_verifies_nobody(cast: Any, under: Any, listed: Person) -> None:
    by = cast.bira_koordinator
    with under(by):
        assert not Unverified.objects.exists()
        with pytest.raises(Refused):
            verify(listed, by=by, verdict=Verdict.HERE, note=NOTE)
    with under(cast.ara_koordinator), pytest.raises(ProgrammingError), transaction.atomic():
        Unverified.objects.filter(person=listed).update(village_id=by.area_id)


def test_without_saying_what_was_seen_nobody_is_verified(cast: Any, under: Any, listed: Person) -> None:
    with under(cast.ara_depan), pytest.raises(WrongState):
        verify(listed, by=cast.ara_depan, verdict=Verdict.HERE, note=" ")


def test_whom_the_register_knew_is_not_verified_and_nobody_is_verified_again(
    cast: Any, under: Any, listed: Person, person: Person
) -> None:
    by = cast.ara_depan
    with under(by):
        verify(listed, by=by, verdict=Verdict.HERE, note=NOTE)
        with pytest.raises(WrongState):
            verify(listed, by=by, verdict=Verdict.UNKNOWN, note=NOTE)
        assert not Departure.objects.exists()


def test_sent_twice_is_done_once(cast: Any, under: Any, listed: Person) -> None:
    by = cast.ara_depan
    with under(by):
        for _time in (1, 2):
            verify(listed, by=by, verdict=Verdict.HERE, note=NOTE, key=KEY)
        assert Event.objects.filter(name="person.verified").count() == 1


def test_the_work_list_leads_to_the_form_and_the_page_says_it_until_it_is_done(
    cast: Any, under: Any, listed: Person, desk: Any
) -> None:
    browser = desk(cast.ara_depan)
    work = browser.get("/orang/perlu-diverifikasi/").content.decode()
    assert f"/orang/{listed.pk}/verifikasi/" in work
    assert listed.shown_name in work
    page = browser.get(f"/orang/{listed.pk}/").content.decode()
    assert "perlu diverifikasi" in page
    assert "Catat hasil verifikasi" in page
    form = browser.get(f"/orang/{listed.pk}/verifikasi/").content.decode()
    assert "DTSEN 2026-3" in form
    sent = {"verdict": "here", "note": NOTE, "key": KEY}
    answer = browser.post(f"/orang/{listed.pk}/verifikasi/", sent)
    assert (answer.status_code, answer["Location"]) == (302, f"/orang/{listed.pk}/")
    page = browser.get(f"/orang/{listed.pk}/").content.decode()
    assert "perlu diverifikasi" not in page
    assert NOTE in page
    assert listed.shown_name not in browser.get("/orang/perlu-diverifikasi/").content.decode()
    assert browser.get(f"/orang/{listed.pk}/verifikasi/")["Location"] == f"/orang/{listed.pk}/"
    assert browser.post(f"/orang/{listed.pk}/verifikasi/", sent).status_code == 302, "sent once more it is done once"
    again = browser.post(f"/orang/{listed.pk}/verifikasi/", sent | {"key": KEY.replace("3f", "4f")})
    assert again.status_code == 422


def test_the_next_village_finds_neither_list_nor_form(cast: Any, listed: Person, desk: Any) -> None:
    browser = desk(cast.bira_koordinator)
    assert listed.shown_name not in browser.get("/orang/perlu-diverifikasi/").content.decode()
    assert browser.get(f"/orang/{listed.pk}/verifikasi/").status_code == 404
    assert browser.post(f"/orang/{listed.pk}/verifikasi/", {"verdict": "here", "note": NOTE}).status_code == 404


def test_whoever_moves_is_to_be_verified_where_they_live_now(cast: Any, under: Any, listed: Person) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        change(listed, by=by, who=Particulars(village=cast.bira_koordinator.area_id, name=listed.name))
    with under(cast.bira_koordinator):
        assert Unverified.objects.waiting().get().person_id == listed.pk
    with under(cast.ara_koordinator):
        assert not Unverified.objects.exists()


def test_a_record_that_was_merged_away_waits_no_more(cast: Any, under: Any, listed: Person) -> None:
    by = cast.ara_koordinator
    with under(by):
        other = register(by=by, who=Particulars(village=by.area_id, name="Orang Lain"))
        Person.objects.filter(pk=listed.pk).update(merged_into=other)
        assert not Unverified.objects.waiting().exists()


@pytest.fixture
def others(cast: Any, under: Any, listed: Person) -> list[Person]:
    """Two more of Ara and one of Bira, whom the same edition brought; the first is ``listed``."""
    edition = ListEdition.known("dtsen 2026-3", date(2026, 9, 30))
    made = [listed]
    for by, names in ((cast.ara_koordinator, ("Baso Tahir", "Sitti Rahma")), (cast.bira_koordinator, ("Daeng Lewa",))):
        with under(by):
            for name in names:
                one = register(by=by, who=Particulars(village=by.area_id, name=name))
                Unverified.objects.create(person=one, edition=edition, village_id=one.village_id)
                made.append(one)
    return made


def test_several_are_verified_at_once_each_with_an_event(cast: Any, under: Any, others: list[Person]) -> None:
    by = cast.ara_fasilitator
    here, gone, waits, _elsewhere = others
    with under(by):
        chosen = {here.pk: Verdict.HERE, gone.pk: Verdict.UNKNOWN}
        for _time in (1, 2):
            assert set(verify_several(chosen, by=by, note=NOTE, key=KEY)) == set(chosen)
        assert [row.person_id for row in Unverified.objects.waiting()] == [waits.pk]
        assert set(Unverified.objects.exclude(settled_at=None).values_list("note", flat=True)) == {NOTE}
        assert here in Person.objects.present() and gone not in Person.objects.present()
        assert Event.objects.filter(name="person.verified").count() == 2


def test_a_stranger_among_several_or_one_who_is_settled_stops_all(cast: Any, under: Any, others: list[Person]) -> None:
    by = cast.ara_koordinator
    mine, other, _third, elsewhere = others
    with under(by):
        with pytest.raises(Refused):
            verify_several({mine.pk: Verdict.HERE, elsewhere.pk: Verdict.HERE}, by=by, note=NOTE)
        verify(other, by=by, verdict=Verdict.HERE, note=NOTE)
        with pytest.raises(WrongState):
            verify_several({mine.pk: Verdict.HERE, other.pk: Verdict.UNKNOWN}, by=by, note=NOTE)
        with pytest.raises(WrongState):
            verify_several({mine.pk: Verdict.HERE}, by=by, note=" ")
        with pytest.raises(Refused):
            verify_several({}, by=by, note=NOTE)
        assert Unverified.objects.waiting().filter(person=mine).exists()
    with under(cast.bira_koordinator), pytest.raises(Refused):
        verify_several({mine.pk: Verdict.HERE}, by=cast.bira_koordinator, note=NOTE)


def test_the_page_asks_about_each_and_leaves_the_others_waiting(
    cast: Any, under: Any, others: list[Person], desk: Any
) -> None:
    browser, path = desk(cast.ara_fasilitator), "/orang/perlu-diverifikasi/sekaligus/"
    assert path in browser.get("/orang/perlu-diverifikasi/").content.decode()
    page = browser.get(path).content.decode()
    assert all(one.shown_name in page for one in others[:3]) and others[3].shown_name not in page
    sent = {f"hasil_{others[0].pk}": "here", f"hasil_{others[1].pk}": "unknown", "note": NOTE, "key": KEY}
    assert browser.post(path, {"note": NOTE}).status_code == 422
    assert browser.post(path, {**sent, "note": ""}).status_code == 422
    for _time in (1, 2):
        assert browser.post(path, sent).status_code == 302
    with under(cast.ara_koordinator):
        assert [row.person_id for row in Unverified.objects.waiting()] == [others[2].pk]
    stranger = desk(cast.bira_koordinator)
    smuggled = stranger.post(path, {f"hasil_{others[2].pk}": "unknown", "note": NOTE})
    assert smuggled.status_code == 422
    with under(cast.ara_koordinator):
        assert Unverified.objects.waiting().get().person_id == others[2].pk


def test_the_work_list_of_one_edition_holds_nobody_of_another(
    cast: Any, under: Any, others: list[Person], desk: Any
) -> None:
    with under(cast.ara_koordinator):
        newer = ListEdition.known("dtsen 2026-4", date(2026, 11, 1))
        Unverified.objects.filter(person=others[1]).update(edition=newer)
    browser = desk(cast.ara_koordinator)
    for rest in ("", "sekaligus/"):
        page = browser.get(f"/orang/perlu-diverifikasi/{rest}?edisi={newer.pk}").content.decode()
        assert others[1].shown_name in page and others[0].shown_name not in page
    assert others[0].shown_name in browser.get("/orang/perlu-diverifikasi/?edisi=99999999999999").content.decode()
