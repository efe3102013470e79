"""The forms on the page of a followed complaint, through HTTP: verdict, opening again, objection."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from satupintu.foundation.access import house
from satupintu.foundation.access.visitors import FIELD, ticket
from satupintu.lib.printed_codes import fingerprint
from satupintu.work.complaints.intake import follow_up_code
from satupintu.work.complaints.models import Complaint, Verdict
from satupintu.work.complaints.tests.test_citizens_acts import end
from satupintu.work.complaints.words import Sensitivity

SENT = {
    "penilaian": {"judgement": "unsolved", "comment": "Masih salah"},
    "pembukaan-kembali": {"reason": "Masih salah"},
    "keberatan": {"reason": "Tidak didengar"},
}
forms = pytest.mark.parametrize("slug", SENT)


@pytest.fixture
def closed(complaint: Complaint, cast: Any, under: Any) -> Complaint:
    """A complaint of Ara that ended five days ago."""
    with under(cast.ara_koordinator):
        return end(complaint, cast.ara_koordinator)


def holder(complaint: Complaint, *, cookies: bool = True) -> Client:
    """A browser that has shown the code."""
    browser = Client(enforce_csrf_checks=True)
    if cookies:
        browser.get("/warga/")
    sent = {"number": complaint.number, "code": follow_up_code(complaint.number), FIELD: ticket()}
    browser.page = browser.post("/lacak/", sent, follow=True).content.decode()  # type: ignore[attr-defined]
    return browser


def send(browser: Client, slug: str, **words: Any) -> Any:
    return browser.post(f"/lacak/{slug}/", SENT[slug] | {"key": str(uuid4()), FIELD: ticket()} | words)


def moved(complaint: Complaint) -> bool:
    with house("uji", quietly=True):
        before = (complaint.status, 0, 0)
        complaint.refresh_from_db()
        return before != (complaint.status, Verdict.objects.count(), complaint.appeals.count())


@forms
def test_the_holder_of_the_code_may(slug: str, closed: Complaint) -> None:
    answer = send(holder(closed), slug)
    assert answer.status_code == (200 if slug == "keberatan" else 302)
    assert moved(closed)


@forms
def test_where_cookies_are_refused_the_page_carries_the_pass(slug: str, closed: Complaint) -> None:
    browser = holder(closed, cookies=False)
    browser.cookies.clear()
    token = re.findall(r'name="izin" value="([^"]+)"', browser.page)[0]  # type: ignore[attr-defined]
    assert send(browser, slug, izin=token).status_code == 200
    assert moved(closed)


@forms
def test_without_the_code_nothing_happens(slug: str, closed: Complaint) -> None:
    for extra in ({}, {"izin": "x:y:z"}):
        assert send(Client(), slug, **extra).status_code == 403
    assert not moved(closed)


@forms
def test_another_site_does_not_use_the_cookie(slug: str, closed: Complaint) -> None:
    browser = holder(closed)
    sent = SENT[slug] | {FIELD: ticket()}
    assert browser.post(f"/lacak/{slug}/", sent, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert browser.post(f"/lacak/{slug}/", SENT[slug]).status_code == 403
    assert not moved(closed)


@forms
def test_what_is_missing_is_said_on_the_same_page(slug: str, closed: Complaint) -> None:
    empty = dict.fromkeys(SENT[slug], "")
    answer = send(holder(closed), slug, **empty)
    assert answer.status_code == 422 and "Ada yang perlu diperbaiki" in answer.content.decode()
    assert not moved(closed)


def test_a_form_of_yesterday_says_what_has_changed(closed: Complaint) -> None:
    browser = holder(closed)
    send(browser, "penilaian")
    answer = send(browser, "penilaian")
    assert answer.status_code == 409 and "sudah menilai" in answer.content.decode()


def test_after_thirty_days_the_page_shows_the_way_to_a_new_one(closed: Complaint) -> None:
    with house("uji", quietly=True):
        Complaint.objects.filter(pk=closed.pk).update(closed_at=timezone.now() - timedelta(days=31))
    browser = holder(closed)
    assert 'href="/lapor/"' in browser.page and "Minta dibuka lagi" not in browser.page  # type: ignore[attr-defined]
    answer = send(browser, "pembukaan-kembali")
    assert answer.status_code == 409 and "Buat pengaduan baru" in answer.content.decode()


def test_an_objection_has_its_own_number_and_code(closed: Complaint) -> None:
    page = send(holder(closed), "keberatan").content.decode()
    number, code = re.findall(r'<code class="big">([^<]+)</code>', page)
    with house("uji", quietly=True):
        fresh = Complaint.objects.get(number=number)
    assert fresh.previous_id == closed.pk and fresh.follow_up == fingerprint(code)
    assert "Keberatan Anda sudah diajukan" in holder(closed).page  # type: ignore[attr-defined]


def test_of_a_secret_one_no_office_above_is_named(cast: Any, under: Any, told: Any) -> None:
    from satupintu.work.complaints import actions

    with under(cast.ara_depan):
        secret = actions.register(told(sensitivity=Sensitivity.SECRET), by=cast.ara_depan)
    with under(cast.bulukumba_manajer):
        end(secret, cast.bulukumba_manajer)
    page: str = holder(secret).page  # type: ignore[attr-defined]
    assert "PUSPELKESSOS" not in page and "Terpenuhi" not in page and "Ombudsman" in page


def test_what_is_still_missing_is_told_until_the_end(complaint: Complaint, cast: Any, under: Any) -> None:
    from satupintu.work.catalogue.models import Requirement, Service
    from satupintu.work.complaints import actions

    with under(cast.ara_koordinator):
        line = Requirement.objects.filter(obligatory=True).select_related("set__service").first()
        assert line is not None
        service: Service = line.set.service
        actions.choose_service(complaint, by=cast.ara_koordinator, service=service)
        complaint.refresh_from_db()
        actions.check_papers(complaint, by=cast.ara_koordinator, ticked=[])
    page: str = holder(complaint).page  # type: ignore[attr-defined]
    assert "Berkas yang masih kurang" in page and line.document in page


def test_while_the_office_waits_for_the_citizen_it_says_so_without_the_note(
    complaint: Complaint, cast: Any, under: Any
) -> None:
    from satupintu.work.complaints import actions
    from satupintu.work.complaints.words import PauseReason

    with under(cast.ara_koordinator):
        day = timezone.localdate() + timedelta(days=3)
        words = {"why": PauseReason.PAPERS, "expected_on": day, "note": "KK dipegang mantan suami"}
        actions.pause(complaint, by=cast.ara_koordinator, **words)
    page: str = holder(complaint).page  # type: ignore[attr-defined]
    assert "Kami menunggu berkas dari Anda" in page and "mantan suami" not in page
