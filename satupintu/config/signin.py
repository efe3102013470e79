"""Settings of signing in: what of django-allauth is used, and how. `settings.py` takes every name in capitals."""

import os

ACCOUNT_ADAPTER = "satupintu.doors.desk.signin.adapter.Door"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_UNIQUE_EMAIL = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_FORMS = {
    "login": "satupintu.doors.desk.signin.forms.SignIn",
    "reauthenticate": "satupintu.doors.desk.signin.forms.Confirm",
    "change_password": "satupintu.doors.desk.signin.forms.ChangePassword",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if os.environ.get("BEHIND_PROXY") == "1" else 0
# The house counts attempts itself, in the database (offices/attempts.py): allauth counts in each process's memory.
ACCOUNT_RATE_LIMITS = False

MFA_ADAPTER = "satupintu.doors.desk.signin.adapter.Factors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Half minutes that a phone's clock may be wrong; wide in the demo, where many sign in as one and each code opens once.
MFA_TOTP_TOLERANCE = 20 if os.environ.get("DEMO") == "1" else 1
MFA_TOTP_ISSUER = "Satu Pintu"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# A passkey cannot be guessed; this only spares the server, and a village may share one mobile address.
MFA_RATE_LIMITS = {"webauthn_login": "100/m/ip"}
MFA_FORMS = {
    "authenticate": "satupintu.doors.desk.signin.factors.ShowFactor",
    "reauthenticate": "satupintu.doors.desk.signin.factors.ConfirmByFactor",
    "activate_totp": "satupintu.doors.desk.signin.factors.AddPhone",
    "add_webauthn": "satupintu.doors.desk.signin.factors.AddPasskey",
}
# Browsers allow passkeys on localhost without TLS; elsewhere they insist on it themselves.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = os.environ.get("DEBUG") == "1" or os.environ.get("DEMO") == "1"
