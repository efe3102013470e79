"""Sessions that end at the server, and the appointment that one works under."""

import time
from datetime import date, timedelta
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from satupintu.doors.desk.tests.browsers import sign_in
from satupintu.foundation.access.live import BEGAN, SEEN
from satupintu.foundation.offices import attempts
from satupintu.foundation.offices.jobs import forget
from satupintu.foundation.offices.models import Account, SignInAttempt

pytestmark = pytest.mark.django_db


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


def test_what_signing_in_leaves_behind_is_swept_up(cast: Any) -> None:

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
