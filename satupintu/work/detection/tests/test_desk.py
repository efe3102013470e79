"""The pages, from the list to the complaint, and what each reader finds there."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from satupintu.foundation.access import house
from satupintu.work.complaints.models import Complaint
from satupintu.work.detection.models import Outreach, Sign
from satupintu.work.detection.tests.conftest import BIRA, born, night

pytestmark = pytest.mark.django_db
Desk = Callable[[Any], Client]
REASON = "Umur 12 tahun, tidak bersekolah lagi."


def read(browser: Client, path: str) -> str:
    page = browser.get(path)
    assert page.status_code == 200, (path, page.status_code)
    return str(page.content.decode())


def test_the_list_says_why_and_the_next_village_sees_another(found: Outreach, cast: Any, desk: Desk) -> None:
    with house("uji", quietly=True):
        born(BIRA, "Jumriah")
    night()
    near = read(desk(cast.ara_koordinator), "/jangkauan/?daftar=belum")
    assert "Caya" in near and REASON in near and "Jumriah" not in near
    wide = read(desk(cast.bulukumba_manajer), "/jangkauan/")
    assert "Caya" in wide and "Jumriah" in wide
    assert "Jumriah" not in read(desk(cast.bulukumba_manajer), "/jangkauan/?desa=7302032006")
    assert "Caya" not in read(desk(cast.bulukumba_manajer), "/jangkauan/?tanda=child_married")
    stranger = desk(cast.bira_koordinator)
    assert stranger.get(found.address).status_code == 404 == stranger.get("/jangkauan/999999999/").status_code
    assert stranger.post(f"{found.address}hasil/", {"result": "helped"}).status_code == 404
    assert "Caya" not in read(stranger, "/jangkauan/?desa=7302032006&daftar=belum")


def test_the_officer_decides_who_goes(found: Outreach, cast: Any, desk: Desk) -> None:
    browser, field = desk(cast.ara_koordinator), f"untuk_{found.pk}"
    page = browser.get("/jangkauan/pembagian/")
    key = page.context["form"].key
    going = {cast.ara_fasilitator.pk}
    assert page.context["form"].fields[field].initial in {str(one) for one in going | _others(cast)}
    one = cast.ara_depan.pk
    chosen = browser.get(f"/jangkauan/pembagian/?kepada={one}")
    assert chosen.context["form"].fields[field].initial == str(one)
    assert browser.post("/jangkauan/pembagian/", {"key": key}).status_code == 422
    sent = {"key": key, field: str(cast.ara_fasilitator.pk)}
    assert browser.post("/jangkauan/pembagian/", sent).status_code == 302
    assert browser.post("/jangkauan/pembagian/", sent).status_code == 302, "sent once more"
    assert "Tidak ada yang belum dibagi" in read(browser, "/jangkauan/pembagian/")
    assert desk(cast.ara_fasilitator).get("/jangkauan/pembagian/").status_code == 403


def _others(cast: Any) -> set[int]:
    """Everybody else of the cast who facilitates in Ara."""
    from satupintu.foundation.offices.models import Appointment

    return set(Appointment.objects.filter(role="facilitator", area_id=7302032006).values_list("pk", flat=True))


def test_the_facilitator_finds_it_at_home_visits_and_opens_a_complaint_filled_in(
    shared: Outreach, cast: Any, desk: Desk
) -> None:
    browser = desk(cast.ara_fasilitator)
    home = read(browser, "/")
    assert "Caya" in home and REASON in home and f"/jangkauan/{shared.pk}/" in home
    assert "Caya" in read(browser, "/jangkauan/")
    page = browser.get(shared.address)
    assert page.context["asks_result"]
    today = f"{timezone.localdate():%d-%m-%Y}"
    assert browser.post(f"{shared.address}hasil/", {"on": today}).status_code == 422
    told = {"key": page.context["form"].key, "result": "in_need", "on": today, "note": "Tak punya seragam"}
    for _turn in range(2):
        assert browser.post(f"{shared.address}hasil/", told).status_code == 302
    assert browser.post(f"{shared.address}hasil/", told | {"key": ""}).status_code == 409
    page = browser.get(shared.address)
    form = page.context["form"]
    assert form.initial["text"] == f"{REASON}\nTak punya seragam" and form.initial["field"] == "education"
    answer = browser.post(f"{shared.address}keluhan/", form.initial | {"key": form.key})
    with house("uji", quietly=True):
        complaint = Complaint.objects.get()
    assert answer["Location"] == complaint.address
    assert complaint.number in read(browser, shared.address)
    assert browser.get(f"/kunjungan/{_visit(shared)}/").status_code == 200
    assert "Caya" not in read(browser, "/jangkauan/")
    panel = read(desk(cast.ara_koordinator), f"/orang/{shared.person_id}/")
    assert REASON in panel and "Dikunjungi, perlu bantuan" in panel


def _visit(outreach: Outreach) -> int:
    with house("uji", quietly=True):
        return int(Outreach.objects.values_list("visit", flat=True).get(pk=outreach.pk))


def test_wrong_data_lead_to_a_proposal(shared: Outreach, cast: Any, desk: Desk) -> None:
    browser = desk(cast.ara_fasilitator)
    today = f"{timezone.localdate():%d-%m-%Y}"
    assert browser.post(f"{shared.address}hasil/", {"result": "wrong_data", "on": today}).status_code == 302
    assert f"/usulan/baru/?orang={shared.person_id}" in read(browser, shared.address)


def test_the_numbers_lead_to_the_rows(shared: Outreach, cast: Any, desk: Desk) -> None:
    browser = desk(cast.bulukumba_manajer)
    whole = browser.get("/jangkauan/angka/")
    (line,) = whole.context["table"].rows
    assert (line.code, line.found, line.unshared, line.shared, line.complaints) == ("out_of_school", 1, 0, 1, 0)
    assert line.oldest == timezone.localdate()
    assert "?menurut=desa&amp;tanda=out_of_school" in whole.content.decode()
    by_village = read(browser, "/jangkauan/angka/?menurut=desa&tanda=out_of_school")
    assert "/jangkauan/?daftar=jalan&amp;tanda=out_of_school&amp;desa=7302032006" in by_village
    file = browser.get("/jangkauan/angka/?menurut=desa&unduh=csv")
    assert "Anak tidak bersekolah" in b"".join(file.streaming_content).decode()
    assert desk(cast.bulukumba_dukcapil).get("/jangkauan/angka/").status_code == 403


def test_the_manager_publishes_a_sign_and_the_village_reads_it(cast: Any, desk: Desk) -> None:
    browser = desk(cast.bulukumba_manajer)
    page = browser.get("/jangkauan/tanda/baru/?dari=out_of_school")
    form = page.context["form"]
    typed = {name: value for name, value in form.initial.items() if value not in (None, False, [])}
    assert sorted(typed["traits"]) == ["schooling:0", "schooling:2"]
    there = "/jangkauan/tanda/baru/?dari=out_of_school"
    assert browser.post(there, typed | {"age_from": "19"}).status_code == 422
    assert browser.post(there, typed | {"traits": [], "key": form.key}).status_code == 409
    assert browser.post(there, typed | {"age_from": "6", "key": form.key}).status_code == 302
    own = Sign.objects.get(area_id=7302000000)
    assert (own.code, own.number, own.age_from, own.traits) == ("out_of_school", 1, 6, {"schooling": ["0", "2"]})
    assert "6–17 tahun" in read(desk(cast.ara_koordinator), "/jangkauan/tanda/")
    assert "7–17 tahun" in read(desk(cast.gowa_manajer), "/jangkauan/tanda/")
    assert desk(cast.ara_koordinator).get("/jangkauan/tanda/baru/").status_code == 403
