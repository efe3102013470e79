"""Where a complaint can go: upward level by level, to the institution that is suggested, and to the provinsi."""

from typing import Any

import pytest

from satupintu.engine.actions import Refused, WrongState
from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.tests.files import picture, upload
from satupintu.engine.events.models import Event
from satupintu.foundation.offices.models import Appointment, Office
from satupintu.foundation.offices.words import ServiceField
from satupintu.registry.people.models import Person
from satupintu.work.complaints import actions, parts, ways
from satupintu.work.complaints.models import Complaint, Story
from satupintu.work.complaints.tests.test_actions import TODAY, refer, settle
from satupintu.work.complaints.words import Nature, Sensitivity, Status, Urgency, Wait
from satupintu.work.routing.words import Schooling


def office(code: str) -> Office:
    return Office.objects.get(code=code)


def escalate(complaint: Complaint, by: Any, code: str, **rest: Any) -> Any:
    return actions.escalate(complaint, by=by, to=office(code), reason="Perlu keputusan di atas", **rest)


def codes(complaint: Complaint) -> list[str]:
    return [one.code for one in ways.offices_up(complaint, TODAY)]


@pytest.fixture
def provincial(complaint: Complaint, cast: Any, under: Any) -> Complaint:
    """The complaint of Ara after it has been passed on to the agency of the provinsi, with a photo."""
    with under(cast.ara_koordinator):
        attach(complaint, upload("kk.jpg", picture()), by=cast.ara_koordinator)
        escalate(complaint, cast.ara_koordinator, "S7302")
    with under(cast.bulukumba_manajer):
        escalate(complaint, cast.bulukumba_manajer, "V73")
        complaint.refresh_from_db()
    return complaint


def test_it_goes_up_one_level_after_the_other(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        assert codes(complaint) == ["K730203", "S7302", "V73"]
        escalate(complaint, cast.ara_koordinator, "K730203")
    with under(cast.bontobahari_tksk):
        complaint.refresh_from_db()
        assert (complaint.status, complaint.waits_for) == (Status.ESCALATED, Wait.DECISION)
        assert complaint.waits_at == cast.bontobahari_tksk.office
        assert codes(complaint) == ["S7302", "V73"]
        escalate(complaint, cast.bontobahari_tksk, "S7302")
    with under(cast.bulukumba_manajer):
        complaint.refresh_from_db()
        assert complaint.handler_office == cast.bulukumba_manajer.office


def test_what_was_suggested_stands_beside_what_was_chosen(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        escalate(complaint, cast.ara_koordinator, "S7302")
        facts = Event.objects.get(name="complaint.escalated").facts
    assert facts == {"to": "Sekretariat SLRT Bulukumba", "suggested": "PUSPELKESSOS Bonto Bahari"}


def test_nobody_passes_it_on_sideways_or_down(complaint: Complaint, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        for code in ("S7306", "P7302032005", "D7302DUKCAPIL"):
            with pytest.raises(WrongState):
                escalate(complaint, cast.ara_koordinator, code)


def test_a_provinsi_where_nobody_handles_is_not_offered(complaint: Complaint, cast: Any, under: Any) -> None:
    Appointment.objects.filter(office__code="V73").update(valid_to=TODAY.replace(year=2025), end_reason="rotated")
    with under(cast.ara_koordinator):
        assert codes(complaint) == ["K730203", "S7302"]


def test_a_secret_one_never_goes_to_the_kecamatan(cast: Any, under: Any, told: Any) -> None:
    with under(cast.ara_fasilitator):
        secret = actions.register(told(sensitivity=Sensitivity.SECRET), by=cast.ara_fasilitator)
    with under(cast.bulukumba_manajer):
        assert codes(secret) == ["V73"]
        secret.handler_office = cast.ara_fasilitator.office
        assert codes(secret) == ["S7302", "V73"]


def test_the_provinsi_sees_what_was_passed_on_to_it_with_its_history_and_nothing_else(
    provincial: Complaint, cast: Any, under: Any, told: Any
) -> None:
    with under(cast.ara_depan):
        actions.register(told(), by=cast.ara_depan)
    with under(cast.sulsel_penanganan):
        assert [*Complaint.objects.all()] == [provincial]
        assert [*Complaint.objects.within(cast.sulsel_penanganan)] == [provincial]
        assert Story.objects.count() == Attachment.objects.count() == 1
        assert not Person.objects.exists()
        names = [event.name for event in parts.history(provincial)]
        assert names[0] == "complaint.registered"
        assert names[-2:] == ["complaint.escalated", "complaint.escalated"]


@pytest.mark.parametrize("name", ["sulsel_pemantau", "sulsel_disdik", "gowa_manajer", "bira_koordinator"])
def test_nobody_else_sees_what_the_provinsi_handles(
    name: str, provincial: Complaint, cast: Any, under: Any, desk: Any
) -> None:
    with under(getattr(cast, name)):
        assert not Complaint.objects.exists()
        assert not Attachment.objects.exists()
        assert parts.history(provincial) == []
    assert desk(getattr(cast, name)).get(f"/keluhan/{provincial.number}/").status_code in {403, 404}


def test_the_provinsi_decides_and_the_village_tells_the_citizen(provincial: Complaint, cast: Any, under: Any) -> None:
    by = cast.sulsel_penanganan
    with under(by):
        settle(provincial, by, result="Bantuan dari anggaran provinsi")
    with under(cast.ara_depan):
        provincial.refresh_from_db()
        assert (provincial.waits_for, provincial.waits_at) == (Wait.TELLING, cast.ara_depan.office)


def test_the_provinsi_refers_by_a_letter_of_its_own(provincial: Complaint, cast: Any, under: Any) -> None:
    with under(cast.sulsel_penanganan):
        assert refer(provincial, cast.sulsel_penanganan).from_office.code == "V73"


def test_the_provinsi_works_in_the_browser(provincial: Complaint, cast: Any, desk: Any) -> None:
    browser = desk(cast.sulsel_penanganan)
    assert provincial.number in browser.get("/").content.decode()
    assert provincial.number in browser.get("/keluhan/").content.decode()
    page = browser.get(f"/keluhan/{provincial.number}/").content.decode()
    assert "akta kelahiran" in page
    assert "meneruskan ke Sekretariat SLRT Bulukumba" in page


def test_the_history_of_a_complaint_answers_whoever_sees_it_and_nobody_else(
    complaint: Complaint, cast: Any, under: Any
) -> None:
    with under(cast.ara_koordinator):
        assert [event.name for event in parts.history(complaint)] == ["complaint.registered"]
        before = Complaint.objects.count()
        assert before == 1, "the scope is as it was"
    with under(cast.bira_koordinator):
        assert parts.history(complaint) == []


def test_a_matter_of_senior_school_is_suggested_to_the_provinsi(cast: Any, under: Any, told: Any, desk: Any) -> None:
    with under(cast.ara_depan):
        school = told(field=ServiceField.EDUCATION, schooling=Schooling.VOCATIONAL)
        complaint = actions.register(school, by=cast.ara_depan)
    page = desk(cast.ara_koordinator).get(f"/keluhan/{complaint.number}/rujukan/").content.decode()
    assert "Disarankan: Dinas Pendidikan Sulawesi Selatan. SMA/SMK diurus provinsi." in page
    assert f'<option value="{office("D73DISDIK").pk}" selected' in page
    with under(cast.ara_koordinator):
        actions.refer(
            complaint, by=cast.ara_koordinator, to=office("D7302DIKBUD"), need="Mohon dibantu.", due_at=complaint.due_at
        )
        facts = Event.objects.get(name="complaint.referred").facts
    assert facts["to"] == "Dinas Pendidikan Bulukumba"
    assert facts["suggested"] == "Dinas Pendidikan Sulawesi Selatan"
    assert facts["route"]


def test_schooling_that_is_not_known_is_asked_for(cast: Any, under: Any, told: Any, desk: Any) -> None:
    with under(cast.ara_depan):
        complaint = actions.register(told(field=ServiceField.EDUCATION), by=cast.ara_depan)
    browser = desk(cast.ara_koordinator)
    page = browser.get(f"/keluhan/{complaint.number}/rujukan/").content.decode()
    assert "Jenjang sekolahnya belum dicatat" in page
    words = {"field": "education", "nature": "need", "urgency": "ordinary", "sensitivity": "ordinary"}
    browser.post(f"/keluhan/{complaint.number}/golongan/", words | {"schooling": "senior"})
    with under(cast.ara_koordinator):
        complaint.refresh_from_db()
    assert complaint.schooling == Schooling.SENIOR
    browser.post(f"/keluhan/{complaint.number}/golongan/", words | {"schooling": "senior", "field": "health"})
    with under(cast.ara_koordinator):
        complaint.refresh_from_db()
    assert complaint.schooling == "", "it says nothing about health"


def appointed_for(appointment: Appointment, *fields: ServiceField) -> Appointment:
    Appointment.objects.filter(pk=appointment.pk).update(fields=[field.value for field in fields])
    return Appointment.objects.with_place().get(pk=appointment.pk)


def test_an_officer_sees_the_fields_of_the_appointment_and_what_the_author_wrote(
    complaint: Complaint, cast: Any, under: Any, told: Any, desk: Any
) -> None:
    clerk = appointed_for(cast.ara_belakang, ServiceField.HEALTH)
    with under(clerk):
        assert not Complaint.objects.exists()
        assert not Story.objects.exists()
        assert not Event.objects.about(complaint).exists()
        own = actions.register(told(field=ServiceField.SOCIAL), by=clerk)
        assert [*Complaint.objects.all()] == [own], "its author sees it"
    with under(cast.ara_koordinator):
        attach(complaint, upload("kk.jpg", picture()), by=cast.ara_koordinator)
        letter = refer(complaint, cast.ara_koordinator)
    with under(clerk):
        assert not Attachment.objects.exists()
    browser = desk(clerk)
    assert browser.get(f"/keluhan/{complaint.number}/").status_code == 404
    assert browser.get(f"/rujukan/{letter.number}/").status_code == 404
    assert complaint.number not in browser.get("/keluhan/").content.decode()
    with under(appointed_for(clerk, ServiceField.HEALTH, ServiceField.CIVIL_REGISTRATION)):
        assert Complaint.objects.count() == 2
        assert Attachment.objects.count() == 1


def test_nobody_classifies_into_a_field_that_they_do_not_see(complaint: Complaint, cast: Any, under: Any) -> None:
    by = appointed_for(cast.ara_koordinator, ServiceField.CIVIL_REGISTRATION)
    with under(by), pytest.raises(Refused):
        actions.classify(
            complaint,
            by=by,
            field=ServiceField.HEALTH,
            nature=Nature.OTHER,
            urgency=Urgency.ORDINARY,
            sensitivity=Sensitivity.ORDINARY,
        )


def test_attachments_follow_a_complaint_into_another_field(complaint: Complaint, cast: Any, under: Any) -> None:
    clerk = appointed_for(cast.ara_belakang, ServiceField.HEALTH)
    with under(cast.ara_koordinator):
        attach(complaint, upload("kk.jpg", picture()), by=cast.ara_koordinator)
        words = {"nature": Nature.OTHER, "urgency": Urgency.ORDINARY, "sensitivity": Sensitivity.ORDINARY}
        actions.classify(complaint, by=cast.ara_koordinator, field=ServiceField.HEALTH, **words)
    with under(clerk):
        assert Attachment.objects.count() == 1
        assert Complaint.objects.count() == 1


def test_the_day_is_proposed_for_whichever_institution_is_chosen(complaint: Complaint, cast: Any, desk: Any) -> None:
    browser, path = desk(cast.ara_koordinator), f"/keluhan/{complaint.number}/rujukan/"
    page = browser.get(path).content.decode()
    assert f'hx-get="{path}batas-waktu/"' in page and 'hx-target="#id_due_on_helptext"' in page
    assert 'id="id_due_on_helptext"' in page
    agency, other = office("D7302DUKCAPIL"), office("D7302DINKES")
    said = browser.get(f"{path}batas-waktu/", {"to": agency.pk}).content.decode()
    assert f"Untuk {agency.name}: " in said and "<p" not in said
    for unknown in ("", "x", other.pk, 10**8):
        assert "Untuk " not in browser.get(f"{path}batas-waktu/", {"to": unknown}).content.decode(), unknown
    answer = browser.post(path, {"to": agency.pk, "need": ""})
    assert answer.status_code == 422 and f"Untuk {agency.name}: " in answer.content.decode(), "without script too"


def test_nobody_else_asks_for_the_day(complaint: Complaint, cast: Any, desk: Any) -> None:
    path = f"/keluhan/{complaint.number}/rujukan/batas-waktu/"
    refused = {"bira_koordinator": 404, "panakkukang_koordinator": 404, "bulukumba_manajer": 403, "ara_depan": 403}
    for name, status in refused.items():
        assert desk(getattr(cast, name)).get(path).status_code == status, name
