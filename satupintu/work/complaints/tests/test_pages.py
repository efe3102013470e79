"""The pages of complaints through HTTP."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from satupintu.engine.events.models import Event
from satupintu.foundation.offices.models import Office
from satupintu.work.complaints import wording
from satupintu.work.complaints.models import Complaint

Desk = Callable[[Any], Client]


def typed(**words: str) -> dict[str, str]:
    usual = {
        "field": "health",
        "text": "KIS tidak aktif",
        "kind": "grievance",
        "nature": "need",
        "about": "Daeng Caya",
        "relation": "self",
        "channel": "walk_in",
        "urgency": "ordinary",
        "sensitivity": "ordinary",
    }
    return usual | words


def test_a_complaint_is_taken_down_and_its_page_opened(desk: Desk, cast: Any) -> None:
    clerk = desk(cast.ara_depan)
    answer = clerk.post("/keluhan/baru/", typed(), follow=True)
    assert answer.status_code == 200
    assert "Daeng Caya" in answer.content.decode()


def test_a_list_of_one_place_is_filtered_by_area_once(cast: Any, desk: Desk, complaint: Complaint) -> None:
    manager, columns = desk(cast.bulukumba_manajer), ("provinsi", "kabupaten", "kecamatan", "village")
    for place, found in (("", True), ("730203", True), ("7302032006", True), ("730201", False), ("7306", False)):
        with CaptureQueriesContext(connection) as asked:
            page = manager.get(f"/keluhan/?place={place}").content.decode()
        (sql,) = (
            one["sql"] for one in asked if 'FROM "complaints_complaint"' in one["sql"] and "ORDER BY" in one["sql"]
        )
        where = sql.partition("WHERE")[2]
        filters = sum(where.count(f'"complaints_complaint"."{column}" = ') for column in columns)
        assert (filters, complaint.number in page) == (2 if place == "7306" else 1, found), place
    assert complaint.number not in desk(cast.bira_koordinator).get("/keluhan/?place=730203").content.decode()


def test_bad_input_comes_back_with_everything_typed(desk: Desk, cast: Any, under: Any) -> None:
    answer = desk(cast.ara_depan).post("/keluhan/baru/", typed(field="", relation="family"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "KIS tidak aktif" in page
    assert "Tulis nama pelapor" in page
    with under(cast.ara_depan):
        assert not Complaint.objects.exists()


def test_a_step_that_is_sent_once_more_is_answered_as_the_first_time(
    desk: Desk, cast: Any, under: Any, complaint: Complaint
) -> None:
    """It has taken the complaint to another office, where this officer decides nothing."""
    path, above = f"/keluhan/{complaint.number}/penerusan/", Office.objects.get(code="S7302")
    officer, form = desk(cast.ara_koordinator), {"to": above.pk, "reason": "Di atas wewenang desa", "key": str(uuid4())}
    first, second = (officer.post(path, form) for _time in range(2))
    assert first.status_code == second.status_code == 302 and first["Location"] == second["Location"]
    assert officer.post(path, form | {"key": str(uuid4())}).status_code == 403
    with under(cast.ara_koordinator):
        assert complaint.decisions.count() == 1


def test_an_anonymous_reporter_leaves_no_name(desk: Desk, cast: Any, under: Any) -> None:
    desk(cast.ara_depan).post(
        "/keluhan/baru/", typed(relation="anonymous", reporter_name="Tetangga", reporter_phone="08")
    )
    with under(cast.ara_depan):
        told = Complaint.objects.get().reporter
        assert (told.name, told.phone) == ("", "")


def test_a_receipt_can_be_printed_again_with_the_same_code(desk: Desk, cast: Any, complaint: Complaint) -> None:
    clerk = desk(cast.ara_depan)
    pages = {clerk.get(f"/keluhan/{complaint.number}/tanda-terima/").content for _ in range(2)}
    assert len(pages) == 1


def test_the_page_offers_one_receipt_and_the_receipt_a_numbered_one(
    desk: Desk, cast: Any, complaint: Complaint
) -> None:
    clerk, address, numbered = (
        desk(cast.ara_depan),
        f"/keluhan/{complaint.number}/",
        f"/surat/lembar/receipt/{complaint.pk}/",
    )
    page = clerk.get(address).content.decode()
    assert "tanda-terima/" in page and numbered not in page
    assert numbered in clerk.get(f"{address}tanda-terima/").content.decode()
    assert clerk.get(numbered).status_code == 200
    above = desk(cast.bulukumba_manajer).get(f"{address}tanda-terima/").content.decode()
    assert numbered not in above, "only the office that answers for it issues one"


def test_opening_a_complaint_is_one_event_that_says_what_was_shown(
    desk: Desk, cast: Any, under: Any, complaint: Complaint
) -> None:
    desk(cast.ara_koordinator).get(f"/keluhan/{complaint.number}/")
    with under(cast.ara_koordinator):
        opened = Event.objects.get(name="complaint.opened")
        assert opened.shown_ids == [complaint.pk]
        assert "story" in opened.facts["shown"]


def test_the_list_shows_no_story(desk: Desk, cast: Any, complaint: Complaint) -> None:
    page = desk(cast.ara_koordinator).get("/keluhan/").content.decode()
    assert complaint.about in page
    assert "akta kelahiran" not in page


def test_taking_a_file_away_asks_for_the_password_first(desk: Desk, cast: Any, complaint: Complaint) -> None:
    manager = desk(cast.bulukumba_manajer)
    assert manager.get("/keluhan/?unduh=csv").status_code == 200
    session = manager.session
    session["account_authentication_methods"] = [{"method": "password", "at": 0, "username": "uji"}]
    session.save()
    answer = manager.get("/keluhan/?unduh=csv")
    assert answer.status_code == 302
    assert "/akun/konfirmasi/" in answer["Location"]


def test_a_village_officer_takes_no_file_away(desk: Desk, cast: Any, complaint: Complaint) -> None:
    answer = desk(cast.ara_koordinator).get("/keluhan/?unduh=csv")
    assert answer["Content-Type"].startswith("text/html") and "Untuk apa berkas ini" not in answer.content.decode()


def test_the_printed_receipt_and_the_numbered_slip_say_the_same(desk: Desk, cast: Any, complaint: Complaint) -> None:
    page = desk(cast.ara_depan).get(f"/keluhan/{complaint.number}/tanda-terima/").content.decode()
    slip = wording.RECEIPTS[0].wording
    words = [wording.KEEP_IT, wording.FREE, *wording.RECEIPT_LINES.values()]
    for sentence in (*words, wording.RECEIPT_TITLE):
        assert sentence in page, sentence
        assert sentence in f"{slip.title}\n{slip.body}", sentence
    for fact in wording.RECEIPT_LINES:
        assert f"{{{{ {fact} }}}}" in slip.body, fact
    assert page.count("<dt>") == len(wording.RECEIPT_LINES)
