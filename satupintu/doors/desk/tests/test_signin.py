"""Signing in through HTTP: one answer for every failure, counted attempts, second factors, sessions that end."""

import re
import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from satupintu.cast.officers import PASSWORD, TOTP_SECRET
from satupintu.foundation.access.live import BEGAN, SEEN
from satupintu.foundation.offices import attempts, devices
from satupintu.foundation.offices.models import Account, SignInAttempt

pytestmark = pytest.mark.django_db


def sign_in(client: Client, username: str, password: str = PASSWORD, **extra: Any) -> Any:
    """Send the form of the sign-in page."""
    return client.post("/masuk/", {"login": username, "password": password}, **extra)


def code_of(steps: int = 0) -> str:
    """What the app on the cast's phone shows now, or some half minutes away."""
    return format_hotp_value(hotp_value(TOTP_SECRET, int(time.time()) // 30 + steps))


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


# Second factors


def test_a_manager_needs_the_code_after_the_password(cast: Any) -> None:
    client = Client()
    assert sign_in(client, "bulukumba.manajer")["Location"] == "/masuk/kode/"
    assert client.get("/akun/")["Location"].startswith("/masuk/")
    assert client.post("/masuk/kode/", {"code": code_of()})["Location"] == "/"
    assert client.get("/petugas/").status_code == 200


def test_a_code_opens_once(cast: Any) -> None:
    first, second = Client(), Client()
    code = code_of()
    for client in (first, second):
        sign_in(client, "bulukumba.manajer")
    assert first.post("/masuk/kode/", {"code": code}).status_code == 302
    assert second.post("/masuk/kode/", {"code": code}).status_code == 200
    assert second.get("/akun/")["Location"].startswith("/masuk/")


def test_an_older_code_is_dead_once_a_newer_one_was_used(cast: Any) -> None:
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, "bulukumba.manajer")
    assert first.post("/masuk/kode/", {"code": code_of()}).status_code == 302
    assert second.post("/masuk/kode/", {"code": code_of(-1)}).status_code == 200


def test_codes_are_tried_only_so_often(cast: Any) -> None:
    client = Client()
    sign_in(client, "bulukumba.manajer")
    wrong = f"{(int(code_of()) + 1) % 10**6:06}"
    for _n in range(attempts.PER_CODE):
        assert client.post("/masuk/kode/", {"code": wrong}).status_code == 200
    assert client.post("/masuk/kode/", {"code": code_of()}).status_code == 429


def test_without_a_second_factor_a_high_appointment_is_not_usable(cast: Any) -> None:
    Authenticator.objects.filter(user=cast.bulukumba_manajer.account).delete()
    client = Client()
    assert sign_in(client, "bulukumba.manajer").status_code == 302
    assert client.get("/petugas/")["Location"] == "/penugasan/"
    page = client.get("/penugasan/").content.decode()
    assert "Pasang kode dari ponsel" in page


def test_setting_up_the_phone_opens_the_appointment_and_ends_other_sessions(cast: Any) -> None:
    Authenticator.objects.filter(user=cast.bulukumba_manajer.account).delete()
    stolen, client = Client(), Client()
    sign_in(stolen, "bulukumba.manajer")
    sign_in(client, "bulukumba.manajer")
    before = client.session.session_key
    page = client.get("/akun/keamanan/aplikasi/")
    secret = page.context["form"].secret
    answer = client.post(
        "/akun/keamanan/aplikasi/", {"code": format_hotp_value(hotp_value(secret, int(time.time()) // 30))}
    )
    assert answer["Location"] == "/akun/keamanan/kode-cadangan/"
    assert client.session.session_key != before
    assert client.get("/petugas/").status_code == 200
    assert stolen.get("/akun/")["Location"].startswith("/masuk/")
    kept = Authenticator.objects.get(user=cast.bulukumba_manajer.account, type="totp")
    assert secret not in str(kept.data)


def test_an_older_session_without_the_factor_stays_shut(cast: Any) -> None:
    client = Client()
    client.force_login(cast.bulukumba_manajer.account)
    assert Authenticator.objects.filter(user=cast.bulukumba_manajer.account).exists()
    assert client.get("/petugas/")["Location"] == "/penugasan/"
    assert "Tunjukkan faktor kedua" in client.get("/penugasan/").content.decode()


def test_the_last_needed_factor_stays(cast: Any, desk: Callable[[Any], Client]) -> None:
    client = Client()
    sign_in(client, "bulukumba.manajer")
    client.post("/masuk/kode/", {"code": code_of()})
    assert client.post("/akun/keamanan/aplikasi/pelepasan/").status_code == 200
    assert Authenticator.objects.filter(user=cast.bulukumba_manajer.account, type="totp").exists()


def test_a_recovery_code_opens_once(cast: Any) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    code = RecoveryCodes.activate(cast.bulukumba_manajer.account).get_unused_codes()[0]
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, "bulukumba.manajer")
    assert first.post("/masuk/kode/", {"code": code}).status_code == 302
    assert second.post("/masuk/kode/", {"code": code}).status_code == 200


# Sessions


def test_signing_in_gives_a_new_session_number(cast: Any) -> None:
    client = Client()
    client.get("/masuk/")
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key
    sign_in(client, "ara.koordinator")
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_signing_out_ends_the_session_at_the_server(cast: Any) -> None:
    client = Client()
    sign_in(client, "ara.koordinator")
    key = client.session.session_key
    client.post("/keluar/")
    assert not Session.objects.filter(session_key=key).exists()
    thief = Client()
    thief.cookies["sesi"] = key
    assert thief.get("/akun/")["Location"].startswith("/masuk/")


def set_clock(client: Client, *, began: int = 0, seen: int = 0) -> None:
    """Pretend that the session began and was last used some seconds ago."""
    session = client.session
    now = int(time.time())
    session[BEGAN], session[SEEN] = now - max(began, seen), now - seen
    session.save()


@pytest.mark.parametrize(
    ("username", "began", "seen", "goes_on"),
    [
        ("ara.koordinator", 3600, 29 * 60, True),
        ("ara.koordinator", 3600, 30 * 60, False),
        ("ara.koordinator", 12 * 3600, 60, False),
        ("ara.fasilitator", 13 * 3600, 11 * 3600, True),
        ("ara.fasilitator", 13 * 3600, 12 * 3600, False),
        ("ara.fasilitator", 30 * 86400, 60, False),
    ],
)
def test_a_session_ends_when_it_lay_idle_or_is_old(
    cast: Any, username: str, began: int, seen: int, goes_on: bool
) -> None:
    client = Client()
    sign_in(client, username)
    set_clock(client, began=began, seen=seen)
    key = client.session.session_key
    assert (client.get("/akun/").status_code == 200) is goes_on
    assert Session.objects.filter(session_key=key).exists() is goes_on


def test_an_ordinary_page_writes_no_session(cast: Any, django_assert_max_num_queries: Any) -> None:
    client = Client()
    sign_in(client, "ara.koordinator")
    client.get("/akun/")
    before = Session.objects.get(session_key=client.session.session_key).session_data
    client.get("/akun/")
    assert Session.objects.get(session_key=client.session.session_key).session_data == before


def test_one_session_is_ended_from_another(cast: Any) -> None:
    here, there = Client(), Client()
    sign_in(here, "ara.koordinator")
    sign_in(there, "ara.koordinator")
    other = UserSession.objects.get(session_key=there.session.session_key)
    here.post("/akun/sesi/", {"session": other.pk})
    assert there.get("/akun/")["Location"].startswith("/masuk/")
    assert here.get("/akun/").status_code == 200


def test_nobody_ends_the_session_of_somebody_else(cast: Any) -> None:
    here, there = Client(), Client()
    sign_in(here, "ara.koordinator")
    sign_in(there, "bira.koordinator")
    other = UserSession.objects.get(session_key=there.session.session_key)
    here.post("/akun/sesi/", {"session": other.pk})
    assert there.get("/akun/").status_code == 200


# Appointments


def test_two_appointments_are_chosen_from_and_switched_with_a_new_session_number(cast: Any) -> None:
    client = Client()
    sign_in(client, "dua.penugasan")
    assert client.get("/kantor/")["Location"] == "/penugasan/"
    first, second = Account.objects.get(username="dua.penugasan").appointments.order_by("pk")
    for appointment in (first, second):
        before = client.session.session_key
        assert client.post("/penugasan/", {"penugasan": appointment.pk})["Location"] == "/"
        assert client.session.session_key != before
        assert UserSession.objects.filter(session_key=client.session.session_key).exists()
        assert client.get("/kantor/").wsgi_request.appointment == appointment


def test_the_appointment_of_somebody_else_cannot_be_chosen(cast: Any) -> None:
    client = Client()
    sign_in(client, "ara.koordinator")
    client.post("/penugasan/", {"penugasan": cast.bira_koordinator.pk})
    assert client.get("/kantor/").wsgi_request.appointment == cast.ara_koordinator


def test_whoever_has_no_appointment_left_reads_a_kind_page(cast: Any) -> None:
    from datetime import date

    cast.ara_koordinator.account.appointments.update(valid_to=date(2025, 1, 1))
    client = Client()
    sign_in(client, "ara.koordinator")
    assert client.get("/kantor/")["Location"] == "/penugasan/"
    assert "Belum ada penugasan yang berlaku" in client.get("/penugasan/").content.decode()


def test_the_next_page_is_one_of_ours(cast: Any) -> None:
    client = Client()
    sign_in(client, "dua.penugasan")
    pk = Account.objects.get(username="dua.penugasan").appointments.first().pk
    form = {"penugasan": pk, "next": "https://jahat.example/"}
    assert client.post("/penugasan/", form)["Location"] == "/"


# Recovery codes, forged requests, the trail


def test_recovery_codes_are_shown_once_and_only_when_asked_for(cast: Any) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    kept = RecoveryCodes.activate(cast.ara_koordinator.account)
    code = kept.get_unused_codes()[0]
    client = Client()
    sign_in(client, "ara.koordinator")
    assert code not in client.get("/akun/keamanan/kode-cadangan/").content.decode()
    assert not Authenticator.objects.get(pk=kept.instance.pk).wrap().did_view
    assert code in client.post("/akun/keamanan/kode-cadangan/").content.decode()
    assert code not in client.post("/akun/keamanan/kode-cadangan/").content.decode()


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
    from satupintu.engine.events.models import Event
    from satupintu.foundation.access import house

    sign_in(Client(), "ara.koordinator")
    with house("uji", quietly=True):
        event = Event.objects.filter(name="account.signed_in").latest("id")
    assert (event.actor, event.trace, event.village) == (
        cast.ara_koordinator.account.name,
        "ara.koordinator",
        7302032006,
    )


def test_what_signing_in_leaves_behind_is_swept_up(cast: Any) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from satupintu.foundation.offices.jobs import forget

    client = Client()
    sign_in(client, "ara.koordinator")
    sign_in(Client(), "tidak.ada", "salah-salah-salah")
    forget(0)
    assert SignInAttempt.objects.count() == 2
    assert UserSession.objects.count() == 1
    SignInAttempt.objects.all().delete()
    SignInAttempt.objects.create(budget="lama", at=timezone.now() - timedelta(seconds=attempts.WINDOW + 1))
    Session.objects.filter(session_key=client.session.session_key).delete()
    forget(0)
    assert not SignInAttempt.objects.exists()
    assert not UserSession.objects.exists()
