"""The room as a Django app."""

from django.apps import AppConfig


class Actions(AppConfig):
    """How anything happens: a right, a transaction, once only."""

    name = "satupintu.engine.actions"
    label = "actions"
