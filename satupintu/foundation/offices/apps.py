"""The room as a Django app."""

from django.apps import AppConfig


class Offices(AppConfig):
    """Offices, the people who work in them, and the letters that appoint them."""

    name = "satupintu.foundation.offices"
    label = "offices"
