"""The receiver's door without an account: a code from the paper opens one letter, to read and to answer it.

A code is never in a query string. A link ``/jawab/<code>/`` puts it away in the session and leads on, so that it leaves
the address; nothing is bound before the person presses the button, because programs open links to look at them too.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from satupintu.engine.actions import WrongState
from satupintu.engine.documents.handing import handed_out
from satupintu.engine.documents.models import Attachment
from satupintu.engine.ui.errors import sorry
from satupintu.foundation.access import Guest, Scope, entered, open_door, opened
from satupintu.foundation.access.attached import papers
from satupintu.foundation.access.policies import View
from satupintu.foundation.access.steps import Step, StepForm
from satupintu.foundation.access.visitors import address_of
from satupintu.foundation.offices import attempts
from satupintu.lib import printed_codes
from satupintu.work.referrals import actions, codes, rules, telling
from satupintu.work.referrals.forms import CodeForm
from satupintu.work.referrals.letters import letter as card
from satupintu.work.referrals.models import Pass, Referral
from satupintu.work.referrals.steps import ANSWERS, REPLIES, title

GUESSES, A_MINUTE = 10, 60
"""Wrong codes from one address, and in how many seconds: slowed, never shut out."""
CODE, SECRET, SIGNED = "answer_code", "answer_secret", "answer_signature"
"""What the session holds: a code that a link brought, the secret a letter is bound to, who answered last."""
NEXT = "answer_next"
"""What the secret of the next letter is made of. It is there before a code is sent, so that whoever sends the code again,
because the answer got lost after the letter was bound, is known as the one it was bound to."""
WHY = "a receiver without an account reads and answers one letter, with the code that came with it"


def _unseen(view: View) -> View:
    """Nothing of these pages is kept by a browser, or found by a search engine."""

    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(*args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return never_cache(answer)  # type: ignore[type-var]


def _of_browser(request: HttpRequest) -> Pass | None:
    secret = request.session.get(SECRET, "")
    if not secret:
        return None
    with entered(Scope(proof=codes.browser_fingerprint(secret))):
        return codes.of_browser(secret)


def _scope(one: Pass) -> Scope:
    """The scope in which exactly the letter of a pass exists."""
    return Scope(guest=("referral", one.referral_id))


def _guest(found: Referral) -> Guest:
    """Whoever holds the pass of a letter."""
    return Guest(("referral", found.pk), found.to_office_id, found.to_office.name)


def _paper_address(paper: Attachment) -> str:
    """Where a guest opens a paper of the letter."""
    return reverse("answers:paper", args=[paper.pk])


def visitor(view: Callable[..., HttpResponse]) -> View:
    """Open the page to whoever holds a living pass in this browser, inside a scope in which only its letter exists.

    Everybody else is led to the page that asks for the code, whatever the reason.
    """

    @_unseen
    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        one = _of_browser(request)
        if one is None:
            request.session.pop(SECRET, None)
            return redirect("answers:enter")
        with entered(_scope(one)):
            rows = Referral.objects.with_ends().select_related("to_office__area").prefetch_related("replies")
            found = rows.get(pk=one.referral_id)
            with timezone.override(found.to_office.zone):
                return view(request, found, _guest(found).signed(*request.session.get(SIGNED, ("", ""))), **kwargs)

    return open_door(WHY)(guarded)


@require_GET
@open_door(WHY)
@_unseen
def link(request: HttpRequest, code: str) -> HttpResponse:
    """A link or QR code: put the code away and take it out of the address."""
    request.session[CODE] = code[:60]
    return redirect("answers:enter")


@require_http_methods(["GET", "POST"])
@open_door(WHY)
@_unseen
def enter(request: HttpRequest) -> HttpResponse:
    """Ask for the code and open its letter. A code that is wrong, old, revoked, or bound elsewhere answers alike."""
    known = CODE in request.session and "lain" not in request.GET
    form = CodeForm(request.POST if request.method == "POST" else None, known=known)
    if request.method == "POST" and form.is_valid():
        code = request.session[CODE] if known else form.cleaned_data["code"]
        try:
            spent = attempts.spend([attempts.Budget(f"answer:{address_of(request)}", GUESSES, A_MINUTE)])
        except attempts.TooMany as full:
            response = sorry(request, 429)
            response["Retry-After"] = str(full.wait)
            return response
        request.session.pop(CODE, None)  # not before: whoever has to wait keeps the code that was read
        if _opened(request, code):
            attempts.refund(spent)
            return redirect("answers:letter")
        form = CodeForm(request.POST)
        form.errors["code"] = form.error_class(  # the field that was not shown has an error all the same
            [_("Kode ini tidak dikenal atau sudah tidak berlaku. Periksa lagi, atau telepon kantor pengirim surat.")]
        )
    elif request.method == "GET" and not known and _of_browser(request) is not None and "lain" not in request.GET:
        return redirect("answers:letter")
    request.session.setdefault(NEXT, codes.new_browser_secret())
    context = {"form": form, "known": known and not form.errors}
    return render(request, "referrals/public/enter.html", context, status=422 if form.errors else 200)


def _opened(request: HttpRequest, code: str) -> bool:
    """Open the letter of a code in this browser; False when the code opens nothing here."""
    with entered(Scope(proof=printed_codes.fingerprint(code))):
        one = codes.of_code(code)
    if one is None:
        return False
    if one.browser and one.browser == codes.browser_fingerprint(request.session.get(SECRET, "")):
        return True
    secret = codes.secret_for(request.session.get(NEXT) or codes.new_browser_secret(), code)
    if one.browser and one.browser != codes.browser_fingerprint(secret):
        return False
    if not one.browser and not _bound(one, secret):
        return False
    request.session.cycle_key()
    request.session[SECRET] = secret
    request.session.pop(NEXT, None)
    request.session.pop(SIGNED, None)
    if not request.user.is_authenticated:
        request.session.set_expiry(one.expires_at)
    return True


def _bound(one: Pass, secret: str) -> bool:
    """Bind a letter to a browser; False when another was faster."""
    with entered(_scope(one)):
        found = Referral.objects.with_ends().get(pk=one.referral_id)
        try:
            actions.bind_pass(found, by=_guest(found), number=one.pk, secret=secret)
        except WrongState:
            return False
    return True


def page(
    request: HttpRequest,
    found: Referral,
    by: Guest,
    *,
    step: Step | None = None,
    form: StepForm | None = None,
    wrong: WrongState | None = None,
    status: int = 200,
) -> HttpResponse:
    """The letter as its sender wrote it, and the answers that are possible now."""
    offered = [one for one in ANSWERS if rules.may_reply(found.status_word, REPLIES[one.verb])]
    opened(request, "referral.opened", [found.pk], shown="letter,replies", reach=found.reach, by=by)
    context = {
        "referral": found,
        "letter": replace(card(found), url=""),
        "paused": telling.pause(found),
        "replies": list(found.replies.all()),
        "papers": papers(Attachment.objects.of(found), signed=True, address=_paper_address),
        "step": step,
        "form": form,
        "offered": [(one, title(one, after_meeting=found.waits_for_word)) for one in offered],
        "wrong": wrong,
    }
    return render(request, "referrals/public/letter.html", context, status=status)


@visitor
def letter(request: HttpRequest, found: Referral, by: Guest) -> HttpResponse:
    """The letter."""
    return page(request, found, by)


def _step_view(step: Step) -> View:
    """The route of an answer: GET opens its form below the letter, POST takes it."""

    @require_http_methods(["GET", "POST"])
    @visitor
    def view(request: HttpRequest, found: Referral, by: Guest) -> HttpResponse:
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = step.form(*sent, subject=found, by=by)
        if request.method != "POST":
            return page(request, found, by, step=step, form=form)
        if not form.is_valid():
            return page(request, found, by, step=step, form=form, status=422)
        signature: tuple[str, str] = form.signature  # type: ignore[attr-defined]
        try:
            step.act(found, by=by.signed(*signature), key=f"{found.pk}:{form.key}", **form.words())
        except WrongState as wrong:
            return page(request, found, by, wrong=wrong, status=409)
        request.session[SIGNED] = signature
        messages.success(request, _(step.done))
        found.refresh_from_db()
        return redirect("answers:letter" if found.status_word in rules.OPEN else "answers:done")

    view.__name__ = step.slug.replace("-", "_")
    return view


@visitor
def paper(request: HttpRequest, found: Referral, by: Guest, pk: int) -> HttpResponse:
    """A paper of the letter; any other does not exist."""
    file = Attachment.objects.of(found).select_related("content").filter(pk=pk).first()
    if file is None:
        raise Http404
    opened(request, "attachment.opened", [file.pk], shown="content", reach=file.reach, by=by)
    return handed_out(file)


@require_POST
@open_door(WHY)
@_unseen
def leave(request: HttpRequest) -> HttpResponse:
    """Forget the letter in this browser; its code opens it no more, here or elsewhere, until the sender gives a new one."""
    for name in (CODE, SECRET, NEXT, SIGNED):
        request.session.pop(name, None)
    return redirect("answers:done")


@require_GET
@open_door(WHY)
@_unseen
def done(request: HttpRequest) -> HttpResponse:
    """Thanks, and nothing of the letter."""
    return render(request, "referrals/public/done.html")


app_name = "answers"
urlpatterns = [
    path("", enter, name="enter"),
    path("surat/", letter, name="letter"),
    *(path(f"surat/{step.slug}/", _step_view(step), name=step.slug) for step in ANSWERS),
    path("surat/berkas/<int:pk>/", paper, name="paper"),
    path("keluar/", leave, name="leave"),
    path("selesai/", done, name="done"),
    path("<str:code>/", link, name="link"),
]
