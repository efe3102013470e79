"""Forms of signing in: the kit's look on allauth's forms, and every password that is tried is counted."""

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from satupintu.engine.ui.forms import Form
from satupintu.foundation.access.live import FIELD


class SignIn(Form, allauth_forms.LoginForm):
    """Name and password."""

    private = ("login", "password")
    draft = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Nama pengguna")
        self.fields["password"].label = _("Sandi")
        self.fields["password"].help_text = ""
        self.fields["login"].widget.attrs = {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
        }
        self.fields["password"].widget.attrs.pop("placeholder", None)

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Sign in. The cookie outlives a closed browser; the server decides how long the session goes on."""
        response = super().login(request, redirect_url)
        request.session.set_expiry(FIELD.whole)
        return response


class Confirm(Form, allauth_forms.ReauthenticateForm):
    """The password once more."""

    private = ("password",)
    draft = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Sandi")
        self.fields["password"].help_text = ""
        self.fields["password"].widget.attrs.pop("placeholder", None)


class ChangePassword(Form, allauth_forms.ChangePasswordForm):
    """The old password and the new one twice."""

    private = ("oldpassword", "password1", "password2")
    draft = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "oldpassword": _("Sandi sekarang"),
            "password1": _("Sandi baru"),
            "password2": _("Sandi baru sekali lagi"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].help_text = ""
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["password1"].help_text = _("Sedikitnya 12 huruf, angka, atau tanda. Kalimat pendek mudah diingat.")

    def clean_oldpassword(self) -> str:
        """Check the old password as any other attempt: counted, so that a stolen session cannot guess it."""
        password: str = self.cleaned_data["oldpassword"]
        if not get_adapter().reauthenticate(self.user, password):
            raise get_adapter().validation_error("enter_current_password")
        return password


class NewPassword(Form):
    """A printed code and the password that the person chooses."""

    private = ("code", "password", "again")
    draft = False

    code = forms.CharField(
        label=_("Kode dari pengelola akun"),
        max_length=40,
        help_text=_("16 huruf dan angka, misalnya K7QF-9M2P-AB3C-XY45."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Sandi baru"),
        strip=False,
        help_text=_("Sedikitnya 12 huruf, angka, atau tanda. Kalimat pendek mudah diingat."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Sandi baru sekali lagi"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        """Refuse a password that is too short or that everybody uses."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password

    def clean(self) -> dict[str, Any]:
        """Both the same."""
        cleaned = super().clean() or {}
        if cleaned.get("password") and cleaned.get("again") and cleaned["password"] != cleaned["again"]:
            self.add_error("again", _("Dua sandi ini tidak sama. Ketik lagi."))
        return cleaned
