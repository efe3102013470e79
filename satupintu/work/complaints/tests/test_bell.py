"""The bell of an office that a complaint has left: it leads to no page that is not there, and tells nothing more."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from satupintu.engine.notifications.models import Notice
from satupintu.foundation.access import house
from satupintu.foundation.access.seeing import seeing
from satupintu.work.complaints import actions
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tests.test_actions import refer
from satupintu.work.complaints.tests.test_transferring import GOWA, SLRT, give, take
from satupintu.work.complaints.words import Sensitivity, Urgency
from satupintu.work.referrals import actions as replies
from satupintu.work.referrals.words import Reason as Rejection

Desk = Callable[[Any], Client]
FORMER = ("ara_koordinator", "ara_depan", "ara_belakang", "ara_fasilitator")


def bell(by: Any, desk: Desk) -> dict[str, int]:
    """What each notice of an officer says, and what its click is answered with in the end."""
    browser = desk(by)
    with house("uji", quietly=True):
        notices = {one.pk: one.name for one in Notice.objects.to(by.pk)}
    return {
        name: browser.post(f"/pemberitahuan/{pk}/pembacaan/", follow=True).status_code for pk, name in notices.items()
    }


@pytest.fixture
def noticed(complaint: Complaint, cast: Any, under: Any) -> Complaint:
    """A complaint of Ara that everybody there has been told something of."""
    head = cast.ara_koordinator
    with under(head):
        actions.comment(complaint, by=head, text="Sudah saya baca.")
        actions.assign(complaint, by=head, to=cast.ara_fasilitator)
        actions.settle(complaint, by=head, what="Diantar", server=cast.ara_belakang, on=timezone.localdate())
    with under(cast.ara_belakang):
        actions.finish_service(complaint, by=cast.ara_belakang, on=timezone.localdate(), result="Jadi")
    with under(cast.ara_depan):
        complaint.refresh_from_db()
        actions.tell(complaint, by=cast.ara_depan, way="in_person", on=timezone.localdate(), text="Jadi")
    with under(head):
        complaint.refresh_from_db()
        actions.close(complaint, by=head, outcome="fulfilled")
        actions.reopen(complaint, by=head, reason="Belum jadi")
    return complaint


def test_no_notice_of_the_former_owner_leads_nowhere(noticed: Complaint, cast: Any, under: Any, desk: Desk) -> None:
    assert any(bell(getattr(cast, name), desk) for name in FORMER)
    with under(cast.ara_koordinator):
        offered = give(noticed, cast.ara_koordinator, GOWA)
    take(offered, cast.panakkukang_koordinator, under)
    for name in FORMER:
        heard = bell(getattr(cast, name), desk)
        assert set(heard.values()) <= {200}, name
        assert not any(one.startswith("complaint.") for one in heard), name
    assert bell(cast.ara_koordinator, desk) == {"transfer.accepted": 200}, "that it was accepted stays"
    assert bell(cast.panakkukang_koordinator, desk)["complaint.transferred"] == 200


def test_whoever_still_sees_it_keeps_the_notices(noticed: Complaint, cast: Any, under: Any, desk: Desk) -> None:
    before = bell(cast.ara_depan, desk)
    with under(cast.ara_koordinator):
        offered = give(noticed, cast.ara_koordinator, SLRT)
    take(offered, cast.bulukumba_manajer, under)
    assert before and bell(cast.ara_depan, desk) == before, "it lies in the village still"


def test_what_the_new_owner_does_is_not_told_to_the_former(
    noticed: Complaint, cast: Any, under: Any, desk: Desk
) -> None:
    with under(cast.ara_koordinator):
        offered = give(noticed, cast.ara_koordinator, GOWA)
    new = cast.panakkukang_koordinator
    take(offered, new, under)
    with under(new):
        noticed.refresh_from_db()
        actions.comment(noticed, by=new, text="Kami kunjungi.")
    for name in FORMER:
        assert "complaint.commented" not in bell(getattr(cast, name), desk), name


def test_what_becomes_secret_is_taken_off_the_bells_of_whoever_is_not_cleared(
    noticed: Complaint, cast: Any, under: Any, desk: Desk
) -> None:
    by = cast.bulukumba_manajer
    with under(by):
        noticed.refresh_from_db()
        words = {"field": noticed.field, "nature": noticed.nature, "urgency": Urgency.ORDINARY}
        actions.classify(noticed, by=by, sensitivity=Sensitivity.SECRET, **words)
    for name in ("ara_koordinator", "ara_belakang", "ara_fasilitator"):
        assert bell(getattr(cast, name), desk) == {}, name


def test_the_wall_itself_says_who_sees_a_row(complaint: Complaint, cast: Any, db: None) -> None:
    asked = [cast.ara_depan, cast.bira_koordinator, cast.bulukumba_manajer, cast.gowa_manajer, cast.bulukumba_dukcapil]
    with house("uji", quietly=True):
        assert seeing(complaint, [one.pk for one in asked]) == {cast.ara_depan.pk, cast.bulukumba_manajer.pk}
        assert Complaint.objects.exists(), "afterwards the scope is as it was"


def test_who_wrote_a_letter_before_it_was_given_away_is_not_told_of_the_answer_to_a_later_one(
    complaint: Complaint, cast: Any, under: Any, desk: Desk
) -> None:
    old, new, agency = cast.ara_koordinator, cast.panakkukang_koordinator, cast.bulukumba_dukcapil
    with under(old):
        first = refer(complaint, old)
    with under(agency):
        replies.reject(first, by=agency, reason=Rejection.INCOMPLETE, text="KK belum ada")
    with under(old):
        complaint.refresh_from_db()
        offered = give(complaint, old, GOWA)
    take(offered, new, under)
    with under(new):
        complaint.refresh_from_db()
        second = refer(complaint, new)
    with under(agency):
        replies.accept(second, by=agency)
        replies.serve(second, by=agency, text="Akta terbit")
    assert "complaint.answer_received" in bell(new, desk)
    assert not any(name.startswith("complaint.") for name in bell(old, desk))
