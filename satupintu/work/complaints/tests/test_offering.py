"""Offering a transfer: what may be offered, what stays as it was meanwhile, who hears of it, what the form asks."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.notifications.models import Envelope, Notice
from satupintu.foundation.access import house
from satupintu.foundation.access.citizen import following
from satupintu.foundation.offices.models import Appointment
from satupintu.foundation.offices.words import ServiceField
from satupintu.registry.people.models import Household, Person
from satupintu.work.complaints import actions, rules
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.public.state import read
from satupintu.work.complaints.tests.test_citizens_acts import end, held
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


def found_at_home(complaint: Complaint, by: Any, desk: Callable[[Any], Any]) -> None:
    """Write a visit down from the complaint's page."""
    words = {"on": "2026-11-20", "visitor": by.pk, "about": "Daeng Caya", "result": "met", "findings": "Dinding bambu."}
    answer = desk(by).post(f"/keluhan/{complaint.number}/kunjungan/", words | {"key": str(uuid.uuid4())})
    assert answer.status_code == 302, answer.content.decode()[-3000:]


@pytest.mark.parametrize(("code", "name"), [("P7302032005", "bira_koordinator"), ("S7306", "gowa_manajer")])
def test_what_was_found_at_home_is_read_by_the_new_owner(
    code: str, name: str, complaint: Complaint, cast: Any, under: Any, told: Any, desk: Callable[[Any], Any]
) -> None:
    stranger = cast.panakkukang_koordinator
    with under(stranger):
        actions.register(told(village_id=7306072008), by=stranger)
    new, old = getattr(cast, name), cast.ara_koordinator
    found_at_home(complaint, cast.ara_belakang, desk)
    with under(old):
        offered = give(complaint, old, code)
    with under(new), connection.cursor() as cursor:
        cursor.execute("select count(*) from complaints_visits(%s)", [complaint.pk])
        assert cursor.fetchone() == (0,), "not before it is accepted"
    take(offered, new, under)
    page = desk(new).get(f"/keluhan/{complaint.number}/").content.decode()
    assert page.count("Dinding bambu.") == 1 and "/kunjungan/1" not in page
    for other in (stranger, cast.bulukumba_dukcapil):
        with under(other), connection.cursor() as cursor:
            cursor.execute("select count(*) from complaints_visits(%s)", [complaint.pk])
            assert cursor.fetchone() == (0,)


def test_a_visit_is_shown_once_where_it_was_made(complaint: Complaint, cast: Any, desk: Callable[[Any], Any]) -> None:
    found_at_home(complaint, cast.ara_belakang, desk)
    page = desk(cast.ara_koordinator).get(f"/keluhan/{complaint.number}/").content.decode()
    assert page.count("Dinding bambu.") == 1
    assert desk(cast.bira_koordinator).get(f"/keluhan/{complaint.number}/").status_code == 404


def test_an_author_who_is_not_cleared_reads_no_visit(
    cast: Any, under: Any, told: Any, desk: Callable[[Any], Any]
) -> None:
    with under(cast.ara_depan):
        complaint = actions.register(told(), by=cast.ara_depan)
    found_at_home(complaint, cast.ara_belakang, desk)
    with house("uji", quietly=True):
        Complaint.objects.update(clearance=2, sensitivity=Sensitivity.SECRET)
    with under(cast.ara_depan), connection.cursor() as cursor:
        assert Complaint.objects.exists()
        cursor.execute("select count(*) from complaints_visits(%s)", [complaint.pk])
        assert cursor.fetchone() == (0,)


def test_the_citizen_is_told_where_it_went(cast: Any, under: Any, told: Any) -> None:
    by, new = cast.ara_koordinator, cast.bira_koordinator
    with under(by):
        asked = told(field=ServiceField.SOCIAL, reporter_name="Caya", reporter_phone="0812 3456 7890")
        complaint = actions.register(asked, by=by)
        offered = give(complaint, by)
    with following(complaint.pk):
        state = read(complaint.pk)
        assert state is not None and "sedang dilimpahkan ke Puskesos Desa Bira" in state.sentence
        assert state.office == by.office, "until it is accepted the former office answers"
    take(offered, new, under)
    with following(complaint.pk):
        state = read(complaint.pk)
        assert state is not None and state.office == new.office
        assert ("Dilimpahkan ke", "Puskesos Desa Bira") in [(fact.label, fact.value) for fact in state.facts]
    with house("uji", quietly=True):
        texts = [envelope.text for envelope in Envelope.objects.all()]
        assert any("sekarang ditangani kantor lain" in text for text in texts)
        assert not any("Caya" in text for text in texts)


def test_a_person_of_the_former_village_stays_in_its_register(
    cast: Any, under: Any, told: Any, desk: Callable[[Any], Any]
) -> None:
    by, new = cast.ara_koordinator, cast.bira_koordinator
    with under(by):
        person = Person.objects.create(name="CAYA", birth_year=1970, sex="female", village_id=7302032006)
        household = Household.objects.create(head=person, village_id=7302032006)
        complaint = actions.register(told(person=person, household=household), by=by)
        offered = give(complaint, by)
    take(offered, new, under)
    client, path = desk(new), f"/keluhan/{complaint.number}/"
    page = client.get(path).content.decode()
    assert "Daeng Caya" in page and f"/orang/{person.pk}/" not in page
    for below in ("tanda-terima/", "rujukan/", "pelimpahan/", "kunjungan/", "layanan/", "golongan/", "kontak/"):
        assert client.get(path + below).status_code == 200, below
    for kind in ("certificate", "recommendation", "receipt", "missing"):
        for form in ("konsep", "lembar"):
            assert client.get(f"/surat/{form}/{kind}/{complaint.pk}/").status_code < 500, (form, kind)
    with under(new):
        assert not Person.objects.exists() and not Household.objects.exists()
        end(complaint, new, days_ago=1)
    with held(complaint) as citizen:
        fresh = actions.appeal(complaint, by=citizen, reason="Belum jadi.")
    assert (fresh.person_id, fresh.household_id, fresh.village_id) == (person.pk, household.pk, 7302032005)
