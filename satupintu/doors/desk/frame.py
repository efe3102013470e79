"""What stands around every page of an officer: places to go by role, the appointment one works under, the account."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from satupintu.engine.ui.frame import Account, Choice, NavItem, Switcher
from satupintu.foundation.access.roles import may
from satupintu.foundation.offices.models import Appointment

PLACES: tuple[tuple[str, str, str, str], ...] = (
    ("", "/", "home", noop("Beranda")),
    ("complaint.read", "/keluhan/", "message-circle", noop("Keluhan")),
    ("referral.read", "/rujukan/", "mail", noop("Rujukan")),
    ("letter.read", "/surat/", "file-text", noop("Surat")),
    ("template.draft", "/surat/naskah/", "file-text", noop("Surat")),
    ("daybook.record", "/buku-harian/", "calendar", noop("Buku harian")),
    ("bulletin.read", "/laporan/", "report", noop("Laporan")),
    ("import.read", "/impor/", "file-import", noop("Impor")),
    ("account.create", "/petugas/", "users", noop("Petugas")),
    ("event.read", "/jejak/", "list-search", noop("Jejak")),
    ("office.read", "/kantor/", "building", noop("Kantor")),
    ("service.create", "/layanan/", "list-check", noop("Layanan")),
)
"""Verb that opens it ("" for everybody), address, icon, word; the most used first. Of one word the first that opens."""
MOST = 7
"""So many stand in the navigation; whoever has more finds the rest in the menu of the account."""


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
    open_to: dict[str, tuple[str, str]] = {}
    for verb, url, icon, word in PLACES:
        if not verb or may(role, verb):
            open_to.setdefault(word, (url, icon))
    navigation = [NavItem(_(word), url, icon, _here(request.path, url)) for word, (url, icon) in open_to.items()]
    seeks = may(role, "person.read") or may(role, "referral.read")
    return base | {
        "account": Account(user.name, (*navigation[MOST:], own), "/keluar/"),
        "navigation": navigation[:MOST],
        "places": _places(request, role),
        "switcher": _switcher(request, appointment),
        "search_url": "/cari/" if seeks else "",
        "search_hint": _("NIK, KK, nama, nomor tiket"),
        "search_text": request.GET.get("q", "") if request.path == "/cari/" else "",
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
