"""Whether a letter is genuine: anybody may ask, nobody learns about whom it is."""

import re
import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from satupintu.doors.public.verify import GUESSES, look_up
from satupintu.engine.documents.actions import letters
from satupintu.engine.documents.letters import codes
from satupintu.engine.documents.models import Letter
from satupintu.engine.documents.tests.conftest import (  # noqa: F401 – fixtures
    SITE,
    complaint,
    drafted,
    resident,
    version,
)

CODE = "K3QF7PLM2ABCD345"


@pytest.fixture
def issued(drafted: Letter, cast: Any, under: Any, monkeypatch: pytest.MonkeyPatch) -> Letter:  # noqa: F811
    """A certificate of Ara whose code is known here."""
    monkeypatch.setattr(codes, "new_code", lambda: CODE)
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
    answer = Client().get("/periksa/", {"kode": " k3qf 7plm 2abc d345 "}, follow=True)
    assert "Surat ini asli" in answer.content.decode()


def test_a_revoked_letter_says_so(issued: Letter, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        letters.revoke(issued, by=cast.ara_koordinator, reason="Salah orang bernama Caya.")
    page = ask(CODE).content.decode()
    assert "sudah dicabut" in page and "Surat ini asli" not in page and "Caya" not in page


def test_a_draft_has_no_code_and_an_unknown_one_is_not_known(drafted: Letter) -> None:  # noqa: F811
    assert drafted.fingerprint is None
    for code in ("AAAABBBBCCCCDDDD", "x", "-", "a" * 300):
        answer = ask(code)
        assert answer.status_code == 200 and "Kode ini tidak dikenal" in answer.content.decode()


def test_the_letter_keeps_only_a_fingerprint_of_its_code(issued: Letter, cast: Any, under: Any) -> None:
    with under(cast.ara_koordinator):
        row = Letter.objects.filter(pk=issued.pk).values().get()
    assert CODE not in str(row) and len(row["fingerprint"]) == 64


def test_codes_are_eighty_bits_drawn_by_chance() -> None:
    drawn = {codes.new_code() for _ in range(200)}
    assert len(drawn) == 200 and all(re.fullmatch("[A-Z2-7]{16}", code) for code in drawn)


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
    spent: dict[str, list[float]] = {CODE: [], "AAAABBBBCCCCDDDD": []}
    for _pair in range(60):
        for code, times in spent.items():
            start = time.process_time()
            look_up(code)
            times.append(time.process_time() - start)
    right, wrong = (statistics.median(times) for times in spent.values())
    assert abs(right - wrong) < max(0.002, 0.5 * wrong)


def test_looking_up_leaves_the_wall_where_it_was(issued: Letter, cast: Any, under: Callable[..., Any]) -> None:
    assert look_up(CODE) is not None
    assert Letter.objects.count() == 0
    with under(cast.bira_koordinator):
        assert look_up(CODE) is not None
        assert Letter.objects.count() == 0
