"""Pages of signing in that are the house's own: choosing an appointment, sessions, a printed code; and the demo's help."""

from importlib import import_module
from typing import Any

from allauth.account.views import LoginView
from allauth.core.exceptions import ImmediateHttpResponse, ReauthenticationRequired
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from satupintu.doors.desk.signin.adapter import Door, count
from satupintu.doors.desk.signin.factors import next_code
from satupintu.doors.desk.signin.forms import NewPassword
from satupintu.engine.actions import WrongState
from satupintu.foundation.access import house
from satupintu.foundation.access.confirmation import confirmed_lately, has_second_factor
from satupintu.foundation.access.standing import choose, in_force, needs_factor
from satupintu.foundation.offices import actions, attempts, devices, invitations, sessions
from satupintu.foundation.offices.models import Appointment, Invitation


class SignInPage(LoginView):
    """Name and password; the demo also offers its cast, one click each."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the demo's accounts."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if settings.DEMO:
            cast = import_module(settings.DEMO_CAST)
            context["demo_accounts"] = cast.DEMO_ACCOUNTS
            context["demo_password"] = cast.PASSWORD
        return context


class CodePage(AuthenticateView):
    """The second factor after the password; the demo shows its code, because nobody holds that phone."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the demo's code."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        phone = Authenticator.objects.filter(user=self.stage.login.user, type=Authenticator.Type.TOTP).first()
        context["has_phone"] = phone is not None
        if settings.DEMO and phone is not None:
            code, context["demo_wait"] = next_code(phone)
            context["demo_code"] = f"{code[:3]} {code[3:]}".strip()
        return context


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def appointments(request: HttpRequest) -> HttpResponse:
    """Choose under which appointment to work; or learn, kindly, why there is none to choose."""
    mine = in_force(request.user.pk)  # type: ignore[arg-type]
    if request.method == "POST":
        sent = request.POST.get("penugasan", "")
        chosen = next((one for one in mine if str(one.pk) == sent), None)
        if chosen is None:
            messages.warning(request, gettext("Penugasan itu sudah tidak berlaku. Pilih yang lain."))
            return redirect("desk:appointments")
        choose(request, chosen.pk)
        if needs_factor(chosen) and not has_second_factor(request):
            return redirect("desk:appointments")
        return redirect(_next(request))
    return render(request, "account/appointments.html", _standing(request, mine))


def _standing(request: HttpRequest, mine: list[Appointment]) -> dict[str, Any]:
    """What the page says: which may be used now, which wait for a second factor, and what was or will be."""
    proven = has_second_factor(request)
    waiting = [one for one in mine if needs_factor(one) and not proven]
    today = timezone.localdate()
    account_id = int(request.user.pk or 0)
    others = Appointment.objects.with_place().filter(account_id=account_id).exclude(pk__in=[one.pk for one in mine])
    return {
        "usable": [one for one in mine if one not in waiting],
        "waiting": waiting,
        "coming": [one for one in others.order_by("valid_from") if one.valid_from > today],
        "over": [one for one in others.order_by("-valid_to") if one.valid_from <= today][:3],
        "has_factor": waiting and Authenticator.objects.filter(user_id=request.user.pk).exists(),
        "current": getattr(request, "appointment", None),
        "next": request.GET.get("next", ""),
    }


@login_required
@never_cache
def account_home(request: HttpRequest) -> HttpResponse:
    """One's own account: appointments, password, factors, sessions."""
    mine = in_force(request.user.pk)  # type: ignore[arg-type]
    context = _standing(request, mine) | {
        "usable": mine,
        "has_factor": Authenticator.objects.filter(user_id=request.user.pk).exists(),
    }
    return render(request, "account/home.html", context)


def _next(request: HttpRequest) -> str:
    """Where the person was going, if that is a page of ours."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else "/"


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def session_list(request: HttpRequest) -> HttpResponse:
    """Where one is signed in, and the end of it: one session, or all the others."""
    account: Any = request.user
    if request.method == "POST":
        sent = request.POST.get("session", "")
        if sent.isdecimal():
            sessions.end_one(account, int(sent))
        else:
            sessions.end_all(account, but=request.session.session_key)
        messages.success(request, gettext("Sesi itu sudah diakhiri."))
        return redirect("usersessions_list")
    rows = UserSession.objects.filter(user=account).order_by("-created_at")
    alive = [(row, _device(row.user_agent)) for row in rows if row.exists()]
    return render(
        request, "usersessions/usersession_list.html", {"sessions": alive, "here": request.session.session_key}
    )


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """The codes for a lost phone: shown once, when asked for. Looking at this page alone changes nothing."""
    if not confirmed_lately(request):
        raise ReauthenticationRequired
    kept = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.RECOVERY_CODES).first()
    if kept is None:
        return redirect("mfa_generate_recovery_codes")
    codes = kept.wrap()
    context: dict[str, Any] = {"left": len(codes.get_unused_codes()), "was_shown": codes.did_view}
    if request.method == "POST" and not codes.did_view:
        codes.mark_as_viewed()
        context["codes"] = codes.get_unused_codes()
    return render(request, "mfa/recovery_codes/index.html", context)


def _device(user_agent: str) -> str:
    browser, system = devices.describe(user_agent)
    if not browser and not system:
        return gettext("Peramban yang tidak dikenal")
    return gettext("%(browser)s di %(system)s") % {"browser": browser or "?", "system": system or "?"}


@never_cache
@require_http_methods(["GET", "POST"])
def redeem(request: HttpRequest) -> HttpResponse:
    """Set a password with a printed code. A wrong code and an old one answer alike."""
    form = NewPassword(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        try:
            count(attempts.invitation_budgets(Door(request).get_client_ip(request)))
        except ImmediateHttpResponse as full:
            return full.response
        if form.is_valid() and _redeemed(form):
            messages.success(request, gettext("Sandi sudah dibuat. Silakan masuk."))
            return redirect("account_login")
    return render(request, "account/redeem.html", {"form": form}, status=422 if form.errors else 200)


def _redeemed(form: NewPassword) -> bool:
    digest = invitations.digest(form.cleaned_data["code"])
    invitation = Invitation.objects.select_related("account").filter(digest=digest).first()
    sentence = gettext("Kode ini tidak dikenal, sudah dipakai, atau sudah lewat masanya. Mintalah kode baru.")
    if invitation is None:
        form.add_error("code", sentence)
        return False
    try:
        with house(gettext("sandi baru dengan kode cetak"), quietly=True) as by:
            actions.redeem(invitation, by=by, password=form.cleaned_data["password"], key=form.key)
    except WrongState:
        form.add_error("code", sentence)
        return False
    return True
