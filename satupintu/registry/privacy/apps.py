"""The room as a Django app."""

from django.apps import AppConfig


class Privacy(AppConfig):
    """What people may ask about their own data (UU 27/2022), and who looked at them."""

    name = "satupintu.registry.privacy"
    label = "privacy"
