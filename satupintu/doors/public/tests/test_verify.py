"""Whether a letter is genuine: anybody may ask, nobody learns about whom it is."""

import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from satupintu.doors.public.verify import GUESSES, look_up
from satupintu.engine.documents.actions import letters
from satupintu.engine.documents.models import Letter, LetterRevocation
from satupintu.engine.documents.tests.conftest import (  # noqa: F401 – fixtures
    SITE,
    complaint,
    drafted,
    resident,
    version,
)
from satupintu.lib import printed_codes

CODE = "K3QF7PLM2ABCD345"


@pytest.fixture
def issued(drafted: Letter, cast: Any, under: Any, monkeypatch: pytest.MonkeyPatch) -> Letter:  # noqa: F811
    """A certificate of Ara whose code is known here."""
    monkeypatch.setattr(printed_codes, "draw", lambda: CODE)
    with under(cast.ara_koordinator):
        letters.sign(drafted, by=cast.ara_koordinator, site=SITE)
        return Letter.objects.get(pk=drafted.pk)


def ask(code: str, **headers: str) -> Any:
    return Client(**headers).get(f"/periksa/{code}/")


def test_a_genuine_letter_is_told_by_number_kind_office_and_day(issued: Letter) -> None:
    answer = ask(CODE)
    page = answer.content.decode()
    assert answer.status_code == 200 and "Surat ini asli" in page
    assert issued.number in page and "Surat keterangan" in page and "Puskesos Desa Ara" in page
    assert answer["Cache-Control"] == "no-store" and answer["Referrer-Policy"] == "no-referrer"


def test_nobody_learns_about_whom_it_is(issued: Letter) -> None:
    page = ask(CODE).content.decode()
    for secret in ("Mattawang", "7302031203750001", "7302 0312", "PBI", "Lembanna", "Abd. Kadir", "Rahmatullah"):
        assert secret not in page


def test_a_code_is_read_however_it_is_typed(issued: Letter) -> None:
    assert "Surat ini asli" in ask("k3qf-7plm-2abc-d345").content.decode()
    for typed in (" k3qf 7plm 2abc d345 ", "k3qf 7plm 2a8c d345é"):
        answer = Client().get("/periksa/", {"kode": typed}, follow=True)
        assert "Surat ini asli" in answer.content.decode()


@pytest.mark.parametrize("typed", ["é", "٣", "·", "ß"])
def test_what_is_no_code_at_all_is_not_known(typed: str, db: None) -> None:
    answer = Client().get("/periksa/", {"kode": typed}, follow=True)
    assert answer.status_code == 200 and "Kode ini tidak dikenal" in answer.content.decode()


def test_a_revoked_letter_says_so(issued: Letter, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        letters.revoke(issued, by=cast.ara_koordinator, reason="Salah orang bernama Caya.")
    page = ask(CODE).content.decode()
    assert "sudah dicabut" in page and "Surat ini asli" not in page and "Caya" not in page


def test_the_day_of_a_revocation_is_the_one_of_its_office(issued: Letter, cast: Any, under: Any) -> None:
    """Ara lies an hour before Jakarta: there the next day has begun."""
    with under(cast.ara_koordinator):
        LetterRevocation.objects.create(
            letter=issued, reason="x", by_id=1, by_label="x", at=datetime(2026, 11, 3, 16, 30, tzinfo=UTC)
        )
    told = look_up(CODE)
    assert told is not None and told.revoked_on == date(2026, 11, 4)


def test_a_draft_has_no_code_and_an_unknown_one_is_not_known(drafted: Letter) -> None:  # noqa: F811
    assert drafted.fingerprint is None
    for code in ("AAAABBBBCCCCDDDD", "x", "-", "a" * 300):
        answer = ask(code)
        assert answer.status_code == 200 and "Kode ini tidak dikenal" in answer.content.decode()


def test_the_letter_keeps_only_a_fingerprint_of_its_code(issued: Letter, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        row = Letter.objects.filter(pk=issued.pk).values().get()
    assert CODE not in str(row) and len(row["fingerprint"]) == 64


def test_whoever_guesses_is_slowed_and_others_go_on(issued: Letter) -> None:
    for turn in range(GUESSES):
        assert ask(f"AAAA{turn:012d}").status_code == 200
    slow = ask("AAAABBBBCCCCDDDD")
    assert slow.status_code == 429 and 0 < int(slow["Retry-After"]) <= 60
    assert ask(CODE).status_code == 429, "not even a right code tells a guesser that it is right"
    assert ask(CODE, REMOTE_ADDR="10.9.8.7").status_code == 200


def test_right_codes_may_be_asked_as_often_as_one_likes(issued: Letter) -> None:
    assert {ask(CODE).status_code for _ in range(GUESSES * 2)} == {200}


def test_right_and_wrong_take_the_same_time(issued: Letter) -> None:
    """The database's time counts too, so it is the clock on the wall; turn about, so that both meet the same load."""
    spent: dict[str, list[float]] = {CODE: [], "AAAABBBBCCCCDDDD": []}
    asked: dict[str, list[str]] = {}
    for code in spent:
        with CaptureQueriesContext(connection) as queries:
            look_up(code)
        asked[code] = [query["sql"].partition(" ")[0] for query in queries]
    assert asked[CODE] == asked["AAAABBBBCCCCDDDD"]
    gaps = []
    for _pair in range(200):
        for code, times in spent.items():
            start = time.perf_counter()
            look_up(code)
            times.append(time.perf_counter() - start)
        gaps.append(spent[CODE][-1] - spent["AAAABBBBCCCCDDDD"][-1])
    usual = statistics.median(spent["AAAABBBBCCCCDDDD"])
    assert abs(statistics.median(gaps)) < max(0.002, 0.5 * usual)


def test_looking_up_leaves_the_wall_where_it_was(issued: Letter, cast: Any, under: Callable[..., Any]) -> None:
    assert look_up(CODE) is not None
    assert Letter.objects.count() == 0
    with under(cast.bira_koordinator):
        assert look_up(CODE) is not None
        assert Letter.objects.count() == 0
