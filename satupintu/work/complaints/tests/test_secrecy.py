"""What is secret is the kabupaten's from the moment it is: nobody below knows of it, and it never lies where nobody sees."""

from typing import Any

import pytest
from django.utils import timezone

from satupintu.engine.actions import WrongState
from satupintu.foundation.access import house
from satupintu.foundation.access.citizen import acting
from satupintu.foundation.offices.models import Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import actions, worklist
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tests.test_actions import ACTS, bring, refer, tell
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
