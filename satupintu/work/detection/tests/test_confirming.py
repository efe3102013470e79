"""Households whose data nobody has confirmed for long: found, shared out, confirmed or put right; one number for all."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events import record
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.registry.people.models import Household, HouseholdMember, Person
from satupintu.registry.people.words import SaidBy
from satupintu.reports.quality import questions as quality
from satupintu.reports.quality.words import Check
from satupintu.work.daybook.actions import Trip, record_visit
from satupintu.work.daybook.models import Visit
from satupintu.work.daybook.words import VisitKind, VisitResult
from satupintu.work.detection import actions, questions, report
from satupintu.work.detection.actions.recording import Told
from satupintu.work.detection.models import Outreach, Sign
from satupintu.work.detection.tests.conftest import ARA, BIRA, GOWA, KABUPATEN, night
from satupintu.work.detection.words import FirstSign, Result

CODE = FirstSign.UNCONFIRMED
LONG_AGO = timezone.now() - timedelta(days=500)
GOWA_KABUPATEN = 7306000000


def household(village: int = ARA, name: str = "Daeng Manai", *, since: datetime = LONG_AGO) -> Person:
    """The head of a household of two whom nobody has seen since that day."""
    head = Person.objects.create(village_id=village, name=name, birth_year=1970)
    spouse = Person.objects.create(village_id=village, name="Hasnah", birth_year=1975)
    home = Household.objects.create(village_id=village, head=head)
    for person, word in ((head, "head"), (spouse, "spouse")):
        HouseholdMember.objects.create(household=home, person=person, relationship=word, village_id=village)
    Person.objects.filter(pk__in=[head.pk, spouse.pk]).update(registered_at=since)
    return head


@pytest.fixture
def due(cast: Any) -> Outreach:
    """A household of Ara that was found last night."""
    with house("uji", quietly=True):
        head = household()
    night()
    with house("uji", quietly=True):
        return Outreach.objects.select_related("person").get(person=head)


@pytest.fixture
def given(due: Outreach, cast: Any, under: Callable[[Any], Any]) -> Outreach:
    """The same, given to the facilitator of Ara."""
    by = cast.ara_koordinator
    with under(by):
        actions.share({due.pk: cast.ara_fasilitator.pk}, by=by)
        return Outreach.objects.select_related("person").get(pk=due.pk)


def same(by: Any) -> Told:
    """That nothing has changed."""
    return Told(Result.SAME, timezone.localdate(), said_by=SaidBy.HEAD)


def stale(village: int = ARA) -> int:
    """How many persons the check of data quality finds."""
    return int(quality.found(Check.STALE, village, timezone.localdate()).count())


def test_a_household_stands_once_by_its_head_with_the_reason(due: Outreach) -> None:
    assert (due.code, due.facts["unconfirmed"], due.state) == (CODE, 12, "found")
    with house("uji", quietly=True):
        assert Outreach.objects.count() == 1
    assert night().found == 0


@pytest.mark.parametrize("days", [0, 300])
def test_whom_somebody_registered_lately_is_not_asked_for(cast: Any, days: int) -> None:
    with house("uji", quietly=True):
        household(since=timezone.now() - timedelta(days=days))
    assert night().found == 0


@pytest.mark.parametrize("what", ["person", "household", "visit"])
def test_who_was_changed_or_met_meanwhile_leaves_the_list(due: Outreach, cast: Any, under: Any, what: str) -> None:
    by = cast.ara_koordinator
    with under(by):
        if what == "visit":
            trip = Trip(VisitKind.HOME, timezone.localdate(), ARA, VisitResult.MET, person=due.person, about="x")
            record_visit(trip, by=by)
        else:
            subject = due.person if what == "person" else Household.objects.get()
            record(f"{what}.changed", subject, by=by)
    assert night().lapsed == 1
    with house("uji", quietly=True):
        assert Outreach.objects.get(pk=due.pk).result == Result.CHANGED


def test_a_door_that_stayed_shut_confirms_nothing(given: Outreach, cast: Any, under: Any) -> None:
    by = cast.ara_fasilitator
    with under(by):
        told = Told(Result.NOT_FOUND, timezone.localdate(), "Rumah tertutup.")
        actions.record_result(given, by=by, told=told)
        assert Visit.objects.get().result == VisitResult.NOT_MET
        assert stale() == 2


def test_the_facilitator_confirms_and_the_months_of_the_whole_household_begin_anew(
    given: Outreach, cast: Any, under: Any
) -> None:
    by = cast.ara_fasilitator
    with under(by):
        assert stale() == 2
        done = actions.record_result(given, by=by, told=same(by))
        assert (done.state, done.result, done.closed_on) == ("closed", Result.SAME, timezone.localdate())
        assert by.account.name in done.closed_label
        told = Event.objects.about(Household.objects.get()).get(name="household.confirmed")
        assert (told.facts["said_by"], told.facts["on"]) == ("head", timezone.localdate().isoformat())
        assert "Kepala keluarga" in told.sentence
        assert stale() == 0, "the spouse too, who was not visited"
    assert night().found == 0


def test_the_page_of_the_household_hints_until_somebody_confirms_there_and_the_list_lets_it_go(
    due: Outreach, cast: Any, under: Any, desk: Any
) -> None:
    hint = "Sudah lebih dari 12 bulan data ini tidak dipastikan."
    with house("uji", quietly=True):
        home, fresh = Household.objects.get(), household(name="Baso Tahir", since=timezone.now())
        other = Household.objects.get(head=fresh)
    browser = desk(cast.ara_depan)
    page, path = browser.get(f"/keluarga/{home.pk}/").content.decode(), f"/keluarga/{home.pk}/pemastian/"
    assert hint in page and "belum pernah" in page and path in page
    assert hint not in browser.get(f"/keluarga/{other.pk}/").content.decode()
    assert hint in desk(cast.bontobahari_supervisor).get(f"/keluarga/{home.pk}/").content.decode()
    assert browser.post(path, {"said_by": "head", "on": timezone.localdate().isoformat()}).status_code == 302
    page = browser.get(f"/keluarga/{home.pk}/").content.decode()
    assert hint not in page and "belum pernah" not in page and cast.ara_depan.office.name in page
    with under(cast.ara_koordinator):
        assert stale() == 0, "the spouse too"
    night()
    with house("uji", quietly=True):
        assert Outreach.objects.get(pk=due.pk).result == Result.CHANGED


def test_a_second_confirmation_of_the_same_day_is_once(given: Outreach, cast: Any, under: Any) -> None:
    by = cast.ara_fasilitator
    with under(by):
        actions.record_result(given, by=by, told=same(by), key="k")
        actions.record_result(given, by=by, told=same(by), key="k")
        with pytest.raises(WrongState):
            actions.record_result(Outreach.objects.get(pk=given.pk), by=by, told=same(by))
        Outreach.objects.filter(pk=given.pk).update(state="shared", result="", closed_on=None, closed_label="")
        again = Outreach.objects.select_related("person").get(pk=given.pk)
        actions.record_result(again, by=by, told=same(by))
        assert Event.objects.filter(name="household.confirmed").count() == 1


def test_only_where_data_are_to_be_confirmed_they_are_said_to_be_the_same(
    shared: Outreach, cast: Any, under: Any, desk: Any
) -> None:
    with under(cast.ara_fasilitator), pytest.raises(WrongState):
        actions.record_result(shared, by=cast.ara_fasilitator, told=same(None))
    assert 'value="same"' not in desk(cast.ara_fasilitator).get(shared.address).content.decode()


@pytest.mark.parametrize("stranger", ["bira_koordinator", "bira_fasilitator", "gowa_manajer"])
def test_a_stranger_neither_sees_nor_shares_nor_confirms(
    due: Outreach, cast: Any, under: Any, desk: Any, stranger: str
) -> None:
    by = getattr(cast, stranger)
    browser = desk(by)
    assert browser.get(due.address).status_code == 404
    assert "Daeng Manai" not in browser.get("/jangkauan/?tanda=unconfirmed&daftar=belum").content.decode()
    assert browser.post(f"{due.address}hasil/", {"result": "same", "said_by": "head"}).status_code in {403, 404}
    with under(by):
        assert not Outreach.objects.filter(pk=due.pk).exists()
        with pytest.raises(Refused):
            actions.share({due.pk: by.pk}, by=by)


def test_the_facilitator_finds_it_on_the_list_and_says_who_told_him(
    given: Outreach, cast: Any, under: Any, desk: Any
) -> None:
    browser = desk(cast.ara_fasilitator)
    page = browser.get("/jangkauan/?tanda=unconfirmed").content.decode()
    assert "Pemutakhiran data" in page and "Daeng Manai" in page and "12 bulan" in page
    assert "Daeng Manai" in browser.get("/").content.decode()
    path, today = f"{given.address}hasil/", timezone.localdate().isoformat()
    refused = browser.post(path, {"result": "same", "on": today})
    assert refused.status_code == 422 and "Pilih siapa yang mengatakannya." in refused.content.decode()
    assert browser.post(path, {"result": "same", "said_by": "neighbour", "on": today}).status_code == 302
    assert "Data masih sama" in browser.get(given.address).content.decode()


def test_wrong_data_lead_to_a_filled_proposal(given: Outreach, cast: Any, under: Any, desk: Any) -> None:
    browser = desk(cast.ara_fasilitator)
    sent = {"result": "wrong_data", "on": timezone.localdate().isoformat(), "note": "Sudah pindah RT."}
    browser.post(f"{given.address}hasil/", sent)
    assert f"/usulan/baru/?orang={given.person_id}" in browser.get(given.address).content.decode()
    filled = browser.get(f"/usulan/baru/isian/?jenis=correction&orang={given.person_id}").content.decode()
    assert 'value="Daeng Manai"' in filled


def test_households_to_be_confirmed_do_not_bury_whom_the_other_signs_found(
    found: Outreach, cast: Any, under: Any, desk: Any
) -> None:
    with house("uji", quietly=True):
        household()
    night()
    browser = desk(cast.ara_koordinator)
    usual, own = (browser.get(f"/jangkauan/?daftar=belum{more}").content.decode() for more in ("", f"&tanda={CODE}"))
    assert "Caya" in usual and "Daeng Manai" not in usual
    assert "Daeng Manai" in own and "Caya" not in own
    share = browser.get(f"/jangkauan/pembagian/?tanda={CODE}").content.decode()
    assert "Daeng Manai" in share and "Caya" not in share


def test_each_village_is_counted_due_shared_out_and_confirmed(
    given: Outreach, cast: Any, under: Any, desk: Any
) -> None:
    with house("uji", quietly=True):
        household(name="Baso Tahir")
        household(BIRA, "Daeng Lewa")
    night()
    with under(cast.ara_fasilitator):
        actions.record_result(given, by=cast.ara_fasilitator, told=same(None))
    with under(cast.bontobahari_supervisor):
        lines = report.lines(cast.bontobahari_supervisor.area, by_village=True, code=CODE)
    told = {line.village: (line.found, line.unshared, line.shared, line.same) for line in lines}
    assert told == {ARA: (2, 1, 0, 1), BIRA: (1, 1, 0, 0)}
    page = desk(cast.bontobahari_supervisor).get(f"/jangkauan/angka/?menurut=desa&tanda={CODE}").content.decode()
    assert "Data masih sama" in page


def published(cast: Any, under: Any, **more: Any) -> Sign:
    """A version of Bulukumba's own."""
    by = cast.bulukumba_manajer
    usual = {"area_id": KABUPATEN, "code": CODE, "name": CODE.label_id, "heads": True, "field": "social"}
    with under(by):
        return actions.publish(Sign(**(usual | {"unconfirmed_months": 24, "silence": "none"} | more)), by=by)


def test_the_months_are_a_version_of_the_kabupaten_and_the_check_of_quality_goes_by_the_same(
    cast: Any, under: Any
) -> None:
    with house("uji", quietly=True):
        household()
        household(GOWA, "Daeng Tompo")
        assert (stale(ARA), stale(GOWA)) == (2, 2)
    published(cast, under)
    with house("uji", quietly=True):
        assert (questions.unconfirmed_months(ARA), questions.unconfirmed_months(GOWA)) == (24, 12)
        assert (stale(ARA), stale(GOWA)) == (0, 2)
    assert (night().found, night(GOWA_KABUPATEN).found) == (0, 1)
    published(cast, under, unconfirmed_months=6, active=False)
    with house("uji", quietly=True):
        assert questions.unconfirmed_months(ARA) == 6 and stale(ARA) == 2, "also where nobody is looked for"
    assert night().found == 0


def test_the_house_is_not_left_without_its_number(cast: Any, under: Any) -> None:
    with pytest.raises(WrongState, match="berapa bulan"):
        published(cast, under, unconfirmed_months=None, alone=True)
