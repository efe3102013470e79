"""The sign-in page: one answer for every failure, counted attempts that never lock the person out."""

import re
import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from satupintu.doors.desk.tests.browsers import sign_in
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.foundation.offices import attempts, devices
from satupintu.foundation.offices.models import Account, SignInAttempt

pytestmark = pytest.mark.django_db


def words_of(response: Any) -> str:
    """The page without what differs by chance: tokens and what was typed."""
    text = re.sub(r'value="[^"]*"', "", response.content.decode())
    return re.sub(r"data-words[^>]*", "", text)


def test_an_officer_of_the_village_signs_in_with_a_password(cast: Any) -> None:
    client = Client()
    answer = sign_in(client, "ara.koordinator")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/akun/").status_code == 200


def test_capitals_in_the_name_make_no_difference(cast: Any) -> None:
    assert sign_in(Client(), "Ara.Koordinator").status_code == 302


def test_nobody_signs_up_by_themselves(db: None) -> None:
    assert Client().get("/akun/daftar/").status_code == 404
    assert Client().get("/accounts/signup/").status_code == 404


def test_one_answer_for_unknown_wrong_and_switched_off(cast: Any) -> None:
    Account.objects.filter(username="bira.koordinator").update(is_active=False)
    answers = {
        "unknown": sign_in(Client(), "tidak.ada", "salah-salah-salah"),
        "wrong": sign_in(Client(), "ara.koordinator", "salah-salah-salah"),
        "switched off": sign_in(Client(), "bira.koordinator"),
        "switched off, wrong": sign_in(Client(), "bira.koordinator", "salah-salah-salah"),
    }
    assert {answer.status_code for answer in answers.values()} == {200}
    assert len({words_of(answer) for answer in answers.values()}) == 1


def test_an_unknown_name_takes_as_long_as_a_wrong_password(cast: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "PER_ACCOUNT", 1000)
    monkeypatch.setattr(attempts, "PER_ADDRESS", 1000)
    Account.objects.filter(username="bira.koordinator").update(is_active=False)
    spent: dict[str, list[float]] = {name: [] for name in ("tidak.ada", "ara.koordinator", "bira.koordinator")}
    for _round in range(15):
        for name, times in spent.items():
            start = time.process_time()
            sign_in(Client(), name, "salah-salah-salah")
            times.append(time.process_time() - start)
    middle = [statistics.median(times) for times in spent.values()]
    assert max(middle) / min(middle) < 1.10


def test_the_eleventh_try_from_elsewhere_is_told_to_wait(cast: Any) -> None:
    answers = [sign_in(Client(), "ara.koordinator", "salah-salah-salah") for _n in range(attempts.PER_ACCOUNT)]
    assert {answer.status_code for answer in answers} == {200}
    full = sign_in(Client(), "ara.koordinator")
    assert full.status_code == 429
    assert 0 < int(full["Retry-After"]) <= attempts.WINDOW
    assert "menit lagi" in full.content.decode()


def test_a_name_that_does_not_exist_is_limited_alike(db: None) -> None:
    for _n in range(attempts.PER_ACCOUNT):
        sign_in(Client(), "tidak.ada", "salah-salah-salah")
    assert sign_in(Client(), "tidak.ada", "salah-salah-salah").status_code == 429


def test_an_attacker_does_not_lock_out_a_known_device(cast: Any) -> None:
    own = Client()
    assert sign_in(own, "ara.koordinator").status_code == 302
    own.post("/keluar/")
    for _n in range(attempts.PER_ACCOUNT + 5):
        sign_in(Client(), "ara.koordinator", "salah-salah-salah")
    assert sign_in(Client(), "ara.koordinator").status_code == 429
    assert sign_in(own, "ara.koordinator").status_code == 302


def test_a_known_device_has_a_limit_too(cast: Any) -> None:
    own = Client()
    sign_in(own, "ara.koordinator")
    own.post("/keluar/")
    for _n in range(attempts.PER_DEVICE):
        assert sign_in(own, "ara.koordinator", "salah-salah-salah").status_code == 200
    assert sign_in(own, "ara.koordinator").status_code == 429


def test_a_device_is_known_for_its_own_account_only(cast: Any) -> None:
    own = Client()
    sign_in(own, "ara.koordinator")
    cookie = own.cookies[devices.COOKIE]
    assert cookie["httponly"]
    assert devices.known(cookie.value, "ara.koordinator")
    assert not devices.known(cookie.value, "bira.koordinator")
    assert not devices.known(cookie.value[:-2] + "xx", "ara.koordinator")


def test_one_address_may_try_a_hundred_times(cast: Any) -> None:
    names = [f"orang{n}" for n in range(attempts.PER_ADDRESS)]
    attempts_before = [attempts.spend(attempts.password_budgets(name, "10.1.1.1", None)) for name in names]
    assert len(attempts_before) == attempts.PER_ADDRESS
    assert sign_in(Client(), "ara.koordinator", REMOTE_ADDR="10.1.1.1").status_code == 429
    assert sign_in(Client(), "ara.koordinator", REMOTE_ADDR="10.1.1.2").status_code == 302


def test_signing_in_rightly_uses_nothing_up(cast: Any) -> None:
    for _n in range(attempts.PER_ACCOUNT + 2):
        assert sign_in(Client(), "ara.koordinator").status_code == 302
    assert not SignInAttempt.objects.exists()


def test_the_old_password_of_a_change_is_counted_too(cast: Any, desk: Callable[[Any], Client]) -> None:
    client = desk(cast.ara_koordinator)
    form = {"oldpassword": "salah-salah-salah", "password1": "sandi-baru-sekali", "password2": "sandi-baru-sekali"}
    for _n in range(attempts.PER_ACCOUNT):
        assert client.post("/akun/sandi/", form).status_code == 200
    assert client.post("/akun/sandi/", form).status_code == 429


def test_a_form_from_another_site_is_refused(cast: Any, desk: Callable[[Any], Client]) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert sign_in(strict, "ara.koordinator").status_code == 403
    strict.force_login(cast.ara_koordinator.account)
    for url in (
        "/keluar/",
        "/penugasan/",
        "/akun/sesi/",
        "/akun/sandi/",
        "/akun/keamanan/aplikasi/",
        "/masuk/sandi-baru/",
    ):
        assert strict.post(url).status_code == 403, url


def test_signing_in_is_written_down_by_name(cast: Any) -> None:

    sign_in(Client(), "ara.koordinator")
    with house("uji", quietly=True):
        event = Event.objects.filter(name="account.signed_in").latest("id")
    assert (event.actor, event.trace, event.village) == (
        cast.ara_koordinator.account.name,
        "ara.koordinator",
        7302032006,
    )
