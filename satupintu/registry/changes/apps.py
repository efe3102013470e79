"""The room as a Django app."""

from django.apps import AppConfig


class Changes(AppConfig):
    """Usulan perubahan: a village proposes, its meeting agrees, others verify and ratify, and only then it is applied."""

    name = "satupintu.registry.changes"
    label = "changes"
