"""Periksa: anybody who holds a letter asks whether it is genuine. Number, kind, office and day; never about whom."""

from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from satupintu.engine.documents.letters.heads import head_of
from satupintu.engine.documents.letters.kinds import kind_of
from satupintu.foundation.access import open_door
from satupintu.foundation.access.papers import title_of
from satupintu.foundation.access.visitors import address_of
from satupintu.foundation.offices import attempts
from satupintu.lib import printed_codes

GUESSES, WINDOW = 10, 60
"""Wrong codes from one address within so many seconds; whoever guesses more waits, nobody is shut out."""
LONGEST = 64


@dataclass(frozen=True)
class Told:
    """What may be said of a genuine letter."""

    number: str
    kind: str
    office: str
    issued_on: date
    revoked_on: date | None


@open_door("whoever holds a letter may ask whether it is genuine; the code is the key, and names nobody")
@require_GET
def verify(request: HttpRequest, code: str = "") -> HttpResponse:
    """Say whether the letter of a code is genuine, revoked or unknown; right and wrong codes take the same way."""
    typed = request.GET.get("kode", "")[:LONGEST]
    if typed and not code:
        return redirect("public:verify", code=printed_codes.plain(typed)[: printed_codes.LENGTH] or "-")
    if not code:
        return _page(request, "ask")
    try:
        spent = attempts.spend([attempts.Budget(f"periksa:{address_of(request)}", GUESSES, WINDOW)])
    except attempts.TooMany as slow:
        answer = _page(request, "slow", wait=slow.wait, status=429)
        answer["Retry-After"] = str(slow.wait)
        return answer
    told = look_up(code)
    if told is None:
        return _page(request, "unknown")
    attempts.refund(spent)
    return _page(request, "revoked" if told.revoked_on else "genuine", told=told)


def look_up(code: str) -> Told | None:
    """What may be said of the letter with that code; one statement, whether or not there is one.

    The day of a revocation is the one on the calendar of its office, as the day of issue is.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select * from documents_verify(%s)", [printed_codes.fingerprint(code[:LONGEST])])
        row = cursor.fetchone()
    if row is None:
        return None
    number, kind, office, issued_on, office_id, revoked_at = row
    revoked_on = head_of(office_id).today(revoked_at) if revoked_at else None
    return Told(number, title_of(kind_of(kind)), office, issued_on, revoked_on)


def _page(
    request: HttpRequest, verdict: str, *, told: Told | None = None, wait: int = 0, status: int = 200
) -> HttpResponse:
    heads = {
        "ask": _("Periksa keaslian surat"),
        "genuine": _("Surat ini asli"),
        "revoked": _("Surat ini sudah dicabut"),
        "unknown": _("Kode ini tidak dikenal"),
        "slow": _("Terlalu sering mencoba"),
    }
    context = {"verdict": verdict, "head": heads[verdict], "told": told, "wait": wait}
    answer = render(request, "public/verify.html", context, status=status)
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
