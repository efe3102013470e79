"""Pages for what went wrong, in plain words: what happened, what is safe, what to do now.

Put in the root urls: `handler400 = "satupintu.engine.ui.errors.bad_request"` and likewise `forbidden` (403),
`not_found` (404), `too_many` (429), `server_error` (500); `CSRF_FAILURE_VIEW = "satupintu.engine.ui.errors.stale_page"`.
None of them needs a database, a session or a context processor.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

RETRY_AFTER = 30
"""Seconds after which a browser or machine may ask again."""

_PAGES: Mapping[int, tuple[Any, Any, Any]] = {
    400: (
        _("Permintaan ini tidak terbaca"),
        _("Alamat atau isiannya tidak lengkap."),
        _("Kembali ke halaman sebelumnya, lalu coba sekali lagi."),
    ),
    403: (
        _("Halaman ini bukan untuk penugasan Anda"),
        _("Penugasan yang sedang Anda pakai tidak memberi hak untuk ini."),
        _(
            "Kalau Anda punya penugasan lain, ganti dulu di bagian atas halaman. "
            "Kalau seharusnya boleh, hubungi pengelola akun."
        ),
    ),
    404: (
        _("Tidak ketemu"),
        _("Halaman ini tidak ada, atau berada di luar wilayah Anda."),
        _("Periksa lagi alamatnya, atau cari dari halaman depan."),
    ),
    405: (
        _("Halaman ini tidak bisa dibuka langsung"),
        _("Alamat ini hanya menerima kiriman dari formulirnya."),
        _("Kembali, lalu mulai dari tombol di halamannya."),
    ),
    409: (
        _("Keadaannya sudah berubah"),
        _("Ada yang lebih dulu mengubah data ini, jadi permintaan Anda belum dijalankan."),
        _("Muat ulang halamannya untuk melihat keadaan terakhir."),
    ),
    413: (
        _("Berkasnya terlalu besar"),
        _("Kiriman ini melebihi batas yang dapat diterima."),
        _("Perkecil berkasnya atau kirim satu per satu."),
    ),
    429: (
        _("Terlalu sering mencoba"),
        _("Demi keamanan, permintaan dari perangkat ini dijeda sebentar."),
        _("Tunggu beberapa menit, lalu coba lagi."),
    ),
    500: (
        _("Ada yang rusak di sisi kami"),
        _("Permintaan Anda belum dijalankan. Yang sudah tersimpan tetap aman."),
        _("Coba sekali lagi. Kalau terulang, beri tahu pengelola dan sebutkan jamnya."),
    ),
    503: (
        _("Basis data sedang tidak tersambung"),
        _(
            "Yang sudah tersimpan aman. Permintaan terakhir Anda belum dijalankan, tidak ada yang berubah setengah jalan."
        ),
        _("Tunggu setengah menit, lalu coba lagi. Ketikan Anda masih ada di halaman sebelumnya."),
    ),
}
_BUSY = (
    _("Sistem sedang sangat sibuk"),
    _("Permintaan terakhir Anda belum dijalankan, tidak ada yang berubah setengah jalan."),
    _("Tunggu setengah menit, lalu coba lagi. Ketikan Anda masih ada di halaman sebelumnya."),
)
_STALE = (
    _("Halaman ini sudah terlalu lama terbuka"),
    _("Demi keamanan, kiriman dari halaman lama tidak diterima."),
    _("Kembali, muat ulang halamannya, lalu kirim lagi. Ketikan Anda dipulihkan sendiri."),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A way out of an error page."""

    label: Any
    url: str


def sorry(
    request: HttpRequest | None,
    status: int,
    sentence: object = "",
    *,
    heading: object = "",
    advice: object = "",
    ways: tuple[Link, ...] = (),
) -> HttpResponse:
    """Answer with the page for a status; `sentence`, `heading`, `advice` replace its own words, `ways` its links."""
    own_heading, own_sentence, own_advice = _PAGES.get(status, _PAGES[500])
    context = {
        "status": status,
        "heading": heading or own_heading,
        "sentence": sentence or own_sentence,
        "advice": advice or own_advice,
        "ways": ways or (Link(_("Ke beranda"), "/"),),
    }
    answer = HttpResponse(render_to_string("ui/sorry.html", context), status=status)
    answer["Cache-Control"] = "no-store"
    if status in (429, 503):
        answer["Retry-After"] = str(RETRY_AFTER)
    return answer


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler400."""
    return sorry(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler403: the sentence is that of the exception, when it brings one."""
    return sorry(request, 403, str(exception or ""))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler404. It never says more than that nothing was found."""
    return sorry(request, 404)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler429, which the sign-in's own limits call."""
    return sorry(request, 429)


def server_error(request: HttpRequest) -> HttpResponse:
    """handler500: an error outside a view; a lost database is told apart from a fault of ours."""
    fault = sys.exc_info()[1]
    return (
        database_trouble(request, fault)
        if isinstance(fault, OperationalError | InterfaceError)
        else sorry(request, 500)
    )


def stale_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW: mostly a page left open over a sign-out."""
    heading, sentence, advice = _STALE
    return sorry(request, 403, sentence, heading=heading, advice=advice)


def database_trouble(request: HttpRequest, fault: BaseException) -> HttpResponse:
    """Answer 503: the database is not there, or it is there and could not finish in time (locks, cancelled queries)."""
    state = getattr(fault.__cause__, "sqlstate", None) or ""
    if state[:2] in ("40", "53", "55") or state == "57014":
        heading, sentence, advice = _BUSY
        return sorry(request, 503, sentence, heading=heading, advice=advice)
    return sorry(request, 503)
