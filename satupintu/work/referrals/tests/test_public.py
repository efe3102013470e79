"""The receiver's door without an account, through HTTP: a code opens one letter in one browser, and nothing besides."""

import re
import statistics
import time
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from satupintu.engine.documents.actions import attach
from satupintu.engine.documents.tests.files import pdf, upload
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.offices.models import SignInAttempt
from satupintu.work.referrals import actions, codes
from satupintu.work.referrals.models import Pass, Referral
from satupintu.work.referrals.words import Status

SIGNED = {"guest_name": "dr. Rina", "guest_position": "Kepala IGD"}


@pytest.fixture
def given(letter: Referral, cast: Any, under: Any) -> Pass:
    """A code for the letter."""
    with under(cast.ara_koordinator):
        return actions.issue_pass(letter, by=cast.ara_koordinator)


@pytest.fixture
def code(given: Pass) -> str:
    """The code as it is printed."""
    return codes.code_of(given.pk)


def opens(code: str) -> Client:
    """A browser in which the letter of a code was opened."""
    browser = Client()
    assert browser.post("/jawab/", {"code": code}).status_code == 302
    return browser


def test_a_code_opens_its_letter_and_the_answer_reaches_the_sender(
    letter: Referral, code: str, cast: Any, under: Any, desk: Any
) -> None:
    visitor = opens(code.lower().replace("-", " "))
    page = visitor.get("/jawab/surat/").content.decode()
    assert "Mohon akta" in page and letter.number in page and "/keluhan/" not in page
    answer = visitor.post("/jawab/surat/penerimaan/", {"text": "Kami tunggu", **SIGNED})
    assert answer["Location"] == "/jawab/surat/"
    form = visitor.get("/jawab/surat/pelayanan/").content.decode()
    assert "dr. Rina" in form, "who answered once need not type it again"
    paper = upload("hasil.pdf", pdf())
    answer = visitor.post("/jawab/surat/pelayanan/", {"text": "Sudah dirawat", "paper": paper, **SIGNED})
    assert answer["Location"] == "/jawab/selesai/"
    assert visitor.get("/jawab/surat/").status_code == 302, "with the last word the code has ended"
    with under(cast.ara_koordinator):
        letter.refresh_from_db()
        assert letter.status == Status.SERVED
    page = desk(cast.ara_koordinator).get(f"/rujukan/{letter.number}/").content.decode()
    assert "dr. Rina · Kepala IGD" in page and "tanpa akun" in page and "hasil.pdf" in page


def test_who_answers_has_to_say_so(code: str, letter: Referral, cast: Any, under: Any) -> None:
    answer = opens(code).post("/jawab/surat/penerimaan/", {"text": "Baik"})
    assert answer.status_code == 422
    with under(cast.ara_koordinator):
        assert not letter.replies.exists()


def test_a_link_leaves_the_address_and_binds_nothing_before_the_button(code: str, given: Pass) -> None:
    looked = Client().get(f"/jawab/{code}/")
    assert (looked.status_code, looked["Location"]) == (302, "/jawab/")
    with house("uji", quietly=True):
        given.refresh_from_db()
        assert given.bound_at is None, "programs that look at links bind nothing"
    visitor = Client()
    visitor.get(f"/jawab/{code}/")
    page = visitor.get("/jawab/").content.decode()
    assert "sudah terbaca" in page and code not in page
    assert visitor.post("/jawab/", {})["Location"] == "/jawab/surat/"


def wrong(given: Pass, way: str) -> str:
    """A code that opens nothing, each for another reason."""
    now, code = timezone.now(), codes.code_of(given.pk)
    with house("uji", quietly=True):
        mine = Pass.objects.filter(pk=given.pk)
        if way == "bound":
            opens(code)
        elif way != "unknown":
            column = {"revoked": "revoked_at", "used": "used_at", "expired": "expires_at"}[way]
            mine.update(**{column: now - timedelta(minutes=1)})
    return "AAAA-BBBB-CCCC-DDDD" if way == "unknown" else code


def plain(answer: Any) -> str:
    """An answer without what differs by chance."""
    text = answer.content.decode() + "".join(
        f"{name}: {value}" for name, value in sorted(answer.items()) if name != "Expires"
    )
    text = re.sub(r'(csrfmiddlewaretoken"|name="key") value="[^"]*"', "", text)
    return re.sub(r"(?:[A-Z2-7]{4}-){3}[A-Z2-7]{4}|Content-Length: [0-9]+", "", text)


WAYS = ["revoked", "used", "expired", "bound"]


@pytest.mark.parametrize("way", WAYS)
def test_whatever_is_wrong_with_a_code_is_told_alike(way: str, given: Pass) -> None:
    first = Client().post("/jawab/", {"code": wrong(given, "unknown")})
    second = Client().post("/jawab/", {"code": wrong(given, way)})
    assert first.status_code == second.status_code == 422
    assert plain(first) == plain(second)
    assert "Mohon akta" not in second.content.decode()


@pytest.mark.parametrize("way", WAYS)
def test_whatever_is_wrong_with_a_code_takes_the_same_time(way: str, given: Pass) -> None:
    pair = [wrong(given, "unknown"), wrong(given, way)]
    spent: list[list[float]] = [[], []]
    for _again in range(40):
        SignInAttempt.objects.all().delete()
        for code, times in zip(pair, spent, strict=True):
            start = time.process_time()
            Client().post("/jawab/", {"code": code})
            times.append(time.process_time() - start)
    one, other = (statistics.median(times) for times in spent)
    assert abs(one - other) < max(0.005, 0.25 * other)


@pytest.mark.parametrize("way", ["revoked", "used", "expired"])
def test_a_browser_that_has_the_letter_open_loses_it_with_the_next_request(way: str, given: Pass, code: str) -> None:
    visitor = opens(code)
    wrong(given, way)
    for path in ("/jawab/surat/", "/jawab/surat/penerimaan/"):
        answer = visitor.get(path)
        assert (answer.status_code, answer["Location"]) == (302, "/jawab/")
    assert visitor.post("/jawab/surat/penerimaan/", SIGNED).status_code == 302
    with house("uji", quietly=True):
        assert not given.referral.replies.exists()


def test_the_code_typed_again_in_the_same_browser_opens_the_letter(code: str) -> None:
    visitor = opens(code)
    assert visitor.post("/jawab/?lain=1", {"code": code})["Location"] == "/jawab/surat/"


def test_a_code_whose_answer_got_lost_after_the_letter_was_bound_opens_it_again_there_and_nowhere_else(
    code: str, given: Pass
) -> None:
    visitor = Client(raise_request_exception=False)
    visitor.get("/jawab/")

    def lost(execute: Any, query: str, *more: Any) -> Any:
        if "django_session" in query and not query.lower().startswith("select"):
            raise OperationalError("the line is cut")
        return execute(query, *more)

    with connection.execute_wrapper(lost):
        assert visitor.post("/jawab/", {"code": code}).status_code == 503
    connection.needs_rollback = False  # there is no transaction around the request but the test's own
    with house("uji", quietly=True):
        assert Pass.objects.get(pk=given.pk).bound_at is not None
    assert Client().post("/jawab/", {"code": code}).status_code == 422
    assert visitor.post("/jawab/", {"code": code})["Location"] == "/jawab/surat/"
    assert visitor.get("/jawab/surat/").status_code == 200


def test_ten_wrong_codes_a_minute_are_the_limit_and_a_right_one_costs_nothing(code: str) -> None:
    for _right in range(3):
        Client().post("/jawab/", {"code": "AAAA-BBBB-CCCC-DDDD"})
    opens(code)
    tries = [Client().post("/jawab/", {"code": "AAAA-BBBB-CCCC-DDDD"}) for _ in range(9)]
    assert [answer.status_code for answer in tries] == [422] * 7 + [429] * 2
    assert 1 <= int(tries[-1]["Retry-After"]) <= 60


def test_the_pages_are_kept_by_nobody_and_found_by_nobody(code: str) -> None:
    visitor = opens(code)
    for path in ("/jawab/", "/jawab/surat/", "/jawab/surat/penolakan/", "/jawab/selesai/", f"/jawab/{code}/"):
        answer = visitor.get(path)
        assert "no-store" in answer["Cache-Control"], path
        assert "noindex" in answer["X-Robots-Tag"], path


def test_an_answer_needs_the_token_of_our_own_page(code: str, letter: Referral, cast: Any, under: Any) -> None:
    forger = Client(enforce_csrf_checks=True)
    forger.cookies = opens(code).cookies
    assert forger.post("/jawab/surat/penerimaan/", SIGNED).status_code == 403
    assert forger.post("/jawab/", {"code": code}).status_code == 403
    with under(cast.ara_koordinator):
        assert not letter.replies.exists()


def test_two_clicks_are_one_answer(code: str, letter: Referral, cast: Any, under: Any) -> None:
    visitor, sent = opens(code), {**SIGNED, "key": "00000000-0000-4000-8000-000000000077"}
    for _click in range(2):
        assert visitor.post("/jawab/surat/penerimaan/", sent).status_code == 302
    with under(cast.ara_koordinator):
        assert letter.replies.count() == 1


def test_an_answer_that_came_too_late_says_so(code: str, letter: Referral, cast: Any, under: Any) -> None:
    visitor = opens(code)
    visitor.post("/jawab/surat/penerimaan/", SIGNED)
    answer = visitor.post("/jawab/surat/penolakan/", {"reason": "not_ours", **SIGNED})
    assert answer.status_code == 409
    assert "Yang bisa dilakukan sekarang" in answer.content.decode()


def test_only_papers_of_the_letter_are_handed_out(code: str, letter: Referral, cast: Any, under: Any) -> None:
    by = cast.ara_koordinator
    with under(by):
        mine = attach(letter, upload("kk.pdf", pdf()), by=by)
        words = {name: getattr(letter, name) for name in ("origin_type", "origin_id", "origin_number", "field", "need")}
        other = actions.send(
            actions.Letter(village_id=letter.village_id, due_at=letter.due_at, **words), to=letter.to_office, by=by
        )
        foreign = attach(other, upload("lain.pdf", pdf(b"x")), by=by)
    visitor = opens(code)
    found = visitor.get(f"/jawab/surat/berkas/{mine.pk}/")
    assert found.status_code == 200 and b"%PDF" in found.content
    for number in (foreign.pk, 987654321):
        assert visitor.get(f"/jawab/surat/berkas/{number}/").status_code == 404


def test_reading_by_code_is_an_event_under_the_name_of_the_office(code: str, cast: Any, under: Any) -> None:
    opens(code).get("/jawab/surat/")
    with under(cast.ara_koordinator):
        read = Event.objects.get(name="referral.opened")
        assert (read.role, read.actor, read.office_id) == ("guest", "Dinas Dukcapil Bulukumba", read.office_id)


def test_a_closed_letter_is_forgotten_by_the_browser(code: str) -> None:
    visitor = opens(code)
    assert visitor.post("/jawab/keluar/").status_code == 302
    assert visitor.get("/jawab/surat/").status_code == 302


def test_an_officer_s_own_session_is_neither_widened_nor_ended(
    code: str, letter: Referral, desk: Any, cast: Any
) -> None:
    stranger = desk(cast.bira_koordinator)
    stranger.post("/jawab/", {"code": code})
    assert stranger.get("/jawab/surat/").status_code == 200
    assert stranger.get(f"/rujukan/{letter.number}/").status_code == 404
    assert stranger.get("/keluhan/").status_code == 200


def test_the_sender_prints_the_code_and_nobody_else(letter: Referral, code: str, desk: Any, cast: Any) -> None:
    path = f"/rujukan/{letter.number}/kode-jawaban/"
    sheet = desk(cast.ara_koordinator).get(path).content.decode()
    assert code in sheet and "/jawab/" in sheet and "<svg" in sheet
    assert desk(cast.bulukumba_manajer).get(path).status_code == 403
    assert desk(cast.bulukumba_dukcapil).get(path).status_code == 403
    assert desk(cast.bira_koordinator).get(path).status_code == 404
    sender = desk(cast.ara_koordinator)
    assert sender.post(f"/rujukan/{letter.number}/pencabutan-kode/", {"sure": "1"}).status_code == 302
    assert sender.get(path).status_code == 302


def test_whoever_has_to_wait_keeps_the_code_that_was_read(code: str) -> None:
    for _wrong in range(10):
        Client().post("/jawab/", {"code": "AAAA-BBBB-CCCC-DDDD"})
    visitor = Client()
    visitor.get(f"/jawab/{code}/")
    assert visitor.post("/jawab/", {}).status_code == 429
    assert "sudah terbaca" in visitor.get("/jawab/").content.decode()
