"""What django-allauth asks the house: how often a password may be tried, what is said, what follows a sign-in."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from satupintu.engine.events import record
from satupintu.engine.ui.errors import Link, sorry
from satupintu.foundation.access import house
from satupintu.foundation.access.confirmation import confirmed_lately
from satupintu.foundation.access.live import begin
from satupintu.foundation.access.standing import in_force, needs_factor
from satupintu.foundation.offices import attempts, devices
from satupintu.foundation.offices.models import Account

WRONG = _("Nama pengguna atau sandi tidak cocok. Periksa huruf besar dan kecil pada sandi.")
"""The one answer to an unknown name, a wrong password and an account that is switched off."""


@dataclass(frozen=True)
class Person:
    """Somebody acting on their own account, under no appointment."""

    account: Account
    pk: None = None
    office_id: None = None
    role: str = "account"

    @property
    def account_id(self) -> int:
        """Whose account it is."""
        return self.account.pk

    @property
    def label(self) -> str:
        """Who it was, as a timeline names them."""
        return self.account.name


def write_down(name: str, account: Account) -> None:
    """Record what a person did to their own account, from outside any appointment."""
    with house(name, quietly=True):
        record(name, account, by=Person(account))


def count(budgets: list[attempts.Budget]) -> list[int]:
    """Count an attempt; over the limit, answer with a page that says how long to wait."""
    try:
        return attempts.spend(budgets)
    except attempts.TooMany as problem:
        raise ImmediateHttpResponse(too_many(problem.wait)) from problem


def too_many(wait: int) -> HttpResponse:
    """The page for whoever has tried too often; ``wait`` in seconds."""
    minutes = -(-wait // 60)
    answer = sorry(
        None,
        429,
        gettext("Demi keamanan, percobaan masuk dijeda. Coba lagi %(minutes)s menit lagi.") % {"minutes": minutes},
        advice=gettext("Lupa sandi? Minta kode sandi baru kepada pengelola akun di daerah Anda."),
        ways=(Link(gettext_lazy("Kembali ke halaman masuk"), "/masuk/"),),
    )
    answer["Retry-After"] = str(wait)
    return answer


class Door(DefaultAccountAdapter):
    """Accounts: nobody signs up by themselves, attempts are counted, one answer for every failure."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": WRONG,
        "invalid_login": WRONG,
        "incorrect_password": _("Sandi tidak cocok."),
        "enter_current_password": _("Sandi yang sekarang tidak cocok."),
        "incorrect_code": _("Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya di aplikasi."),
    }
    said = {
        "account/messages/password_changed.txt": _("Sandi Anda sudah diganti. Sesi di perangkat lain berakhir."),
        "mfa/messages/totp_activated.txt": _("Aplikasi kode terpasang."),
        "mfa/messages/totp_deactivated.txt": _("Aplikasi kode dilepas."),
        "mfa/messages/webauthn_added.txt": _("Passkey terpasang."),
        "mfa/messages/webauthn_removed.txt": _("Passkey dilepas."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: accounts are made by whoever administers them."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt before the password is looked at."""
        username = credentials.get("username", "")
        device = devices.known(request.COOKIES.get(devices.COOKIE), username)
        self._spent = count(attempts.password_budgets(username, self.get_client_ip(request), device))

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """The account, or None. One that is switched off answers like a wrong password, after the same work."""
        self.pre_authenticate(request, **credentials)
        account = authenticate(request, **credentials)
        AuthenticationBackend.unstash_authenticated_user()
        if account is not None:
            attempts.refund(self._spent)
        return account

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Start the session's clock, remember the device, write it down."""
        response = super().post_login(request, user, **kwargs)
        begin(request)
        response.set_cookie(
            devices.COOKIE,
            devices.remembering(request.COOKIES.get(devices.COOKIE), user.username),
            max_age=devices.LIFETIME,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        write_down("account.signed_in", user)
        return response

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Somebody who has just signed in need not say so twice."""
        return not confirmed_lately(self.request)

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Say only what is worth saying, in the house's words."""
        words = self.said.get(message_template or "") or kwargs.get("message")
        if words:
            super().add_message(request, level, message=words)


class Factors(DefaultMFAAdapter):
    """Second factors: secrets are kept encrypted, the last one needed is kept at all."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": Door.error_messages["incorrect_code"],
        "cannot_delete_authenticator": _("Penugasan Anda memerlukan faktor kedua. Pasang yang lain dulu."),
    }

    def encrypt(self, text: str) -> str:
        """Encrypt a secret with a key made from SECRET_KEY, so that a copy of the database opens no account."""
        return _vault().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open what ``encrypt`` closed, with the key of now or one of SECRET_KEY_FALLBACKS."""
        return _vault().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one of somebody whose appointment needs it."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id).exclude(pk=authenticator.pk)
        if others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
            return True
        return not any(needs_factor(appointment) for appointment in in_force(authenticator.user_id))

    def get_totp_label(self, user: Any) -> str:
        """How the app on the phone names the account."""
        return str(user.username)

    def _get_site_name(self) -> str:
        return "Satu Pintu"


def _vault() -> MultiFernet:
    keys = [str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return MultiFernet([Fernet(urlsafe_b64encode(sha256(f"factors:{key}".encode()).digest())) for key in keys])
