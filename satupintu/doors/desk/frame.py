"""What stands around every page of an officer: places to go by role, the appointment one works under, the account."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from satupintu.doors.desk.places import MORE, near
from satupintu.doors.desk.search import typed
from satupintu.engine.notifications.models import unread
from satupintu.engine.ui.frame import Account, Bell, Choice, NavItem, Switcher
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment


class News:
    """Counts the unread notices of whoever asks: here, because a page that is drawn asks the database nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        appointment: Appointment | None = getattr(request, "appointment", None)
        page = request.headers.get("Sec-Fetch-Dest", "document") == "document"  # pictures and pieces have no bell
        told = page and appointment is not None and may(appointment.role, "notice.read")
        request.unread = unread(appointment.pk) if appointment and told else 0  # type: ignore[attr-defined]
        return self.get_response(request)


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context that `ui/desk.html` draws its frame from."""
    base: dict[str, Any] = {
        "demo_notice": _("Peragaan dengan data rekaan. Tidak ada orang sungguhan di sini.") if settings.DEMO else ""
    }
    user = getattr(request, "user", None)
    appointment: Appointment | None = getattr(request, "appointment", None)
    if user is None or not user.is_authenticated:
        return base
    own = NavItem(_("Akun saya"), "/akun/", "user")
    if appointment is None:
        return base | {"account": Account(user.name, (own,), "/keluar/")}
    role = appointment.role
    navigation = [NavItem(_(one.word), one.url, one.icon, _here(request.path, one.url)) for one in near(role)]
    seeks = may(role, "person.read") or may(role, "referral.read")
    return base | {
        "account": Account(user.name, (NavItem(_("Semua menu"), MORE.url, "list-check"), own), "/keluar/"),
        "navigation": navigation,
        "places": _places(request, role),
        "bell": Bell("/pemberitahuan/", request.unread) if may(role, "notice.read") else None,  # type: ignore[attr-defined]
        "switcher": _switcher(request, appointment),
        "search_url": "/cari/" if seeks else "",
        "suggest_url": "/cari/usulan/" if seeks else "",
        "search_hint": _("NIK, KK, nama, nomor tiket"),
        "search_text": typed(request) if request.path == "/cari/" else "",
    }


def _here(path: str, url: str) -> bool:
    return path == url if url == "/" else path.startswith(url)


def _places(request: HttpRequest, role: str) -> list[NavItem]:
    """The bottom bar of a phone: Beranda, Cari, Catat, Saya."""
    path = request.path
    places = [NavItem(_("Beranda"), "/", "home", path == "/")]
    if may(role, "person.read"):
        places.append(NavItem(_("Cari"), "/cari/", "search", path == "/cari/"))
    if may(role, "complaint.register"):
        places.append(NavItem(_("Catat"), "/keluhan/baru/", "plus", path == "/keluhan/baru/"))
    elif may(role, "referral.read"):
        places.append(NavItem(_("Rujukan"), "/rujukan/", "mail", path.startswith("/rujukan/")))
    return [*places, NavItem(_("Saya"), "/akun/", "user", path.startswith("/akun/"))]


def _switcher(request: HttpRequest, appointment: Appointment) -> Switcher:
    """The appointment one works under; another of one's own is one click away."""
    mine: list[Appointment] = request.own_appointments  # type: ignore[attr-defined]
    choices = [Choice(str(one.pk), one.role_word.label, one.office.name, one == appointment) for one in mine]
    return Switcher(appointment.role_word.label, appointment.office.name, "/penugasan/", choices, "penugasan")
