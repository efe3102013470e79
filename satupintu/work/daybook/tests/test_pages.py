"""The pages of the book, through HTTP."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.tests.files import pdf
from satupintu.engine.events.models import Event
from satupintu.work.catalogue.models import Service
from satupintu.work.daybook.actions import today_of
from satupintu.work.daybook.models import Finding, ServiceRecord, Visit

PATHS = ("/buku-harian/catatan/{record}/pembetulan/", "/kunjungan/{visit}/", "/kunjungan/{visit}/perubahan/")
WRONG = ({"coordinates": "rumah"}, {"coordinates": "51.5, -0.12"}, {"on": "01-01-2020"}, {"kind": "x"})


def typed(**numbers: int) -> dict[str, Any]:
    """Numbers by code of the service, underscores as dashes: (visitors, kk) as ``pengecekan_desil=(3, 2)``."""
    sent: dict[str, Any] = {"key": str(uuid4())}
    for code, (visitors, kk) in numbers.items():  # type: ignore[misc]
        pk = Service.objects.get(code=code.replace("_", "-")).pk
        sent |= {f"visitors{pk}": visitors, f"kk{pk}": kk}
    return sent


def told(**more: Any) -> dict[str, Any]:
    usual = {
        "key": str(uuid4()),
        "kind": "outreach",
        "result": "met",
        "about": "Daeng Caya",
        "findings": "Rumah bocor.",
    }
    return usual | {"surveys": ["bbl"], "place": "RT 2", "coordinates": "-5.546120, 120.453210"} | more


def test_the_sheet_is_filled_and_read_again(cast: Any, desk: Any, under: Any) -> None:
    browser = desk(cast.ara_depan)
    page = browser.get("/buku-harian/").content.decode()
    assert "Pengaktifan BPJS" in page and "Rekomendasi kesehatan" not in page
    assert browser.post("/buku-harian/", typed(pengecekan_desil=(3, 2), kartu_kusuka=(1, 1))).status_code == 302
    assert browser.post("/buku-harian/", typed(pengecekan_desil=(1, 1))).status_code == 302
    page = browser.get("/buku-harian/").content.decode()
    assert "sudah 4 orang, 3 KK" in page and "sudah 1 orang, 1 KK" in page
    with under(cast.ara_depan):
        assert ServiceRecord.objects.count() == 3
        shown = Event.objects.filter(name="daybook.listed").latest("id").shown_ids
        assert sorted(shown) == sorted(ServiceRecord.objects.values_list("pk", flat=True))


def test_an_empty_sheet_and_a_wrong_number_come_back(cast: Any, desk: Any) -> None:
    browser = desk(cast.ara_depan)
    for sent, sentence in ((typed(), "sedikitnya satu angka"), (typed(pengecekan_desil=(-1, 0)), "diperbaiki")):
        answer = browser.post("/buku-harian/", sent)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()


def test_an_earlier_day_can_be_filled_and_one_long_past_only_read(
    cast: Any, desk: Any, under: Any, today: date
) -> None:
    browser, before = desk(cast.ara_depan), today - timedelta(days=3)
    there = f"/buku-harian/?hari={before:%d-%m-%Y}"
    assert browser.post(there, typed(pengecekan_desil=(2, 2))).status_code == 302
    with under(cast.ara_depan):
        assert ServiceRecord.objects.get().day == before
    assert "sudah 2 orang" in browser.get(there).content.decode()
    assert "sudah 2 orang" not in browser.get("/buku-harian/").content.decode()
    old = browser.get(f"/buku-harian/?hari={today - timedelta(days=60):%d-%m-%Y}").content.decode()
    assert "Tambah ke buku harian" not in old
    assert browser.get("/buku-harian/?hari=01-01-2099").status_code == 200


def test_an_entry_lists_card_numbers(cast: Any, desk: Any, under: Any, today: date) -> None:
    browser, service = desk(cast.ara_depan), Service.objects.get(code="pengaktifan-bpjs")
    sent = {
        "key": str(uuid4()),
        "service": service.pk,
        "day": f"{today:%d-%m-%Y}",
        "visitors": "1",
        "kk": "1",
        "note": "",
    }
    wrong = browser.post("/buku-harian/catatan/baru/", sent | {"cards": "7302 0312"})
    assert wrong.status_code == 422 and "16 angka" in wrong.content.decode()
    long_past = {"day": f"{today - timedelta(days=40):%d-%m-%Y}", "cards": ""}
    assert browser.post("/buku-harian/catatan/baru/", sent | long_past).status_code == 422
    cards = {"cards": "7302 0312 0108 0001\n7302.0312.0108.0002"}
    assert browser.post("/buku-harian/catatan/baru/", sent | cards).status_code == 302
    with under(cast.ara_depan):
        record = ServiceRecord.objects.get()
        assert record.kk == 2 and record.cards.count() == 2


def test_a_correction_says_why_and_shows_what_stood_there(
    cast: Any, desk: Any, under: Any, written: ServiceRecord
) -> None:
    browser, path = desk(cast.ara_koordinator), f"/buku-harian/catatan/{written.pk}/pembetulan/"
    assert "7302031201080001" in browser.get(path).content.decode()
    sent = {"key": str(uuid4()), "service": written.service_id, "visitors": "4", "kk": "4", "cards": "", "note": ""}
    assert browser.post(path, sent).status_code == 422
    assert browser.post(path, sent | {"reason": "Salah hitung"}).status_code == 302
    again = browser.post(path, sent | {"reason": "Lagi", "key": str(uuid4())})
    assert again.status_code == 409
    with under(cast.ara_koordinator):
        new = ServiceRecord.objects.get(current=True)
    page = browser.get(f"/buku-harian/catatan/{new.pk}/pembetulan/").content.decode()
    assert "Salah hitung" in page and "3 orang" in page
    assert "dibetulkan" in browser.get("/buku-harian/").content.decode()


@pytest.mark.parametrize("path", PATHS)
def test_the_next_village_does_not_know_these_rows(
    path: str, cast: Any, desk: Any, written: ServiceRecord, visit: Visit
) -> None:
    browser = desk(cast.bira_koordinator)
    assert browser.get(path.format(record=written.pk, visit=visit.pk)).status_code == 404
    assert browser.get(path.format(record=987654321, visit=987654321)).status_code == 404


def test_whoever_oversees_reads_and_does_not_write(cast: Any, desk: Any, written: ServiceRecord, visit: Visit) -> None:
    browser = desk(cast.bontobahari_tksk)
    assert browser.get(f"/buku-harian/catatan/{written.pk}/pembetulan/").status_code == 403
    assert browser.get(f"/kunjungan/{visit.pk}/perubahan/").status_code == 403
    assert "Rumah bocor." in browser.get(f"/kunjungan/{visit.pk}/").content.decode()
    assert desk(cast.bontobahari_supervisor).post("/buku-harian/", typed()).status_code in {403, 422}
    assert desk(cast.bulukumba_kadis).get("/kunjungan/baru/").status_code == 403


def test_an_outreach_is_recorded_with_a_photo_and_found_again(cast: Any, desk: Any, under: Any) -> None:
    browser, by = desk(cast.ara_fasilitator), cast.ara_fasilitator
    assert browser.get("/kunjungan/baru/").status_code == 200
    today = f"{today_of(by):%d-%m-%Y}"
    sent = told(on=today, visitor=by.pk, photo1=SimpleUploadedFile("rumah.pdf", pdf()))
    answer = browser.post("/kunjungan/baru/", sent)
    assert answer.status_code == 302
    page = browser.get(answer["Location"]).content.decode()
    assert "Rumah bocor." in page and "rumah.pdf" in page and "120.453210" in page
    listed = browser.get("/kunjungan/").content.decode()
    assert "Daeng Caya" in listed and "Rumah bocor." not in listed
    with under(by):
        visit = Visit.objects.get()
        assert Attachment.objects.of(visit).count() == 1
        reading = Event.objects.filter(name="visit.opened").latest("id")
        assert reading.shown_ids == [visit.pk]
    assert "Daeng Caya" not in browser.get("/kunjungan/?kind=home").content.decode()
    assert "Daeng Caya" in browser.get(f"/kunjungan/?start={today}&end={today}&result=met").content.decode()


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_visit_comes_back(wrong: dict[str, str], cast: Any, desk: Any, today: date) -> None:
    by = cast.ara_fasilitator
    sent = told(on=f"{today:%d-%m-%Y}", visitor=by.pk) | wrong
    assert desk(by).post("/kunjungan/baru/", sent).status_code == 422


@pytest.mark.parametrize("coordinates", ["-5.546120, 120.453210", "-5,546120 120,453210", "-5.546120;120.453210"])
def test_coordinates_are_read_as_people_write_them(
    coordinates: str, cast: Any, desk: Any, under: Any, today: date
) -> None:
    by = cast.ara_fasilitator
    sent = told(on=f"{today:%d-%m-%Y}", visitor=by.pk, coordinates=coordinates)
    assert desk(by).post("/kunjungan/baru/", sent).status_code == 302
    with under(by):
        visit = Visit.objects.get()
        assert (str(visit.latitude), str(visit.longitude)) == ("-5.546120", "120.453210")


def test_a_visit_is_changed_and_who_was_overtaken_is_told(
    cast: Any, desk: Any, under: Any, visit: Visit, today: date
) -> None:
    browser, path = desk(cast.ara_koordinator), f"/kunjungan/{visit.pk}/perubahan/"
    assert "Rumah bocor." in browser.get(path).content.decode()
    sent = told(on=f"{today:%d-%m-%Y}", findings="Sudah dirapikan.", seen="1")
    assert browser.post(path, sent).status_code == 302
    assert browser.post(path, sent | {"key": str(uuid4())}).status_code == 409
    assert browser.post(path, told(on="", seen="2")).status_code == 422
    with under(cast.ara_koordinator):
        assert Finding.objects.get(visit=visit).text == "Sudah dirapikan."


def test_a_person_who_is_not_seen_cannot_be_named(cast: Any, desk: Any) -> None:
    for path in ("/kunjungan/baru/?orang=987654321", "/buku-harian/catatan/baru/?keluarga=987654321"):
        assert desk(cast.ara_fasilitator).get(path).status_code == 404
