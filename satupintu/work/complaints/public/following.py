"""Lacak: a citizen follows a complaint by its number and code. Right, wrong and absent take the same way through."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.views.decorators.http import require_http_methods, require_POST

from satupintu.engine.actions import WrongState
from satupintu.engine.events import note
from satupintu.engine.events.words import Kind
from satupintu.engine.ui.forms import Form
from satupintu.foundation.access import open_door
from satupintu.foundation.access.citizen import acting, following
from satupintu.foundation.access.policies import View
from satupintu.foundation.access.visitors import address_of, from_own_page, ticket
from satupintu.foundation.offices import attempts
from satupintu.lib.printed_codes import fingerprint
from satupintu.work.complaints import actions
from satupintu.work.complaints.forms.citizen import AppealForm, AskAgainForm, FollowForm, JudgeForm
from satupintu.work.complaints.models import Complaint
from satupintu.work.complaints.public import passes, state
from satupintu.work.complaints.public.reporting import done

GUESSES, WINDOW = 10, 60
"""Guesses at one number from one address within so many seconds; a village may share an address, so others go on."""
SAID = {
    "penilaian": noop("Terima kasih. Penilaian Anda kami catat."),
    "pembukaan-kembali": noop("Pengaduan Anda dibuka lagi dan kembali ke meja petugas."),
}
"""What is said after something was done, by what was done."""
OF_AN_ADDRESS = 120
"""Guesses at any number from one address within the same time."""


@open_door("whoever holds the code on the receipt may ask how far it is; the code is the key, and opens one row")
@require_http_methods(["GET", "POST"])
@from_own_page
def follow(request: HttpRequest) -> HttpResponseBase:
    """Ask for number and code, or show where the complaint stands."""
    if request.method == "POST":
        return _asked(request)
    # Whoever scans another receipt asks about that one, whatever was looked at before.
    pk = None if "nomor" in request.GET else passes.read(request)
    shown = None if pk is None else show(request, pk)
    return shown or _form(request, FollowForm(initial={"number": request.GET.get("nomor", "")[:60]}))


def _asked(request: HttpRequest) -> HttpResponse:
    form = FollowForm(request.POST)
    if not form.is_valid():
        return _form(request, form, status=422)
    number, code = form.cleaned_data["number"], form.cleaned_data["code"]
    try:
        spent = attempts.spend(_budgets(address_of(request), number))
    except attempts.TooMany as slow:
        form.add_error(None, _("Terlalu cepat. Tunggu %(seconds)s detik, lalu coba lagi.") % {"seconds": slow.wait})
        answer = _form(request, form, status=429)
        answer["Retry-After"] = str(slow.wait)
        return answer
    # The answer to a wrong code is drawn before anybody knows whether it is wrong: right and wrong take the same time.
    form.add_error(None, _("Nomor dan kode ini tidak cocok. Periksa lagi di tanda terima Anda."))
    wrong = _form(request, form, status=422)
    pk = whose(number, code)
    if pk is None:
        return wrong
    attempts.refund(spent)
    return settled(request, pk)


def _budgets(address: str, number: str) -> list[attempts.Budget]:
    return [
        attempts.Budget(f"follow:{address}:{fingerprint(number)[:24]}", GUESSES, WINDOW),
        attempts.Budget(f"follow:{address}", OF_AN_ADDRESS, WINDOW),
    ]


def whose(number: str, code: str) -> int | None:
    """The row number of the complaint that this code is of; one statement, whether or not the number exists."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select complaints_followed(%s, %s)", [number, fingerprint(code)])
        (pk,) = cursor.fetchone()
    return pk if pk is None else int(pk)


def settled(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on to the page of the complaint: by a cookie, or at once where the browser keeps none."""
    if passes.keeps_cookies(request):
        answer: HttpResponse = redirect("public:follow")
        passes.give(answer, pk)
        return answer
    return show(request, pk, pass_in_page=True) or _form(request, FollowForm())


def _form(request: HttpRequest, form: FollowForm, *, status: int = 200) -> HttpResponse:
    example = import_module(settings.DEMO_FOLLOWED).example() if settings.DEMO else None
    context = {"form": form, "ticket": ticket(), "example": example}
    answer = render(request, "complaints/public/follow.html", context, status=status)
    answer["Cache-Control"] = "no-store"
    return answer


def show(
    request: HttpRequest, pk: int, *, pass_in_page: bool = False, status: int = 200, **more: Any
) -> HttpResponse | None:
    """The page of a followed complaint, with its event of reading; None when it is not there any more.

    ``more`` may hold a form that came back (``judge``, ``again``, ``appeal``) and a sentence (``wrong``).
    """
    with following(pk) as by:
        told = state.read(pk)
        if told is None:
            return None
        with timezone.override(told.office.zone):
            shown = "state" if told.sensitive else "state,answers"
            note("complaint.followed", by=by, kind=Kind.READING, ids=[pk], reach=told.complaint.reach, shown=shown)
            context = {
                "state": told,
                "ticket": ticket(),
                "pass": passes.made(pk) if pass_in_page else "",
                "said": _(SAID.get(request.GET.get("baru", ""), "")),
                "judge": JudgeForm(),
                "again": AskAgainForm(),
                "appeal": AppealForm(),
                "ombudsman": settings.OMBUDSMAN,
            }
            answer = render(request, "complaints/public/state.html", context | more, status=status)
    answer["Cache-Control"] = "no-store"
    return answer


def _step(name: str, form_of: type[Form], act: Callable[..., Any]) -> View:
    """The route of something that the holder of a code does with the complaint. ``name`` is the form's on the page."""

    @open_door("whoever holds the code may say how it ended, and ask for more; the code opens one row")
    @require_POST
    @from_own_page
    def view(request: HttpRequest) -> HttpResponseBase:
        pk = passes.read(request)
        if pk is None:
            return _form(request, FollowForm(), status=403)
        in_page = bool(request.POST.get(passes.FIELD))
        form = form_of(request.POST)
        if not form.is_valid():
            return _shown(request, pk, pass_in_page=in_page, status=422, **{name: form})
        try:
            fresh = _done(pk, act, form)
        except WrongState as wrong:
            return _shown(request, pk, pass_in_page=in_page, status=409, wrong=wrong.sentence)
        if fresh is None:
            return _form(request, FollowForm(), status=403)
        if isinstance(fresh, Complaint):
            return done(request, fresh, appeal=True)
        slug = (request.resolver_match.url_name if request.resolver_match else "") or ""
        if in_page:
            return _shown(request, pk, pass_in_page=True, said=_(SAID[slug]))
        return redirect(f"{reverse('public:follow')}?baru={slug}")

    return view


def _done(pk: int, act: Callable[..., Any], form: Form) -> Any:
    """Let the citizen act on the one complaint; None when it is not there any more."""
    with following(pk):
        complaint = Complaint.objects.filter(pk=pk).first()
    if complaint is None:
        return None
    with acting(complaint.village_id, ("complaint", pk)) as by:
        return act(complaint, by=by, key=form.key, **form.cleaned_data)


def _shown(request: HttpRequest, pk: int, **more: Any) -> HttpResponse:
    return show(request, pk, **more) or _form(request, FollowForm(), status=403)


judge = _step("judge", JudgeForm, actions.judge)
reopen = _step("again", AskAgainForm, actions.reopen)
appeal = _step("appeal", AppealForm, actions.appeal)


@open_door("whoever followed a complaint on somebody else's phone leaves nothing behind")
@require_http_methods(["GET"])
def forget(request: HttpRequest) -> HttpResponse:
    """Forget the pass and go back to the empty form."""
    answer: HttpResponse = redirect("public:follow")
    passes.take_back(answer)
    return answer
