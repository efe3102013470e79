"""Settings of Satu Pintu. Every choice of a place comes from the environment; see docs/house.md for the list."""

import os
from pathlib import Path
from typing import Any

from satupintu.config import outgoing, signin
from satupintu.config.citizens import (  # noqa: F401 - settings like all others
    EMERGENCY_NUMBERS,
    OMBUDSMAN,
    QUICK_EXIT,
    REOPEN_WITHIN_DAYS,
    VERDICT_AFTER_DAYS,
)
from satupintu.config.database import connection

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(os.environ.get("SATUPINTU_DATA", BASE_DIR / ".data"))
DEBUG = os.environ.get("DEBUG") == "1"
DEMO = os.environ.get("DEMO") == "1"
DEMO_CAST = "satupintu.cast.accounts"
"""Where the demo's sign-in page finds the accounts it offers; read with DEMO=1 only."""
DEMO_FOLLOWED = "satupintu.cast.townsfolk"
"""Where the demo finds a complaint that one may follow; read with DEMO=1 only."""
TESTING = os.environ.get("SATUPINTU_TESTING") == "1"
HTTPS = not (DEBUG or DEMO or TESTING)

SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("CSRF_TRUSTED_ORIGINS", "").split(",") if origin]

INSTALLED_APPS = [
    "satupintu.cast",
    "satupintu.doors.desk",
    "satupintu.doors.public",
    "satupintu.reports.bulletins",
    "satupintu.reports.editions",
    "satupintu.reports.indicators",
    "satupintu.reports.rosters",
    "satupintu.reports.sorting",
    "satupintu.reports.quality",
    "satupintu.work.detection",
    "satupintu.work.complaints",
    "satupintu.work.daybook",
    "satupintu.work.partners",
    "satupintu.work.referrals",
    "satupintu.work.transfers",
    "satupintu.work.deadlines",
    "satupintu.work.catalogue",
    "satupintu.work.routing",
    "satupintu.registry.imports",
    "satupintu.registry.matching",
    "satupintu.registry.changes",
    "satupintu.registry.civil",
    "satupintu.registry.privacy",
    "satupintu.registry.exports",
    "satupintu.registry.people",
    "satupintu.foundation.access",
    "satupintu.foundation.offices",
    "satupintu.foundation.areas",
    "satupintu.engine.actions",
    "satupintu.engine.events",
    "satupintu.engine.jobs",
    "satupintu.engine.notifications",
    "satupintu.engine.documents",
    "satupintu.engine.ui",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_cotton",
    "django_htmx",
    "csp",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "satupintu.engine.ui.middleware.DatabaseLost",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "satupintu.engine.ui.middleware.ChosenLanguage",
    "satupintu.engine.ui.middleware.PlainAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "satupintu.foundation.access.middleware.OneAppointment",
    "satupintu.foundation.access.live.LiveSession",
    "satupintu.doors.desk.frame.News",
]

ROOT_URLCONF = "satupintu.config.urls"
WSGI_APPLICATION = "satupintu.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "satupintu.doors.desk.frame.frame",
            ],
        },
    }
]

# Databases: the application connects as a role that owns nothing; the owner is named for migrations and tests only.
# A pool that tries again ever more seldom would keep people waiting long after the database is back.
POOL = {"min_size": 1, "max_size": int(os.environ.get("DATABASE_POOL", "8")), "timeout": 5, "reconnect_timeout": 5}
DATABASES = {"default": connection(os.environ["DATABASE_URL"], pool=None if TESTING else POOL)}
if os.environ.get("DATABASE_OWNER_URL"):
    DATABASES["owner"] = connection(os.environ["DATABASE_OWNER_URL"])
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People who sign in
AUTH_USER_MODEL = "offices.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["satupintu.foundation.offices.passwords.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
SESSION_ENGINE = "satupintu.foundation.offices.session_store"
SESSION_COOKIE_NAME = "__Host-sesi" if HTTPS else "sesi"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600

# Signing in: what of django-allauth is used, and how
globals().update({name: value for name, value in vars(signin).items() if name.isupper()})

# Language, time
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = "bahasa"
LANGUAGE_COOKIE_HTTPONLY = True
USE_TZ = True
TIME_ZONE = os.environ.get("TIME_ZONE", "Asia/Jakarta")

# Files
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG or TESTING
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = DEBUG or TESTING
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
CLAMD_SOCKET = os.environ.get("CLAMD_SOCKET", "")
MATCHING_BACKEND = os.environ.get("MATCHING_BACKEND", "duckdb")
"""What a worker searches a register for duplicates with: "duckdb", or "spark" where one machine does not hold it."""
EXPORT_ALONE = int(os.environ.get("EXPORT_ALONE", "1000"))
EXPORT_DAYS = int(os.environ.get("EXPORT_DAYS", "7"))
"""Rows about people that one person takes away alone (SECURITY P5), and days for which a copy may be fetched."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

# What leaves the house: notifications by e-mail, SMS, WhatsApp
MESSAGE_GATEWAYS: dict[str, dict[str, Any]] = outgoing.MESSAGE_GATEWAYS
MESSAGE_MAIL: dict[str, Any] = outgoing.MESSAGE_MAIL
MESSAGE_TO_PHONES, MESSAGE_PATIENCE_DAYS = outgoing.MESSAGE_TO_PHONES, outgoing.MESSAGE_PATIENCE_DAYS
MESSAGE_SINK = str(DATA_DIR / "log" / "messages.log") if DEBUG or DEMO or TESTING else ""
"""The file that takes messages for which no gateway is configured; in a demonstration or development only."""
EMAIL_BACKEND = os.environ.get("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")

SITE_URL = os.environ.get("SITE_URL", "").rstrip("/")
"""The house's own address on the web, as papers and messages tell it: https://… ; messages tell none when it is empty."""

# Browser
SECURE_SSL_REDIRECT = HTTPS and os.environ.get("TLS_REDIRECT", "1") == "1"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("BEHIND_PROXY") == "1" else None
SECURE_HSTS_SECONDS = 365 * 86400 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
CSRF_FAILURE_VIEW = "satupintu.engine.ui.errors.stale_page"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "report-uri": ["/csp/"],
    }
}

SILENCED_SYSTEM_CHECKS = ["models.W036"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "satupintu.lib.discretion.Discreet",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "WARNING")},
    # Django would mail whole requests to ADMINS, with everything that was typed.
    "loggers": {"django": {"handlers": []}},
}
