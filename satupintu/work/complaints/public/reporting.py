"""Lapor: a citizen sends a complaint in. One short page, one to check, then the number and the code.

What was typed travels with the pages; nothing is kept before it is sent, and nothing is asked of the register.
"""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from satupintu.engine.actions import WrongState
from satupintu.engine.documents.actions import attach
from satupintu.engine.ui.pieces import Fact
from satupintu.foundation.access import open_door, pace
from satupintu.foundation.access.citizen import Citizen, acting
from satupintu.foundation.access.visitors import from_own_page, ticket
from satupintu.foundation.areas.models import Area
from satupintu.foundation.offices.words import ServiceField
from satupintu.work.complaints.actions import report
from satupintu.work.complaints.forms.citizen import ABOUT, ReportForm, SendForm
from satupintu.work.complaints.intake import follow_up_code
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.words import Danger, SafeContact

TRAP = "situs"
"""A field that no person sees; what fills it in waits a little longer."""
MOST_FOR_VIOLENCE = 10
"""Seconds that a report of violence may have to wait at most."""
OFFERED = 8
"""Villages offered for a typed name."""


@open_door("anybody may send a complaint in, without an account and without a name")
@require_http_methods(["GET", "POST"])
@from_own_page
def write(request: HttpRequest) -> HttpResponseBase:
    """The form; sent, it comes back to be checked. "ubah" brings back what was typed."""
    if request.method != "POST":
        return _page(request, "write", ReportForm())
    if "ubah" in request.POST:
        return _page(
            request, "write", ReportForm(initial={name: request.POST.get(name) for name in ReportForm.base_fields})
        )
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _page(request, "write", form, status=422)
    return _check(request, form, SendForm())


@open_door("anybody may send a complaint in, without an account and without a name")
@require_POST
@from_own_page
def send(request: HttpRequest) -> HttpResponseBase:
    """Send what was checked. The same thing sent twice is one complaint; too many at once wait a little."""
    form, last = ReportForm(request.POST), SendForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, "write", form, status=422)
    if not last.is_valid():
        return _check(request, form, last, status=422)
    key = _key(form)
    most = MOST_FOR_VIOLENCE if form.violence else pace.MOST
    turn = pace.turn(request, "report", key, most=most, suspect=bool(request.POST.get(TRAP)))
    if turn.wait:
        answer = _check(request, form, SendForm(), turn=turn, status=429)
        answer["Retry-After"] = str(turn.wait)
        return answer
    try:
        complaint = _sent(form, last, key)
    except WrongState as wrong:
        form.add_error("village", wrong.sentence)
        return _page(request, "write", form, status=422)
    return done(request, complaint)


def _sent(form: ReportForm, last: SendForm, key: str) -> Complaint:
    """The complaint and its photo: both or neither."""
    intake, photo = form.intake(), last.cleaned_data["photo"]
    with transaction.atomic(), acting(intake.village_id) as by:
        complaint: Complaint = report(intake, by=by, key=key)
        if photo:
            attach(complaint, photo, by=Citizen(("complaint", complaint.pk)), key=f"{key}:1")
    return complaint


def _key(form: ReportForm) -> str:
    """One key for one form with one content: a second click is the same act, a corrected text is another."""
    said = [form.key, *(str(form.data.get(name, "")) for name in form.fields)]
    return str(uuid5(NAMESPACE_URL, "\n".join(said)))


def done(request: HttpRequest, complaint: Complaint, *, appeal: bool = False) -> HttpResponse:
    """Number and code, big, to be kept. Drawn once, at the answer to the sending; no address holds them."""
    context = {
        "number": complaint.number,
        "code": follow_up_code(complaint.number),
        "office": complaint.waits_at.name,
        "secret": complaint.clearance > 0,
        "appeal": appeal,
        "ticket": ticket(),
        "emergency": settings.EMERGENCY_NUMBERS,
    }
    return _kept_by_nobody(render(request, "complaints/public/done.html", context))


def _check(
    request: HttpRequest, form: ReportForm, last: SendForm, *, turn: pace.Turn | None = None, status: int = 200
) -> HttpResponse:
    more = {"facts": _facts(form), "last": last, "turn": turn, "hidden": _hidden(form)}
    return _page(request, "check", form, status=status, **more)


def _hidden(form: ReportForm) -> list[tuple[str, str]]:
    """What was typed, for the next page to send along; the village by its code."""
    said = {name: str(form.data.get(name, "")) for name in form.fields}
    said["village"] = form.cleaned_data["village"].code
    return [*said.items(), ("key", form.key)]


def _facts(form: ReportForm) -> list[Fact]:
    said = form.cleaned_data
    anonymous = not (said["name"] or said["phone"])
    return [
        Fact(_("Yang terjadi"), said["text"]),
        Fact(_("Ada yang dalam bahaya?"), Danger(said["danger"]).label),
        Fact(_("Tentang"), ServiceField(said["field"]).label),
        Fact(_("Desa atau kelurahan"), said["village"].full_name),
        Fact(_("Yang butuh bantuan"), dict(ABOUT)[said["relation"]]),
        Fact(_("Nama Anda"), said["name"] or _("tidak disebut")),
        Fact(
            _("Nomor HP"), said["phone"] or _("tidak disebut"), "" if anonymous else SafeContact(said["contact"]).label
        ),
    ]


def _page(request: HttpRequest, name: str, form: ReportForm, *, status: int = 200, **more: Any) -> HttpResponse:
    context = {"form": form, "ticket": ticket(), "emergency": settings.EMERGENCY_NUMBERS, "trap": TRAP, **more}
    return _kept_by_nobody(render(request, f"complaints/public/{name}.html", context, status=status))


def _kept_by_nobody(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "no-store"
    return answer


@open_door("names of villages while a citizen types; names of areas are public")
@require_GET
def villages(request: HttpRequest) -> JsonResponse:
    """Names of villages that a typed text may mean."""
    text = request.GET.get("q", "").strip()[:80]
    found = Area.objects.current().suggest(text, level=4, limit=OFFERED) if len(text) > 2 else []
    return JsonResponse({"names": [area.full_name for area in found]})
