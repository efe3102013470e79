"""The rest of intake: questions answered at once, matters handed over, matters that were told before."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.lib.codelists.programmes import Programme
from satupintu.work.complaints import actions, rules
from satupintu.work.complaints.alike import DAYS, alike
from satupintu.work.complaints.models import Complaint, HandOver
from satupintu.work.complaints.tests.test_pages import typed
from satupintu.work.complaints.words import Elsewhere, Kind, Outcome, Sensitivity, Status, Way

Desk = Callable[[Any], Client]


@pytest.fixture
def question(cast: Any, under: Any, told: Any) -> Complaint:
    """A question of Ara."""
    with under(cast.ara_depan):
        return actions.register(told(kind=Kind.QUESTION, text="Kapan PKH cair?"), by=cast.ara_depan)


def answer(question: Complaint, by: Any, **rest: Any) -> Any:
    return actions.answer_question(question, by=by, text="Bulan depan.", way=Way.IN_PERSON, **rest)


def test_a_question_is_answered_and_closed_in_one_step(question: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_depan):
        closure = answer(question, cast.ara_depan)
        question.refresh_from_db()
        assert (question.status, closure.outcome) == (Status.CLOSED, Outcome.INFORMED)
        assert question.answers.get().text == "Bulan depan."
        names = list(Event.objects.about(question).order_by("id").values_list("name", flat=True))
        assert names == ["complaint.registered", "complaint.question_answered"]
        assert rules.status(names) == Status.CLOSED


def test_only_a_question_is_answered_in_one_step(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_depan), pytest.raises((WrongState, Refused)):
        answer(complaint, cast.ara_depan)


def test_an_answered_question_is_not_answered_again_but_twice_is_once(
    question: Complaint, cast: Any, under: Any
) -> None:
    with under(cast.ara_depan):
        assert answer(question, cast.ara_depan, key="klik") == answer(question, cast.ara_depan, key="klik")
        with pytest.raises(WrongState):
            answer(question, cast.ara_depan)


def test_the_stranger_of_the_next_village_answers_no_question(question: Complaint, cast: Any, under: Any) -> None:
    with under(cast.bira_koordinator), pytest.raises(Refused):
        answer(question, cast.bira_koordinator)


def test_a_matter_is_handed_over_once_to_each_place(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        actions.hand_over(complaint, by=by, to=Elsewhere.CHILD_AT_RISK, note="Anak tidak sekolah.")
        with pytest.raises(WrongState):
            actions.hand_over(complaint, by=by, to=Elsewhere.CHILD_AT_RISK)
        event = Event.objects.about(complaint).first()
        assert event is not None
        assert (event.name, event.facts) == ("complaint.handed_over", {"to": "child_at_risk"})
    with under(cast.bira_koordinator):
        assert not HandOver.objects.exists()


def test_a_hand_over_is_seen_on_the_page(complaint: Complaint, cast: Any, desk: Desk) -> None:
    clerk = desk(cast.ara_koordinator)
    address = f"/keluhan/{complaint.number}/"
    words = {"to": "data_correction", "note": "Tanggal lahir salah."}
    page = clerk.post(f"{address}serah-terima/", words, follow=True).content.decode()
    assert "Perbaikan data" in page
    assert "menunggu diambil" in page


@pytest.mark.parametrize("name", ["Daeng Caya", "DG. CAYA", "daeng  caya"])
def test_the_same_name_within_ninety_days_is_alike(
    name: str, complaint: Complaint, cast: Any, under: Any, told: Any
) -> None:
    with under(cast.ara_depan):
        assert alike(told(about=name), timezone.now()) == [complaint]
        assert alike(told(about=name), timezone.now() + timedelta(days=DAYS + 1)) == []
        assert alike(told(about="Daeng Cayo"), timezone.now()) == []
        assert alike(told(about=""), timezone.now()) == []


def test_what_one_may_not_see_is_never_alike(cast: Any, under: Any, told: Any) -> None:
    with under(cast.ara_koordinator):
        actions.register(told(sensitivity=Sensitivity.RESTRICTED), by=cast.ara_koordinator)
    with under(cast.ara_depan):
        assert alike(told(), timezone.now()) == []


def test_the_matter_told_before_is_shown_before_saving(desk: Desk, cast: Any, under: Any, complaint: Complaint) -> None:
    clerk = desk(cast.ara_depan)
    page = clerk.post("/keluhan/baru/", typed(text="Akta belum jadi")).content.decode()
    assert complaint.number in page
    assert "Akta belum jadi" in page
    with under(cast.ara_depan):
        assert Complaint.objects.count() == 1
    clerk.post("/keluhan/baru/", typed(text="Akta belum jadi", tetap="1"))
    with under(cast.ara_depan):
        assert Complaint.objects.count() == 2


def test_a_group_and_a_programme_are_kept_and_shown(desk: Desk, cast: Any, under: Any) -> None:
    words = typed(about="Warga Dusun Bontona", group_size="25", programme="pkh", channel="letter")
    page = desk(cast.ara_depan).post("/keluhan/baru/", words, follow=True).content.decode()
    assert "25 orang" in page
    assert Programme.PKH.label in page
    with under(cast.ara_depan):
        kept = Complaint.objects.get()
        assert (kept.group_size, kept.programme, kept.channel) == (25, "pkh", "letter")
