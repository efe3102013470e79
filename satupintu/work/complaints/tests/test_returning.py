"""Work that is returned for repair by those who oversee it: to whom, by whom, and where it is seen."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.work.complaints import actions, rules, worklist
from satupintu.work.complaints.models import Complaint, Repair
from satupintu.work.complaints.tests.test_actions import ACTS
from satupintu.work.complaints.words import Advice, Eligibility, Listed, Status, Wait
from satupintu.work.referrals import actions as replies

Desk = Callable[[Any], Client]
OVERSEERS = pytest.mark.parametrize("who", ["bontobahari_supervisor", "bontobahari_tksk", "bulukumba_manajer"])
STRANGERS = "bira_koordinator gowa_manajer ara_depan ara_fasilitator ara_belakang bulukumba_belakang".split()


@pytest.fixture
def served(complaint: Complaint, cast: Any, under: Any) -> Complaint:
    """Served by the facilitator of Ara, whose result waits for the citizen to be told."""
    by = cast.ara_koordinator
    with under(by):
        actions.settle(
            complaint, by=by, what="Diantar", server=cast.ara_fasilitator, on=timezone.localdate(), result="Beres"
        )
        complaint.refresh_from_db()
    return complaint


@pytest.fixture
def recommended(complaint: Complaint, cast: Any, under: Any) -> Complaint:
    """Checked and recommended by the back office of Ara."""
    by = cast.ara_belakang
    with under(by):
        actions.check(complaint, by=by, listed=Listed.LISTED, eligible=Eligibility.ELIGIBLE)
        actions.recommend(complaint, by=by, advice=Advice.REFER, reason="Terbit di Dukcapil")
        complaint.refresh_from_db()
    return complaint


def give_back(complaint: Complaint, by: Any, **rest: Any) -> Repair:
    returned: Repair = actions.return_for_repair(complaint, by=by, reason="Sebut berkasnya", **rest)
    return returned


@OVERSEERS
def test_whoever_oversees_returns_a_recommendation_to_its_office(
    who: str, recommended: Complaint, cast: Any, under: Any
) -> None:
    by = getattr(cast, who)
    with under(by):
        give_back(recommended, by)
    with under(cast.ara_belakang):
        recommended.refresh_from_db()
        assert (recommended.waits_for, recommended.waits_at_id) == (Wait.REPAIR, cast.ara_belakang.office_id)
        assert [one.worker for one in Repair.objects.returned_to(cast.ara_belakang.pk)] == [cast.ara_belakang.pk]
        (item,) = worklist.items(worklist.waiting(cast.ara_belakang), limit=9)
        assert "dikembalikan untuk diperbaiki" in item.what
        actions.repair(recommended, by=cast.ara_belakang, advice=Advice.REFER, reason="KK dan surat lahir")
        assert not Repair.objects.returned_to(cast.ara_belakang.pk).exists()


@OVERSEERS
def test_a_result_goes_back_to_whoever_served_and_what_it_said_is_kept(
    who: str, served: Complaint, cast: Any, under: Any
) -> None:
    by, server = getattr(cast, who), cast.ara_fasilitator
    with under(by):
        returned = give_back(served, by)
        event = Event.objects.about(served).order_by("-id")[0]
        assert (event.name, event.appointment_id, event.facts["to"]) == (
            "complaint.service_returned", by.pk, server.account.name,
        )  # fmt: skip
        assert event.sentence and (returned.result, returned.by_id) == ("Beres", by.pk)
    with under(server):
        served.refresh_from_db()
        assert (served.status, served.waits_for) == (Status.IN_SERVICE, Wait.SERVICE)
        (item,) = worklist.items(worklist.waiting(server), limit=9)
        assert item.next == "Perbaiki hasil layanan" and "dikembalikan" in item.what
        actions.finish_service(served, by=server, on=timezone.localdate(), result="Beres, nomor 17")
        served.refresh_from_db()
        returned.refresh_from_db()
        assert returned.repaired_by_id == server.pk and served.services.get().result == "Beres, nomor 17"
        names = Event.objects.about(served).order_by("id").values_list("name", flat=True)
        assert served.status == rules.status(names) == Status.ANSWERED
    with under(by):
        give_back(served, by)
        assert served.repairs.count() == 2, "what is still not right goes back again"


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_returns_it(who: str, served: Complaint, cast: Any, under: Any) -> None:
    by = getattr(cast, who)
    with under(by), pytest.raises(Refused):
        give_back(served, by)


def test_what_the_kabupaten_handles_the_kecamatan_does_not_return(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        ACTS["complaint.escalate"](complaint, cast.ara_koordinator)
    back = cast.bulukumba_belakang
    with under(back):
        actions.recommend(complaint, by=back, advice=Advice.REFER, reason="Terbit di Dukcapil")
    for by in (cast.bontobahari_supervisor, cast.bontobahari_tksk):
        with under(by), pytest.raises(Refused):
            give_back(complaint, by)
    with under(cast.bulukumba_manajer):
        give_back(complaint, cast.bulukumba_manajer)


def test_a_letter_s_answer_and_a_refusal_are_nobody_s_work_here(
    complaint: Complaint, cast: Any, under: Any, desk: Desk
) -> None:
    by = cast.ara_koordinator
    with under(by):
        letter = ACTS["complaint.refer"](complaint, by)
    with under(cast.bulukumba_dukcapil):
        replies.accept(letter, by=cast.bulukumba_dukcapil)
        replies.serve(letter, by=cast.bulukumba_dukcapil, text="Jadi")
    with under(by), pytest.raises(Refused):
        give_back(complaint, by)
    assert "pengembalian/" not in desk(by).get(f"/keluhan/{complaint.number}/").content.decode()


def test_twice_is_once_and_a_wrong_state_is_refused(served: Complaint, cast: Any, under: Any) -> None:
    by = cast.bontobahari_supervisor
    with under(by):
        assert give_back(served, by, key="k") == give_back(served, by, key="k")
        assert Event.objects.filter(name="complaint.service_returned").count() == 1
        with pytest.raises(WrongState) as wrong:
            give_back(served, by)
        assert wrong.value.possible == rules.possible(Status.IN_SERVICE)


def test_the_supervisor_finds_the_work_returns_it_and_sees_what_waits(
    served: Complaint, cast: Any, under: Any, desk: Desk
) -> None:
    browser, hand = desk(cast.bontobahari_supervisor), f"/penyelia/{cast.ara_fasilitator.pk}/"
    address = f"/keluhan/{served.number}/pengembalian/"
    assert address in browser.get(hand).content.decode()
    answer = browser.post(address, {"reason": "Tulis siapa yang mengantar"}, follow=True).content.decode()
    assert "Dikembalikan kepada yang mengerjakannya." in answer and "“Beres”" in answer
    page = browser.get(hand).content.decode()
    assert "Tulis siapa yang mengantar" in page and address not in page
    counted = desk(cast.bulukumba_manajer).get("/penyelia/").content.decode()
    assert "Dikembalikan" in counted
    worker = desk(cast.ara_fasilitator)
    assert "dikembalikan untuk diperbaiki" in worker.get("/").content.decode()
    assert "Tulis siapa yang mengantar" in worker.get(f"/keluhan/{served.number}/").content.decode()
    assert desk(cast.bira_koordinator).get(hand).status_code == 404


def test_who_served_is_told(served: Complaint, cast: Any, under: Any) -> None:
    from satupintu.engine.notifications.models import Notice

    with under(cast.bontobahari_supervisor):
        give_back(served, cast.bontobahari_supervisor)
    with under(cast.ara_fasilitator):
        assert Notice.objects.filter(name="complaint.service_returned").count() == 1
