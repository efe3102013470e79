"""Signing in, in a real browser: passkeys, a printed code, two appointments."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from satupintu.cast.officers import PASSWORD
from tests.journeys.officer import Officer

pytestmark = pytest.mark.browser
Enter = Callable[..., Officer]


def with_a_fingerprint(person: Officer) -> None:
    """Give the browser an authenticator that always finds the right finger, at a name that passkeys accept."""
    person.url = person.url.replace("127.0.0.1", "localhost")
    session = person.context.new_cdp_session(person.page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def types_password(person: Officer, username: str, password: str = PASSWORD) -> None:
    """Fill in the sign-in page and send it."""
    person.goes_to("/masuk/")
    person.writes("Nama pengguna", username)
    person.page.get_by_label("Sandi", exact=True).fill(password)
    person.presses("Masuk")


def leaves(person: Officer) -> None:
    """Sign out."""
    person.goes_to("/keluar/")
    person.presses("Keluar")
    person.page.wait_for_url("**/masuk/")


def test_a_passkey_signs_in_alone_and_after_the_password(officer: Enter) -> None:
    person = officer("")
    with_a_fingerprint(person)
    types_password(person, "bira.koordinator")
    person.goes_to("/akun/keamanan/passkey/baru/")
    person.page.get_by_label("Pakai juga untuk masuk tanpa sandi").check()
    person.presses("Pasang passkey")
    person.page.wait_for_url("**/kode-cadangan/")
    person.presses("Tampilkan kode")
    expect(person.page.locator("ol.codes li")).to_have_count(10)
    leaves(person)
    person.presses("Masuk dengan passkey")
    person.page.wait_for_url(re.compile(r":\d+/$"))
    person.goes_to("/akun/")
    person.reads("Baso Amiruddin")
    leaves(person)
    types_password(person, "bira.koordinator")
    person.page.wait_for_url("**/masuk/kode/")
    person.presses("Pakai passkey")
    person.page.wait_for_url(re.compile(r":\d+/$"))
    person.goes_to("/akun/keamanan/passkey/")
    person.follows("Lepas")
    person.presses("Lepas")
    person.reads("Belum ada passkey.")


def test_a_new_officer_makes_the_password_from_a_printed_code(officer: Enter) -> None:
    admin, new = officer("bulukumba.admin"), officer("")
    admin.goes_to("/petugas/")
    admin.follows("Buat akun")
    admin.writes("Nama lengkap", "Hj. St. Rabiah Dg. Ngasseng")
    admin.writes("Nama pengguna", "ara.rabiah")
    admin.writes("Wilayah tempat akun diurus", "Ara")
    admin.presses("Buat akun")
    admin.follows("Catat penugasan")
    today = date.today()
    admin.writes("Nomor SK", "SK/77/2026")
    admin.writes("Tanggal SK", f"{today:%d-%m-%Y}")
    admin.chooses("Sebagai", "Front office Puskesos")
    admin.chooses("Kantor", "Puskesos Desa Ara")
    admin.writes("Hari pertama bertugas", f"{today - timedelta(days=1):%d-%m-%Y}")
    admin.writes("Hari terakhir bertugas", f"{today + timedelta(days=90):%d-%m-%Y}")
    admin.presses("Simpan penugasan")
    admin.reads("SK/77/2026")
    admin.finds_nothing_to_complain_of()
    admin.follows("Cetak kode sandi")
    admin.presses("Buat kode")
    code = re.search(r"\b(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}\b", admin.page.locator("main").inner_text())
    assert code
    new.goes_to("/masuk/sandi-baru/")
    new.writes("Kode dari pengelola akun", code[0])
    new.page.get_by_label("Sandi baru", exact=True).fill("empat kata yang mudah")
    new.writes("Sandi baru sekali lagi", "empat kata yang mudah")
    new.presses("Simpan sandi")
    types_password(new, "ara.rabiah", "empat kata yang mudah")
    new.reads("Front office Puskesos", "Puskesos Desa Ara")


def test_two_appointments_are_one_click_apart(officer: Enter) -> None:
    person = officer("dua.penugasan")
    person.goes_to("/penugasan/")
    person.reads("Bekerja sebagai apa sekarang?")
    person.finds_nothing_to_complain_of()
    person.page.get_by_role("button", name=re.compile("Fasilitator")).click()
    switcher = person.page.locator("details.switcher")
    expect(switcher.locator("summary")).to_contain_text("Puskesos Desa Ara")
    switcher.locator("summary").click()
    switcher.get_by_role("button", name=re.compile("Front office Puskesos")).click()
    expect(person.page.locator("details.switcher summary")).to_contain_text("Puskesos Desa Bira")


def test_signing_out_leaves_nothing_behind_the_back_button(officer: Enter, site: Any) -> None:
    person = officer("ara.koordinator")
    person.goes_to("/kantor/")
    leaves(person)
    person.page.go_back()
    person.looks_again()
    person.does_not_read("Andi Muhammad Rahmatullah")
