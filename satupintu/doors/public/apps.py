"""The door as a Django app."""

from django.apps import AppConfig


class Public(AppConfig):
    """The citizens' door: no account, no tracking."""

    name = "satupintu.doors.public"
    label = "public"
