"""The room as a Django app."""

from django.apps import AppConfig


class Partners(AppConfig):
    """PSKS: people, groups and bodies of the area that can help, beside the offices."""

    name = "satupintu.work.partners"
    label = "partners"
