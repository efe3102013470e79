"""Filters in which names are typed: what they take goes into the session and never into an address."""

from typing import Any

from django import forms
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpRequest
from django.test import RequestFactory

from satupintu.engine.ui.forms import KeptFilter
from satupintu.engine.ui.tables import Column, Table

NAMES = [{"name": "Ani"}, {"name": "Baso"}]


class ByName(KeptFilter):
    """By name."""

    nama = forms.CharField()

    def narrow(self, rows: Any) -> Any:
        """The one of that name."""
        return [row for row in rows if self.cleaned_data["nama"] in row["name"]]


def asked(method: str, address: str, session: SessionStore, sent: dict[str, str] | None = None) -> HttpRequest:
    request: HttpRequest = getattr(RequestFactory(), method)(address, sent)
    request.session = session
    return request


def drawn(request: HttpRequest) -> str:
    columns = [Column("name", "Nama", lambda row: row["name"], sort="name")]
    return str(Table(request, NAMES, columns=columns, caption="Daftar", filters=ByName.kept(request)))


def test_the_name_goes_into_the_session_and_the_address_keeps_the_order_alone() -> None:
    session = SessionStore()
    answer = ByName.keep(asked("post", "/petugas/?urut=name", session, {"nama": "Ani"}))
    assert answer["Location"] == "/petugas/?urut=name"
    page = drawn(asked("get", "/petugas/?urut=name", session))
    assert 'value="Ani"' in page
    assert "Baso" not in page
    assert 'method="post" action="?urut=name"' in page
    assert "csrfmiddlewaretoken" in page
    assert "nama=" not in page


def test_an_address_with_a_name_narrows_nothing() -> None:
    assert "Baso" in drawn(asked("get", "/petugas/?nama=Ani", SessionStore()))


def test_another_list_does_not_know_the_name() -> None:
    session = SessionStore()
    ByName.keep(asked("post", "/petugas/", session, {"nama": "Ani"}))
    assert "Baso" in drawn(asked("get", "/jejak/", session))


def test_a_button_takes_the_filter_off_also_where_it_found_nothing() -> None:
    session = SessionStore()
    ByName.keep(asked("post", "/petugas/", session, {"nama": "zz"}))
    page = drawn(asked("get", "/petugas/", session))
    assert page.count('name="lepas"') == 2
    assert 'href="?"' not in page
    ByName.keep(asked("post", "/petugas/", session, {"nama": "zz", "lepas": "1"}))
    assert "Baso" in drawn(asked("get", "/petugas/", session))
