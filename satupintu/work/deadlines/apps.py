"""The room as a Django app."""

from django.apps import AppConfig


class Deadlines(AppConfig):
    """Batas waktu: by when an office must have answered, by its own calendar."""

    name = "satupintu.work.deadlines"
    label = "deadlines"
