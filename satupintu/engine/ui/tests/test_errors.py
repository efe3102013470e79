"""Pages for what went wrong."""

from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponseBase
from django.test import Client, RequestFactory

from satupintu.engine.ui import errors

MIDDLEWARE = [
    "satupintu.engine.ui.middleware.DatabaseLost",
    "django.middleware.csrf.CsrfViewMiddleware",
]


class Losing:
    """A middleware that loses the database before any view."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        raise OperationalError("server closed the connection unexpectedly")


class Holding:
    """A middleware that holds a transaction round every view, as the desk's own does."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with transaction.atomic():
            answer: HttpResponseBase = self.get_response(request)
        return answer


@pytest.fixture
def client(settings: Any) -> Client:
    settings.ROOT_URLCONF = "satupintu.engine.ui.tests.urls"
    settings.MIDDLEWARE = MIDDLEWARE
    settings.DEBUG = False
    return Client(raise_request_exception=False)


@pytest.mark.django_db
def test_a_lost_database_gives_a_clear_page(client: Client) -> None:
    answer = client.get("/lost/")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    assert answer["Cache-Control"] == "no-store"
    assert "Basis data sedang tidak tersambung" in answer.content.decode()


@pytest.mark.django_db
def test_a_developer_sees_the_same_page(client: Client, settings: Any) -> None:
    settings.DEBUG = True
    assert client.get("/lost/").status_code == 503


@pytest.mark.django_db
def test_nothing_stays_half_done_when_the_database_is_lost(client: Client, settings: Any) -> None:
    settings.MIDDLEWARE = [*MIDDLEWARE, f"{__name__}.Holding"]
    with connection.cursor() as cursor:
        cursor.execute("create temporary table ui_test_written (id int) on commit drop")
        assert client.get("/half/").status_code == 503
        cursor.execute("select count(*) from ui_test_written")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_a_database_that_gives_up_is_called_busy(client: Client) -> None:
    answer = client.get("/slow/")
    assert answer.status_code == 503
    assert "sangat sibuk" in answer.content.decode()


def test_a_database_lost_outside_a_view_gives_the_same_page(client: Client, settings: Any) -> None:
    settings.MIDDLEWARE = [*MIDDLEWARE, f"{__name__}.Losing"]
    answer = client.get("/broken/")
    assert answer.status_code == 503
    assert "Basis data sedang tidak tersambung" in answer.content.decode()


def test_a_fault_of_ours_says_what_is_safe(client: Client) -> None:
    answer = client.get("/broken/")
    assert answer.status_code == 500
    assert "Yang sudah tersimpan tetap aman" in answer.content.decode()


def test_a_refusal_says_its_own_sentence(client: Client) -> None:
    answer = client.get("/refused/")
    assert answer.status_code == 403
    assert "Surat ini milik kantor lain." in answer.content.decode()


def test_what_is_not_found_tells_nothing_more(client: Client) -> None:
    for path in ("/missing/", "/nowhere/"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "rahasia" not in answer.content.decode()
        assert "di luar wilayah Anda" in answer.content.decode()


def test_who_tries_too_often_is_told_to_wait() -> None:
    answer = errors.too_many(RequestFactory().get("/"))
    assert answer.status_code == 429
    assert answer["Retry-After"] == "30"
    assert "Tunggu beberapa menit" in answer.content.decode()


def test_an_odd_request_is_answered_in_words(client: Client) -> None:
    assert client.get("/odd/").status_code == 400
    assert "tidak terbaca" in client.get("/odd/").content.decode()


def test_an_old_page_is_told_what_to_do(settings: Any) -> None:
    settings.ROOT_URLCONF = "satupintu.engine.ui.tests.urls"
    settings.MIDDLEWARE = MIDDLEWARE
    settings.CSRF_FAILURE_VIEW = "satupintu.engine.ui.errors.stale_page"
    answer = Client(enforce_csrf_checks=True).post("/broken/")
    assert answer.status_code == 403
    assert "terlalu lama terbuka" in answer.content.decode()


def test_the_kit_is_shown_only_in_a_demonstration(client: Client, settings: Any) -> None:
    settings.DEMO = False
    assert client.get("/kit/").status_code == 404
