"""The room as a Django app."""

from django.apps import AppConfig


class Exports(AppConfig):
    """Rows about people that leave as a file: for what, by whom, with whose consent, and whose copy it is."""

    name = "satupintu.registry.exports"
    label = "exports"
