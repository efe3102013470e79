"""The citizens' own form through HTTP: nothing is lost, nothing is told about anybody, nobody is turned away."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from satupintu.engine.documents.models import Attachment
from satupintu.engine.documents.tests.files import picture
from satupintu.foundation.access import house, pace
from satupintu.foundation.access.visitors import FIELD, ticket
from satupintu.foundation.offices.models import SignInAttempt
from satupintu.lib.printed_codes import fingerprint
from satupintu.registry.people.models import Person
from satupintu.work.complaints.models import Complaint, Reporter, Story

pytestmark = pytest.mark.usefixtures("cast")
STORY = "Atap rumah bocor dan anak saya sakit."


def typed(**words: Any) -> dict[str, Any]:
    """What a citizen of Ara typed, with a fresh key and a ticket of our page."""
    usual = {
        **{"danger": "no", "text": STORY, "field": "social", "village": "Ara", "relation": "self", "name": "Caya"},
        **{"phone": "0812000111", "contact": "message", "key": str(uuid4()), FIELD: ticket()},
    }
    return usual | words


def send(browser: Client, sent: dict[str, Any] | None = None, **more: Any) -> Any:
    return browser.post("/lapor/kirim/", typed() if sent is None else sent, **more)


def kept() -> list[Complaint]:
    with house("uji", quietly=True):
        return list(Complaint.objects.select_related("story", "reporter").order_by("pk"))


@pytest.mark.parametrize("browser", [Client(), Client(enforce_csrf_checks=True)], ids=["cookies", "no cookies"])
def test_a_citizen_writes_checks_sends_and_keeps_the_code(browser: Client) -> None:
    assert browser.get("/lapor/").status_code == 200
    checked = browser.post("/lapor/", typed())
    page = checked.content.decode()
    assert checked.status_code == 200 and STORY in page and "Kirim pesan saja" in page
    assert kept() == [], "nothing is kept before it is sent"
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    answer = browser.post("/lapor/kirim/", hidden)
    page = answer.content.decode()
    (complaint,) = kept()
    number, code = re.findall(r'<code class="big">([^<]+)</code>', page)
    assert answer.status_code == 200 and number == complaint.number and fingerprint(code) == complaint.follow_up
    assert (complaint.story.text, complaint.reporter.name, complaint.reporter.contact) == (STORY, "Caya", "message")
    assert answer["Cache-Control"] == "no-store"


def test_a_name_is_not_asked_for(client: Client) -> None:
    assert send(client, typed(name="", phone="")).status_code == 200
    (complaint,) = kept()
    assert (complaint.reporter.relation, complaint.about) == ("anonymous", "")


def test_what_is_missing_is_said_and_what_was_typed_is_there(client: Client) -> None:
    answer = client.post("/lapor/", typed(field="", village="zzzz"))
    page = answer.content.decode()
    assert answer.status_code == 422 and STORY in page and "0812000111" in page


def test_going_back_to_change_keeps_everything(client: Client) -> None:
    page = client.post("/lapor/", typed(ubah="1", village="7302032006")).content.decode()
    assert STORY in page and 'value="Ara"' in page and 'value="Caya"' in page


def test_a_village_of_several_names_is_picked_without_script(client: Client) -> None:
    page = client.post("/lapor/", typed(village="a")).content.decode()
    assert 'name="village-pilihan"' in page or "tidak ditemukan" in page
    assert client.get("/lapor/desa/", {"q": "ara bonto"}).json()["names"][0].startswith("Desa Ara")
    assert client.get("/lapor/desa/", {"q": "ar"}).json() == {"names": []}


def test_the_story_of_violence_goes_to_the_kabupaten_at_once(client: Client) -> None:
    page = client.post("/lapor/", typed(danger="violence")).content.decode()
    assert "langsung ke kabupaten" in page and 'href="tel:129"' in page
    assert send(client, typed(danger="violence")).status_code == 200
    (complaint,) = kept()
    assert (complaint.sensitivity, complaint.urgency, complaint.clearance) == ("secret", "emergency", 2)
    assert complaint.waits_at.code == "S7302"


def test_danger_without_violence_is_urgent_and_not_secret(client: Client) -> None:
    send(client, typed(danger="other"))
    (complaint,) = kept()
    assert (complaint.sensitivity, complaint.urgency) == ("ordinary", "emergency")


@pytest.mark.parametrize("path", ["/lapor/", "/lacak/"])
def test_there_is_a_way_out_that_works_without_script(client: Client, path: str) -> None:
    assert 'href="/pergi/"' in client.get(path).content.decode()
    answer = client.get("/pergi/")
    assert answer.status_code == 302 and answer["Location"].startswith("https://")
    assert answer["Referrer-Policy"] == "no-referrer"


def test_a_double_click_is_one_complaint_and_a_corrected_text_is_another(client: Client) -> None:
    sent = typed()
    pages = [send(client, sent).content.decode() for _click in range(2)]
    codes = [re.findall(r'<code class="big">([^<]+)</code>', page) for page in pages]
    assert codes[0] == codes[1] and len(kept()) == 1
    send(client, sent | {"text": "Bukan atap, dinding."})
    assert len(kept()) == 2


def test_a_photo_comes_along_and_stays_behind_the_wall(client: Client) -> None:
    photo = SimpleUploadedFile("rumah.jpg", picture(), content_type="image/jpeg")
    assert send(client, typed(photo=photo)).status_code == 200
    (complaint,) = kept()
    with house("uji", quietly=True):
        paper = Attachment.objects.of(complaint).get()
    assert (paper.name, paper.by_label, paper.appointment_id) == ("rumah.jpg", "Warga", None)


def test_a_photo_that_is_none_is_refused_and_nothing_is_kept(client: Client) -> None:
    answer = send(client, typed(photo=SimpleUploadedFile("x.jpg", b"<script>", content_type="image/jpeg")))
    assert answer.status_code == 422 and STORY in answer.content.decode()
    assert kept() == []


def test_nothing_tells_whether_somebody_is_in_the_register(client: Client) -> None:
    """SECURITY T2: who is known and who is not are answered alike."""
    with house("uji", quietly=True):
        Person.objects.create(name="Caya", nik="7302036006870001", birth_year=1987, village_id=7302032006)
    pages = []
    for name in ("Caya", "Cayb"):
        page = send(client, typed(name=name, text=f"{STORY} 7302036006870001")).content.decode()
        pages.append(re.sub(r'[A-Z0-9]+-K\d\d-\d+|[A-Z2-7]{4}(-[A-Z2-7]{4}){3}|value="[^"]*"', "…", page))
    assert pages[0] == pages[1]


def test_where_no_office_takes_part_nothing_is_lost(client: Client) -> None:
    answer = send(client, typed(village="Bende"))
    page = answer.content.decode()
    assert answer.status_code == 422 and "belum ada kantor" in page and STORY in page


PHONE = {"REMOTE_ADDR": "10.1.2.3", "headers": {"User-Agent": "Telepon Ani"}}


def test_the_sixth_of_one_device_waits_and_then_gets_through(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for _one in range(5):
        assert send(client, **PHONE).status_code == 200
    sent = typed()
    slowed = send(client, sent, **PHONE)
    page = slowed.content.decode()
    assert slowed.status_code == 429 and 0 < int(slowed["Retry-After"]) <= pace.STEP
    assert "belum terkirim" in page and STORY in page
    token = re.findall(r'name="giliran" value="([^"]+)"', page)[0]
    assert send(client, sent | {pace.FIELD: token}, **PHONE).status_code == 429, "too early"
    later(monkeypatch, pace.STEP + 1)
    assert send(client, sent | {"text": "lain", pace.FIELD: token}, **PHONE).status_code == 429, (
        "a turn is for one thing"
    )
    assert send(client, sent | {pace.FIELD: token}, **PHONE).status_code == 200
    assert len(kept()) == 6
    assert send(client, REMOTE_ADDR="10.1.2.3", headers={"User-Agent": "Telepon Budi"}).status_code == 200


def later(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    import time

    moved = time.time() + seconds
    monkeypatch.setattr(pace.time, "time", lambda: moved)


def test_the_waits_grow_and_end_somewhere(client: Client) -> None:
    waits = [int(send(client, **PHONE).get("Retry-After", 0)) for _one in range(5 + 14)]
    assert waits[:5] == [0] * 5
    assert waits[5:9] == sorted(waits[5:9]) and waits[5] < waits[8]
    assert max(waits) <= pace.MOST


def test_sixty_of_one_address_and_not_one_is_dropped(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """SECURITY W7: many phones behind one address of a village."""
    statuses, waiting = [], []
    for phone in range(65):
        sent = typed(text=f"Kiriman {phone}")
        heads = {"REMOTE_ADDR": "10.9.9.9", "headers": {"User-Agent": f"Telepon {phone}"}}
        answer = send(client, sent, **heads)
        statuses.append(answer.status_code)
        if answer.status_code == 429:
            token = re.findall(r'name="giliran" value="([^"]+)"', answer.content.decode())[0]
            waiting.append((sent | {pace.FIELD: token}, heads))
    assert statuses == [200] * 60 + [429] * 5
    later(monkeypatch, pace.MOST + 1)
    assert [send(client, sent, **heads).status_code for sent, heads in waiting] == [200] * 5
    assert len(kept()) == 65


def test_a_report_of_violence_waits_ten_seconds_at_most(client: Client) -> None:
    for _one in range(30):
        send(client, **PHONE)
    assert int(send(client, typed(danger="violence"), **PHONE)["Retry-After"]) <= 10


def test_what_fills_the_trap_waits_and_is_not_dropped(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = typed()
    slowed = send(client, sent | {"situs": "https://iklan.example"})
    assert slowed.status_code == 429
    token = re.findall(r'name="giliran" value="([^"]+)"', slowed.content.decode())[0]
    later(monkeypatch, pace.STEP + 1)
    assert send(client, sent | {pace.FIELD: token}).status_code == 200


def test_counts_hold_no_address_longer_than_they_count(client: Client) -> None:
    send(client, **PHONE)
    assert SignInAttempt.objects.filter(budget__contains="10.1.2.3").exists()
    assert pace.WINDOW <= 15 * 60, "what is older is swept away by the hour's job"


def test_another_site_sends_nothing(client: Client) -> None:
    assert send(client, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert send(client, typed(**{FIELD: ""})).status_code == 403
    assert kept() == []


def test_the_desk_says_that_it_came_from_a_citizen(client: Client, desk: Any, cast: Any) -> None:
    send(client)
    (complaint,) = kept()
    clerk = desk(cast.ara_depan)
    assert "dari warga, belum diperiksa" in clerk.get("/").content.decode()
    page = clerk.get(f"/keluhan/{complaint.number}/").content.decode()
    assert "Sudah diperiksa, terima" in page and "Kirim pesan saja, jangan menelepon" in page
    answer = clerk.post(
        f"/keluhan/{complaint.number}/penerimaan/", {"about": "Daeng Caya", "key": str(uuid4())}, follow=True
    )
    assert "Kiriman warga diterima" in answer.content.decode()
    with house("uji", quietly=True):
        assert Story.objects.count() == Reporter.objects.count() == 1
