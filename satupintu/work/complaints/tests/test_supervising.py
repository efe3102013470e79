"""Overseeing the work: who is charged with a complaint, and a word to those who do it."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.work.complaints import actions
from satupintu.work.complaints.forms.supervising import chargeable, supervised
from satupintu.work.complaints.models import Assignment, Comment, Complaint
from satupintu.work.complaints.words import Sensitivity

Desk = Callable[[Any], Client]


def test_what_a_facilitator_takes_down_lies_in_the_own_hands(cast: Any, under: Any, told: Any) -> None:
    with under(cast.ara_fasilitator):
        mine = actions.register(told(), by=cast.ara_fasilitator)
        assert list(Complaint.objects.assigned_to(cast.ara_fasilitator.pk)) == [mine]


def test_the_supervisor_charges_somebody_of_the_village(complaint: Complaint, cast: Any, under: Any) -> None:
    by, to = cast.bontobahari_supervisor, cast.ara_fasilitator
    with under(by):
        actions.assign(complaint, by=by, to=to, reason="Dekat rumahnya")
        complaint.refresh_from_db()
        assert complaint.assignee_id == to.pk
        event = Event.objects.about(complaint).first()
        assert event is not None
        assert (event.name, event.facts["appointment"]) == ("complaint.assigned", to.pk)


def test_nobody_of_another_village_is_charged(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.bontobahari_supervisor), pytest.raises(Refused):
        actions.assign(complaint, by=cast.bontobahari_supervisor, to=cast.bira_koordinator)


def test_the_stranger_of_the_next_village_neither_charges_nor_comments(
    complaint: Complaint, cast: Any, under: Any
) -> None:
    with under(cast.bira_koordinator):
        with pytest.raises(Refused):
            actions.assign(complaint, by=cast.bira_koordinator, to=cast.bira_koordinator)
        with pytest.raises(Refused):
            actions.comment(complaint, by=cast.bira_koordinator, text="?")
        assert not (Assignment.objects.exists() or Comment.objects.exists())


def test_who_may_not_know_of_it_is_not_charged_unless_it_is_the_author(cast: Any, under: Any, told: Any) -> None:
    by, author = cast.ara_koordinator, cast.ara_fasilitator
    with under(author):
        complaint = actions.register(told(sensitivity=Sensitivity.RESTRICTED), by=author)
    with under(by):
        with pytest.raises(Refused):
            actions.assign(complaint, by=by, to=cast.ara_depan)
        assert {one.pk for one in chargeable(by, complaint)} == {author.pk}
        actions.assign(complaint, by=by, to=author)


def test_whoever_is_offered_can_be_charged(complaint: Complaint, cast: Any, under: Any, desk: Desk) -> None:
    by = cast.bontobahari_supervisor
    with under(by):
        offered = list(chargeable(by, complaint))
        assert cast.ara_fasilitator in offered
        assert set(supervised(by)) - set(offered), "those of the other villages of the kecamatan"
    address = f"/keluhan/{complaint.number}/penugasan/"
    for to in offered:
        assert desk(by).post(address, {"to": to.pk}).status_code == 302, to
    stranger = next(iter(set(supervised(by)) - set(offered)))
    assert desk(by).post(address, {"to": stranger.pk}).status_code == 422


def test_several_are_handed_over_together_or_not_at_all(cast: Any, under: Any, told: Any) -> None:
    by, to = cast.bontobahari_supervisor, cast.ara_fasilitator
    with under(cast.ara_koordinator):
        rows = [actions.register(told(about=name), by=cast.ara_koordinator) for name in ("Daeng Sau", "Daeng Rannu")]
    with under(cast.bira_koordinator):
        other = actions.register(told(village_id=7302032005), by=cast.bira_koordinator)
    with under(by):
        with pytest.raises(Refused):
            actions.assign_all([*rows, other], by=by, to=to, key="semua")
        assert not Complaint.objects.assigned_to(to.pk).exists()
        for _click in range(2):
            actions.assign_all(rows, by=by, to=to, key="dua")
        assert Complaint.objects.assigned_to(to.pk).count() == 2
        assert Assignment.objects.count() == 2


def test_a_word_is_read_on_the_page_but_not_by_a_wrong_role(
    complaint: Complaint, cast: Any, under: Any, desk: Desk
) -> None:
    by = cast.bontobahari_supervisor
    with under(by):
        for _click in range(2):
            actions.comment(complaint, by=by, text="Tolong kunjungi dulu.", key="satu")
        assert complaint.comments.count() == 1
    with under(cast.ara_depan), pytest.raises(Refused):
        actions.comment(complaint, by=cast.ara_depan, text="?")
    assert "Tolong kunjungi dulu." in desk(cast.ara_fasilitator).get(f"/keluhan/{complaint.number}/").content.decode()


def test_a_closed_complaint_is_nobodys_task(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        Complaint.objects.filter(pk=complaint.pk).update(
            status="closed", waits_for="nothing", closed_at=complaint.received_at
        )
        with pytest.raises(WrongState):
            actions.assign(complaint, by=cast.ara_koordinator, to=cast.ara_fasilitator)


def test_the_supervisor_sees_every_hand_and_moves_what_lies_in_one(
    complaint: Complaint, cast: Any, under: Any, desk: Desk
) -> None:
    to = cast.ara_fasilitator
    with under(cast.bontobahari_supervisor):
        actions.assign(complaint, by=cast.bontobahari_supervisor, to=cast.ara_depan)
    supervisor = desk(cast.bontobahari_supervisor)
    page = supervisor.get("/penyelia/").content.decode()
    assert to.account.name.split()[1] in page
    place = f"/penyelia/{cast.ara_depan.pk}/"
    assert complaint.number in supervisor.get(place).content.decode()
    form = {"complaints": [complaint.pk], "to": to.pk, "key": str(uuid4())}
    for _sent_once_more in range(2):
        assert supervisor.post(place, form)["Location"] == place
    assert complaint.number not in supervisor.get(place).content.decode()
    assert supervisor.post(place, {"complaints": [complaint.pk], "to": to.pk}).status_code == 422


def test_the_coordinator_of_another_village_opens_no_hand_of_this_one(cast: Any, desk: Desk) -> None:
    stranger = desk(cast.bira_koordinator)
    assert stranger.get(f"/penyelia/{cast.ara_depan.pk}/").status_code == 404
    assert cast.ara_depan.account.name not in stranger.get("/penyelia/").content.decode()
