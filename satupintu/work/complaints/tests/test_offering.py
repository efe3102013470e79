"""Offering a transfer: what may be offered, what stays as it was meanwhile, who hears of it, what the form asks."""

from collections.abc import Callable
from typing import Any

import pytest

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.notifications.models import Notice
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints import actions, rules
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.tests.test_transferring import ACTS, give, take
from satupintu.work.complaints.words import Kind, Nature, Sensitivity, Status, Urgency, Wait
from satupintu.work.transfers.models import Transfer


def test_what_is_decided_is_not_offered(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        ACTS["complaint.settle"](complaint, by)
        with pytest.raises(WrongState):
            give(complaint, by)
        assert not Transfer.objects.exists()


OFFERED_STAYS = (
    "classify assign hand_over choose_service check_papers pause settle refer transfer escalate refuse".split()
)


@pytest.mark.parametrize("verb", OFFERED_STAYS)
def test_what_is_offered_stays_as_it_was_offered(verb: str) -> None:
    assert not rules.may(f"complaint.{verb}", Status.OFFERED)


@pytest.mark.parametrize("verb", ["comment", "change_contact"])
def test_a_word_can_be_added_meanwhile(verb: str) -> None:
    assert rules.may(f"complaint.{verb}", Status.OFFERED)


def test_a_report_that_nobody_looked_through_is_not_offered(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with house("uji", quietly=True):
        Complaint.objects.update(author=None)
    with under(by), pytest.raises(Refused):
        give(complaint, by)


def told_of(name: str) -> set[str]:
    """Who was told of events of that name, by username."""
    with house("uji", quietly=True):
        to = list(Notice.objects.filter(name=name).values_list("appointment_id", flat=True))
        return set(Appointment.objects.filter(pk__in=to).values_list("account__username", flat=True))


def test_the_back_office_of_the_new_owner_hears_of_it(cast: Any, under: Any, told: Any) -> None:
    with under(cast.bulukumba_depan):
        words = told(village_id=7302032005, field=ServiceField.SOCIAL, kind=Kind.GRIEVANCE, nature=Nature.NEED)
        complaint = actions.register(words, by=cast.bulukumba_depan)
    by = cast.bulukumba_manajer
    with under(by):
        offered = give(complaint, by, "P7302032006")
    take(offered, cast.ara_koordinator, under)
    with under(cast.ara_koordinator):
        complaint.refresh_from_db()
        assert complaint.waits_for == Wait.CHECK
    assert told_of("complaint.transferred") == {"ara.belakang"}
    assert "bulukumba.manajer" in told_of("transfer.accepted")


def test_the_form_names_nobody(complaint: Complaint, cast: Any, desk: Callable[[Any], Any]) -> None:
    path, client = f"/keluhan/{complaint.number}/pelimpahan/", desk(cast.ara_koordinator)
    form = client.get(path).content.decode()
    assert "Puskesos Desa Bira" in form and 'value="P7302032006"' not in form
    words = {"to": "Puskesos Desa Bira", "reason": "domicile"}
    for summary in ("Daeng Caya tinggal di sana.", "NIK 7302 0301 0170 0001 tinggal di sana."):
        answer = client.post(path, words | {"summary": summary})
        assert answer.status_code == 422 and "menyebut nama atau NIK" in answer.content.decode()
    words["summary"] = "Tinggal di Dusun Birakeke sejak 2019."
    assert client.post(path, words | {"reason": "other"}).status_code == 422
    assert client.post(path, words | {"to": "Kantor Antah"}).status_code == 422
    assert client.post(path, words | {"to": "puskesos"}).status_code == 422, "which one?"
    picked = {"to": "", "to-untuk": "", "to-pilihan": "P7302032005"}
    assert client.post(path, words | picked).status_code == 302, "picked without a word typed"
    page = client.get(f"/keluhan/{complaint.number}/").content.decode()
    assert "Tarik kembali" in page and "Menunggu diterima kantor lain" in page


def test_a_reclassified_urgency_is_not_needed_to_offer(complaint: Complaint, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        words = {"field": ServiceField.HEALTH, "nature": Nature.NEED, "sensitivity": Sensitivity.RESTRICTED}
        actions.classify(complaint, by=by, urgency=Urgency.EMERGENCY, **words)
        offered = give(complaint, by)
        assert (offered.field, offered.urgency, offered.clearance) == ("health", 2, 1)
    with under(cast.bira_fasilitator):
        assert not Transfer.objects.exists()
