"""The room as a Django app."""

from django.apps import AppConfig


class Civil(AppConfig):
    """What the civil registry (Dukcapil) has about our people, beside what is registered here."""

    name = "satupintu.registry.civil"
    label = "civil"
