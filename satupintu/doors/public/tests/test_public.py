"""The citizens' front page and the reports of browsers."""

import json
import logging
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_whoever_comes_without_an_account_lands_on_the_citizens_page() -> None:
    answer = Client().get("/", follow=True)
    assert answer.redirect_chain == [("/warga/", 302)]
    page = answer.content.decode()
    assert "Petugas masuk" in page and 'href="/masuk/"' in page


def test_nobody_is_tracked() -> None:
    answer = Client().get("/warga/")
    assert set(answer.cookies) <= {"csrf"}


def test_a_village_by_its_name_leads_to_its_puskesos(cast: Any) -> None:
    page = Client().get("/warga/", {"desa": "ara"}).content.decode()
    assert "Puskesos Desa Ara" in page and "Bonto Bahari" in page


def test_a_village_without_a_puskesos_leads_to_the_nearest_office_above_it(cast: Any) -> None:
    page = Client().get("/warga/", {"desa": "tanah beru"}).content.decode()
    assert "PUSPELKESSOS Bonto Bahari" in page
    page = Client().get("/warga/", {"desa": "bialo"}).content.decode()
    assert "Sekretariat SLRT Bulukumba" in page


def test_where_nobody_takes_part_yet_the_page_says_so(cast: Any) -> None:
    assert "belum ada Puskesos" in Client().get("/warga/", {"desa": "bende"}).content.decode()


def test_an_unknown_village_is_answered_kindly(cast: Any) -> None:
    page = Client().get("/warga/", {"desa": "<b>xyzzy"}).content.decode()
    assert "tidak ketemu" in page and "<b>xyzzy" not in page


def report(body: Any, kind: str = "application/csp-report") -> Any:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Client(enforce_csrf_checks=True).post("/csp/", text, content_type=kind)


def test_a_report_is_logged_by_its_directive_alone(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    secret = "https://satu.example/cari/?q=7302036006870001"
    told = {"document-uri": secret, "blocked-uri": secret, "effective-directive": "script-src-elem"}
    assert report({"csp-report": told}).status_code == 204
    newer = [{"type": "csp-violation", "body": {"documentURL": secret, "effectiveDirective": "style-src-attr"}}]
    assert report(newer, "application/reports+json").status_code == 204
    assert [record.getMessage().rpartition(" ")[2] for record in caplog.records] == ["script-src", "style-src"]
    assert "7302036006870001" not in caplog.text


@pytest.mark.parametrize("body", [b"", b"\xff", b"[]", b"[1]", b'"x"', b'{"csp-report": 1}', b"{" * 9000])
def test_a_broken_report_harms_nothing(body: bytes, caplog: pytest.LogCaptureFixture) -> None:
    assert report(body).status_code == 204
    assert "Traceback" not in caplog.text


def test_a_report_cannot_write_its_own_words_into_the_log(caplog: pytest.LogCaptureFixture) -> None:
    report({"csp-report": {"effective-directive": "x\nCRITICAL root masuk"}})
    assert "root masuk" not in caplog.text
