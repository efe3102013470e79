"""Every page of signing in, with its Indonesian address. What is not listed here does not exist: no sign-up, no mail."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as phone
from allauth.mfa.webauthn import views as passkeys
from django.urls import URLPattern, path

from satupintu.doors.desk.signin import views
from satupintu.foundation.access import open_door

_before = open_door("nobody is known before they sign in")
_own = open_door("one's own account: the page itself asks who is signed in, and shows nobody else's")

urls: list[URLPattern] = [path("penugasan/", _own(views.appointments), name="appointments")]
"""Inside the desk's namespace."""

account_urls: list[URLPattern] = [
    path("masuk/", _before(views.SignInPage.as_view()), name="account_login"),
    path("masuk/kode/", _before(views.CodePage.as_view()), name="mfa_authenticate"),
    path("masuk/passkey/", _before(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("masuk/sandi-baru/", _before(views.redeem), name="account_redeem"),
    path("keluar/", _before(account.logout), name="account_logout"),
    path("akun/", _own(views.account_home), name="account_home"),
    path("akun/sandi/", _own(account.password_change), name="account_change_password"),
    path("akun/sesi/", _own(views.session_list), name="usersessions_list"),
    path("akun/konfirmasi/", _own(account.reauthenticate), name="account_reauthenticate"),
    path("akun/konfirmasi/kode/", _own(factors.reauthenticate), name="mfa_reauthenticate"),
    path("akun/konfirmasi/passkey/", _own(passkeys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("akun/keamanan/", _own(factors.index), name="mfa_index"),
    path("akun/keamanan/aplikasi/", _own(phone.activate_totp), name="mfa_activate_totp"),
    path("akun/keamanan/aplikasi/pelepasan/", _own(phone.deactivate_totp), name="mfa_deactivate_totp"),
    path("akun/keamanan/kode-cadangan/", _own(views.recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "akun/keamanan/kode-cadangan/baru/", _own(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"
    ),
    path("akun/keamanan/passkey/", _own(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("akun/keamanan/passkey/baru/", _own(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("akun/keamanan/passkey/<int:pk>/pelepasan/", _own(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
]
"""Without a namespace: allauth finds its pages by these names."""
