"""The pages of offices, staff and calendar through HTTP."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate as today

from satupintu.cast.officers import PASSWORD
from satupintu.engine.events.models import Event
from satupintu.foundation.offices.models import Account, Appointment, Office, OfficeClosure

pytestmark = pytest.mark.django_db


Desk = Callable[[Any], Client]


@pytest.fixture
def admin(cast: Any, desk: Desk) -> Client:
    """The account administrator of Bulukumba, who has just typed the password."""
    client = desk(cast.bulukumba_admin)
    client.post("/akun/konfirmasi/", {"password": PASSWORD})
    return client


def test_the_directory_lists_and_narrows(cast: Any, desk: Desk) -> None:
    client = desk(cast.ara_koordinator)
    page = client.get("/kantor/").content.decode()
    assert "RSUD Bulukumba" in page
    page = client.get("/kantor/", {"jenis": "police"}).content.decode()
    assert "Polres" in page
    assert "RSUD" not in page
    page = client.get("/kantor/", {"wilayah": "Gowa", "bidang": "health"}).content.decode()
    assert "P7306072008" in page
    assert "P7302032006" not in page


def test_an_office_shows_how_to_reach_it(cast: Any, desk: Desk) -> None:
    page = desk(cast.ara_koordinator).get("/kantor/S7302/").content.decode()
    for words in ("0413 555 010", "Jam buka", "08.00–12.00, 13.00–16.00", "Kab. Bulukumba"):
        assert words in page


def test_a_coordinator_corrects_the_own_office_and_no_other(cast: Any, desk: Desk) -> None:
    client = desk(cast.ara_koordinator)
    form = {"name": "Puskesos Desa Ara", "phone": "0413 555 099", "day0": "08.00-12.00", "fields_served": ["health"]}
    assert client.post("/kantor/P7302032006/perubahan/", form)["Location"] == "/kantor/P7302032006/"
    office = Office.objects.get(code="P7302032006")
    assert (office.phone, office.hours, office.fields) == ("0413 555 099", {"0": [["08:00", "12:00"]]}, ["health"])
    assert client.post("/kantor/P7302032005/perubahan/", form).status_code == 403


def test_two_who_change_one_office_at_once_do_not_overwrite_each_other(cast: Any, desk: Desk) -> None:
    client = desk(cast.ara_koordinator)
    seen = Office.objects.get(code="P7302032006").version
    form = {"name": "Puskesos Desa Ara", "day0": "08.00-12.00", "seen": seen}
    assert client.post("/kantor/P7302032006/perubahan/", form | {"phone": "1"}).status_code == 302
    late = client.post("/kantor/P7302032006/perubahan/", form | {"phone": "2"})
    assert late.status_code == 409
    assert "sudah mengubah" in late.content.decode()
    assert Office.objects.get(code="P7302032006").phone == "1"


def test_hours_that_cannot_be_read_are_told_beside_their_day(cast: Any, desk: Desk) -> None:
    form = {"name": "Puskesos Desa Ara", "day0": "pagi", "phone": "0999"}
    answer = desk(cast.ara_koordinator).post("/kantor/P7302032006/perubahan/", form)
    assert answer.status_code == 422
    assert "08.00–12.00, 13.00–16.00" in answer.content.decode()
    assert 'value="0999"' in answer.content.decode()


def test_whoever_keeps_no_staff_sees_no_staff(cast: Any, desk: Desk) -> None:
    for nobody in ("ara_koordinator", "bulukumba_kadis", "nasional_auditor", "sulsel_pemantau", "ara_fasilitator"):
        client = desk(getattr(cast, nobody))
        assert client.get("/petugas/").status_code == 403
        assert client.get("/petugas/ara.depan/").status_code == 403


def test_the_staff_of_another_kabupaten_do_not_exist(cast: Any, admin: Client) -> None:
    assert "Sirajuddin" not in admin.get("/petugas/").content.decode()
    absent = admin.get("/petugas/tidak.ada/")
    hidden = admin.get("/petugas/gowa.manajer/")
    assert (absent.status_code, hidden.status_code) == (404, 404)
    assert absent.content == hidden.content
    assert admin.get(f"/petugas/penugasan/{cast.gowa_manajer.pk}/pengakhiran/").status_code == 404


def test_staff_can_be_found(cast: Any, admin: Client) -> None:
    page = admin.post("/petugas/", {"nama": "rosmi"}, follow=True).content.decode()
    assert "Rosmiati" in page
    assert "Hasnawati" not in page
    page = admin.post("/petugas/", {"peran": "supervisor", "keadaan": "bertugas"}, follow=True).content.decode()
    assert "Hasnawati" in page


def test_administering_accounts_asks_for_the_password_again(cast: Any, desk: Desk) -> None:
    client = desk(cast.bulukumba_admin)
    session = client.session
    session["account_authentication_methods"] = []
    session.save()
    form = {"name": "Baru", "username": "ara.baru", "area": "7302032006"}
    sent = client.post("/petugas/baru/", form)
    assert sent["Location"].startswith("/akun/konfirmasi/")
    assert not Account.objects.filter(username="ara.baru").exists()
    assert client.post(sent["Location"], {"password": "salah-salah-salah"}).status_code == 200
    client.post(sent["Location"], {"password": PASSWORD})
    assert Account.objects.filter(username="ara.baru").exists()


def test_from_account_to_first_sign_in(cast: Any, admin: Client) -> None:
    form = {"name": "Petugas Baru", "username": "ara.baru", "area": "Ara"}
    assert admin.post("/petugas/baru/", form)["Location"] == "/petugas/ara.baru/"
    letter = {
        "sk_number": "SK/12/2026",
        "sk_date": f"{today():%d-%m-%Y}",
        "role": "village_front",
        "office": "P7302032006",
        "valid_from": f"{today():%d-%m-%Y}",
        "valid_to": f"{today() + timedelta(days=90):%d-%m-%Y}",
    }
    assert admin.post("/petugas/ara.baru/penugasan/", letter)["Location"] == "/petugas/ara.baru/"
    sheet = admin.post("/petugas/ara.baru/undangan/", {})
    code = sheet.context["code"]
    assert code in sheet.content.decode()
    person = Client()
    new = {"code": code.lower().replace("-", " "), "password": "rahasia saya sendiri", "again": "rahasia saya sendiri"}
    same = new | {"key": str(uuid4())}
    for _sent_once_more in range(2):
        assert person.post("/masuk/sandi-baru/", same)["Location"] == "/masuk/"
    assert person.post("/masuk/sandi-baru/", new).status_code == 422
    assert person.post("/masuk/", {"login": "ara.baru", "password": "rahasia saya sendiri"})["Location"] == "/"
    assert person.get("/kantor/").wsgi_request.appointment.sk_number == "SK/12/2026"
    page = admin.get("/petugas/ara.baru/").content.decode()
    assert "Front office Puskesos" in page
    assert "Mencetak kode sekali pakai" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"password": "pendek", "again": "pendek"}, "12"),
        ({"again": "lain sama sekali"}, "tidak sama"),
        ({"code": "AAAA-BBBB-CCCC-DDDD"}, "tidak dikenal"),
    ],
)
def test_a_bad_new_password_is_told(db: None, changes: dict[str, str], sentence: str) -> None:
    form = {
        "code": "AAAA-AAAA-AAAA-AAAA",
        "password": "kalimat yang panjang",
        "again": "kalimat yang panjang",
    } | changes
    answer = Client().post("/masuk/sandi-baru/", form)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_manager_cannot_pick_what_is_not_theirs_to_give(cast: Any, desk: Desk) -> None:
    client = desk(cast.bulukumba_manajer)
    client.post("/akun/konfirmasi/", {"password": PASSWORD})
    letter = {
        "sk_number": "SK/12/2026",
        "sk_date": f"{today():%d-%m-%Y}",
        "valid_from": f"{today():%d-%m-%Y}",
        "valid_to": f"{today():%d-%m-%Y}",
        "office": "P7302032006",
        "role": "facilitator",
    }
    before = Appointment.objects.count()
    for changes in ({"role": "administrator"}, {"office": "P7306072008"}, {"area": "7306072008"}):
        answer = client.post("/petugas/ara.depan/penugasan/", letter | changes)
        assert answer.status_code == 422
    assert Appointment.objects.count() == before
    assert client.post("/petugas/bulukumba.admin/undangan/", {}).status_code == 403


def test_a_role_at_a_wrong_level_is_told_and_nothing_typed_is_lost(cast: Any, admin: Client) -> None:
    letter = {
        "sk_number": "SK/12/2026",
        "sk_date": f"{today():%d-%m-%Y}",
        "valid_from": f"{today():%d-%m-%Y}",
        "valid_to": f"{today():%d-%m-%Y}",
        "office": "S7302",
        "role": "coordinator",
    }
    answer = admin.post("/petugas/ara.depan/penugasan/", letter)
    assert answer.status_code == 409
    assert "tingkat wilayah" in answer.content.decode()
    assert "SK/12/2026" in answer.content.decode()


def test_the_centre_makes_an_account_for_the_whole_country_and_the_auditor_reads_of_it(cast: Any, desk: Desk) -> None:
    client = desk(cast.nasional_admin)
    client.post("/akun/konfirmasi/", {"password": PASSWORD})
    form = {"name": "Petugas Pusat", "username": "pusat.baru"}
    assert client.post("/petugas/baru/", form)["Location"] == "/petugas/pusat.baru/"
    assert "pusat.baru" in desk(cast.nasional_auditor).get("/jejak/").content.decode()
    assert "pusat.baru" not in desk(cast.bulukumba_manajer).get("/jejak/").content.decode()


def test_ending_and_deactivating_from_the_page(cast: Any, admin: Client) -> None:
    url = reverse("offices:end_appointment", args=[cast.ara_depan.pk])
    assert admin.post(url, {"reason": "rotated"})["Location"] == "/petugas/ara.depan/"
    assert not Appointment.objects.get(pk=cast.ara_depan.pk).in_force()
    assert admin.post(url, {"reason": "rotated"}).status_code == 409
    assert admin.post("/petugas/ara.depan/penonaktifan/", {}).status_code == 302
    assert not Account.objects.get(username="ara.depan").is_active
    assert admin.post("/petugas/ara.depan/pengaktifan/", {}).status_code == 302


def test_looking_changes_nothing(cast: Any, admin: Client) -> None:
    end = reverse("offices:end_appointment", args=[cast.ara_depan.pk])
    steps = ("perubahan", "undangan", "penonaktifan", "pengaktifan", "penugasan")
    urls = ["/petugas/", "/petugas/baru/", end, *(f"/petugas/ara.depan/{step}/" for step in steps)]
    urls += ["/kantor/", "/kantor/baru/", "/kantor/S7302/", "/kantor/S7302/perubahan/", "/kantor/S7302/penutupan/"]
    urls += ["/kalender/", "/kalender/hari-tutup/"]

    def everything() -> tuple[list[Any], ...]:
        tables = (Account.objects.exclude(pk=cast.bulukumba_admin.account_id), Appointment.objects, Office.objects)
        return (
            *(list(table.values().order_by("pk")) for table in tables),
            list(Event.objects.changes().values_list("pk")),
        )

    before = everything()
    for url in urls:
        assert admin.get(url).status_code == 200, url
    assert everything() == before


def test_days_off_are_kept_from_the_page(cast: Any, admin: Client) -> None:
    form = {"day": "24-11-2026", "reason": "HUT Bulukumba"}
    assert admin.post("/kalender/hari-tutup/", form).status_code == 302
    assert admin.post("/kalender/hari-tutup/", form).status_code == 409
    assert "HUT Bulukumba" in admin.get("/kalender/", {"tahun": "2026"}).content.decode()
    closure, key = OfficeClosure.objects.get(), str(uuid4())
    for _sent_once_more in range(2):
        removed = admin.post(f"/kalender/hari-tutup/{closure.pk}/penghapusan/", {"key": key})
        assert (removed.status_code, removed["Location"]) == (302, "/kalender/")
    assert admin.post(f"/kalender/hari-tutup/{closure.pk}/penghapusan/").status_code == 404
    assert not OfficeClosure.objects.exists()


def test_the_calendar_of_a_year_names_its_holidays(cast: Any, desk: Desk) -> None:
    page = desk(cast.ara_koordinator).get("/kalender/", {"tahun": "2026"}).content.decode()
    assert "Idulfitri 1447 H" in page
    assert "Tambah hari tutup" not in page
