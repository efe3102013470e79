"""What is secret is the kabupaten's from the moment it is: nobody below knows of it, and it never lies where nobody sees."""

from typing import Any

import pytest
from django.utils import timezone

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.events.models import Event
from satupintu.engine.notifications.models import Notice
from satupintu.foundation.access import house
from satupintu.foundation.access.citizen import acting
from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import actions, jobs, rules, worklist
from satupintu.work.complaints.access import HOUSE_VERBS
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tests.test_actions import ACTS, bring, refer, tell
from satupintu.work.complaints.tests.test_transferring import give, take
from satupintu.work.complaints.words import Channel, Nature, Sensitivity, Urgency


def make_secret(complaint: Complaint, by: Any) -> Complaint:
    """Classify it as secret; everything else stays."""
    actions.classify(
        complaint,
        by=by,
        field=ServiceField(complaint.field),
        nature=Nature(complaint.nature),
        urgency=Urgency(complaint.urgency),
        sensitivity=Sensitivity.SECRET,
    )
    complaint.refresh_from_db()
    return complaint


def listed(by: Any, under: Any) -> set[int]:
    """What waits for an officer."""
    with under(by):
        return {one.pk for one in worklist.waiting(by)}


@pytest.mark.parametrize("step", ["complaint.settle", "complaint.finish_service", "complaint.close"])
def test_what_becomes_secret_waits_for_the_manager_and_for_nobody_below(
    step: str, complaint: Complaint, cast: Any, under: Any
) -> None:
    manager = cast.bulukumba_manajer
    with under(cast.ara_koordinator):
        bring(complaint, step, cast.ara_koordinator)
    with under(manager):
        make_secret(complaint, manager)
        assert complaint.handler_office_id == complaint.waits_at_id == manager.office_id
    assert complaint.pk in listed(manager, under)
    for by in (cast.ara_koordinator, cast.ara_belakang, cast.bontobahari_tksk):
        assert complaint.pk not in listed(by, under)
    with under(manager):
        ACTS[step](complaint, manager)


def test_its_author_hands_it_to_the_kabupaten_by_making_it_secret(cast: Any, under: Any, told: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        mine = make_secret(actions.register(told(), by=by), by)
        assert mine.handler_office_id == cast.bulukumba_manajer.office_id
    assert mine.pk in listed(cast.bulukumba_manajer, under)


def test_a_letter_that_is_out_stays_where_it_is_and_its_answer_is_the_author_s_to_tell(
    complaint: Complaint, cast: Any, under: Any
) -> None:
    with under(cast.ara_koordinator):
        letter = refer(complaint, cast.ara_koordinator)
    with under(cast.bulukumba_manajer):
        make_secret(complaint, cast.bulukumba_manajer)
        assert complaint.waits_at_id == letter.to_office_id
    with house("uji", quietly=True) as house_:
        actions.receive_answer(complaint, by=house_, office="x")
        complaint.refresh_from_db()
        assert complaint.waits_at_id == cast.ara_depan.office_id
    with under(cast.ara_depan):
        complaint.refresh_from_db()
        tell(complaint, cast.ara_depan)


def test_what_nobody_below_may_tell_is_told_by_the_kabupaten(cast: Any, under: Any, told: Any) -> None:
    manager = cast.bulukumba_manajer
    with acting(7302032006) as citizen:
        sent = actions.report(told(channel=Channel.PUBLIC_FORM), by=citizen)
    with under(manager):
        make_secret(sent, manager)
        actions.take(sent, by=manager)
        actions.refuse(sent, by=manager, reason="Bukan wilayah kami")
        assert sent.waits_at_id == manager.office_id
    assert sent.pk in listed(manager, under)


def test_secret_already_it_stays_with_who_handles_it(cast: Any, under: Any, told: Any) -> None:
    manager = cast.bulukumba_manajer
    with under(manager):
        mine = actions.register(told(sensitivity=Sensitivity.SECRET), by=manager)
        provinsi = Office.objects.filter(area_id=7300000000).first()
        Complaint.objects.filter(pk=mine.pk).update(handler_office=provinsi, waits_at=provinsi)
        mine.refresh_from_db()
        assert make_secret(mine, manager).waits_at == provinsi


def test_violence_is_not_taken_in_where_nobody_may_read_of_it(cast: Any, told: Any) -> None:
    Office.objects.filter(code="S7302").update(closed_on=timezone.localdate())
    with acting(7302032006) as by, pytest.raises(WrongState, match="129"):
        actions.report(told(channel=Channel.PUBLIC_FORM, sensitivity=Sensitivity.SECRET), by=by)
    with acting(7302032006) as by:
        assert actions.report(told(channel=Channel.PUBLIC_FORM), by=by).intake_office.code == "P7302032006"
    with house("uji", quietly=True):
        assert Complaint.objects.count() == 1


@pytest.fixture
def old_secret(complaint: Complaint, cast: Any, under: Any) -> Complaint:
    """A complaint of Ara that became secret and stayed there, as it did before there was the rule."""
    with house("uji", quietly=True):
        Complaint.objects.filter(pk=complaint.pk).update(sensitivity=Sensitivity.SECRET, clearance=2)
        complaint.refresh_from_db()
    return complaint


def events(complaint: Complaint) -> list[str]:
    with house("uji", quietly=True):
        return list(Event.objects.about(complaint).order_by("id").values_list("name", flat=True))


def test_the_clock_hands_old_secrets_to_the_kabupaten_once(
    old_secret: Complaint, cast: Any, under: Any, told: Any, desk: Any
) -> None:
    manager = cast.bulukumba_manajer
    with under(cast.ara_depan):
        ordinary = actions.register(told(), by=cast.ara_depan)
    assert old_secret.pk not in listed(manager, under)
    for _night in range(2):
        jobs.hand_up_what_is_secret(0)
    assert events(old_secret) == ["complaint.registered", "complaint.handed_up"]
    assert events(ordinary) == ["complaint.registered"]
    assert old_secret.pk in listed(manager, under)
    with under(manager):
        old_secret.refresh_from_db()
        assert old_secret.handler_office_id == old_secret.waits_at_id == manager.office_id
        assert old_secret.status == rules.status(events(old_secret))
    with house("uji", quietly=True):
        told_to = Notice.objects.filter(name="complaint.handed_up").values_list("appointment_id", flat=True)
        assert manager.pk in set(told_to) and cast.ara_koordinator.pk not in set(told_to)
        assert not actions.lying_below().exists()
    assert "menyerahkan keluhan rahasia" in desk(manager).get(f"/keluhan/{old_secret.number}/").content.decode()


def test_nobody_hands_it_up_by_hand_nor_what_is_not_secret(complaint: Complaint, cast: Any, under: Any) -> None:
    assert "complaint.hand_up" in HOUSE_VERBS
    with house("uji", quietly=True) as by, pytest.raises(WrongState, match="tidak perlu"):
        actions.hand_up(complaint, by=by)
    for officer in (cast.bulukumba_manajer, cast.ara_koordinator, cast.bira_koordinator):
        with under(officer), pytest.raises(Refused):
            actions.hand_up(complaint, by=officer)


def test_where_no_secretariat_is_open_it_waits_for_one(old_secret: Complaint, cast: Any, db: None) -> None:
    Office.objects.filter(kind="slrt").update(closed_on=timezone.localdate())
    jobs.hand_up_what_is_secret(0)
    assert events(old_secret) == ["complaint.registered"]
    Office.objects.filter(kind="slrt").update(closed_on=None)
    jobs.hand_up_what_is_secret(0)
    assert events(old_secret)[-1] == "complaint.handed_up"


def test_what_the_kabupaten_handles_already_is_not_handed_up_again(old_secret: Complaint, cast: Any, db: None) -> None:
    """Two clocks that found it at the same time: the second one changes nothing."""
    jobs.hand_up_what_is_secret(0)
    with house("uji", quietly=True) as by:
        old_secret.refresh_from_db()
        with pytest.raises(WrongState, match="tidak perlu"):
            actions.hand_up(old_secret, by=by)
    assert events(old_secret) == ["complaint.registered", "complaint.handed_up"]


def test_what_is_offered_to_another_office_waits_for_its_answer(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        offered = give(complaint, cast.ara_koordinator, "S7302")
    with house("uji", quietly=True) as by:
        Complaint.objects.filter(pk=complaint.pk).update(sensitivity=Sensitivity.SECRET, clearance=2)
        complaint.refresh_from_db()
        assert not actions.lying_below().exists()
        with pytest.raises(WrongState, match="berstatus"):
            actions.hand_up(complaint, by=by)
    take(offered, cast.bulukumba_manajer, under)
    assert "complaint.handed_up" not in events(complaint)
