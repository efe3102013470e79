"""Forms of second factors: codes are single-use in every process, and tried only so often."""

import time
from typing import Any

from allauth.core import context
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from allauth.mfa.webauthn import forms as webauthn_forms
from django import forms
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from satupintu.doors.desk.signin.adapter import count, write_down
from satupintu.engine.ui.forms import Form
from satupintu.foundation.access.confirmation import SECOND_FACTOR_KEY
from satupintu.foundation.offices import attempts, sessions

SPENT = "spent"
"""In the data of an app on a phone: the newest 30 seconds whose code was used."""


def spend_code(pk: int, code: str) -> bool:
    """Use a code of an app on a phone; False when it is wrong, or not newer than the last one that was used.

    allauth remembers used codes in the memory of one process; here the row itself does, for all of them.
    """
    with transaction.atomic():
        phone = Authenticator.objects.select_for_update().get(pk=pk)
        secret, spent = decrypt(phone.data["secret"]), phone.data.get(SPENT, 0)
        for counter in yield_hotp_counters_from_time():
            if counter > spent and compare_user_code(
                actual=code, expected=format_hotp_value(hotp_value(secret, counter))
            ):
                phone.data[SPENT] = counter
                phone.save(update_fields=["data"])
                return True
    return False


def next_code(phone: Authenticator) -> tuple[str, int]:
    """The code to type now, or the next one if that was used; and in how many seconds another one comes.

    For the demo only, where the page shows it. "" when somebody has used them all.
    """
    secret, spent = decrypt(phone.data["secret"]), phone.data.get(SPENT, 0)
    wait, now = 30 - int(time.time()) % 30, int(time.time()) // 30
    for counter in yield_hotp_counters_from_time():
        if counter >= now and counter > spent:
            return format_hotp_value(hotp_value(secret, counter)), wait
    return "", wait


class _Code(Form):
    """One field for the app's code or a recovery code."""

    private = ("code",)
    draft = False
    user: Any
    authenticator: Authenticator

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = _("Kode")
        field.widget = forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        )

    def clean_code(self) -> str:
        """Find the factor that the code belongs to. Counted: six digits are soon guessed."""
        code: str = self.cleaned_data["code"].replace(" ", "")
        spent = count(attempts.code_budgets(self.user.pk))
        for factor in Authenticator.objects.filter(user=self.user).exclude(type=Authenticator.Type.WEBAUTHN):
            is_phone = factor.type == Authenticator.Type.TOTP
            if spend_code(factor.pk, code) if is_phone else factor.wrap().validate_code(code):
                self.authenticator = factor
                attempts.refund(spent)
                return code
        raise get_adapter().validation_error("incorrect_code")


class ShowFactor(_Code, base_forms.AuthenticateForm):
    """The code after the password."""


class ConfirmByFactor(_Code, base_forms.ReauthenticateForm):
    """The code instead of the password, before a step that cannot be taken back."""


class AddPhone(Form, totp_forms.ActivateTOTPForm):
    """The first code of an app, which shows that the picture was read."""

    private = ("code",)
    draft = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Kode enam angka dari aplikasi")
        self.fields["code"].widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})

    def clean_code(self) -> str:
        """Check the code; the session has then shown a second factor."""
        self.cleaned_data["code"] = self.cleaned_data["code"].replace(" ", "")
        code = str(super().clean_code())
        shown(context.request, self.user)
        return code


class AddPasskey(Form, webauthn_forms.AddWebAuthnForm):
    """What the browser answers when a passkey is made."""

    draft = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Nama perangkat")
        self.fields["passwordless"].label = _("Pakai juga untuk masuk tanpa sandi")
        self.fields["passwordless"].help_text = ""

    def clean(self) -> dict[str, Any]:
        """Check the answer; the session has then shown a second factor."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            shown(context.request, self.user)
        return cleaned


def shown(request: HttpRequest, account: Any) -> None:
    """The person has added a factor: this session gets a new number and its rights, the account's others end."""
    request.session[SECOND_FACTOR_KEY] = True
    sessions.renumber(request)
    sessions.end_all(account, but=request.session.session_key)
    write_down("account.factor_added", account)
