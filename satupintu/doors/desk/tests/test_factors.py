"""Second factors: needed for what is high, single-use, tried only so often."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from satupintu.doors.desk.tests.browsers import code_of, sign_in
from satupintu.foundation.offices import attempts

pytestmark = pytest.mark.django_db


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

    code = RecoveryCodes.activate(cast.bulukumba_manajer.account).get_unused_codes()[0]
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, "bulukumba.manajer")
    assert first.post("/masuk/kode/", {"code": code}).status_code == 302
    assert second.post("/masuk/kode/", {"code": code}).status_code == 200


def test_recovery_codes_are_shown_once_and_only_when_asked_for(cast: Any) -> None:

    kept = RecoveryCodes.activate(cast.ara_koordinator.account)
    code = kept.get_unused_codes()[0]
    client = Client()
    sign_in(client, "ara.koordinator")
    assert code not in client.get("/akun/keamanan/kode-cadangan/").content.decode()
    assert not Authenticator.objects.get(pk=kept.instance.pk).wrap().did_view
    assert code in client.post("/akun/keamanan/kode-cadangan/").content.decode()
    assert code not in client.post("/akun/keamanan/kode-cadangan/").content.decode()
